import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom somebody has brought back by hand no hiding holds any more. */
export class ReleasedFromHidings1765500000100 implements MigrationInterface {
  readonly name = 'ReleasedFromHidings1765500000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE hiding_mediator ADD COLUMN released_at timestamptz;
UPDATE hiding_mediator w SET released_at = now() WHERE EXISTS (
  SELECT FROM profile_revision r WHERE r.mediator_id = w.mediator_id AND r.revision > w.revision
    AND r.source IN ('profile.reinstate', 'profile.resume'))
  AND EXISTS (SELECT FROM hiding h WHERE h.id = w.hiding_id AND h.lifted_at IS NULL);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE hiding_mediator DROP COLUMN released_at');
  }
}
