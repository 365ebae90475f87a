import { setTimeout } from 'node:timers/promises';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import {
  jobBacklog,
  JobNotQueuedError,
  JobRunner,
  type CallRequest,
  type JobHandler,
  type JobRequest,
} from '#database';
import { Logger } from '@nestjs/common';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { gate } from '../support/waiting-jobs.js';
import { waitingForLocks } from '../support/waiting-locks.js';

/** A backlog without any job. */
const NONE = { waiting: 0, givenUp: 0, lateSeconds: 0 };
/** A timetable that comes up in no test. */
const YEARLY = '0 0 29 2 *';

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

  const add = async (request: JobRequest | CallRequest): Promise<void> =>
    test.database.transaction((tx) => tx.addJob(request));
  const work = (...ids: string[]): JobRequest => ({ name: 'work', ids, queue: 'work' });
  const call: CallRequest = { name: 'work', queue: 'work', call: true };
  const runner = (handle: JobHandler['handle'], schedule?: string, look?: number): JobRunner => {
    const made = new JobRunner(test.database, () => [{ name: 'work', handle, schedule }], look);
    started.push(made);
    return made;
  };
  const waiting = async (): Promise<number> => {
    const rows = await test.database.query(
      'SELECT FROM graphile_worker.jobs WHERE locked_at IS NULL AND attempts < max_attempts',
    );
    return rows.length;
  };

  it('that call for work wait only once', async () => {
    let runs = 0;
    await Promise.all(Array.from({ length: 60 }, () => add(call)));
    expect(await waiting()).toBe(1);
    await runner(async () => {
      runs += 1;
    }).drain();
    expect(runs).toBe(1);
  });

  it('are queued although a worker takes the waiting one while they are', async () => {
    await add(call);
    // The queue looks for a job that runs, and then inserts: here it stops between the two.
    await test.asOwner(`
      CREATE FUNCTION barrier() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('barrier', 0));
        RETURN NULL;
      END $$;
      CREATE TRIGGER barrier BEFORE INSERT ON graphile_worker._private_jobs
        FOR EACH STATEMENT EXECUTE FUNCTION barrier()`);
    const running = gate();
    let runs = 0;
    const jobs = runner(async () => {
      runs += 1;
      if (runs === 1) await running.pass();
    });
    try {
      const between = await test.database.exclusively('barrier', async () => {
        const adding = add(call);
        await waitingForLocks(test);
        const draining = jobs.drain();
        await running.reached;
        return { adding, draining };
      });
      await between.adding;
      expect(await waiting()).toBe(1);
      running.open();
      await between.draining;
      expect(runs).toBe(2);
    } finally {
      await test.asOwner('DROP FUNCTION barrier CASCADE');
    }
  });

  it('fail the write that causes them when they cannot be queued', async () => {
    await test.asOwner(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON graphile_worker._private_jobs
        FOR EACH ROW EXECUTE FUNCTION refuse()`);
    try {
      await expect(add(call)).rejects.toThrow(JobNotQueuedError);
      await expect(add(work('one'))).rejects.toThrow('The job work could not be queued.');
    } finally {
      await test.asOwner('DROP FUNCTION refuse CASCADE');
    }
  });

  it('are done again when one fails while another waits', async () => {
    let engineIsDown = true;
    let done = 0;
    const jobs = runner(async () => {
      if (engineIsDown) {
        await add(call);
        engineIsDown = false;
        throw new Error('the engine is down');
      }
      done += 1;
    }, YEARLY);
    await add(call);
    await jobs.drain();
    expect(done).toBe(1);
    // The one that failed has had its place taken, and is no job that was given up.
    await jobs.start();
    expect(await jobBacklog(test.database)).toEqual(NONE);
  });

  it('of the timetable that were given up are told, and not taken for replaced', async () => {
    await test.database.query(
      `SELECT graphile_worker.add_job('work', '[]', queue_name := 'work', job_key := 'work')`,
    );
    await test.database.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts');
    await runner(async () => undefined, YEARLY).start();
    expect(await jobBacklog(test.database)).toEqual({ ...NONE, givenUp: 1 });
  });

  it('tell how late the oldest is that nobody runs', async () => {
    expect(await jobBacklog(test.database)).toEqual(NONE);
    await add(work('late'));
    await add(work('later'));
    await test.database.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() - interval '75 seconds' WHERE payload::text = '["late"]'`,
    );
    const { lateSeconds, ...counts } = await jobBacklog(test.database);
    expect(counts).toEqual({ waiting: 2, givenUp: 0 });
    expect(lateSeconds).toBeGreaterThanOrEqual(75);
    await test.database.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts');
    expect(await jobBacklog(test.database)).toEqual({ waiting: 0, givenUp: 2, lateSeconds: 0 });
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

  /** All jobs and queues as they are when the process that runs them is killed. */
  const killed = async (): Promise<void> => {
    for (const table of ['_private_jobs', '_private_job_queues']) {
      await test.database.query(
        `UPDATE graphile_worker.${table} SET locked_by = 'worker-of-a-killed-process', locked_at = now()`,
      );
    }
  };

  it('of a worker that was killed begin again when the next one starts', async () => {
    await add(work('orphan'));
    await killed();
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

  it('of a worker that was killed begin again although no other starts', async () => {
    const ids: string[] = [];
    const begun = gate();
    const handle = async (given: readonly string[]): Promise<void> => {
      ids.push(...given);
      await begun.pass();
    };
    await runner(handle, undefined, 20).start();
    await test.database.transaction(async (tx) => {
      await tx.addJob(work('orphan'));
      await tx.query(
        `UPDATE graphile_worker._private_jobs SET locked_by = 'worker-of-a-killed-process', locked_at = now()`,
      );
    });
    await begun.reached;
    begun.open();
    expect(ids).toEqual(['orphan']);
  });

  it('of a worker that was killed are no jobs given up, where another came in their place', async () => {
    await add(call);
    await killed();
    await add(call);
    let runs = 0;
    const jobs = runner(async () => {
      runs += 1;
    }, YEARLY);
    await jobs.start();
    await jobs.stop();
    await jobs.drain();
    expect(runs).toBe(1);
    expect(await jobBacklog(test.database)).toEqual(NONE);
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

  it('begin again when their timetable cannot be kept, and end no process by that', async () => {
    const crontabs = 'graphile_worker._private_known_crontabs';
    await test.asOwner(`DELETE FROM ${crontabs}; ALTER TABLE ${crontabs} RENAME TO hidden`);
    const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    const jobs = runner(async () => undefined, '23 * * * *');
    await jobs.start();
    while (warned.mock.calls.length === 0) await setTimeout(10);
    expect(warned.mock.calls[0]?.[0]).toContain('background jobs begin again');
    warned.mockRestore();
    await test.asOwner(`ALTER TABLE graphile_worker.hidden RENAME TO _private_known_crontabs`);
    const known = async () => (await test.database.query(`SELECT FROM ${crontabs}`)).length;
    while ((await known()) === 0) await setTimeout(10);
    await jobs.stop();
  });

  it('refuse a timetable that is none', async () => {
    await expect(runner(async () => undefined, 'every hour').start()).rejects.toThrow(/cron/i);
  });
});
