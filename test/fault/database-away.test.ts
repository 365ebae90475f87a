import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, JobRunner, startEmbeddedPostgres, type EmbeddedServer } from '#database';
import { DatabaseFront } from '../support/database-front.js';
import { gate } from '../support/waiting-jobs.js';

/** A PostgreSQL of the test's own, which is stopped and started under one address. */
describe('a worker whose database goes away and comes back', () => {
  let directory: string;
  let server: EmbeddedServer;
  let front: DatabaseFront;
  let database: Database;
  let jobs: JobRunner | null = null;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'baraza-away-'));
    await chmod(directory, 0o755);
    server = await startEmbeddedPostgres(directory);
    front = await DatabaseFront.open(() => server.url);
    database = await Database.open(
      { databaseUrl: front.url, dataDirectory: '', databasePool: 10 },
      [],
    );
  });
  afterEach(async () => {
    await jobs?.stop();
    jobs = null;
  });
  afterAll(async () => {
    await database.close();
    await front.close();
    await server.release();
    await rm(directory, { recursive: true, force: true });
  });

  const stopServer = async (): Promise<void> => server.release();
  const startServer = async (): Promise<void> => {
    server = await startEmbeddedPostgres(directory);
  };
  const add = async (...ids: string[]): Promise<void> =>
    database.transaction((tx) => tx.addJob({ name: 'work', ids, queue: 'work' }));
  /** A runner that tells of each job, and stops at the gate in the one named `held`. */
  const run = async () => {
    const held = gate();
    const done: string[] = [];
    const told = new Map<string, () => void>();
    const runner = new JobRunner(database, () => [
      {
        name: 'work',
        handle: async ([id = '']) => {
          if (id === 'held' && !done.includes('held')) await held.pass();
          done.push(id);
          told.get(id)?.();
        },
      },
    ]);
    jobs = runner;
    await runner.start();
    return {
      held,
      done,
      doneWith: (id: string) =>
        new Promise<void>((resolve) => {
          if (done.includes(id)) resolve();
          told.set(id, resolve);
        }),
    };
  };

  it('does what it was at, and what comes after it in the same queue', async () => {
    const { held, done, doneWith } = await run();
    await add('held');
    await held.reached;
    await stopServer();
    // It is done while nobody can be told.
    held.open();
    await doneWith('held');
    await startServer();
    await add('after');
    await doneWith('after');
    expect(done.at(-1)).toBe('after');
  });

  it('frees the queue that a living worker holds without knowing, for its answer was lost', async () => {
    const { done, doneWith } = await run();
    await add('first');
    await doneWith('first');
    const [worker] = await database.query<{ name: string }>(
      'SELECT name FROM job_worker ORDER BY started_at DESC LIMIT 1',
    );
    const lock = (table: string) =>
      database.query(`UPDATE graphile_worker.${table} SET locked_by = $1, locked_at = now()`, [
        worker?.name,
      ]);
    await lock('_private_job_queues');
    await add('stuck');
    await stopServer();
    await startServer();
    await doneWith('stuck');
    expect(done).toEqual(['first', 'stuck']);
  });

  it('needs nobody who hears that a connection broke, nor one who gives it back once', async () => {
    const [client, release] = await new Promise<[PoolClient, () => void]>((resolve, reject) => {
      database.pool.connect((error, found, done) =>
        found ? resolve([found, done]) : reject(error),
      );
    });
    const ended = new Promise<void>((resolve) => {
      client.once('end', resolve);
    });
    const emptied = new Promise<void>((resolve) => {
      database.pool.on('remove', () => database.pool.totalCount === 0 && resolve());
    });
    front.breakAll();
    await ended;
    release();
    release();
    await emptied;
    expect((await database.pool.query('SELECT 1 AS up')).rows).toEqual([{ up: 1 }]);
  });

  it('stops while the database is away', async () => {
    await run();
    await stopServer();
    await jobs?.stop();
    jobs = null;
    await startServer();
    expect(await database.query('SELECT 1 AS up')).toEqual([{ up: 1 }]);
  });
});
