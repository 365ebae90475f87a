import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ColumnMap, importProfiles, rowsFromRecords } from '#directory';
import { OPERATOR } from '#identity';
import { record, TODAY } from '../../support/fill.js';
import { openCurationBench, type CurationBench } from '../../support/curating.js';

const IMPORTS = 'imports { importId fileName row importedBy importedAt network { slug } }';

describe('an imported profile', () => {
  let bench: CurationBench;
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  afterAll(async () => bench.api.close());
  beforeEach(async () => bench.clear());

  const send = async (records: Record<string, string>[], file?: string, network = 'acacia') => {
    const report = await importProfiles(bench.api.services, {
      by: OPERATOR,
      rows: rowsFromRecords(records),
      columns: new ColumnMap(),
      network,
      today: TODAY,
      file,
    });
    return report;
  };
  const stateOf = async (id: string) => (await bench.profile(bench.ada, id, 'state')).state;
  const idOf = async (n: number): Promise<string> => {
    const [row] = await bench.api.services.database.query<{ id: string }>(
      'SELECT mediator_id AS id FROM affiliation WHERE external_id = $1',
      [record(n).external_id],
    );
    return row?.id ?? '';
  };

  describe('is published only with what a published profile states', () => {
    it.each(['languages', 'territories', 'expertise'])('a draft without %s', async (field) => {
      expect(await send([record(1, { [field]: '' })])).toMatchObject({ created: 1, incomplete: 1 });
      const id = await idOf(1);
      expect(await stateOf(id)).toBe('DRAFT');
      expect(await send([record(1)])).toMatchObject({ updated: 1, incomplete: 0 });
      expect(await stateOf(id)).toBe('PUBLISHED');
      await send([record(1, { [field]: '' })]);
      expect(await stateOf(id)).toBe('DRAFT');
    });

    it('another network may state the rest', async () => {
      await send([record(1)]);
      const id = await idOf(1);
      await bench.api.services.database.query(
        `INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, asserted)
         VALUES (gen_random_uuid(), $1, $2, 'F-1', 'member', '{"fullName": "Person Number 1"}')`,
        [id, bench.networks.fjord],
      );
      const row = record(1, { external_id: 'F-1', territories: '', expertise: '', languages: '' });
      await send([row], undefined, 'fjord');
      expect(await stateOf(id)).toBe('PUBLISHED');
    });

    it('not where she has said no to being listed', async () => {
      await send([record(1, { territories: '' })]);
      const id = await idOf(1);
      await bench.api.services.database.query(
        `INSERT INTO consent_objection (mediator_id, purpose, stated_by) VALUES ($1, 'LISTED', 'herself')`,
        [id],
      );
      await send([record(1)]);
      expect(await stateOf(id)).toBe('DRAFT');
    });

    it('and is submitted where any network that lists her has the four-eyes rule', async () => {
      await send([record(1, { territories: '' })]);
      const id = await idOf(1);
      await bench.api.services.database.query(
        `INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, asserted)
         VALUES (gen_random_uuid(), $1, $2, 'F-1', 'member', '{}')`,
        [id, bench.networks.fjord],
      );
      await bench.setFourEyes(bench.networks.fjord, true);
      await send([record(1)]);
      expect(await stateOf(id)).toBe('SUBMITTED');
    });
  });

  describe('has a history', () => {
    it('of import, file, row and who, for her curators and herself', async () => {
      await send([record(1), record(2)], '/home/Jane Doe/lists/members 2026.csv');
      await send([record(1), record(2, { years: '30' })], 'C:\\Users\\jane\\members.xlsx');
      const id = await idOf(2);
      const { imports } = (await bench.profile(bench.ada, id, IMPORTS)) as {
        imports: Record<string, unknown>[];
      };
      expect(imports).toMatchObject([
        { fileName: 'members 2026.csv', row: 2, network: { slug: 'acacia' } },
        { fileName: 'members.xlsx', row: 2, network: { slug: 'acacia' } },
      ]);
      const [first, second] = imports;
      expect(first?.importId).not.toBe(second?.importId);
      expect(first?.importedBy).toBe(OPERATOR.name);
      expect(first?.importedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
      // Nothing new was said of the first woman the second time.
      const other = await bench.profile(bench.ada, await idOf(1), IMPORTS);
      expect(other.imports).toHaveLength(1);
      expect(await bench.profile(bench.herself(id), id, IMPORTS)).toEqual({ imports });
      expect(await bench.profile(bench.fay, id, IMPORTS)).toBeNull();
    });

    it('without a file where there was none, and gone with her', async () => {
      await send([record(1)]);
      const id = await idOf(1);
      expect(await bench.profile(bench.ada, id, IMPORTS)).toMatchObject({
        imports: [{ fileName: null, row: 1 }],
      });
      await bench.api.services.erasure.erase(OPERATOR, id);
      expect(await bench.api.services.database.query('SELECT FROM profile_import')).toEqual([]);
    });

    it('that a dry run and an unchanged row leave as it is', async () => {
      await send([record(1)]);
      await send([record(1)]);
      const rows = await bench.api.services.database.query('SELECT FROM profile_import');
      expect(rows).toHaveLength(1);
    });
  });
});
