import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pairs of two networks weigh whole bits: from thousandths a network could compute how many women have a value. Rows of the
 * mediators themselves, who are told of no comparison, keep none.
 */
export class LinksInWholeBits1766500001000 implements MigrationInterface {
  readonly name = 'LinksInWholeBits1766500001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE duplicate_pair p SET bars = whole.bars, weight = whole.weight
FROM (SELECT q.id, sum(bits) * 1000 AS weight,
    jsonb_agg(bar || jsonb_build_object('weight', bits * 1000) ORDER BY place) AS bars
  FROM duplicate_pair q CROSS JOIN LATERAL (
    SELECT bar, place, round((bar ->> 'weight')::numeric / 1000)::integer AS bits
    FROM jsonb_array_elements(q.bars) WITH ORDINALITY AS b(bar, place)) AS each
  GROUP BY q.id) AS whole
WHERE whole.id = p.id AND p.across AND p.network_id IS NOT NULL;
UPDATE duplicate_pair SET bars = '[]' WHERE for_id IS NOT NULL;
`);
  }

  /** What was rounded is found again by the next search. */
  async down(): Promise<void> {}
}
