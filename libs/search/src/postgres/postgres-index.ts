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
  type SearchFilter,
  type SearchQuery,
  type SearchResult,
  type SearchSort,
} from '../search-index.js';
import { soughtWords, type Sought } from '../sought.js';
import { conditions, everything, misspeltNames, Parameters, steps } from './condition.js';
import { documentTable, dropFresh, makeFresh, replaceIn, swapFresh } from './document-table.js';
import { PostgresPostings } from './postgres-postings.js';
import { FACET_COLUMNS } from './row.js';

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
  /** How many have each code; null where nobody asked. */
  readonly facets: readonly (readonly [FacetName, code: string, count: number])[] | null;
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
    const sizes = INDEXED_CLEARANCES.map(
      (clearance) => `(SELECT count(*) FROM ${documentTable(clearance, 'live')})`,
    );
    const [row] = await this.database.query<{ documents: number }>(
      `SELECT (${sizes.join(' + ')})::int AS documents`,
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
    const table = documentTable(query.clearance, 'live');
    const words = await this.withoutVainPieces(soughtWords(query.text), table);
    const { sort = 'RELEVANCE', filter = {}, facets = [] } = query;
    const parameters = new Parameters();
    const all = everything(words, filter);
    const limits = conditions(filter, parameters);
    const where = [...(all === null ? [] : ['lexemes @@ everything']), ...limits];
    const scope: Scope = {
      // The query as a row, and not as a parameter: so the plan is always that of the index. What is beside the rows is
      // not in PostgreSQL's estimates, and to read it for all rows takes many times as long.
      sought:
        all === null
          ? []
          : [`sought AS MATERIALIZED (SELECT ${tsquery(all, parameters)} AS everything)`],
      from: all === null ? table : `sought, ${table}`,
      where: where.join(' AND '),
    };
    const isByWords = sort === 'RELEVANCE' && words.length > 0;
    const { ctes, found, total } = isByWords
      ? byRelevance(scope, { words, filter, page, table, limits }, parameters)
      : inOrder(scope, { sort, page }, parameters);
    const text = `${ctes.length > 0 ? `WITH ${ctes.join(',\n')}` : ''}
SELECT ${total}::int AS total, (SELECT coalesce(json_agg(row ORDER BY ${orderOf(page)}), '[]') FROM (${found}) AS row) AS found,
  ${facets.length > 0 ? counts(scope, facets) : 'NULL'} AS facets`;
    const [answer] = await this.statements.query<Answer>(text, parameters.values);
    if (!answer) throw new Error('The database answered without a row.');
    return answer;
  }

  /**
   * The words without the pieces of names that find nobody. A long word has fifty, and each that stands in a search is compared
   * with every row that the other words find: those that find nobody took more time than all else.
   */
  private async withoutVainPieces(words: readonly Sought[], table: string): Promise<Sought[]> {
    const tolerant = words.filter(({ pieces }) => pieces.length > 0);
    if (tolerant.length === 0) return [...words];
    const rows = await this.statements.query<{ found: number }>(
      `SELECT (SELECT count(*) FROM ${table} WHERE lexemes @@ sought.query)::int AS found
       FROM (SELECT n, query::tsquery AS query FROM unnest($1::text[]) WITH ORDINALITY AS given(query, n)) AS sought
       ORDER BY n`,
      [tolerant.map(misspeltNames)],
    );
    const vain = new Set(tolerant.filter((_, i) => rows[i]?.found === 0));
    return words.map((word) => (vain.has(word) ? { ...word, pieces: [] } : word));
  }
}

/** Of which rows a search is: what follows WITH, FROM and WHERE. */
interface Scope {
  readonly sought: readonly string[];
  readonly from: string;
  readonly where: string;
}

/** Parts of a statement: how many are found, and which rows are on the page. */
interface Parts {
  readonly ctes: readonly string[];
  readonly total: string;
  readonly found: string;
}

/** By a column. */
function inOrder(
  { sought, from, where }: Scope,
  { sort, page }: { sort: SearchSort; page: PageFrom<Position> },
  parameters: Parameters,
): Parts {
  const key = KEYS[sort];
  // Where all are found, the index of names gives the page.
  const once = sought.length > 0 ? 'MATERIALIZED' : 'NOT MATERIALIZED';
  return {
    ctes: [
      ...sought,
      `hit AS ${once} (SELECT mediator_id, public_id, ${key.expression} AS key FROM ${from} WHERE ${where})`,
    ],
    total: '(SELECT count(*) FROM hit)',
    found: `SELECT mediator_id, public_id, key FROM hit ${page.from ? `WHERE ${behind('key', page.from, key.type, page, parameters)}` : ''}
      ORDER BY ${orderOf(page)} LIMIT ${rowsOf(page)}`,
  };
}

/**
 * One step of relevance after the other. A step is looked at only while those before it do not fill the page, and nobody is
 * sorted whom the page cannot show: by the number of the step and her public id.
 */
function byRelevance(
  { sought, from, where }: Scope,
  given: {
    words: readonly Sought[];
    filter: SearchFilter;
    page: PageFrom<Position>;
    table: string;
    /** What must hold beside the lexemes. */
    limits: readonly string[];
  },
  parameters: Parameters,
): Parts {
  const { words, filter, page, table, limits } = given;
  const queries = steps(words, filter).map(
    (step, i) => `${tsquery(step, parameters)} AS step_${i + 1}`,
  );
  const numbers = queries.map((_, i) => i + 1);
  if (!page.forward) numbers.reverse();
  const step = (number: number, before: readonly number[]): string => {
    const so = before.map((one) => `(SELECT count(*) FROM found_${one})`);
    const room = so.length > 0 ? [`${so.join(' + ')} < ${rowsOf(page)}`] : [];
    const after = page.from ? [behind(String(number), page.from, 'int', page, parameters)] : [];
    return `found_${number} AS MATERIALIZED (SELECT ${number} AS key, mediator_id, public_id FROM steps, ${table}
      WHERE ${[`lexemes @@ step_${number}`, ...limits, ...room, ...after].join(' AND ')}
      ORDER BY public_id ${page.forward ? 'ASC' : 'DESC'} LIMIT ${rowsOf(page)})`;
  };
  return {
    ctes: [
      ...sought,
      `steps AS MATERIALIZED (SELECT ${queries.join(', ')})`,
      ...numbers.map((number, i) => step(number, numbers.slice(0, i))),
    ],
    total: `(SELECT count(*) FROM ${from} WHERE ${where})`,
    found: `SELECT mediator_id, public_id, key FROM (${numbers.map((number) => `SELECT * FROM found_${number}`).join(' UNION ALL ')}) AS steps
      ORDER BY ${orderOf(page)} LIMIT ${rowsOf(page)}`,
  };
}

/** Ascending by this key is the order of the sort. */
const KEYS = {
  RELEVANCE: { expression: 'sort_name', type: 'text COLLATE "C"' },
  NAME: { expression: 'sort_name', type: 'text COLLATE "C"' },
  YEARS: { expression: '-years', type: 'int' },
  CONFIRMED: { expression: '-confirmed_day', type: 'int' },
} as const;

function tsquery(query: string, parameters: Parameters): string {
  return `${parameters.add(query)}::tsquery`;
}

/** What stands behind a place, in the direction of the page. */
function behind(
  key: string,
  [at, publicId]: Position,
  type: string,
  { forward }: PageFrom<Position>,
  parameters: Parameters,
): string {
  return `(${key}, public_id) ${forward ? '>' : '<'} (${parameters.add(at)}::${type}, ${parameters.add(publicId)}::uuid)`;
}

function orderOf({ forward }: PageFrom<Position>): string {
  const direction = forward ? 'ASC' : 'DESC';
  return `key ${direction}, public_id ${direction}`;
}

/** One more than the page has, to tell whether others follow. */
function rowsOf({ size }: PageFrom<Position>): number {
  return size === 0 ? 0 : size + 1;
}

/**
 * How many have each code of these facets. Many have the same codes of one, so that first all alike are counted together, which
 * takes a tenth of the time.
 */
function counts({ from, where }: Scope, wanted: readonly FacetName[]): string {
  const columns = [...new Set(wanted)].map((name) => [name, FACET_COLUMNS[name]] as const);
  const sets = columns.map(([, column]) => `(${column})`).join(', ');
  // A row of the counts is of one column, and all others are null there.
  const facet = columns.map(([name, column]) => `WHEN grouping(${column}) = 0 THEN '${name}'`);
  return `(SELECT coalesce(json_agg(json_build_array(facet, code, number)), '[]') FROM (
    SELECT facet, code, sum(number)::int AS number FROM
      (SELECT CASE ${facet.join(' ')} END AS facet, coalesce(${columns.map(([, column]) => column).join(', ')}) AS codes,
         count(*) AS number FROM ${from} WHERE ${where} GROUP BY GROUPING SETS (${sets})) AS alike,
      unnest(string_to_array(codes, ' ')) AS code
    GROUP BY facet, code) AS counted)`;
}

function facetsOf(numbers: Answer['facets'], wanted: readonly FacetName[]): SearchResult['facets'] {
  const facets: Partial<Record<FacetName, FacetCount[]>> = Object.fromEntries(
    wanted.map((name) => [name, []]),
  );
  for (const [name, code, count] of numbers ?? []) facets[name]?.push({ code, count });
  for (const found of Object.values(facets)) {
    found.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
  return facets;
}
