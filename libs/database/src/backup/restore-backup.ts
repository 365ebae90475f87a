import { ExpectedError } from '#kernel';
import type { ClientBase } from 'pg';
import { migrationsRun } from '../catalogue/check-catalogue.js';
import { migrate } from '../migrate.js';
import { MIGRATIONS } from '../migrations/index.js';
import { withOwner, type DatabasePlace } from '../owner-connection.js';
import { renumber } from '../transaction-numbers.js';
import {
  JOBS,
  OF_EVERY_DATABASE,
  quoted,
  readerOf,
  storedTables,
  type BackupEnd,
  type BackupHead,
  type BackupTable,
  type StoredTable,
} from './backup-format.js';
import { MAKE_PENDING_REPLAY, notePendingReplay } from './pending-replay.js';

const ROWS_AT_A_TIME = 1_000;

/** The file is no backup, not whole, or of a later version; or the database is not empty. The message is a sentence. */
export class BackupError extends ExpectedError {}

/**
 * Restores a backup into an empty database: makes the tables, roles and rights by the migrations that had run when it was
 * made, loads all rows in one transaction, with the constraints checked, and then migrates to this version.
 *
 * @param lines of the backup, in order
 * @param accept hears the head before anything is done; what it throws ends the restore
 * @param selectHead selects where the audit log ends that came with the backup
 * @returns how many rows each table has
 * @throws BackupError, DatabaseUnavailableError; no row has been loaded then
 */
export async function restoreBackup(
  place: DatabasePlace,
  lines: AsyncIterable<string>,
  accept: (head: BackupHead) => Promise<void>,
  selectHead: string,
): Promise<BackupEnd> {
  const reading = new BackupReading(lines);
  const head = await reading.head();
  await accept(head);
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const later = head.migrations.filter((name) => !known.has(name));
  if (later.length > 0) {
    throw new BackupError(
      `The backup was made by a later version of Baraza (${head.program}): restore it with that version. Nothing was changed.`,
    );
  }
  return withOwner(place, async (client, url) => {
    await refuseUnlessEmpty(client, head);
    await migrate(url, new Set(head.migrations));
    await client.query('BEGIN');
    const end = await load(client, reading, head);
    // With the rows: no restored database is served before what came after the backup has been looked at.
    await client.query(MAKE_PENDING_REPLAY);
    await client.query(notePendingReplay(selectHead), [head.madeAt]);
    await client.query('COMMIT');
    await migrate(url);
    return end;
  });
}

/** Reads a backup to its end without a database. @throws BackupError where it is not whole */
export async function readBackup(
  lines: AsyncIterable<string>,
): Promise<{ readonly head: BackupHead; readonly end: BackupEnd }> {
  const reading = new BackupReading(lines);
  const head = await reading.head();
  for await (const part of reading.parts()) if (part.rows) reading.count(part);
  return { head, end: reading.end() };
}

interface Part {
  readonly table: BackupTable;
  /** Null at the beginning of a table. */
  readonly rows: readonly string[] | null;
}

/** The lines of a backup in the order in which they must come. */
class BackupReading {
  private readonly lines: AsyncIterator<string>;
  private readonly counted: Record<string, number> = {};
  private told: BackupEnd | null = null;

  constructor(lines: AsyncIterable<string>) {
    this.lines = lines[Symbol.asyncIterator]();
  }

  async head(): Promise<BackupHead> {
    const head = (await this.next()) as Partial<BackupHead> | null;
    if (head?.format !== 'baraza-backup-1') {
      throw new BackupError('This is no backup of Baraza. Nothing was changed.');
    }
    return head as BackupHead;
  }

  /** Each table, first without rows, then with some of them at a time. */
  async *parts(): AsyncGenerator<Part> {
    let table: BackupTable | null = null;
    let rows: string[] = [];
    for (;;) {
      const value = await this.next();
      if (typeof value === 'string' && table) {
        rows.push(value);
        if (rows.length < ROWS_AT_A_TIME) continue;
      }
      if (table && rows.length > 0) yield { table, rows };
      rows = [];
      if (typeof value === 'string') continue;
      if (value === null) throw new BackupError('The backup ends too early: it is not whole.');
      if ('rows' in value) {
        this.told = value as BackupEnd;
        return;
      }
      table = value as BackupTable;
      this.counted[table.table] = 0;
      yield { table, rows: null };
    }
  }

  count({ table, rows }: Part): void {
    this.counted[table.table] = (this.counted[table.table] ?? 0) + (rows?.length ?? 0);
  }

  /** @throws BackupError where rows are missing or too many */
  end(): BackupEnd {
    const told = this.told?.rows ?? {};
    const wrong = Object.keys({ ...told, ...this.counted }).filter(
      (table) => told[table] !== this.counted[table],
    );
    if (wrong.length > 0) {
      throw new BackupError(
        `The backup is not whole: the rows of ${wrong.join(', ')} are not all there.`,
      );
    }
    return { rows: told };
  }

  private async next(): Promise<object | string | null> {
    const { done, value } = await this.lines.next();
    if (done) return null;
    try {
      return JSON.parse(value) as object | string;
    } catch {
      throw new BackupError('The backup is damaged: one of its lines cannot be read.');
    }
  }
}

async function refuseUnlessEmpty(client: ClientBase, head: BackupHead): Promise<void> {
  const others = await client.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  if (others.rows.length > 0) {
    throw new BackupError(
      'Other programs are connected to this database: stop Baraza first. Nothing was changed.',
    );
  }
  const ran = await migrationsRun(client);
  const listed = new Set(head.migrations);
  let isEmpty = ran.every((name) => listed.has(name));
  for (const { table } of ran.length === 0 ? [] : await storedTables(readerOf(client))) {
    if (OF_EVERY_DATABASE.includes(table)) continue;
    const { rows } = await client.query(`SELECT FROM public.${quoted(table)} LIMIT 1`);
    isEmpty &&= rows.length === 0;
  }
  if (!isEmpty) {
    throw new BackupError(
      'This database is in use: a backup is restored into a new, empty one. Nothing was changed.',
    );
  }
}

async function load(
  client: ClientBase,
  reading: BackupReading,
  head: BackupHead,
): Promise<BackupEnd> {
  const stored = new Map(
    (await storedTables(readerOf(client))).map((table) => [table.table, table]),
  );
  const { rows: references } = await client.query<{ on: string; name: string; made: string }>(
    `SELECT conrelid::regclass::text AS on, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS made
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  // Rows come in the order of tables. References are checked when all are there, by making them again.
  for (const { on, name } of references)
    await client.query(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`);
  for (const table of stored.keys()) {
    await client.query(
      `ALTER TABLE public.${quoted(table)} DISABLE TRIGGER USER; DELETE FROM public.${quoted(table)}`,
    );
  }
  for await (const part of reading.parts()) {
    const { table, rows } = part;
    if (table.table === JOBS) {
      if (rows) await addJobs(client, rows);
    } else {
      const into = stored.get(table.table);
      if (into?.columns.join() !== table.columns.join()) {
        throw new BackupError(
          `The backup does not fit: the table ${table.table} has other columns here.`,
        );
      }
      if (rows) await insert(client, into, rows);
    }
    reading.count(part);
  }
  const end = reading.end();
  for (const [name, last] of Object.entries(head.sequences)) {
    await client.query('SELECT setval($1::regclass, $2)', [`public.${quoted(name)}`, last]);
  }
  await renumber(client);
  for (const table of stored.keys()) {
    await client.query(`ALTER TABLE public.${quoted(table)} ENABLE TRIGGER USER`);
  }
  for (const { on, name, made } of references) {
    await client.query(`ALTER TABLE ${on} ADD CONSTRAINT ${name} ${made}`);
  }
  return end;
}

async function insert(
  client: ClientBase,
  { table, written }: StoredTable,
  rows: readonly string[],
): Promise<void> {
  const name = `public.${quoted(table)}`;
  const columns = written.map(quoted).join(', ');
  await client.query(
    `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM unnest($1::${name}[])`,
    [rows],
  );
}

async function addJobs(client: ClientBase, rows: readonly string[]): Promise<void> {
  await client.query(
    `SELECT graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, key, priority)
     FROM unnest($1::json[]) AS job, json_to_record(job) AS j(identifier text, payload json, queue_name text,
       run_at timestamptz, max_attempts integer, key text, priority integer)`,
    [rows],
  );
}
