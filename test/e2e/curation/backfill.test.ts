import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface } from 'typeorm';
import { fileURLToPath } from 'node:url';
import { openImportBench, type ImportBench } from '../../support/importing.js';

/** As it is built: a room is not entered past its door. */
const MIGRATION = fileURLToPath(
  new URL('../../../dist/libs/database/src/migrations/1764000007000-curation.js', import.meta.url),
);

describe('the migration that brought statements', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await openImportBench('acacia');
  });
  afterAll(async () => bench.drop());

  it('gives to each network the words that its import would have left', async () => {
    await bench.file('acacia', 'objects.jsonl');
    await bench.file('acacia', 'english-comma.csv');
    const stated = () =>
      bench.asOwner(
        `SELECT a.external_id, a.asserted, m.completeness FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
         ORDER BY external_id`,
      );
    const before = await stated();
    expect(before.length).toBeGreaterThan(5);
    const source = new DataSource({ type: 'postgres', url: bench.url });
    await source.initialize();
    const runner = source.createQueryRunner();
    const { Curation1764000007000: Curation } = (await import(MIGRATION)) as Record<
      string,
      new () => MigrationInterface
    >;
    if (!Curation) throw new Error('The migration has another name.');
    const migration = new Curation();
    try {
      await migration.down(runner);
      await migration.up(runner);
    } finally {
      await runner.release();
      await source.destroy();
    }
    const after = await stated();
    expect(withoutGuesses(after)).toEqual(withoutGuesses(before));
  });
});

/** Until then an empty cell and the word for always were kept alike: availability is taken as said. */
function withoutGuesses(rows: unknown[]): unknown[] {
  return (rows as { asserted: Record<string, unknown>; completeness: number }[]).map(
    ({ asserted: { availability: _kept, ...asserted }, completeness: _with, ...row }) => ({
      ...row,
      asserted,
    }),
  );
}
