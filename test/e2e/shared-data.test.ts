import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEACE_PROCESSES } from '#demo';
import { ColumnMap, openRows } from '#directory';
import { openImportBench, type ImportBench } from '../support/importing.js';

const FILE = fileURLToPath(new URL('../../../shared/data/peace-processes.csv', import.meta.url));
const isThere = existsSync(FILE);
if (!isThere) {
  process.stderr.write(`${FILE} is not there: the tests that import it are SKIPPED.\n`);
}

/** Real public data beside the project, where it is there. */
(isThere ? describe : describe.skip)('peace-processes.csv', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await openImportBench('acacia');
  });
  afterAll(async () => bench.drop());

  it('is what the demo holds', async () => {
    const text = await readFile(FILE, 'utf8');
    const slugs = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(PEACE_PROCESSES.map(({ slug }) => slug)).toEqual(slugs);
  });

  it('can be read as a list of members once its languages have a level: every word is understood', async () => {
    const columns = new ColumnMap({ columns: {}, defaults: { language_level: 'C1' } });
    const report = await bench.rows('acacia', await openRows(FILE, columns), { columns });
    expect(report).toMatchObject({ rows: 42, created: 42, rejected: 0, unlisted: 42 });
    const [mali] = await bench.database.query<{ territories: string[]; languages: string[] }>(
      `SELECT (SELECT array_agg(territory) FROM mediator_territory t WHERE t.mediator_id = m.id) AS territories,
         (SELECT array_agg(language ORDER BY language) FROM mediator_language l WHERE l.mediator_id = m.id) AS languages
       FROM mediator m WHERE full_name = 'Agreement for Peace and Reconciliation in Mali'`,
    );
    expect(mali).toEqual({ territories: ['ML'], languages: ['ar', 'bm', 'fr', 'taq'] });
  });

  it('is rejected by row and column without one: no level is guessed', async () => {
    const columns = new ColumnMap();
    const report = await bench.rows('acacia', await openRows(FILE, columns), { columns });
    expect(report).toMatchObject({ rows: 42, rejected: 42 });
    expect(report.rejects[0]).toMatchObject({
      row: 2,
      column: 'working_languages',
      value: 'fr',
      suggestion: 'fr (B2)',
    });
  });
});
