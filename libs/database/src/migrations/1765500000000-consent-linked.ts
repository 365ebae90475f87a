import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `'LISTED', 'MATCHED', 'CONTACTED', 'PUBLISHED_ABROAD', 'STATISTICS'`;

/** A mediator can agree to be compared with the lists of other networks. */
export class ConsentLinked1765500000000 implements MigrationInterface {
  readonly name = 'ConsentLinked1765500000000';

  async up(runner: QueryRunner): Promise<void> {
    await know(runner, `${BEFORE}, 'LINKED'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM consent WHERE purpose = 'LINKED'`);
    await runner.query(`DELETE FROM consent_objection WHERE purpose = 'LINKED'`);
    await know(runner, BEFORE);
  }
}

async function know(runner: QueryRunner, purposes: string): Promise<void> {
  for (const table of ['consent', 'consent_objection']) {
    await runner.query(
      `ALTER TABLE ${table} DROP CONSTRAINT ${table}_purpose_known,
         ADD CONSTRAINT ${table}_purpose_known CHECK (purpose IN (${purposes}))`,
    );
  }
}
