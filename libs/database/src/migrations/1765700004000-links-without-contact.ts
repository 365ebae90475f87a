import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contact data takes no part in what is compared across networks. What a network's row says is the network's own verdict again:
 * a mediator's word is read from her own row.
 */
export class LinksWithoutContact1765700004000 implements MigrationInterface {
  readonly name = 'LinksWithoutContact1765700004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE duplicate_pair p SET weight = p.weight - (contact ->> 'weight')::integer, bars = p.bars - place::integer
FROM duplicate_pair q CROSS JOIN LATERAL (SELECT bar AS contact, n - 1 AS place
  FROM jsonb_array_elements(q.bars) WITH ORDINALITY AS b(bar, n) WHERE bar ->> 'comparison' = 'CONTACT') AS found
WHERE q.id = p.id;
UPDATE duplicate_pair p SET state = coalesce(
  (SELECT verdict FROM duplicate_decision d WHERE d.pair_id = p.id ORDER BY d.id DESC LIMIT 1), 'open')
WHERE network_id IS NOT NULL;
`);
  }

  /** What contact data weighed is found again by no search, and is not missed. */
  async down(): Promise<void> {}
}
