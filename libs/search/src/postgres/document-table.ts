import type { Database, Reader } from '#database';
import {
  INDEXED_CLEARANCES,
  type IndexedClearance,
  type SearchDocument,
} from '../document/search-document.js';
import { COLUMN_NAMES, ROW_COLUMNS, toRow, type Row } from './row.js';

/** What searches read, or what a rebuild fills. */
export type Generation = 'live' | 'fresh';

/** Indexes of the documents, as the migrations make them. */
const INDEXES = ['USING gin (lexemes) WITH (fastupdate = off)', '(sort_name, public_id)'];
const EXCLUDED = COLUMN_NAMES.split(', ')
  .map((name) => `excluded.${name}`)
  .join(', ');
/** Most characters of rows that one statement brings. */
const MOST_SENT = 8_000_000;

/** The table of a clearance's documents: what another one may find is nowhere in it. */
export function documentTable(clearance: IndexedClearance, generation: Generation): string {
  const fresh = generation === 'fresh' ? '_fresh' : '';
  return `search.document_${clearance.toLowerCase()}${fresh}`;
}

/**
 * Bytes of a row from which on its longest columns lie beside it: the lexemes, which are only searched by their index. A
 * search goes through the rows of all whom it finds; with their words in them, that took longer than all else.
 */
const SHORT_ROW = 1_024;

/** Makes empty fresh tables, in place of any that were left behind. */
export async function makeFresh(database: Reader): Promise<void> {
  for (const clearance of INDEXED_CLEARANCES) {
    const fresh = documentTable(clearance, 'fresh');
    await database.query(`DROP TABLE IF EXISTS ${fresh}`);
    await database.query(
      `CREATE TABLE ${fresh} (LIKE ${documentTable(clearance, 'live')} INCLUDING ALL EXCLUDING INDEXES, PRIMARY KEY (mediator_id))
       WITH (toast_tuple_target = ${SHORT_ROW})`,
    );
  }
}

/** Makes full tables ready for searches: an index is made faster at once than row by row. */
async function indexFresh(database: Reader): Promise<void> {
  for (const clearance of INDEXED_CLEARANCES) {
    const fresh = documentTable(clearance, 'fresh');
    for (const index of INDEXES) await database.query(`CREATE INDEX ON ${fresh} ${index}`);
    await database.query(`ANALYZE ${fresh}`);
  }
}

/** Puts the fresh tables in the place of the live ones, all at once. */
export async function swapFresh(database: Database): Promise<void> {
  await indexFresh(database);
  await database.transaction(async (tx) => {
    for (const clearance of INDEXED_CLEARANCES) {
      const live = documentTable(clearance, 'live');
      await tx.query(`DROP TABLE ${live}`);
      await tx.query(
        `ALTER TABLE ${documentTable(clearance, 'fresh')} RENAME TO ${live.slice(live.indexOf('.') + 1)}`,
      );
    }
  });
}

export async function dropFresh(database: Reader): Promise<void> {
  for (const clearance of INDEXED_CLEARANCES) {
    await database.query(`DROP TABLE IF EXISTS ${documentTable(clearance, 'fresh')}`);
  }
}

/** Sets all documents of these mediators, in one statement each: a search sees an old one or a new one. */
export async function replaceIn(
  database: Reader,
  generation: Generation,
  mediatorIds: readonly string[],
  documents: readonly SearchDocument[],
): Promise<void> {
  for (const clearance of INDEXED_CLEARANCES) {
    const table = documentTable(clearance, generation);
    const rows = documents.filter((document) => document.clearance === clearance).map(toRow);
    const kept = rows.map(({ mediator_id: id }) => id);
    await database.query(
      `DELETE FROM ${table} WHERE mediator_id = ANY($1::uuid[]) AND mediator_id <> ALL ($2::uuid[])`,
      [mediatorIds, kept],
    );
    for (const sent of inPieces(rows)) {
      await database.query(
        `INSERT INTO ${table} (${COLUMN_NAMES}) SELECT * FROM json_to_recordset($1) AS r(${ROW_COLUMNS})
         ON CONFLICT (mediator_id) DO UPDATE SET (${COLUMN_NAMES}) = (${EXCLUDED})`,
        [sent],
      );
    }
  }
}

/** The rows as JSON arrays, of which only one with a single row may be longer than a statement should be. */
function* inPieces(rows: readonly Row[]): Generator<string> {
  let piece: string[] = [];
  let size = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (piece.length > 0 && size + text.length > MOST_SENT) {
      yield `[${piece.join(',')}]`;
      piece = [];
      size = 0;
    }
    piece.push(text);
    size += text.length;
  }
  if (piece.length > 0) yield `[${piece.join(',')}]`;
}
