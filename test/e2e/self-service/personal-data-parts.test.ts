import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';

/** Tables that name women by opaque id without a foreign key, and why each is no part of what is held about her. */
const BY_OPAQUE_ID: Record<string, string> = {
  'public.mediator_erased': 'all that is left of her, and the reason for it',
  'public.search_withheld': 'hides her until the index has followed',
  'public.search_pending': 'says that the index has to follow, and goes when it has',
  'public.search_set_aside': 'says that the index does not take her documents; goes with them',
  'search.document_public': 'made from her profile; goes by the job of the erasing transaction',
  'search.document_vetted': 'made from her profile; goes by the job of the erasing transaction',
};

/** Tables whose rows lose her and stay, and why. */
const WITHOUT_HER: Record<string, string> = {
  followed_profile: 'tells programs that the profile they knew by its public id is gone',
};

describe('everything held about a woman', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => api.close());

  /** Tables whose rows belong to a mediator, straight or through a row that does, and what deleting her does to them. */
  const tablesAboutHer = () =>
    api.asOwner<{ table: string; rule: string; direct: boolean }>(`
      WITH RECURSIVE about AS (
        SELECT 'mediator'::regclass AS relation, 'c'::"char" AS rule
        UNION
        SELECT k.conrelid::regclass, k.confdeltype FROM pg_constraint k
        JOIN about ON k.confrelid = about.relation WHERE k.contype = 'f' AND k.conrelid <> k.confrelid)
      SELECT relation::text AS table, rule::text, EXISTS (SELECT FROM pg_constraint k
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ALL(k.conkey)
        WHERE k.conrelid = relation AND k.confrelid = 'mediator'::regclass AND k.contype = 'f'
          AND k.confdeltype = 'c' AND a.attnotnull) AS direct
      FROM about`);

  it('has a part for every table that refers to her', async () => {
    const told = new Set(api.services.held.parts.flatMap(({ tables }) => tables));
    const tables = await tablesAboutHer();
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ table }) => !told.has(table))).toEqual([]);
  });

  it('goes with her row, or is removed by its part', async () => {
    const removed = new Set(
      api.services.held.parts.flatMap(({ tables, erasure }) =>
        typeof erasure === 'function' ? tables : [],
      ),
    );
    const left = (await tablesAboutHer()).filter(
      // A row that must name her goes with her, whatever else it points to.
      ({ table, rule, direct }) =>
        rule !== 'c' && !direct && !removed.has(table) && !(table in WITHOUT_HER),
    );
    expect(left).toEqual([]);
  });

  it('is in no table by opaque id that nobody thought of', async () => {
    const told = new Set(
      api.services.held.parts.flatMap(({ tables }) => tables.map((table) => `public.${table}`)),
    );
    const named = await api.asOwner<{ table: string }>(`
      SELECT DISTINCT table_schema || '.' || table_name AS table FROM information_schema.columns
      WHERE column_name IN ('mediator_id', 'mediator_ids', 'external_id')
        AND table_schema NOT IN ('pg_catalog', 'information_schema')`);
    const unknown = named.filter(({ table }) => !told.has(table) && !(table in BY_OPAQUE_ID));
    expect(unknown).toEqual([]);
  });

  it('names no table that is not there', async () => {
    const rows = await api.asOwner<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const there = new Set(rows.map(({ name }) => name));
    const told = api.services.held.parts.flatMap(({ tables }) => tables);
    expect(told.filter((table) => !there.has(table))).toEqual([]);
  });
});
