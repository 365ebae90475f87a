import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The apostrophe by which spreadsheets keep a number as text, before the number itself. */
const MARK = `'^[''’‘\`´](?=.)'`;

/**
 * Numbers in lists lose the mark of a spreadsheet before them, as imports refuse it now. Where two women of a network
 * would share a number, both keep theirs: perhaps they are one.
 */
export class MarkedNumbers1764100012100 implements MigrationInterface {
  name = 'MarkedNumbers1764100012100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE affiliation a SET external_id = regexp_replace(external_id, ${MARK}, '')
WHERE external_id ~ ${MARK} AND NOT EXISTS (SELECT FROM affiliation b
  WHERE b.network_id = a.network_id AND b.id <> a.id
    AND regexp_replace(b.external_id, ${MARK}, '') = regexp_replace(a.external_id, ${MARK}, ''))`);
  }

  /** Which numbers had a mark is kept nowhere. */
  async down(): Promise<void> {}
}
