import type { ClientBase } from 'pg';
import type { Reader } from '../database.js';
import tables from './data/tables.json' with { type: 'json' };

/**
 * A backup is lines of JSON: a head; for each table a line that names it and then one line for each row, in the text of
 * PostgreSQL for a whole row; and an end, without which the file is not whole.
 */
export interface BackupHead {
  readonly format: 'baraza-backup-1';
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** The version of Baraza that made it. */
  readonly program: string;
  /** The migrations that had run, in their order. */
  readonly migrations: readonly string[];
  /** The master keys that open what is encrypted in it, by name: they are not in it. */
  readonly masterKeys: readonly string[];
  /** Numbers that sequences gave last, by the sequence's name. */
  readonly sequences: Readonly<Record<string, string>>;
}

export interface BackupTable {
  readonly table: string;
  /** In their order within a row. */
  readonly columns: readonly string[];
}

export interface BackupEnd {
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Under this name, jobs that wait stand as the queue's function takes them: its tables are its library's own. */
export const JOBS = 'jobs';

/** The columns of a job. */
export const JOB_COLUMNS = [
  'identifier',
  'payload',
  'queue_name',
  'run_at',
  'max_attempts',
  'key',
  'priority',
] as const;

/** Tables of every database, however new, in which rows say nothing about its use. */
export const OF_EVERY_DATABASE: readonly string[] = tables.ofEveryDatabase;

/** A table as it stands in the database. */
export interface StoredTable extends BackupTable {
  /** Those that PostgreSQL does not compute itself. */
  readonly written: readonly string[];
}

/**
 * The tables that a backup holds. Left out are unlogged ones and those of what runs: sessions and links of mails, so that
 * none works again that has been ended or used since, and living workers. The index is left out as a whole; it is built anew.
 */
export async function storedTables(reader: Reader): Promise<StoredTable[]> {
  return reader.query<StoredTable>(
    `SELECT c.relname AS "table", json_agg(attname ORDER BY attnum) AS columns,
       json_agg(attname ORDER BY attnum) FILTER (WHERE attgenerated = '') AS written
     FROM pg_class c JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' AND relname <> ALL ($1)
     GROUP BY relname ORDER BY relname`,
    [tables.leftOut],
  );
}

export function readerOf(client: ClientBase): Reader {
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as Row[],
  };
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
