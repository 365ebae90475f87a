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
import { NeedAlertJob } from '#engagement';
import { FeedJob, WebhookSend, WebhookService } from '#following';
import { OPERATOR } from '#identity';
import { MailSend, queueMail } from '#mail';
import { WpsMailsJob } from '#wps';
import { Logger } from '@nestjs/common';
import { makeAccount } from '../support/accounts.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { fill, record } from '../support/fill.js';
import { openNeedBench, type NeedBench } from '../support/needing.js';
import { gate } from '../support/waiting-jobs.js';
import { breakLock, waitingForLocks } from '../support/waiting-locks.js';
import { openWpsWorld } from '../support/wps.js';

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

const MONDAY = '2027-02-01';

/** Each stands in the middle of its work while its lock is taken away and another process does the same, and goes on then. */
describe('a job that lost its lock', () => {
  let bench: NeedBench;
  let waits: ReturnType<typeof gate>;
  const LOST = { name: 'LockLostError' };

  beforeAll(async () => {
    bench = await openNeedBench();
    await fill(bench.api.services, 'acacia', [record(1, { years: '12' })]);
  });
  beforeEach(() => {
    waits = gate();
  });
  afterAll(async () => bench.close());

  const rows = async <Row extends object>(sql: string) =>
    bench.api.services.database.query<Row>(sql);
  /** The job of the service, but with other parts. */
  const jobWith = <T extends JobHandler>(job: Job<T>, parts: Parts = {}): T =>
    Object.assign(Object.create(bench.api.app.get<T>(job)) as T, parts);
  /** The same with a part of which one method passes the gate before it gives what it has read. */
  const slow = <T extends JobHandler>(job: Job<T>, name: string, method: string): T => {
    const part = (bench.api.app.get<unknown>(job) as Parts)[name]!;
    const slowly = async (...given: unknown[]): Promise<unknown> => {
      const read: unknown = await part[method]!(...given);
      await waits.pass();
      return read;
    };
    return jobWith(job, {
      [name]: Object.assign(Object.create(part) as typeof part, { [method]: slowly }),
    });
  };
  /** What the first one ends with, after the second has done all its work. */
  const overtaken = async (
    lock: string,
    first: JobHandler,
    second: JobHandler,
    ids: string[] = [],
  ): Promise<unknown> => {
    const broken = first.handle(ids).catch((error: unknown) => error);
    await waits.reached;
    await breakLock(bench.api, lock);
    await second.handle(ids);
    waits.open();
    return broken;
  };

  it('sends no mail that another process has sent', async () => {
    await bench.api.services.database.transaction((tx) =>
      queueMail(tx, bench.api.services.vault, {
        to: 'amina@example.org',
        locale: 'en',
        template: 'need-candidates',
        parameters: { link: 'https://baraza.example.org/console' },
      }),
    );
    const [{ id } = { id: '' }] = await rows<{ id: string }>('SELECT id FROM mail_message');
    const sent: unknown[] = [];
    const transport = { send: async (mailId: unknown) => sent.push(mailId) };
    const first = Object.assign(slow(MailSend, 'vault', 'open'), { transport });
    const second = jobWith(MailSend, { transport });
    expect(await overtaken(`mail:${id}`, first, second, [id])).toMatchObject(LOST);
    expect(sent).toEqual([id]);
    expect(await rows('SELECT FROM mail_message')).toEqual([]);
  });

  describe('of webhooks', () => {
    const DELIVERIES = 'SELECT state, attempts FROM webhook_delivery';

    beforeEach(async () => {
      await rows('DELETE FROM webhook');
      const { account } = await bench.api.services.identity.serviceAccounts.create(OPERATOR, {
        name: 'Follower',
        scopes: ['directory.read'],
        networkIds: [],
        days: 30,
      });
      const webhooks = bench.api.app.get(WebhookService);
      await webhooks.create(OPERATOR, account.id, 'https://program.example.org/told');
      await rows(
        `INSERT INTO webhook_delivery (id, webhook_id, kind, told_at, due_at)
         SELECT gen_random_uuid(), id, 'changes', now(), now() - interval '1 hour' FROM webhook`,
      );
    });

    it('sends no message that another process has sent', async () => {
      let posted = 0;
      const poster = { post: async () => ({ status: 200 + ++posted, problem: null }) };
      const first = Object.assign(slow(WebhookSend, 'vault', 'open'), { poster });
      const second = jobWith(WebhookSend, { poster });
      expect(await overtaken('webhook-send', first, second)).toMatchObject(LOST);
      expect(posted).toBe(1);
      expect(await rows(DELIVERIES)).toEqual([{ state: 'delivered', attempts: 1 }]);
    });

    it('counts one try where both had sent it, and tries no more', async () => {
      const post = async () => ({ status: 500, problem: null });
      const slowly = async () => {
        await waits.pass();
        return post();
      };
      const first = jobWith(WebhookSend, { poster: { post: slowly } });
      const second = jobWith(WebhookSend, { poster: { post } });
      expect(await overtaken('webhook-send', first, second)).toBeUndefined();
      expect(await rows(DELIVERIES)).toEqual([{ state: 'waiting', attempts: 1 }]);
    });
  });

  it('tells programs nothing older than another process has told them', async () => {
    const batches = () => rows('SELECT clearance, last FROM feed_batch ORDER BY 1, 2');
    const rename = (name: string) =>
      rows(`UPDATE mediator SET display_name = '${name}' WHERE display_name <> '${name}'`);
    const second = bench.api.app.get(FeedJob);
    await second.handle();
    await rename('Oldername');
    const first = slow(FeedJob, 'profiles', 'recordsByIds');
    const broken = first.handle().catch((error: unknown) => error);
    await waits.reached;
    await breakLock(bench.api, 'change-feed');
    await rename('Newername');
    await second.handle();
    const told = await batches();
    waits.open();
    expect(await broken).toMatchObject(LOST);
    expect(await batches()).toEqual(told);
  });

  it('writes to no focal point what is owed no more', async () => {
    const who = await openWpsWorld(bench.api);
    const { id } = await makeAccount(bench.api.services, { role: 'focal-point' });
    const { organizationId } = who['reed-coast'];
    await rows(`UPDATE account SET organization_id = '${organizationId}' WHERE id = '${id}'`);
    const parts = (owed: unknown[], pass = async () => undefined as void): Parts => ({
      standings: { today: () => MONDAY },
      owing: {
        ofActor: async () => {
          await pass();
          return owed;
        },
      },
    });
    const owed = { due: MONDAY, urgent: true, isPublic: false, text: {}, owedTo: null };
    const first = jobWith(WpsMailsJob, parts([owed], waits.pass));
    expect(await overtaken('wps-mails', first, jobWith(WpsMailsJob, parts([])))).toMatchObject(
      LOST,
    );
    expect(await rows('SELECT FROM wps_mail_told')).toEqual([]);
    await jobWith(WpsMailsJob, parts([owed])).handle();
    expect(await rows('SELECT FROM wps_mail_told')).toHaveLength(1);
  });

  it('alerts nobody of whom another process did not find', async () => {
    const ana = await bench.account(bench.ana, 'Ana', 'organizer');
    const criteria = { date: '2026-11-01', hard: { minimumYears: 5 }, soft: { years: 10 } };
    const create = { title: 'Talks at the lake', criteria };
    const { id } = await bench.need(ana, 'createNeed(input: $create)', { create });
    await bench.need(ana, `openNeed(id: "${String(id)}", revision: 1)`);
    await bench.need(ana, `setNeedAlert(id: "${String(id)}", rhythm: DAILY)`);
    await fill(bench.api.services, 'acacia', [record(2, { years: '12' })]);
    const news = 'SELECT FROM need_watch_woman WHERE news';
    const mails = `SELECT FROM graphile_worker.jobs WHERE task_identifier = 'need-alert-mails'`;
    const second = jobWith(NeedAlertJob, { eligible: { named: async () => [] } });
    const first = slow(NeedAlertJob, 'eligible', 'named');
    expect(await overtaken('need-alerts', first, second)).toMatchObject(LOST);
    expect([await rows(news), await rows(mails)]).toEqual([[], [{}]]);
    await jobWith(NeedAlertJob).handle();
    expect(await rows(news)).toHaveLength(1);
  });
});

type Job<T> = abstract new (...parts: never[]) => T;
/** What a job works with, by the name of its field. */
type Parts = Readonly<Record<string, Record<string, (...given: unknown[]) => unknown>>>;
