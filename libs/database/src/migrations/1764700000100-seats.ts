import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many of the wanted mediators are engaged for a need. */
export class Seats1764700000100 implements MigrationInterface {
  name = 'Seats1764700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE need ADD COLUMN engaged smallint NOT NULL DEFAULT 0;
UPDATE need SET engaged = least(wanted, (
  SELECT count(DISTINCT coalesce(m.merged_into, m.id)) FROM shortlist s
    JOIN shortlist_entry e ON e.shortlist_id = s.id JOIN mediator m ON m.id = e.mediator_id
  WHERE s.need_id = need.id AND e.filled));
ALTER TABLE need ADD CONSTRAINT need_engaged_range CHECK (engaged BETWEEN 0 AND wanted);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE need DROP COLUMN engaged');
  }
}
