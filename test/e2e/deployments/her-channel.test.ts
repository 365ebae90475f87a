import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AlongsideService, DeploymentFeedbackService, LookBackClocks } from '#deployments';
import { HerMails } from '#introductions';
import { openDeployBench, type DeployBench } from '../../support/deploying.js';
import { record } from '../../support/fill.js';

const PLAN = {
  rhythm: 'daily',
  checkInTime: '23:00',
  timeZone: 'Africa/Bamako',
  graceHours: 4,
} as const;

interface Posted {
  readonly channel: string;
  readonly notBefore: Date | null;
}

describe('what a mediator is told about deployments', () => {
  let bench: DeployBench;
  let number = 0;

  beforeAll(async () => {
    bench = await openDeployBench();
    const { app } = bench.api;
    for (const service of [LookBackClocks, DeploymentFeedbackService, AlongsideService, HerMails]) {
      Object.assign(app.get<object>(service), { now: () => bench.clock.now });
    }
  });
  afterAll(async () => bench.close());
  beforeEach(() => {
    number += 1;
    bench.clock.now = new Date('2097-01-02T10:00:00Z');
  });

  /** In Bamako, which has the time of UTC all year. */
  const prefers = async (herId: string, channel: string, quiet: readonly [string, string] | null) =>
    bench.api.services.database.query(
      `INSERT INTO mediator_preference (mediator_id, time_zone, channel, quiet_from, quiet_until)
       VALUES ($1, 'Africa/Bamako', $2, $3, $4)`,
      [herId, channel, quiet?.[0] ?? null, quiet?.[1] ?? null],
    );
  const posted = async (herId: string) =>
    bench.api.services.database.query<Posted>(
      `SELECT channel, not_before AS "notBefore" FROM mail_message WHERE mediator_id = $1 ORDER BY id`,
      [herId],
    );
  /** What is posted to her, and how many mails her desk gets, while `work` is done. */
  const during = async (herId: string, work: () => Promise<unknown>) => {
    const before = (await posted(herId)).length;
    const desk = await bench.mailsTo({ accountId: bench.ada.userId });
    await work();
    return {
      her: (await posted(herId)).slice(before),
      desk: (await bench.mailsTo({ accountId: bench.ada.userId })) - desk,
    };
  };
  const at = (time: string) => {
    bench.clock.now = new Date(time);
  };
  const suspend = async (id: string) =>
    bench.organizers.suspend(bench.ana, id, (await bench.organizers.byId(bench.ana, id)).revision, {
      reason: 'security',
      words: '',
    });
  const end = async ({ her, id }: Awaited<ReturnType<DeployBench['active']>>) => {
    const { revision } = await bench.own.byId(her, id);
    await bench.own.end(her, id, revision, { reason: 'family', words: '' });
    await bench.api.app.get(LookBackClocks).handle();
  };
  const propose = async (deploymentId: string, mediatorId: string) =>
    bench.api.app
      .get(AlongsideService)
      .propose(bench.ada, { deploymentId, mediatorId, form: 'shadow' });
  const listed = async (changes: Record<string, string> = {}) => {
    const newcomer = 6000 + number;
    const consent = 'LISTED; MATCHED; CONTACTED';
    const email = `woman${newcomer}@example.org`;
    return (await bench.list('acacia', record(newcomer, { consent, email, ...changes })))(newcomer);
  };

  it('comes by mail where she has said nothing', async () => {
    const made = await bench.active(number);
    const told = await during(made.herId, async () => suspend(made.id));
    expect(told.her).toEqual([{ channel: 'mail', notBefore: null }]);
  });

  it('waits until her quiet hours are over, but for the question whether she is well', async () => {
    const made = await bench.active(number);
    const { revision } = await bench.own.byId(made.her, made.id);
    await bench.own.planCheckIns(made.her, made.id, revision, PLAN);
    await prefers(made.herId, 'mail', ['21:00', '06:00']);
    at('2097-01-04T23:00:00Z');
    const asked = await during(made.herId, async () => bench.clocks.handle());
    expect(asked.her).toContainEqual({ channel: 'mail', notBefore: null });
    at('2097-01-04T23:30:00Z');
    const until = new Date('2097-01-05T06:00:00Z');
    const told = await during(made.herId, async () => suspend(made.id));
    expect(told.her).toEqual([{ channel: 'mail', notBefore: until }]);
    const over = await during(made.herId, async () => end(made));
    expect(over.her).toEqual([{ channel: 'mail', notBefore: until }]);
  });

  it('is for her desk to say where she wants to be called', async () => {
    const made = await bench.active(number);
    const { revision } = await bench.own.byId(made.her, made.id);
    await bench.own.planCheckIns(made.her, made.id, revision, PLAN);
    await prefers(made.herId, 'telephone', null);
    at('2097-01-04T23:00:00Z');
    const asked = await during(made.herId, async () => bench.clocks.handle());
    expect(asked.her).toEqual([]);
    expect(asked.desk).toBeGreaterThan(0);
    const over = await during(made.herId, async () => end(made));
    expect(over.her).toEqual([]);
    // Of the end, and of the questions that wait for her.
    expect(over.desk).toBe(2);
    const links = await bench.api.services.database.query(
      `SELECT FROM one_time_link WHERE mediator_id = $1 AND purpose IN ('check-in', 'feedback')`,
      [made.herId],
    );
    expect(links).toEqual([]);
  });

  it('comes to her telephone as a short message where she wants it so', async () => {
    const lead = await bench.active(number);
    const herId = await listed({ telephone: '+223 20 22 00 01' });
    await prefers(herId, 'message', ['09:00', '12:00']);
    const told = await during(herId, async () => propose(lead.id, herId));
    const notBefore = new Date('2097-01-04T12:00:00Z');
    expect(told.her).toEqual([{ channel: 'message', notBefore }]);
  });

  it('comes by mail where she wants messages, and has stated no number that is whole', async () => {
    const lead = await bench.active(number);
    const herId = await listed({ telephone: '20 22 00 01' });
    await prefers(herId, 'message', null);
    const told = await during(herId, async () => propose(lead.id, herId));
    expect(told.her).toEqual([{ channel: 'mail', notBefore: null }]);
  });
});
