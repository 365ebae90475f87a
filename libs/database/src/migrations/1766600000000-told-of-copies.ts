import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each network is told of a briefing is decided when it is taken away. Of those that were, by the lists of today. */
export class ToldOfCopies1766600000000 implements MigrationInterface {
  readonly name = 'ToldOfCopies1766600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE issued_copy ADD COLUMN told jsonb NOT NULL DEFAULT '{}';

UPDATE issued_copy c SET told = t.told FROM (
  SELECT copy_id, jsonb_object_agg(network_id, CASE WHEN inside >= 5 AND listed - inside >= 5 THEN inside END) AS told
  FROM (
    SELECT i.copy_id, w.network_id, count(*) AS inside,
      (SELECT count(DISTINCT coalesce(m.merged_into, m.id)) FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
       WHERE a.network_id = w.network_id AND a.status <> 'ended') AS listed
    FROM (SELECT DISTINCT i.copy_id, coalesce(m.merged_into, m.id) AS id
        FROM issued_copy_mediator i JOIN mediator m ON m.id = i.mediator_id) i
      JOIN (SELECT DISTINCT a.network_id, coalesce(m.merged_into, m.id) AS id
        FROM affiliation a JOIN mediator m ON m.id = a.mediator_id WHERE a.status <> 'ended') w ON w.id = i.id
    GROUP BY i.copy_id, w.network_id) AS counted
  GROUP BY copy_id) AS t
WHERE t.copy_id = c.id AND c.kind = 'briefing';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE issued_copy DROP COLUMN told');
  }
}
