import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfirmationJob } from '#directory';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { record } from '../../support/fill.js';
import { readOutbox, type ReadMail } from '../../support/outbox.js';
import { waitingForLocks } from '../../support/waiting-locks.js';

const CONFIRMED = '2026-01-01';
/** Days after she confirmed. */
const after = (days: number) => new Date(Date.parse(CONFIRMED) + days * 86_400_000);

describe('confirming a profile', () => {
  let bench: CurationBench;
  let id = '';
  let read = 0;
  beforeAll(async () => {
    bench = await openCurationBench({ BARAZA_CONFIRM_AFTER_DAYS: '365' });
  });
  afterAll(async () => bench.close());
  beforeEach(async () => {
    await bench.clear();
    const her = {
      confirmed_on: CONFIRMED,
      email: 'her@example.org',
      languages: 'French (C1); English (A2)',
    };
    id = (await bench.list('acacia', record(1, her)))(1);
  });

  /** The job as it runs on a day. */
  const run = async (days: number): Promise<ReadMail[]> => {
    const { database, vault, identity } = bench.api.services;
    const now = () => after(days);
    await new ConfirmationJob(database, vault, identity.links, bench.api.settings, now).handle();
    await bench.api.services.jobs.drain();
    const mails = await readOutbox(bench.api.settings);
    const fresh = mails.slice(read);
    read = mails.length;
    return fresh;
  };
  const state = async () => (await bench.profile(bench.ada, id, 'state')).state;
  const byLink = (token: string) =>
    bench.ask(
      null,
      `mutation { confirmProfileByLink(token: "${token}") { __typename ... on ConfirmedProfile { confirmedOn } } }`,
    );
  const tokenIn = (mail: ReadMail | undefined): string =>
    /[#=]([\w-]+)$/.exec(mail?.links[0] ?? '')?.[1] ?? '';
  const matched = async () => {
    const { data } = await bench.api.ask<{
      matchCandidates: { considered: number; totalCount: number };
    }>(
      `{ matchCandidates(need: { date: "2027-02-01", soft: { years: 1 } }) { ... on MatchConnection { totalCount } } }`,
    );
    return data?.matchCandidates.totalCount;
  };

  it('is asked for thirty and seven days before, once each, in a language she knows', async () => {
    expect(await run(334)).toEqual([]);
    const first = await run(335);
    expect(first.map(({ to }) => to)).toEqual(['her@example.org']);
    expect(first[0]?.text).toMatch(/profil/i);
    expect(await run(335)).toEqual([]);
    expect(await run(357)).toEqual([]);
    expect(await run(358)).toHaveLength(1);
    expect(await run(359)).toEqual([]);
    expect(await state()).toBe('PUBLISHED');
  });

  it('is asked for once where nobody ran for weeks', async () => {
    expect(await run(360)).toHaveLength(1);
    expect(await run(361)).toEqual([]);
  });

  it('that never came makes the profile stale, which leaves matching', async () => {
    expect(await matched()).toBe(1);
    const mails = await run(365);
    expect(mails.map(({ to }) => to)).toEqual(['her@example.org']);
    expect(await state()).toBe('STALE');
    expect(await matched()).toBe(0);
    expect(await run(365)).toEqual([]);
    const { steps } = await bench.profile(bench.ada, id, 'steps { step before after madeBy }');
    expect((steps as unknown[]).at(-1)).toEqual({
      step: 'expire',
      before: 'PUBLISHED',
      after: 'STALE',
      madeBy: 'system:confirmation',
    });
  });

  it('by the link of the mail needs no sign-in, works once and shows her again', async () => {
    const [mail] = await run(335);
    await run(365);
    expect(await state()).toBe('STALE');
    const token = tokenIn(mail);
    expect(await byLink(token)).toMatchObject({ __typename: 'ConfirmedProfile' });
    expect(await state()).toBe('PUBLISHED');
    expect(await byLink(token)).toMatchObject({ __typename: 'NotFound' });
    expect(await byLink('nonsense')).toMatchObject({ __typename: 'NotFound' });
    expect(
      await bench.profile(bench.ada, id, 'confirmedOn sources { field sources { herself } }'),
    ).toMatchObject({
      confirmedOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    });
  });

  it('by a link does not bring back whom somebody took out, and leaves the link usable', async () => {
    const [mail] = await run(335);
    await bench.api.services.lifeCycle.step(bench.ada, id, 'suspend');
    expect(await byLink(tokenIn(mail))).toMatchObject({ __typename: 'InvalidState' });
    expect(await state()).toBe('SUSPENDED');
  });

  it('is done by herself when she has signed in, and by nobody for her', async () => {
    await run(365);
    const confirm = 'confirmProfile';
    expect(await bench.mutate(bench.ada, confirm)).toMatchObject({ __typename: 'NotPermitted' });
    expect(
      await bench.mutate(bench.ada, `stepProfile(id: "${globalId('Profile', id)}", step: CONFIRM)`),
    ).toMatchObject({ __typename: 'NotPermitted' });
    expect(await bench.mutate(bench.herself(id), confirm)).toMatchObject({ state: 'PUBLISHED' });
  });

  it('is not asked of women whom nobody sees, or of whom nobody knows an address', async () => {
    await bench.api.services.consents.withdraw(bench.herself(id), id, 'LISTED', null);
    await bench.list('acacia', record(2, { confirmed_on: CONFIRMED }));
    expect(await run(340)).toEqual([]);
    const reminded = await bench.api.services.database.query('SELECT FROM profile_reminder');
    expect(reminded).toHaveLength(1);
  });

  it('is not asked of a woman whom another worker reminds at the same moment', async () => {
    const { database } = bench.api.services;
    let mails: Promise<ReadMail[]> | undefined;
    await database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO profile_reminder (mediator_id, due_on, days_before) VALUES ($1, '2027-01-01', 30)`,
        [id],
      );
      mails = run(340);
      // The job has looked for whom to remind, without seeing that reminder, and waits to write its own.
      await waitingForLocks(bench.api);
    });
    expect(await mails).toEqual([]);
    const audited = await bench.api.asOwner(
      `SELECT FROM audit_entry WHERE action = 'profile.remind' AND subject_id = '${id}'`,
    );
    expect(audited).toEqual([]);
  });

  it('is asked of many in batches, by two workers at a time, of none twice', async () => {
    const many = Array.from({ length: 230 }, (_, i) =>
      record(i + 10, { confirmed_on: CONFIRMED, email: `w${i}@example.org` }),
    );
    await bench.list('acacia', ...many);
    const { database, vault, identity } = bench.api.services;
    const now = () => after(340);
    const jobs = [1, 2].map(
      () => new ConfirmationJob(database, vault, identity.links, bench.api.settings, now),
    );
    await Promise.all(jobs.map((job) => job.handle()));
    const [queued] = await database.query<{ mails: number; women: number }>(
      'SELECT count(*)::int AS mails, count(DISTINCT mediator_id)::int AS women FROM mail_message',
    );
    expect(queued).toEqual({ mails: 231, women: 231 });
    await database.query('DELETE FROM mail_message');
  });
});
