import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { JobRunner, type JobHandler, type JobRequest } from '#database';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { gate, makeJobsDue } from '../support/waiting-jobs.js';

describe('background jobs', () => {
  let test: TestDatabase;
  const started: JobRunner[] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  beforeEach(async () => {
    await test.database.query('DELETE FROM graphile_worker._private_jobs');
    await test.database.query('DELETE FROM graphile_worker._private_job_queues');
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((runner) => runner.stop()));
  });
  afterAll(async () => test.drop());

  const add = async (request: JobRequest): Promise<void> =>
    test.database.transaction((tx) => tx.addJob(request));
  const work = (...ids: string[]): JobRequest => ({
    name: 'work',
    ids,
    key: 'work',
    queue: 'work',
  });
  const runner = (handle: JobHandler['handle'], schedule?: string): JobRunner => {
    const made = new JobRunner(test.database, [{ name: 'work', handle, schedule }]);
    started.push(made);
    return made;
  };
  /** Runs jobs as `begin` says until a failed one was tried again; gives the ids that were done. */
  const doneAfterFailing = async (whileRunning: () => Promise<void>): Promise<string[]> => {
    const done: string[] = [];
    let engineIsDown = true;
    const jobs = runner(async (ids) => {
      if (ids.includes('first') && engineIsDown) {
        await whileRunning();
        throw new Error('the engine is down');
      }
      done.push(...ids);
    });
    await add(work('first'));
    await jobs.drain();
    engineIsDown = false;
    await makeJobsDue(test.database);
    await jobs.drain();
    return done.toSorted();
  };

  it('lose no ids when one fails while another of its key waits', async () => {
    const done = await doneAfterFailing(() => add(work('second')));
    expect(done).toEqual(['first', 'second']);
  });

  it('lose no ids when the other comes between the taking of a job and its doing', async () => {
    await test.asOwner(`
      CREATE FUNCTION add_second() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM graphile_worker.add_job('work', '["second"]', 'work', job_key := 'work');
        RETURN NULL;
      END $$;
      CREATE TRIGGER add_second AFTER UPDATE ON graphile_worker._private_jobs FOR EACH ROW
        WHEN (NEW.payload::text = '["first"]' AND OLD.attempts = 0 AND NEW.attempts = 1) EXECUTE FUNCTION add_second()`);
    try {
      expect(await doneAfterFailing(async () => undefined)).toEqual(['first', 'second']);
    } finally {
      await test.asOwner('DROP FUNCTION add_second CASCADE');
    }
  });

  it('that wait merge into one, which names each id once', async () => {
    const runs: (readonly string[])[] = [];
    await Promise.all(Array.from({ length: 60 }, (_, i) => add(work(`id-${i % 5}`))));
    await runner(async (ids) => {
      runs.push(ids);
    }).drain();
    expect(runs.map((ids) => ids.toSorted())).toEqual([['id-0', 'id-1', 'id-2', 'id-3', 'id-4']]);
  });

  it('of one queue run one after the other, however many workers there are', async () => {
    let running = 0;
    let most = 0;
    const left = new Set(Array.from({ length: 12 }, (_, i) => `id-${i}`));
    const allDone = gate();
    const handle = async (ids: readonly string[]): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      for (const id of ids) left.delete(id);
      if (left.size === 0) await allDone.pass();
    };
    for (const id of left) await add({ name: 'work', ids: [id], queue: 'work' });
    await Promise.all([runner(handle).start(), runner(handle).start()]);
    await allDone.reached;
    allDone.open();
    expect(most).toBe(1);
  });

  it('of a worker that was killed begin again when the next one starts', async () => {
    await add(work('orphan'));
    for (const table of ['_private_jobs', '_private_job_queues']) {
      await test.database.query(
        `UPDATE graphile_worker.${table} SET locked_by = 'worker-of-a-killed-process', locked_at = now()`,
      );
    }
    const begun = gate();
    const ids: string[] = [];
    const jobs = runner(async (given) => {
      ids.push(...given);
      await begun.pass();
    });
    await jobs.drain();
    expect(ids).toEqual([]);
    await jobs.start();
    await begun.reached;
    begun.open();
    expect(ids).toEqual(['orphan']);
  });

  it('of a living worker are left to it when another one starts', async () => {
    const running = gate();
    let runs = 0;
    const handle = async (): Promise<void> => {
      runs += 1;
      await running.pass();
    };
    await runner(handle).start();
    await add(work('slow'));
    await running.reached;
    const other = runner(handle);
    await other.start();
    await other.drain();
    expect(runs).toBe(1);
    running.open();
  });

  it('that have a timetable are put on it, and run without ids', async () => {
    const runs: (readonly string[])[] = [];
    const jobs = runner(async (ids) => {
      runs.push(ids);
    }, '23 * * * *');
    await jobs.start();
    const known = () =>
      test.database.query('SELECT identifier FROM graphile_worker._private_known_crontabs');
    // The runner writes it down soon after it has started.
    let timetable = await known();
    while (timetable.length === 0) timetable = await known();
    expect(timetable).toEqual([{ identifier: 'work' }]);
    await jobs.stop();
    await test.database.query(
      `SELECT graphile_worker.add_job('work', '{"_cron": {"ts": "2026-01-01T00:23:00Z"}}', job_key := 'work')`,
    );
    await jobs.drain();
    expect(runs).toEqual([[]]);
  });

  it('refuse a timetable that is none', async () => {
    await expect(runner(async () => undefined, 'every hour').start()).rejects.toThrow(/cron/i);
  });
});
