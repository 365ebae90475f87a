import { NamedStatements, type Database } from '#database';
import type { PageFrom } from '#kernel';
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

interface Answer {
  readonly total: number;
  readonly found: Found[];
  /** How many have each tag; null where nobody asked. */
  readonly facets: Readonly<Record<string, number>> | null;
}

/**
 * Full text in the directory's own database. Pages are cut by key and public id, so that documents which
 * come and go before a cursor cause neither doubles nor gaps.
 */
export class PostgresIndex extends SearchIndex {
  readonly name = 'PostgreSQL';

  private readonly statements: NamedStatements;

  constructor(private readonly database: Database) {
    super();
    this.statements = new NamedStatements('search', database);
  }

  async prepare(): Promise<void> {
    // The migrations made the table.
  }

  protected async find(query: SearchQuery): Promise<SearchResult> {
    const cursors = searchCursors(query, isPosition);
    const page = cursors.page(query.page);
    const { total, found, facets } = await this.ask(query, page);
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
      facets: facetsOf(facets, query.facets ?? []),
      hasNextPage: page.forward ? (page.size > 0 ? more : total > 0) : page.from !== null,
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

  /** Counts, the rows of a page and one more, in the page's direction: of one moment, by one statement. */
  private async ask(query: SearchQuery, page: PageFrom<Position>): Promise<Answer> {
    const words = soughtWords(query.text);
    const parameters = new Parameters();
    const where = conditions(words, query.filter ?? {}, parameters);
    const key = sortKey(query, words, parameters);
    const direction = page.forward ? 'ASC' : 'DESC';
    const after = page.from
      ? `WHERE (key, public_id) ${page.forward ? '>' : '<'} (${parameters.add(page.from[0])}::${key.type}, ${parameters.add(page.from[1])}::uuid)`
      : '';
    const counted = (query.facets ?? []).length > 0;
    // What is expensive is done once for each that is found; in the order of a column an index gives the page.
    const once = key.isComputed || counted ? 'MATERIALIZED' : 'NOT MATERIALIZED';
    const text = `
WITH hit AS ${once} (SELECT mediator_id, public_id, ${key.expression} AS key${counted ? ', tags' : ''}
  FROM ${documentTable(query.clearance, 'live')} WHERE ${where.join(' AND ')})
SELECT (SELECT count(*) FROM hit)::int AS total,
  (SELECT coalesce(json_agg(row ORDER BY key ${direction}, public_id ${direction}), '[]') FROM
    (SELECT mediator_id, public_id, key FROM hit ${after} ORDER BY key ${direction}, public_id ${direction}
     LIMIT ${page.size === 0 ? 0 : page.size + 1}) AS row) AS found,
  ${counted ? "(SELECT coalesce(json_object_agg(tag, number), '{}') FROM (SELECT tag, count(*) AS number FROM hit, unnest(tags) AS tag GROUP BY tag) AS counts)" : 'NULL'} AS facets`;
    // In the order of a column the best plan depends on how many are found, so it is made anew for each search.
    const asked = key.isComputed ? this.statements : this.database;
    const [answer] = await asked.query<Answer>(text, parameters.values);
    if (!answer) throw new Error('The database answered without a row.');
    return answer;
  }
}

/** Ascending by this key is the order of the sort. `isComputed`: from the words of each that is found. */
function sortKey(
  { sort = 'RELEVANCE' }: SearchQuery,
  words: readonly Sought[],
  parameters: Parameters,
): { expression: string; type: string; isComputed: boolean } {
  const isComputed = sort === 'RELEVANCE' && words.length > 0;
  if (sort === 'YEARS') return { expression: '-years', type: 'int', isComputed };
  if (sort === 'CONFIRMED') return { expression: '-confirmed_day', type: 'int', isComputed };
  if (!isComputed) return { expression: 'sort_name', type: 'text COLLATE "C"', isComputed };
  const any = words.map((word) => `(${tsquery(word)})`).join(' | ');
  const rank = `ts_rank('{0, 0.2, 0.4, 1}', words, ${parameters.add(any)}::tsquery)`;
  return { expression: `(${rank} * -1000000)::int`, type: 'int', isComputed };
}

function facetsOf(numbers: Answer['facets'], wanted: readonly FacetName[]): SearchResult['facets'] {
  const facets: Partial<Record<FacetName, FacetCount[]>> = Object.fromEntries(
    wanted.map((name) => [name, []]),
  );
  for (const [tag, count] of Object.entries(numbers ?? {})) {
    const cut = tag.indexOf(':');
    facets[tag.slice(0, cut) as FacetName]?.push({ code: tag.slice(cut + 1), count });
  }
  for (const counts of Object.values(facets)) {
    counts.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
  return facets;
}
