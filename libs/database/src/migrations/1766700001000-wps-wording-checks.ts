import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With which document the words of a form or an indicator were compared, and on which day. */
export class WpsWordingChecks1766700001000 implements MigrationInterface {
  readonly name = 'WpsWordingChecks1766700001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['wps_form', 'wps_indicator']) {
      await runner.query(`
ALTER TABLE ${table} ADD COLUMN checked_against text, ADD COLUMN checked_on date,
  ADD CONSTRAINT ${table}_check_whole
    CHECK ((checked_against IS NULL) = (checked_on IS NULL) AND (checked OR checked_against IS NULL))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ count = '0' } = {}] = (await runner.query(
      `SELECT count(*) FROM (SELECT checked_against FROM wps_form
       UNION ALL SELECT checked_against FROM wps_indicator) AS wording WHERE checked_against IS NOT NULL`,
    )) as { count?: string }[];
    if (count !== '0') {
      throw new Error(
        `The version before this migration has no place for the documents with which ${count} forms and indicators were compared. Keep a list of them (baraza wps wording) and withdraw them (baraza wps checked --withdraw) before you undo it.`,
      );
    }
    for (const table of ['wps_form', 'wps_indicator']) {
      await runner.query(
        `ALTER TABLE ${table} DROP COLUMN checked_against, DROP COLUMN checked_on`,
      );
    }
  }
}
