import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NeedAlertJob, NeedAlertMails, NeedAlertService } from '#engagement';
import type { Viewer } from '#identity';
import { fill, record } from '../../support/fill.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';

const CRITERIA = { date: '2026-11-01', hard: { minimumYears: 5 }, soft: { years: 10 } };
/** A Tuesday, before the morning's look. */
const TUESDAY = Date.parse('2027-02-02T04:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('alerts of a need', () => {
  let bench: NeedBench;
  let ana: Viewer;
  let alba: Viewer;
  let needId: string;
  let now = TUESDAY;

  beforeAll(async () => {
    bench = await openNeedBench();
    ana = await bench.account(bench.ana, 'Ana', 'organizer');
    alba = await bench.account(bench.ana, 'Alba', 'organizer');
    for (const part of [NeedAlertJob, NeedAlertMails, NeedAlertService]) {
      Object.assign(bench.api.app.get<object>(part), { now: () => new Date(now) });
    }
  });
  afterAll(async () => bench.close());
  beforeEach(async () => {
    now = TUESDAY;
    for (const table of ['need', 'mediator', 'mail_message']) {
      await bench.api.services.database.query(`DELETE FROM ${table}`);
    }
    await list(1, 'Amina');
    const made = await bench.need(ana, 'createNeed(input: $create)', {
      create: { title: 'Talks at the lake', criteria: CRITERIA },
    });
    needId = String(made.id);
    await bench.need(ana, `openNeed(id: "${needId}", revision: 1)`);
  });

  const list = async (n: number, display_name: string, more = {}): Promise<void> => {
    await fill(bench.api.services, 'acacia', [record(n, { display_name, years: '12', ...more })]);
  };
  const set = async (rhythm: 'DAILY' | 'WEEKLY' | null, viewer = ana) =>
    bench.need(viewer, `setNeedAlert(id: "${needId}", rhythm: ${rhythm})`);
  /** The job of the mails, which the look has queued for 7, as the queue runs it. */
  const sendMails = async (): Promise<void> => {
    const queued = await bench.api.services.database.query<{ ids: string[]; at: Date }>(
      `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
       WHERE t.id = j.task_id AND t.identifier = 'need-alert-mails' RETURNING j.payload AS ids, j.run_at AS at`,
    );
    for (const { ids, at } of queued) {
      now = at.getTime();
      await bench.api.app.get(NeedAlertMails).handle(ids);
    }
  };
  /** The look of the next morning, after so many days, and the mails an hour later. */
  const look = async (days = 1, { mailed = true } = {}): Promise<void> => {
    now = Math.floor(now / DAY) * DAY + days * DAY + 6 * HOUR + 1_000;
    await bench.api.app.get(NeedAlertJob).handle();
    if (mailed) await sendMails();
  };
  const read = async (viewer = ana) =>
    bench.ask(
      viewer,
      `{ node(id: "${needId}") { ... on Need { alert newCandidates { since mediators { name } } } } }`,
    );
  const names = async (viewer = ana): Promise<string[] | null> => {
    const { newCandidates } = (await read(viewer)) as {
      newCandidates: { mediators: { name: string }[] } | null;
    };
    return newCandidates && newCandidates.mediators.map(({ name }) => name).toSorted();
  };
  const inbox = async (viewer = ana) => {
    const found = (await bench.ask(
      viewer,
      '{ inbox { edges { node { kind subjectId waitsFor } } } }',
    )) as { edges: { node: object }[] };
    return found.edges.map(({ node }) => node);
  };
  /** To whom mails wait. */
  const mails = async () =>
    bench.api.services.database.query<{ to: string }>(
      'SELECT account_id AS "to" FROM mail_message ORDER BY account_id',
    );
  const change = async (name: string, columns: string): Promise<void> => {
    await bench.api.services.database.query(
      `UPDATE mediator SET ${columns} WHERE display_name = $1`,
      [name],
    );
  };

  it('tell of whoever becomes eligible, once, in the inbox and by a mail that says nothing', async () => {
    expect(await set('DAILY')).toMatchObject({ __typename: 'Need' });
    expect(await read()).toEqual({ alert: 'DAILY', newCandidates: null });
    await look();
    expect([await names(), await inbox(), await mails()]).toEqual([null, [], []]);
    await list(2, 'Bintou');
    expect(await names()).toBeNull();
    await look();
    expect(await names()).toEqual(['Bintou']);
    expect(await inbox()).toEqual([
      { kind: 'NEW_CANDIDATES', subjectId: needId, waitsFor: 'ORGANIZER' },
    ]);
    expect(await mails()).toEqual([{ to: ana.userId }]);
    await look();
    expect(await mails()).toHaveLength(1);
    expect(await bench.need(ana, `seeNewCandidates(id: "${needId}")`)).toMatchObject({
      __typename: 'Need',
    });
    expect([await names(), await inbox()]).toEqual([null, []]);
    // Who had too few years before.
    await list(3, 'Chipo', { years: '2' });
    await look();
    expect(await names()).toBeNull();
    await list(3, 'Chipo');
    await look();
    expect(await names()).toEqual(['Chipo']);
  });

  it('wait for Monday where she wants them once a week', async () => {
    await set('WEEKLY');
    await set('WEEKLY', alba);
    await set(null, alba);
    await list(2, 'Bintou');
    await look();
    expect([await names(), await mails()]).toEqual([null, []]);
    await look(5);
    expect(await names()).toEqual(['Bintou']);
    expect((await mails()).map(({ to }) => to)).toEqual([ana.userId]);
  });

  it('come in one mail for all needs, to whoever asked', async () => {
    await set('DAILY');
    await set('WEEKLY', alba);
    const other = await bench.need(ana, 'createNeed(input: $create)', {
      create: { title: 'Talks at the river', criteria: CRITERIA },
    });
    await bench.need(ana, `openNeed(id: "${String(other.id)}", revision: 1)`);
    await bench.need(ana, `setNeedAlert(id: "${String(other.id)}", rhythm: DAILY)`);
    await list(2, 'Bintou');
    await look();
    expect((await mails()).map(({ to }) => to)).toEqual([ana.userId]);
    // Her colleague sees the same in their inbox, and has her mail on Monday.
    expect(await names(alba)).toEqual(['Bintou']);
    await look(5);
    expect((await mails()).map(({ to }) => to)).toEqual([ana.userId, alba.userId]);
  });

  it('tell nothing of a woman under a code name, nor of one who comes back', async () => {
    await list(2, 'Bintou');
    await set('DAILY');
    await change('Bintou', `state = 'suspended'`);
    await look();
    await list(3, 'Chipo');
    await change('Chipo', "pseudonymous = true, code_name = 'Heron'");
    await change('Bintou', `state = 'published'`);
    await look();
    expect([await names(), await inbox(), await mails()]).toEqual([null, [], []]);
    // Under her name she is somebody else.
    await change('Chipo', 'pseudonymous = false');
    await look();
    expect(await names()).toEqual(['Chipo']);
  });

  it('tell nothing of whom the organizer was shown for the need before', async () => {
    await list(2, 'Bintou');
    await bench.ask(
      ana,
      `{ matchCandidates(needId: "${needId}", first: 10) { ... on MatchConnection { totalCount } } }`,
    );
    await change('Bintou', `state = 'suspended'`);
    await set('DAILY');
    await change('Bintou', `state = 'published'`);
    await look();
    expect(await names()).toBeNull();
  });

  it('show nobody who has gone since, and say no more of her', async () => {
    await set('DAILY');
    await list(2, 'Bintou');
    await look(1, { mailed: false });
    await change('Bintou', `state = 'withdrawn'`);
    // As if she had never been there, in the mail, too, which goes an hour after the look.
    expect([await names(), await inbox()]).toEqual([null, []]);
    await sendMails();
    expect(await mails()).toEqual([]);
    await bench.api.services.database.query(`DELETE FROM mediator WHERE display_name = 'Bintou'`);
    expect([await names(), await inbox()]).toEqual([null, []]);
  });

  it('end with the need, in the transaction of the look, and the log says so', async () => {
    await set('DAILY');
    await bench.api.services.database.query(
      `UPDATE need SET state = 'cancelled', closed_at = now() WHERE id IN (SELECT need_id FROM need_watch)`,
    );
    await look();
    expect(await bench.api.services.database.query('SELECT FROM need_watch')).toEqual([]);
    const deeds = await bench.api.services.database.query<{ actor: string }>(
      `SELECT actor FROM audit_entry WHERE action = 'need.end-alerts'`,
    );
    expect(deeds).toEqual([{ actor: 'system:need-alerts' }]);
  });

  it('take nobody for new because the need asks something else', async () => {
    await list(2, 'Bintou', { years: '2' });
    await set('DAILY');
    await bench.need(ana, 'editNeed(input: $edit)', {
      edit: { id: needId, revision: 2, criteria: { ...CRITERIA, hard: {} } },
    });
    await look();
    expect(await names()).toBeNull();
    await list(3, 'Chipo', { years: '1' });
    await look();
    expect(await names()).toEqual(['Chipo']);
  });

  it('are for organizers of the need alone, while somebody is looked for', async () => {
    const bo = await bench.account(bench.bo, 'Bo', 'organizer');
    expect(await set('DAILY', bo)).toMatchObject({ __typename: 'NotFound' });
    expect(await bench.need(bo, `seeNewCandidates(id: "${needId}")`)).toMatchObject({
      __typename: 'NotFound',
    });
    await set('DAILY');
    await list(2, 'Bintou');
    await bench.suspend(ana);
    await look();
    await bench.verify(ana);
    expect([await names(), await mails()]).toEqual([null, []]);
    await bench.need(ana, `closeNeed(id: "${needId}", revision: 2, outcome: CANCELLED)`);
    await look();
    expect(await read()).toEqual({ alert: null, newCandidates: null });
    expect(await set('DAILY')).toMatchObject({ __typename: 'InvalidState' });
    const rows = await bench.api.services.database.query('SELECT FROM need_watch');
    expect(rows).toEqual([]);
    expect((await bench.deeds('need')).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['need.set-alert', 'need.cancel']),
    );
  });
});
