import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { record } from '../support/fill.js';
import { openImportBench, rawRow, rawRows, type ImportBench } from '../support/importing.js';

/** The second line: what the application's own role cannot do, whatever the application asks. */
describe('contact data', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await openImportBench('acacia', 'fjord');
    for (const [network, n] of [
      ['acacia', 1],
      ['fjord', 2],
    ] as const) {
      await bench.rows(
        network,
        rawRows([rawRow(2, record(n, { email: `woman${n}@example.org`, telephone: '+999 1' }))]),
      );
    }
  });
  afterAll(async () => bench.drop());

  const emails = async (network: string | null): Promise<unknown[]> =>
    bench.database.transaction(async (tx) => {
      if (network !== null) {
        await tx.query(
          `SELECT set_config('baraza.curated_network', (SELECT id::text FROM network WHERE slug = $1), true)`,
          [network],
        );
      }
      const rows = await tx.query<{ email: string }>('SELECT email FROM mediator_contact');
      return rows.map(({ email }) => email);
    });

  it('is there', async () => {
    expect(await bench.asOwner('SELECT email FROM mediator_contact ORDER BY 1')).toEqual([
      { email: 'woman1@example.org' },
      { email: 'woman2@example.org' },
    ]);
  });

  it('opens for a curator of her network, for that transaction, and for no one else', async () => {
    expect(await emails(null)).toEqual([]);
    expect(await emails('acacia')).toEqual(['woman1@example.org']);
    expect(await emails('fjord')).toEqual(['woman2@example.org']);
    expect(await emails(null)).toEqual([]);
    expect(await bench.database.query('SELECT * FROM mediator_contact')).toEqual([]);
  });

  it('cannot be written, counted or deleted by others either', async () => {
    const { database } = bench;
    const [one] = [...(await bench.ids('acacia')).values()];
    expect(
      await database.query(`UPDATE mediator_contact SET email = 'x@example.org' RETURNING 1`),
    ).toEqual([]);
    expect(await database.query('DELETE FROM mediator_contact RETURNING 1')).toEqual([]);
    expect(await database.query('SELECT count(*)::int FROM mediator_contact')).toEqual([
      { count: 0 },
    ]);
    await expect(
      database.query(
        `INSERT INTO mediator_contact (mediator_id, email) VALUES ($1, 'x@example.org')`,
        [one],
      ),
    ).rejects.toThrow('row-level security');
  });

  it.each([
    'ALTER TABLE mediator_contact DISABLE ROW LEVEL SECURITY',
    'DROP POLICY contact_opens_for_its_curator ON mediator_contact',
    'ALTER ROLE baraza_app BYPASSRLS',
    'CREATE FUNCTION leak() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
  ])('keeps its policy: %s', async (sql) => {
    await expect(bench.database.query(sql)).rejects.toThrow(/must be owner|permission denied/);
  });

  it('goes with her', async () => {
    await bench.database.query('DELETE FROM mediator');
    expect(await bench.asOwner('SELECT 1 FROM mediator_contact')).toEqual([]);
  });
});
