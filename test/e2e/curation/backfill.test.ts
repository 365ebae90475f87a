import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface } from 'typeorm';
import { fileURLToPath } from 'node:url';
import { openImportBench, type ImportBench } from '../../support/importing.js';

/** As they are built: a library is entered through its index alone. */
const ALL = fileURLToPath(
  new URL('../../../dist/libs/database/src/migrations/index.js', import.meta.url),
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
    const { MIGRATIONS } = (await import(ALL)) as {
      MIGRATIONS: readonly (new () => MigrationInterface)[];
    };
    const from = MIGRATIONS.findIndex(({ name }) => name.startsWith('Curation'));
    const [curation, ...later] = MIGRATIONS.slice(from).map((Migration) => new Migration());
    if (!curation) throw new Error('The migration has another name.');
    try {
      // What came after it rests on it.
      for (const each of later.toReversed()) await each.down(runner);
      await curation.down(runner);
      for (const each of [curation, ...later]) await each.up(runner);
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
