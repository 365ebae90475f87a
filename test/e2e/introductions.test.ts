import { OPERATOR } from '#identity';
import type { OrganizerAskView } from '#introductions';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPLETE_TERMS } from '../../libs/introductions/src/terms/terms.fixture.js';
import { DAY, HOUR, MONDAY, openIntroducing, type Introducing } from '../support/introducing.js';

const after = (ms: number) => new Date(MONDAY.getTime() + ms);

describe('introductions', () => {
  let bench: Introducing;

  beforeAll(async () => {
    bench = await openIntroducing();
  });
  afterEach(async () => bench.reset());
  afterAll(async () => bench.close());

  describe('a routine one', () => {
    it('goes from the request to the deployment by two yeses, and each side sees its own', async () => {
      const { requests, desk, own, organizer, coordinator, she } = bench;
      const { needId, entryId } = await bench.need();
      const asked = await requests.request(organizer, entryId, {});
      const { id } = asked;
      expect(asked).toMatchObject({
        state: 'with-network',
        word: null,
        dueAt: after(14 * DAY),
        revision: 1,
        needId,
        channels: [],
        profile: { name: 'Person Number 1' },
      });
      await expect(own.byId(she(), id)).rejects.toThrow('There is no such introduction.');
      const { items } = await desk.list(coordinator, { networkId: bench.networkId }, { first: 5 });
      expect(items).toMatchObject([
        { id, state: 'requested', findings: [], deskDueAt: new Date('2027-01-06T09:00:00Z') },
      ]);

      const forwarded = await desk.forward(coordinator, id, 1);
      expect(forwarded).toMatchObject({ state: 'forwarded', answerDueAt: after(7 * DAY) });
      // The organizer learns neither that nor when.
      expect(await bench.shown(id)).toEqual(asked);

      expect(await bench.hers(id)).toMatchObject({
        organizationName: 'Ministry of Peace',
        terms: { purpose: COMPLETE_TERMS.purpose, contactPerson: { name: null, email: null } },
        termsRevision: 1,
        answerDueAt: after(7 * DAY),
      });
      await bench.accept(id);
      expect(await bench.shown(id)).toMatchObject({ state: 'accepted', canConfirm: true });
      await requests.confirm(organizer, id, 2);
      expect(await bench.shown(id)).toMatchObject({ state: 'confirmed', channels: [] });
      await expect(requests.openContact(organizer, id)).rejects.toThrow('No channel is released.');

      expect(await bench.release(id)).toMatchObject({
        state: 'connected',
        channels: ['email'],
        terms: { contactPerson: COMPLETE_TERMS.contactPerson },
      });
      expect(await bench.shown(id)).toMatchObject({ state: 'connected', channels: ['email'] });
      expect(await requests.openContact(organizer, id)).toEqual({
        channels: ['email'],
        email: 'her@example.org',
        telephone: null,
      });
      expect(await bench.hers(id)).toMatchObject({ contactReads: 1 });

      const engaged = await bench.database.transaction((tx) =>
        bench.engaging.engage(tx, organizer, id),
      );
      expect(engaged).toMatchObject({
        id,
        needId,
        mediatorId: bench.herIds[0],
        terms: COMPLETE_TERMS,
      });
      expect(await bench.shown(id)).toMatchObject({ state: 'ended', word: 'engaged' });
      const steps = (await bench.atDesk(id)).steps.map(({ step }) => step);
      expect(steps).toEqual(['request', 'forward', 'accept', 'confirm', 'release', 'engage']);
    });

    it('has one audit entry for each step, and mails that name nobody', async () => {
      const { id } = await bench.along('connected');
      const deeds = await bench.database.query<{ action: string }>(
        `SELECT action FROM audit_entry WHERE subject_kind = 'introduction' AND subject_id = $1 ORDER BY number`,
        [id],
      );
      expect(deeds.map(({ action }) => action)).toEqual(
        ['request', 'forward', 'accept', 'confirm', 'release'].map(
          (step) => `introduction.${step}`,
        ),
      );
      const mails = [
        ...(await bench.mailsTo(bench.organizing.email)),
        ...(await bench.mailsTo(bench.coordinating.email)),
        ...(await bench.mailsTo('w1@example.org')),
      ];
      expect(mails.length).toBeGreaterThanOrEqual(5);
      for (const { subject, text } of mails) {
        expect(`${subject} ${text}`).not.toMatch(
          /Talks at the lake|Ministry|Person Number|Adviser|councils|Bamako|Kenya|her@example/,
        );
      }
    });

    it('can be answered by the link of the mail until it is over, and only this ask', async () => {
      const { own } = bench;
      const { id } = await bench.along('forwarded');
      const other = await bench.along('forwarded', {}, 1);
      const mails = await bench.mailsTo('w1@example.org');
      const token = new URL(mails.at(-1)?.links[0] ?? '').searchParams.get('token') ?? '';
      const { viewer, ask } = await own.byLink(token);
      expect(ask.id).toBe(id);
      await expect(own.byId(viewer, other.id)).rejects.toThrow('There is no such introduction.');
      const input = { termsRevision: 1, declaration: {} };
      await own.accept(viewer, id, ask.revision, input);
      expect(await bench.stateOf(id)).toBe('accepted');
      // One yes is enough, and she can still change her mind.
      await expect(own.accept(viewer, id, ask.revision, input)).rejects.toThrow(
        'changed meanwhile',
      );
      const { revision } = (await own.byLink(token)).ask;
      await own.decline(viewer, id, revision, { reasons: ['no-reason'], share: false });
      await expect(own.byLink(token)).rejects.toThrow('it has expired');
      await expect(
        own.decline(viewer, id, revision + 1, { reasons: ['no-reason'], share: false }),
      ).rejects.toThrow('There is no such introduction.');
    });
  });

  describe('a flash', () => {
    it('gives the desk four hours, tells deputies, and expires at eight; nothing is ever forwarded', async () => {
      const { id } = await bench.along('requested', { urgency: 'flash' });
      const shown = await bench.shown(id);
      expect(shown.dueAt).toEqual(after(32 * HOUR));
      const before = (await bench.mailsTo(bench.coordinating.email)).length;
      await bench.pass(2 * HOUR);
      await bench.pass(2 * HOUR);
      expect((await bench.mailsTo(bench.coordinating.email)).length).toBeGreaterThan(before);
      expect(await bench.stateOf(id)).toBe('requested');
      await bench.pass(4 * HOUR);
      expect(await bench.stateOf(id)).toBe('expired');
      expect(await bench.shown(id)).toEqual(shown);
      await bench.pass(24 * HOUR);
      expect(await bench.shown(id)).toMatchObject({
        state: 'ended',
        word: 'no-answer',
        endedAt: after(32 * HOUR),
        revision: 2,
      });
    });

    it('gives her a day, whenever the desk forwards', async () => {
      const { id } = await bench.along('requested', { urgency: 'flash' });
      bench.skip(7 * HOUR);
      const { answerDueAt } = await bench.desk.forward(bench.coordinator, id, 1);
      expect(answerDueAt).toEqual(after(31 * HOUR));
      await bench.pass(24 * HOUR);
      expect(await bench.stateOf(id)).toBe('expired');
    });

    it('is answered by telephone, with its proof', async () => {
      const { id } = await bench.along('forwarded', { urgency: 'flash' });
      const heard = await bench.desk.recordAnswer(bench.coordinator, id, 2, {
        channel: 'telephone',
        proof: 'Call of 4 January, note 17',
        accept: { termsRevision: 1, declaration: {} },
      });
      expect(heard).toMatchObject({
        state: 'accepted',
        spoken: [{ step: 'accept', channel: 'telephone', proof: 'Call of 4 January, note 17' }],
      });
    });
  });

  describe('ends that the organizer is not told', () => {
    /** What the organizer sees from the request to the end, every half day. */
    const seen = async (id: string): Promise<OrganizerAskView[]> => {
      const views: OrganizerAskView[] = [];
      for (let i = 0; i < 30; i++) {
        views.push(await bench.shown(id));
        await bench.pass(DAY / 2);
      }
      return views;
    };
    const story = (views: readonly OrganizerAskView[]) =>
      views.map(({ state, word, dueAt, endedAt, revision, canConfirm, channels }) => ({
        state,
        word,
        dueAt,
        endedAt,
        revision,
        canConfirm,
        channels,
      }));

    it('are alike in words, times and revision', async () => {
      const ends: Record<string, (id: string) => Promise<unknown>> = {
        expired: async () => undefined,
        refused: (id) =>
          bench.desk.refuse(bench.coordinator, id, 2, { reason: 'safety', words: 'No.' }),
        declined: async (id) =>
          bench.own.decline(bench.she(), id, 2, { reasons: ['health-or-access'], share: false }),
        'consent withdrawn': () => bench.consent(0, 'CONTACTED', false),
        suspended: () =>
          bench.database.query(`UPDATE mediator SET state = 'suspended' WHERE id = $1`, [
            bench.herIds[0],
          ]),
      };
      const stories: Record<string, unknown> = {};
      for (const [name, end] of Object.entries(ends)) {
        const { id } = await bench.along('forwarded');
        await end(id);
        stories[name] = story(await seen(id));
        expect(await bench.stateOf(id)).not.toBe('forwarded');
        await bench.reset();
        await bench.database.query(`UPDATE mediator SET state = 'published' WHERE id = $1`, [
          bench.herIds[0],
        ]);
        await bench.database.query('UPDATE consent SET withdrawn_at = NULL');
      }
      const [first] = Object.values(stories);
      for (const one of Object.values(stories)) expect(one).toEqual(first);
      expect((first as OrganizerAskView[]).at(-1)).toMatchObject({
        state: 'ended',
        word: 'no-answer',
      });
    });

    it('go on when she is erased, under the same id and in the same order', async () => {
      const [one, two, three] = [
        await bench.along('forwarded', {}, 1),
        await bench.along('forwarded', {}, 4),
        await bench.along('forwarded', {}, 2),
      ];
      const before = await bench.listed();
      await bench.api.services.erasure.erase(OPERATOR, bench.herIds[4] ?? '');
      const now = await bench.listed();
      expect(now.map(({ id }) => id)).toEqual([one.id, two.id, three.id]);
      expect(story(now)).toEqual(story(before));
      expect(await bench.stateOf(two.id)).toBeNull();
      const withdrawn = await bench.requests.withdraw(bench.organizer, two.id, 1, {
        reason: 'funding',
      });
      expect(withdrawn).toMatchObject({ state: 'ended', word: 'withdrawn', revision: 2 });
      await bench.pass(15 * DAY);
      expect((await bench.shown(one.id)).word).toBe('no-answer');
    });

    it('lets the desk see what the organizer may not know, and forward nothing without her consent', async () => {
      await bench.consent(2, 'CONTACTED', false);
      const { id } = await bench.along('requested', {}, 2);
      expect((await bench.atDesk(id)).findings).toEqual(['no-consent']);
      await expect(bench.desk.forward(bench.coordinator, id, 1)).rejects.toThrow('does not agree');
      await bench.consent(2, 'CONTACTED', true);
      expect((await bench.desk.forward(bench.coordinator, id, 1)).state).toBe('forwarded');
    });
  });

  it('tells at once what she lets be told, and no more', async () => {
    const { id } = await bench.along('forwarded');
    await bench.own.decline(bench.she(), id, 2, {
      reasons: ['not-available', 'employer-release'],
      words: 'I am in hospital.',
      share: true,
    });
    const shown = await bench.shown(id);
    expect(shown).toMatchObject({ state: 'ended', word: 'available-later', endedAt: MONDAY });
    expect(JSON.stringify(shown)).not.toContain('hospital');
    expect(await bench.atDesk(id)).toMatchObject({ declineWords: 'I am in hospital.' });
  });

  describe('her question', () => {
    it('stops her clock until it is answered, by exactly that time, once', async () => {
      const { id } = await bench.along('forwarded');
      bench.skip(DAY);
      await bench.own.ask(bench.she(), id, 2, 'Who pays for insurance?');
      expect(await bench.shown(id)).toMatchObject({
        state: 'question',
        question: 'Who pays for insurance?',
        dueAt: after(6 * DAY),
      });
      await bench.pass(3 * DAY);
      await bench.requests.answer(bench.organizer, id, 2, 'We do.');
      expect(await bench.hers(id)).toMatchObject({
        answer: 'We do.',
        answerDueAt: after(10 * DAY),
      });
      expect(await bench.shown(id)).toMatchObject({
        state: 'with-network',
        dueAt: after(17 * DAY),
      });
      await expect(bench.own.ask(bench.she(), id, 4, 'And?')).rejects.toThrow('One question');
    });

    it('lapses where nobody answers for five days', async () => {
      const { id } = await bench.along('forwarded');
      await bench.own.ask(bench.she(), id, 2, 'Who pays?');
      await bench.pass(5 * DAY);
      expect(await bench.stateOf(id)).toBe('lapsed');
      expect(await bench.shown(id)).toMatchObject({ state: 'ended', word: 'lapsed' });
    });
  });

  it('that is returned is sent again with a new clock, or ends after five days', async () => {
    const [one, two] = [await bench.along('requested'), await bench.along('requested', {}, 1)];
    for (const { id } of [one, two]) {
      await bench.desk.returnTo(bench.coordinator, id, 1, 'Say who pays.');
    }
    expect(await bench.shown(one.id)).toMatchObject({
      state: 'returned',
      deskWords: 'Say who pays.',
    });
    bench.skip(DAY);
    await bench.requests.resend(bench.organizer, one.id, 2);
    expect(await bench.shown(one.id)).toMatchObject({
      state: 'with-network',
      dueAt: after(15 * DAY),
    });
    await bench.pass(4 * DAY);
    expect([await bench.stateOf(one.id), await bench.stateOf(two.id)]).toEqual([
      'requested',
      'withdrawn',
    ]);
    expect(await bench.shown(two.id)).toMatchObject({ word: 'withdrawn' });
  });

  it('is asked again when the terms are edited, and the old yes counts no more', async () => {
    const { id, needId } = await bench.along('confirmed');
    bench.skip(DAY);
    await bench.terms.save(bench.organizer, needId, 1, { ...COMPLETE_TERMS, percent: 80 });
    expect(await bench.hers(id)).toMatchObject({
      state: 'forwarded',
      termsRevision: 2,
      acceptedTermsRevision: null,
      answerDueAt: after(8 * DAY),
      terms: { percent: 80 },
    });
    expect(await bench.shown(id)).toMatchObject({ state: 'with-network', dueAt: after(15 * DAY) });
    const { revision } = await bench.hers(id);
    const old = { termsRevision: 1, declaration: {} };
    await expect(bench.own.accept(bench.she(), id, revision, old)).rejects.toThrow(
      'terms were changed',
    );
    await bench.accept(id);
    expect(await bench.stateOf(id)).toBe('accepted');
  });

  describe('her declaration', () => {
    it('is reviewed by the desk before the organizer can confirm', async () => {
      const { id } = await bench.along('forwarded');
      await bench.accept(id, 0, { 'earlier-role': 'I advised one side in 2019.' });
      const { revision, canConfirm } = await bench.shown(id);
      expect(canConfirm).toBe(false);
      await expect(bench.requests.confirm(bench.organizer, id, revision)).rejects.toThrow(
        'still reviews',
      );
      const { revision: at } = await bench.atDesk(id);
      const review = { outcome: 'disclosed-accepted', words: 'She advised once.' } as const;
      await bench.desk.reviewDeclaration(bench.coordinator, id, at, review);
      expect(await bench.shown(id)).toMatchObject({
        canConfirm: true,
        deskWords: 'She advised once.',
      });
    });

    it('that bars her ends in the neutral word after the usual time', async () => {
      const { id } = await bench.along('forwarded');
      await bench.accept(id, 0, { membership: 'A party to the conflict.' });
      const before = await bench.shown(id);
      const { revision } = await bench.atDesk(id);
      await bench.desk.reviewDeclaration(bench.coordinator, id, revision, { outcome: 'barred' });
      expect(await bench.stateOf(id)).toBe('declined');
      expect(await bench.shown(id)).toEqual(before);
      await bench.pass(5 * DAY);
      expect(await bench.shown(id)).toMatchObject({ state: 'ended', word: 'no-answer' });
    });
  });

  describe('a mediator at risk', () => {
    it('stays behind the relay: no address is released, and messages pass the desk', async () => {
      const { id } = await bench.along('confirmed', {}, 3);
      const she = bench.she(3);
      await bench.database.query(
        `UPDATE mediator SET pseudonymous = true, code_name = 'Baobab' WHERE id = $1`,
        [bench.herIds[3]],
      );
      // Her name is another one now, so this ask ends: nobody leads from a name to a code name.
      await bench.database.query(
        `UPDATE introduction SET public_id = (SELECT public_id FROM mediator WHERE id = $2) WHERE id = $1`,
        [id, bench.herIds[3]],
      );
      const { revision } = await bench.hers(id, she);
      await expect(
        bench.own.release(she, id, revision, { email: 'her@example.org', relay: true }),
      ).rejects.toThrow('release the relay alone');
      const released = await bench.own.release(she, id, revision, { relay: true });
      expect(released).toMatchObject({ pseudonymous: true, channels: ['relay'] });
      await bench.own.sendMessage(she, id, released.revision, 'Call the office on Monday.');
      const [message] = (await bench.atDesk(id)).messages;
      expect(message).toMatchObject({ author: 'mediator', state: 'waiting' });
      const held = await bench.database.query<{ sealed: Buffer }>(
        'SELECT sealed FROM relay_message',
      );
      expect(held[0]?.sealed.toString('latin1')).not.toContain('Monday');
      await bench.desk.passMessage(bench.coordinator, id, released.revision, message?.id ?? '');
      expect((await bench.atDesk(id)).messages).toMatchObject([{ state: 'passed' }]);
    });
  });

  it('that is withdrawn in the middle ends for both sides at once', async () => {
    const { id } = await bench.along('accepted');
    await bench.requests.withdraw(bench.organizer, id, 2, { reason: 'need-changed' });
    expect(await bench.shown(id)).toMatchObject({
      state: 'ended',
      word: 'withdrawn',
      endedAt: MONDAY,
    });
    expect(await bench.hers(id)).toMatchObject({ state: 'withdrawn', withdrawal: 'need-changed' });
    await expect(bench.accept(id)).rejects.toThrow('withdrawn');
  });

  it('that she takes back empties what the organizer sees', async () => {
    const { id } = await bench.along('connected');
    const { revision } = await bench.hers(id);
    await bench.own.takeBack(bench.she(), id, revision);
    expect(await bench.shown(id)).toMatchObject({ state: 'connected', channels: [] });
    await expect(bench.requests.openContact(bench.organizer, id)).rejects.toThrow('No channel');
  });

  it('shows no channel while she does not agree to be contacted', async () => {
    const { id } = await bench.along('connected', {}, 1);
    await bench.consent(1, 'CONTACTED', false);
    expect((await bench.shown(id)).channels).toEqual([]);
    await expect(bench.requests.openContact(bench.organizer, id)).rejects.toThrow('No channel');
    await bench.consent(1, 'CONTACTED', true);
  });

  describe('when nobody is looked for any more', () => {
    it.each<[string, (needId: string) => Promise<unknown>]>([
      [
        'the need is cancelled',
        (needId) =>
          bench.database.query(
            `UPDATE need SET state = 'cancelled', closed_at = now() WHERE id = $1`,
            [needId],
          ),
      ],
      [
        'the need is filled with another',
        (needId) =>
          bench.database.query(
            `UPDATE need SET state = 'filled', closed_at = now() WHERE id = $1`,
            [needId],
          ),
      ],
      [
        'the organization is suspended',
        () =>
          bench.database.query(`UPDATE organization SET state = 'suspended' WHERE id = $1`, [
            bench.organizationId,
          ]),
      ],
    ])('everyone who was asked is told within a minute: %s', async (_what, end) => {
      const states = ['requested', 'forwarded', 'accepted', 'confirmed', 'connected'] as const;
      const { needId, entryId } = await bench.need({ wanted: 5 });
      void entryId;
      const made: string[] = [];
      for (const [n, state] of states.entries()) {
        const { id } = await bench.along(state, {}, n % 4);
        await bench.database.query('UPDATE introduction SET need_id = $2 WHERE id = $1', [
          id,
          needId,
        ]);
        await bench.database.query('UPDATE introduction_shown SET need_id = $2 WHERE id = $1', [
          id,
          needId,
        ]);
        made.push(id);
      }
      const mails = (await bench.mailsTo('w2@example.org')).length;
      await end(needId);
      await bench.pass(60_000);
      for (const id of made) expect(await bench.stateOf(id)).toBe('stood-down');
      expect((await bench.mailsTo('w2@example.org')).length).toBe(mails + 1);
      const shown = await bench.database.query<{ word: string }>(
        'SELECT word FROM introduction_shown WHERE id = ANY($1)',
        [made],
      );
      expect(shown.map(({ word }) => word)).toEqual(made.map(() => 'stood-down'));
      await bench.database.query(`UPDATE organization SET state = 'verified' WHERE id = $1`, [
        bench.organizationId,
      ]);
    });
  });

  describe('a request', () => {
    it('needs terms that are complete, and an entry that is there', async () => {
      const { needId, entryId } = await bench.need();
      await bench.terms.save(bench.organizer, needId, 1, { ...COMPLETE_TERMS, riskNote: null });
      await expect(bench.requests.request(bench.organizer, entryId, {})).rejects.toMatchObject({
        problems: [{ path: 'terms.riskNote', code: 'MISSING' }],
      });
      const stranger = { ...bench.organizer, organizationId: bench.networkId };
      await expect(bench.requests.request(stranger, entryId, {})).rejects.toThrow(
        'There is no such',
      );
    });

    it('is made once for a woman, and for no more than are wanted and two', async () => {
      const { needId, entryId } = await bench.need({ wanted: 1 });
      await bench.requests.request(bench.organizer, entryId, {});
      await expect(bench.requests.request(bench.organizer, entryId, {})).rejects.toThrow('already');
      const entries = await entriesOf(needId, [1, 2, 3]);
      await bench.requests.request(bench.organizer, entries[0] ?? '', {});
      const { id } = await bench.requests.request(bench.organizer, entries[1] ?? '', {});
      await expect(bench.requests.request(bench.organizer, entries[2] ?? '', {})).rejects.toThrow(
        '3 requests for this need are open',
      );
      // One that ended without a word counts until its time is over: the limit tells nothing.
      await bench.desk.refuse(bench.coordinator, id, 1, { reason: 'not-suitable' });
      await expect(bench.requests.request(bench.organizer, entries[2] ?? '', {})).rejects.toThrow(
        '3 requests for this need are open',
      );
      bench.skip(14 * DAY);
      await bench.requests.request(bench.organizer, entries[2] ?? '', {});
    });

    it('goes in the order of rank, unless the organizer says why', async () => {
      const { needId } = await bench.need();
      const [second = ''] = await entriesOf(needId, [1]);
      await bench.database.query(
        `UPDATE shortlist_entry SET rank = 2, shortlist_id = (SELECT shortlist_id FROM shortlist_entry e
           JOIN shortlist s ON s.id = e.shortlist_id WHERE s.need_id = $2 AND e.id <> $1 LIMIT 1) WHERE id = $1`,
        [second, needId],
      );
      await expect(bench.requests.request(bench.organizer, second, {})).rejects.toMatchObject({
        problems: [{ path: 'outOfOrder', code: 'MISSING' }],
      });
      const outOfOrder = 'She speaks Bambara.';
      const { id } = await bench.requests.request(bench.organizer, second, { outOfOrder });
      expect(await bench.atDesk(id)).toMatchObject({ outOfOrder });
    });

    it('is handled by no other desk, and read by no other organization', async () => {
      const { id } = await bench.along('requested');
      const other = { ...bench.coordinator, networkIds: [bench.organizationId] };
      await expect(bench.desk.byId(other, id)).rejects.toThrow('There is no such introduction.');
      await expect(bench.desk.forward(other, id, 1)).rejects.toThrow(
        'There is no such introduction.',
      );
      const stranger = { ...bench.organizer, organizationId: bench.networkId };
      await expect(bench.requests.byId(stranger, id)).rejects.toThrow(
        'There is no such introduction.',
      );
      await expect(bench.requests.withdraw(stranger, id, 1, { reason: 'other' })).rejects.toThrow(
        'There is no such introduction.',
      );
    });

    const entriesOf = async (needId: string, women: readonly number[]): Promise<string[]> => {
      const entries: string[] = [];
      for (const n of women) {
        const { entryId } = await bench.need({}, bench.herIds[n]);
        await bench.database.query(
          `UPDATE shortlist SET need_id = $2 WHERE id = (SELECT shortlist_id FROM shortlist_entry WHERE id = $1)`,
          [entryId, needId],
        );
        entries.push(entryId);
      }
      return entries;
    };
  });

  it('reminds the organizer of no connection with a woman who is not listed, as if she were erased', async () => {
    const { database } = bench;
    await bench.along('connected', {}, 1);
    const mails = async () => (await bench.mailsTo(bench.organizing.email)).length;
    const state = (name: string) =>
      database.query(`UPDATE mediator SET state = $2 WHERE id = $1`, [bench.herIds[1], name]);
    const before = await mails();
    await state('suspended');
    await bench.pass(31 * DAY);
    expect(await mails()).toBe(before);
    await state('published');
    await bench.pass(60_000);
    expect(await mails()).toBe(before + 1);
  });

  it('follows a woman whose record was merged into another', async () => {
    const { id } = await bench.along('forwarded', {}, 2);
    await bench.database.query('UPDATE mediator SET merged_into = $2 WHERE id = $1', [
      bench.herIds[2],
      bench.herIds[1],
    ]);
    expect((await bench.own.list(bench.she(1))).map((ask) => ask.id)).toEqual([id]);
    await bench.pass(60_000);
    await bench.accept(id, 1);
    expect(await bench.shown(id)).toMatchObject({
      state: 'accepted',
      profile: { name: 'Person Number 2' },
    });
    await bench.database.query('UPDATE mediator SET merged_into = NULL WHERE id = $1', [
      bench.herIds[2],
    ]);
  });

  it('has a time at which something is done about it, as long as it is open', async () => {
    const states = ['requested', 'forwarded', 'accepted', 'confirmed', 'connected'] as const;
    for (const [n, state] of states.entries()) await bench.along(state, {}, n % 4);
    const idle = await bench.database.query(
      'SELECT FROM introduction WHERE ended_at IS NULL AND wake_at IS NULL',
    );
    expect(idle).toEqual([]);
    await bench.pass(100 * DAY);
    const open = await bench.database.query(
      'SELECT state FROM introduction WHERE ended_at IS NULL',
    );
    expect(open).toEqual([]);
  });
});
