import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSearchIndex, toSearchDocument, type SearchIndex } from '#search';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { PEOPLE } from '../support/searchable.js';

/** All of PostgreSQL's inverted indexes over the search documents. */
const INVERTED = `SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_am a ON a.oid = c.relam WHERE i.indrelid = ANY ('{search.document_public,search.document_vetted}'::regclass[]) AND a.amname = 'gin'`;

describe('the table of search documents in PostgreSQL', () => {
  let test: TestDatabase;
  let index: SearchIndex;
  let migrated: string[];

  beforeAll(async () => {
    test = await openTestDatabase();
    index = createSearchIndex(
      {
        meilisearchUrl: null,
        meilisearchKey: null,
        meilisearchIndex: 'unused',
        meilisearchDeadline: 5_000,
      },
      test.database,
    );
    migrated = await definitions();
  });
  afterAll(async () => test.drop());

  /** The indexes as statements, whatever their names. */
  const definitions = async (): Promise<string[]> => {
    const rows = await test.database.query<{ indexdef: string }>(
      `SELECT indexdef FROM pg_indexes WHERE schemaname = 'search' AND tablename IN ('document_public', 'document_vetted')`,
    );
    return rows.map(({ indexdef }) => indexdef.replace(/INDEX \S+ ON/, 'INDEX ON')).toSorted();
  };
  /** Pages that every search would have read from end to end. */
  const pending = async (): Promise<number> => {
    const [row] = await test.database.query<{ pages: number; indexes: number }>(
      `SELECT sum(gin_clean_pending_list(indexrelid))::int AS pages, count(*)::int AS indexes FROM (${INVERTED}) AS inverted`,
    );
    expect(row?.indexes).toBe(2);
    return row?.pages ?? -1;
  };
  const rebuild = async (): Promise<void> => {
    const fresh = await index.beginRebuild();
    await fresh.replace([], PEOPLE.map(toSearchDocument));
    await fresh.swap();
  };

  it('has the same indexes after a rebuild as the migrations made', async () => {
    expect(migrated).toHaveLength(6);
    await rebuild();
    expect(await definitions()).toEqual(migrated);
    await rebuild();
    expect(await definitions()).toEqual(migrated);
  });

  it('keeps nothing aside that searches would have to read through', async () => {
    await rebuild();
    expect(await pending()).toBe(0);
    await index.replace(
      PEOPLE.map(({ id }) => id),
      PEOPLE.map(toSearchDocument),
    );
    expect(await pending()).toBe(0);
  });
});
