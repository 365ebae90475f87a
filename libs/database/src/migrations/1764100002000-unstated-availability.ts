import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Availability that nobody stated is not availability on all days. The revision tells the search index
 * that its documents of these women are old.
 */
export class UnstatedAvailability1764100002000 implements MigrationInterface {
  name = 'UnstatedAvailability1764100002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE mediator ALTER COLUMN availability_band DROP NOT NULL, ALTER COLUMN availability_band DROP DEFAULT,
  ALTER COLUMN available SET DEFAULT '{}';
UPDATE mediator m SET availability_band = NULL, available = '{}', revision = revision + 1
WHERE availability_band = 'available' AND available = '{(,)}' AND merged_into IS NULL
  AND NOT coalesce(m.asserted ? 'availability', false)
  AND NOT EXISTS (SELECT FROM affiliation a WHERE a.mediator_id = m.id AND a.asserted ? 'availability')
  AND (m.asserted IS NOT NULL OR EXISTS (SELECT FROM affiliation a WHERE a.mediator_id = m.id AND a.asserted IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE mediator SET availability_band = 'available', available = '{(,)}', revision = revision + 1
WHERE availability_band IS NULL;
ALTER TABLE mediator ALTER COLUMN availability_band SET DEFAULT 'available', ALTER COLUMN availability_band SET NOT NULL,
  ALTER COLUMN available SET DEFAULT '{(,)}'`);
  }
}
