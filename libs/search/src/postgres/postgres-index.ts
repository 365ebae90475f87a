import type { Database } from '#database';
import { rankBrief } from '../brief/rank-brief.js';
import { searchCursors } from '../search-cursors.js';
import {
  INDEXED_CLEARANCES,
  type IndexedClearance,
  type SearchDocument,
} from '../document/search-document.js';
import {
  SearchIndex,
  type FacetCount,
  type FacetName,
  type HeldDocument,
  type Rebuild,
  type SearchQuery,
  type SearchResult,
} from '../search-index.js';
import { soughtWords, type Sought } from '../sought.js';
import { conditions, Parameters, tsquery } from './condition.js';
import { documentTable, dropFresh, makeFresh, replaceIn, swapFresh } from './document-table.js';
import { PostgresPostings } from './postgres-postings.js';

/** Where a row stands: its sort key and, among equals, her public id, which is random. */
type Position = readonly [key: string | number, publicId: string];

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length === 2 &&
  ['string', 'number'].includes(typeof value[0]) &&
  typeof value[1] === 'string' &&
  /^[0-9a-f-]{36}$/.test(value[1]);

/** Documents named at a time when all are gone through. */
const LISTED_AT_ONCE = 5_000;

interface Found {
  readonly mediator_id: string;
  readonly public_id: string;
  readonly key: string | number;
}

/**
 * Full text in the directory's own database. Pages are cut by key and public id, so that documents which
 * come and go before a cursor cause neither doubles nor gaps.
 */
export class PostgresIndex extends SearchIndex {
  readonly name = 'PostgreSQL';

  constructor(private readonly database: Database) {
    super();
  }

  async prepare(): Promise<void> {
    // The migrations made the table.
  }

  protected async find(query: SearchQuery): Promise<SearchResult> {
    const words = soughtWords(query.text);
    const cursors = searchCursors(query, isPosition);
    const page = cursors.page(query.page);
    const [found, { total, facets }] = await Promise.all([
      page.size === 0 ? [] : this.page(query, words, page),
      this.counts(query, words),
    ]);
    const rows = found.slice(0, page.size);
    const more = found.length > page.size;
    if (!page.forward) rows.reverse();
    return {
      hits: rows.map((row) => ({
        id: row.mediator_id,
        publicId: row.public_id,
        cursor: cursors.write([row.key, row.public_id]),
      })),
      totalCount: total,
      facets,
      hasNextPage: page.forward ? more || (page.size === 0 && total > 0) : page.from !== null,
      hasPreviousPage: page.forward ? page.from !== null : more,
    };
  }

  protected async findMatches(clearance: IndexedClearance, text: string, limit: number) {
    const table = documentTable(clearance, 'live');
    return rankBrief(new PostgresPostings(this.database, table), text, limit);
  }

  async replace(mediatorIds: readonly string[], documents: readonly SearchDocument[]) {
    await replaceIn(this.database, 'live', mediatorIds, documents);
  }

  async beginRebuild(): Promise<Rebuild> {
    const { database } = this;
    await makeFresh(database);
    return {
      add: (documents) => replaceIn(database, 'fresh', [], documents),
      refused: () => Promise.resolve([]),
      replace: (ids, documents) => replaceIn(database, 'fresh', ids, documents),
      swap: () => swapFresh(database),
      abandon: () => dropFresh(database),
    };
  }

  async count(): Promise<number> {
    const counts = INDEXED_CLEARANCES.map(
      (clearance) => `(SELECT count(*) FROM ${documentTable(clearance, 'live')})`,
    );
    const [row] = await this.database.query<{ documents: number }>(
      `SELECT (${counts.join(' + ')})::int AS documents`,
    );
    return row?.documents ?? 0;
  }

  async *held(clearance: IndexedClearance): AsyncIterable<HeldDocument[]> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const batch: HeldDocument[] = await this.database.query<HeldDocument>(
        `SELECT mediator_id AS "mediatorId", digest FROM ${documentTable(clearance, 'live')}
         WHERE mediator_id > $1 ORDER BY mediator_id LIMIT ${LISTED_AT_ONCE}`,
        [after],
      );
      const last = batch.at(-1);
      if (!last) return;
      yield batch;
      after = last.mediatorId;
    }
  }

  /** The rows of a page and one more, in the page's direction. */
  private async page(
    query: SearchQuery,
    words: readonly Sought[],
    page: { forward: boolean; size: number; from: Position | null },
  ): Promise<Found[]> {
    const parameters = new Parameters();
    const where = conditions(words, query.filter ?? {}, parameters);
    const key = sortKey(query, words, parameters);
    const direction = page.forward ? 'ASC' : 'DESC';
    const after = page.from
      ? `WHERE (key, public_id) ${page.forward ? '>' : '<'} (${parameters.add(page.from[0])}::${key.type}, ${parameters.add(page.from[1])}::uuid)`
      : '';
    return this.database.query<Found>(
      `SELECT * FROM (SELECT mediator_id, public_id, ${key.expression} AS key FROM ${documentTable(query.clearance, 'live')}
         WHERE ${where.join(' AND ')}) AS hit ${after}
       ORDER BY key ${direction}, public_id ${direction} LIMIT ${parameters.add(page.size + 1)}`,
      parameters.values,
    );
  }

  private async counts(query: SearchQuery, words: readonly Sought[]) {
    const parameters = new Parameters();
    const where = conditions(words, query.filter ?? {}, parameters).join(' AND ');
    const table = documentTable(query.clearance, 'live');
    const wanted = query.facets ?? [];
    if (wanted.length === 0) {
      const [row] = await this.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${table} WHERE ${where}`,
        parameters.values,
      );
      return { total: row?.count ?? 0, facets: {} };
    }
    const rows = await this.database.query<{ tag: string | null; count: number }>(
      `WITH hit AS MATERIALIZED (SELECT tags FROM ${table} WHERE ${where})
       SELECT NULL AS tag, count(*)::int AS count FROM hit
       UNION ALL SELECT tag, count(*)::int FROM hit, unnest(tags) AS tag GROUP BY tag`,
      parameters.values,
    );
    return { total: rows[0]?.count ?? 0, facets: facetsOf(rows.slice(1), wanted) };
  }
}

/** Ascending by this key is the order of the sort. */
function sortKey(
  { sort = 'RELEVANCE' }: SearchQuery,
  words: readonly Sought[],
  parameters: Parameters,
): { expression: string; type: string } {
  if (sort === 'YEARS') return { expression: '-years', type: 'int' };
  if (sort === 'CONFIRMED') return { expression: '-confirmed_day', type: 'int' };
  if (sort === 'NAME' || words.length === 0) {
    return { expression: 'sort_name', type: 'text COLLATE "C"' };
  }
  const any = words.map((word) => `(${tsquery(word)})`).join(' | ');
  const rank = `ts_rank('{0, 0.2, 0.4, 1}', words, ${parameters.add(any)}::tsquery)`;
  return { expression: `(${rank} * -1000000)::int`, type: 'int' };
}

function facetsOf(
  rows: readonly { tag: string | null; count: number }[],
  wanted: readonly FacetName[],
): SearchResult['facets'] {
  const facets: Partial<Record<FacetName, FacetCount[]>> = Object.fromEntries(
    wanted.map((name) => [name, []]),
  );
  for (const { tag, count } of rows) {
    const cut = tag?.indexOf(':') ?? -1;
    facets[tag?.slice(0, cut) as FacetName]?.push({ code: tag?.slice(cut + 1) ?? '', count });
  }
  for (const counts of Object.values(facets)) {
    counts.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
  return facets;
}
