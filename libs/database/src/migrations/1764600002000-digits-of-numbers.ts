import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOLDED = (number: string) =>
  `translate(${number}, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789')`;

/**
 * Numbers in lists are compared in ASCII digits, whatever script they are written in. Where two women of a network would
 * share a number, both keep theirs: perhaps they are one.
 */
export class DigitsOfNumbers1764600002000 implements MigrationInterface {
  name = 'DigitsOfNumbers1764600002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE affiliation a SET external_id = ${FOLDED('external_id')}
WHERE external_id ~ '[٠-٩۰-۹]' AND NOT EXISTS (SELECT FROM affiliation b
  WHERE b.network_id = a.network_id AND b.id <> a.id AND ${FOLDED('b.external_id')} = ${FOLDED('a.external_id')})`);
  }

  /** Which numbers were written in which digits is kept nowhere. */
  async down(): Promise<void> {}
}
