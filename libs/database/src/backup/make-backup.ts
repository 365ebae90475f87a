import { VERSION } from '#config';
import type { ClientBase } from 'pg';
import { migrationsRun } from '../catalogue/check-catalogue.js';
import { withOwner, type DatabasePlace } from '../owner-connection.js';
import {
  JOB_COLUMNS,
  JOBS,
  quoted,
  readerOf,
  storedTables,
  type BackupEnd,
  type BackupHead,
  type BackupTable,
} from './backup-format.js';

const ROWS_AT_A_TIME = 1_000;

/**
 * Hands the lines of a backup to `write`, all of one moment: others go on writing meanwhile. They hold everything that is
 * in the database except sessions and the search index; names of women in clear, contact data encrypted, no key.
 *
 * @param masterKeys the names of the keys that open what is encrypted
 * @returns how many rows each table has
 * @throws DatabaseUnavailableError
 */
export async function makeBackup(
  place: DatabasePlace,
  masterKeys: readonly string[],
  write: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<BackupEnd> {
  return withOwner(place, async (client) => {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL bytea_output = hex; SET LOCAL DateStyle = ISO; SET LOCAL extra_float_digits = 1;
      SET LOCAL IntervalStyle = postgres`);
    const rows: Record<string, number> = {};
    await write(linesOf(client, masterKeys, rows));
    await client.query('COMMIT');
    return { rows };
  });
}

async function* linesOf(
  client: ClientBase,
  masterKeys: readonly string[],
  rows: Record<string, number>,
): AsyncGenerator<string> {
  const head: BackupHead = {
    format: 'baraza-backup-1',
    madeAt: new Date().toISOString(),
    program: VERSION,
    migrations: await migrationsRun(client),
    masterKeys,
    sequences: await sequencesOf(client),
  };
  yield line(head);
  for (const { table, columns } of await storedTables(readerOf(client))) {
    yield* section(
      client,
      rows,
      { table, columns },
      `SELECT t::text AS row FROM public.${quoted(table)} AS t`,
    );
  }
  const job = JOB_COLUMNS.join(', ');
  yield* section(
    client,
    rows,
    { table: JOBS, columns: JOB_COLUMNS },
    `SELECT to_json(j)::text AS row FROM (
       SELECT ${job} FROM graphile_worker._private_jobs AS jobs
       JOIN graphile_worker._private_tasks AS tasks ON tasks.id = task_id
       LEFT JOIN graphile_worker._private_job_queues AS queues ON queues.id = job_queue_id ORDER BY jobs.id) AS j`,
  );
  const end: BackupEnd = { rows };
  yield line(end);
}

/** A table and its rows, through a cursor: however large it is, a part of it is in memory. */
async function* section(
  client: ClientBase,
  rows: Record<string, number>,
  table: BackupTable,
  selection: string,
): AsyncGenerator<string> {
  yield line(table);
  rows[table.table] = 0;
  await client.query(`DECLARE part NO SCROLL CURSOR FOR ${selection}`);
  for (;;) {
    const part = await client.query<{ row: string }>(`FETCH ${ROWS_AT_A_TIME} FROM part`);
    if (part.rows.length === 0) break;
    rows[table.table]! += part.rows.length;
    yield part.rows.map(({ row }) => line(row)).join('');
  }
  await client.query('CLOSE part');
}

async function sequencesOf(client: ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public'`,
  );
  return Object.fromEntries(
    rows.flatMap(({ name, last }) => (last === null ? [] : [[name, last]])),
  );
}

function line(value: object | string): string {
  return `${JSON.stringify(value)}\n`;
}
