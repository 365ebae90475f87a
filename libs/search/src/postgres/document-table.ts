import type { Reader } from '#database';
import type { SearchDocument } from '../document/search-document.js';
import { ROW_COLUMNS, toRow } from './row.js';

/** What searches read. */
export const LIVE = 'search.document';
/** What a rebuild fills. */
export const FRESH = 'search.document_fresh';

/** The columns of a row by name: a rebuild may have put them in another order. */
const NAMES = ROW_COLUMNS.replaceAll(/ [a-z[\]]+(?=,|$)/g, '');

/** Indexes of the documents, as the migrations make them. */
const INDEXES = [
  ...['words', 'name_typos', 'tags', 'levels'].map(
    (column) => `USING gin (${column}) WITH (fastupdate = off)`,
  ),
  '(clearance, sort_name, public_id)',
];

/** Makes an empty fresh table, in place of one that was left behind. */
export async function makeFresh(database: Reader): Promise<void> {
  await database.query(`DROP TABLE IF EXISTS ${FRESH}`);
  await database.query(
    `CREATE TABLE ${FRESH} (LIKE ${LIVE} INCLUDING ALL EXCLUDING INDEXES, PRIMARY KEY (mediator_id, clearance))`,
  );
}

/** Makes a full table ready for searches: an index is made faster at once than row by row. */
export async function indexFresh(database: Reader): Promise<void> {
  for (const index of INDEXES) await database.query(`CREATE INDEX ON ${FRESH} ${index}`);
  await database.query(`ANALYZE ${FRESH}`);
}

/** Sets all documents of these mediators, in one statement: a search sees all old ones or all new ones. */
export async function replaceIn(
  database: Reader,
  table: typeof LIVE | typeof FRESH,
  mediatorIds: readonly string[],
  documents: readonly SearchDocument[],
): Promise<void> {
  await database.query(
    `WITH gone AS (
       DELETE FROM ${table} WHERE mediator_id = ANY($1::uuid[])
         AND NOT (mediator_id, clearance) IN (SELECT mediator_id, clearance FROM json_to_recordset($2) AS r(mediator_id uuid, clearance text)))
     INSERT INTO ${table} (${NAMES}) SELECT ${NAMES} FROM json_to_recordset($2) AS r(${ROW_COLUMNS})
     ON CONFLICT (mediator_id, clearance) DO UPDATE SET
       (public_id, version, words, name_typos, tags, levels, years, confirmed_day, sort_name) =
       (excluded.public_id, excluded.version, excluded.words, excluded.name_typos, excluded.tags, excluded.levels, excluded.years,
        excluded.confirmed_day, excluded.sort_name)`,
    [mediatorIds, JSON.stringify(documents.map(toRow))],
  );
}
