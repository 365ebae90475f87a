import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeskRouting } from '#introductions';
import type { Answered } from '../../support/curating.js';
import {
  DAY,
  done,
  HOUR,
  openIntroductionBench,
  otherId,
  TERMS,
  type IntroductionBench,
} from '../../support/introduction-bench.js';

const AMINA = { name: 'Amina' };
const BINTOU = { name: 'Bintou' };
const YES = { termsRevision: 1, declaration: [] };
const EMAIL = 'amina@private.example';

describe('introductions over HTTP', () => {
  let bench: IntroductionBench;
  beforeAll(async () => {
    bench = await openIntroductionBench();
  });
  afterAll(async () => bench.close());
  beforeEach(async () => bench.clear());

  const request = async (entryId: string) =>
    done(await bench.organizer('requestIntroduction', { entryId }));
  const deskId = (id: unknown) => otherId(id, 'DeskIntroduction');
  const ownId = (id: unknown) => otherId(id, 'OwnIntroduction');
  const forward = async (id: unknown) => {
    const { revision } = await bench.atDesk(id);
    return bench.desk('forwardIntroduction', { id: deskId(id), revision });
  };
  type Herself = Parameters<IntroductionBench['her']>[0];
  const accept = async (viewer: Herself, id: unknown, input: object = YES) => {
    const { revision } = await bench.ofHer(viewer, id);
    return bench.her(viewer, 'acceptIntroduction', { id: ownId(id), revision, input });
  };
  const confirm = async (id: unknown) => {
    const { revision } = await bench.shown(id);
    return bench.organizer('confirmIntroduction', { id, revision });
  };
  const release = async (viewer: Herself, id: unknown, input: object) => {
    const { revision } = await bench.ofHer(viewer, id);
    return bench.her(viewer, 'releaseChannels', { id: ownId(id), revision, input });
  };

  it('tells a routine story: two yeses, and then the one channel that she released', async () => {
    const { her } = await bench.needOf([AMINA, BINTOU]);
    const amina = her('Amina');
    const asked = await request(amina.entryId);
    expect(asked).toMatchObject({ status: 'WITH_NETWORK', word: null, channels: [], revision: 1 });
    expect((asked.mediator as { name: string }).name).toBe('Amina');
    const { id } = asked;
    // She knows nothing of it before her network passes it on.
    expect(await bench.ofHer(amina.viewer, id)).toMatchObject({ __typename: 'NOT_FOUND' });

    await bench.pass(2 * HOUR);
    const forwarded = await forward(id);
    expect(forwarded).toMatchObject({
      state: 'FORWARDED',
      findings: [],
      mediatorName: 'Amina',
      channel: 'MAIL',
    });
    expect(await bench.shown(id)).toMatchObject({ ...WAITS, dueAt: asked.dueAt, revision: 1 });
    const hers = await bench.ofHer(amina.viewer, id);
    expect(hers).toMatchObject({
      terms: { purpose: TERMS.purpose, riskNote: TERMS.riskNote },
      answerDueAt: new Date(bench.now().getTime() + 7 * DAY).toISOString(),
    });
    // Whom she can reach there is hers to know once she has released something herself.
    expect(hers.terms).toMatchObject({ contactPerson: { name: null, email: null } });

    await bench.pass(DAY);
    expect(await accept(amina.viewer, id)).toMatchObject({
      state: 'ACCEPTED',
      declaration: [],
      declarationOutcome: 'NONE',
      acceptedTermsRevision: 1,
    });
    expect(await bench.shown(id)).toMatchObject({ status: 'ACCEPTED', canConfirm: true });
    expect(await bench.contact(id)).toMatchObject({ __typename: 'InvalidState' });
    expect(await release(amina.viewer, id, { email: EMAIL })).toMatchObject({
      __typename: 'InvalidState',
    });

    expect(await confirm(id)).toMatchObject({ status: 'CONFIRMED' });
    expect(await release(amina.viewer, id, { email: EMAIL })).toMatchObject({
      state: 'CONNECTED',
      channels: ['EMAIL'],
      terms: { contactPerson: { name: 'Ines Contact', email: 'ines@organizer.example' } },
    });
    expect(await bench.shown(id)).toMatchObject({ status: 'CONNECTED', channels: ['EMAIL'] });
    expect(await bench.contact(id)).toEqual({
      __typename: 'IntroductionContact',
      channels: ['EMAIL'],
      email: EMAIL,
      telephone: null,
    });
    expect(await bench.ofHer(amina.viewer, id)).toMatchObject({ contactReads: 1 });

    const { revision } = await bench.ofHer(amina.viewer, id);
    await bench.her(amina.viewer, 'takeBackChannels', { id: ownId(id), revision });
    expect(await bench.shown(id)).toMatchObject({ status: 'CONNECTED', channels: [] });
    expect(await bench.contact(id)).toMatchObject({ __typename: 'InvalidState' });
  });

  it('asks her again when the terms are edited, and she accepts the revision that is in force', async () => {
    const { needId, her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const { id } = await request(amina.entryId);
    await forward(id);
    await accept(amina.viewer, id);
    await bench.pass(HOUR);
    await bench.saveTerms(needId, 1, { ...TERMS, riskNote: 'The road is open.' });
    expect(await bench.ofHer(amina.viewer, id)).toMatchObject({
      state: 'FORWARDED',
      termsRevision: 2,
      acceptedTermsRevision: null,
      terms: { riskNote: 'The road is open.' },
    });
    expect(await bench.shown(id)).toMatchObject(WAITS);
    expect(await accept(amina.viewer, id)).toMatchObject({ __typename: 'InvalidState' });
    expect(await accept(amina.viewer, id, { ...YES, termsRevision: 2 })).toMatchObject({
      state: 'ACCEPTED',
    });
  });

  it('runs a flash in hours: the desk is reminded, and a spoken yes with its proof counts', async () => {
    const { her } = await bench.needOf([AMINA], { urgency: 'FLASH' });
    const amina = her('Amina');
    const asked = await request(amina.entryId);
    const start = bench.now().getTime();
    expect(asked.dueAt).toBe(new Date(start + 32 * HOUR).toISOString());
    await bench.pass(3 * HOUR);
    const { id } = asked;
    expect(await forward(id)).toMatchObject({
      answerDueAt: new Date(start + 27 * HOUR).toISOString(),
    });
    const { revision } = await bench.atDesk(id);
    const spoken = { id: deskId(id), revision, channel: 'TELEPHONE', proof: 'Call of 12:05, A.' };
    expect(await bench.desk('recordIntroductionAnswer', { input: spoken })).toMatchObject({
      __typename: 'ValidationError',
    });
    const said = { ...spoken, accept: YES };
    expect(await bench.desk('recordIntroductionAnswer', { input: said })).toMatchObject({
      state: 'ACCEPTED',
      spoken: [{ step: 'accept', channel: 'TELEPHONE', proof: 'Call of 12:05, A.' }],
    });
    expect(await bench.shown(id)).toMatchObject({ status: 'ACCEPTED' });
  });

  it('is never passed on by a clock: a desk that does nothing lets the request expire', async () => {
    const { her } = await bench.needOf([AMINA], { urgency: 'FLASH' });
    const amina = her('Amina');
    const asked = await request(amina.entryId);
    await bench.pass(9 * HOUR);
    expect(await bench.atDesk(asked.id)).toMatchObject({ state: 'EXPIRED', forwardedAt: null });
    expect(await bench.ofHer(amina.viewer, asked.id)).toMatchObject({ __typename: 'NOT_FOUND' });
    expect(await bench.shown(asked.id)).toMatchObject({ ...WAITS, dueAt: asked.dueAt });
    await bench.pass(24 * HOUR);
    expect(await bench.shown(asked.id)).toMatchObject({ ...NO_ANSWER, endedAt: asked.dueAt });
  });

  it('shows the same of every silent end, at the same moment', async () => {
    const ends: Record<string, (id: unknown, viewer: Herself) => Promise<Answered>> = {
      refused: async (id) => {
        const { revision } = await bench.atDesk(id);
        const why = { reason: 'RULED_OUT', words: null };
        return bench.desk('refuseIntroduction', { id: deskId(id), revision, reason: why.reason });
      },
      declined: async (id, viewer) => {
        await forward(id);
        const { revision } = await bench.ofHer(viewer, id);
        const input = { reasons: ['SAFETY_SELF', 'HEALTH_OR_ACCESS'], words: 'Not there.' };
        return bench.her(viewer, 'declineIntroduction', { id: ownId(id), revision, input });
      },
      'did not answer': async (id) => forward(id),
      'was not asked': async (id) => bench.atDesk(id),
    };
    const seen = new Map<string, unknown[]>();
    for (const [end, act] of Object.entries(ends)) {
      await bench.clear();
      const { her } = await bench.needOf([AMINA]);
      const { id } = await request(her('Amina').entryId);
      await bench.pass(HOUR);
      const first = await bench.shown(id);
      await act(id, her('Amina').viewer);
      const after = [first];
      for (const wait of [0, HOUR, 5 * DAY, 6 * DAY, 4 * DAY]) {
        await bench.pass(wait);
        after.push(await bench.shown(id));
      }
      seen.set(
        end,
        after.map(({ id: _id, needId: _need, mediator: _her, ...rest }) => rest),
      );
    }
    const sequences = [...seen.values()];
    expect(sequences).toHaveLength(4);
    expect(sequences[0]?.at(-1)).toMatchObject(NO_ANSWER);
    expect(sequences.slice(1)).toEqual(sequences.slice(1).map(() => sequences[0]));
  });

  it('tells at once what she chose to share, and never why', async () => {
    const { her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const { id } = await request(amina.entryId);
    await forward(id);
    const { revision } = await bench.ofHer(amina.viewer, id);
    const input = { reasons: ['NOT_AVAILABLE'], share: true };
    const declined = await bench.her(amina.viewer, 'declineIntroduction', {
      id: ownId(id),
      revision,
      input,
    });
    expect(declined).toMatchObject({ state: 'DECLINED', shared: true });
    expect(await bench.shown(id)).toMatchObject({ status: 'ENDED', word: 'AVAILABLE_LATER' });
    expect(await bench.atDesk(id)).toMatchObject({ declineReasons: ['NOT_AVAILABLE'] });
  });

  it('keeps a woman with a code name behind the relay, and her desk reads every message', async () => {
    const { her } = await bench.needOf([
      { name: 'Amina', pseudonymous: 'yes', code_name: 'Acacia Seven' },
    ]);
    const amina = her('Amina');
    const { id, mediator } = await request(amina.entryId);
    expect((mediator as { name: string }).name).not.toBe('Amina');
    await forward(id);
    await accept(amina.viewer, id);
    await confirm(id);
    expect(await release(amina.viewer, id, { email: EMAIL })).toMatchObject({
      __typename: 'InvalidState',
    });
    expect(await release(amina.viewer, id, { relay: true })).toMatchObject({
      state: 'CONNECTED',
      pseudonymous: true,
    });
    expect(await bench.contact(id)).toMatchObject({ channels: ['RELAY'], email: null });
    const { revision } = await bench.shown(id);
    const sent = await bench.organizer('writeToMediator', { id, revision, words: 'Welcome.' });
    expect(sent.messages).toMatchObject([{ author: 'ORGANIZER', state: 'WAITING' }]);
    expect(await bench.ofHer(amina.viewer, id)).toMatchObject({ messages: [] });
    const desk = await bench.atDesk(id);
    const [message] = desk.messages as { messageId: string; text: string }[];
    expect(message?.text).toBe('Welcome.');
    await bench.desk('passRelayMessage', {
      id: deskId(id),
      revision: desk.revision,
      messageId: message?.messageId,
    });
    expect(await bench.ofHer(amina.viewer, id)).toMatchObject({
      messages: [{ author: 'ORGANIZER', text: 'Welcome.', state: 'PASSED' }],
    });
  });

  it('ends in silence when she withdraws her consent in the middle, and no channel is released', async () => {
    const { her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const { id } = await request(amina.entryId);
    await forward(id);
    await accept(amina.viewer, id);
    const { dueAt } = await confirm(id);
    await bench.api.services.consents.withdraw(amina.viewer, amina.id, 'CONTACTED', null);
    expect(await release(amina.viewer, id, { email: EMAIL })).toMatchObject({
      __typename: 'InvalidState',
    });
    await bench.pass(HOUR);
    expect(await bench.shown(id)).toMatchObject({ status: 'CONFIRMED', dueAt });
    expect(await bench.atDesk(id)).toMatchObject({ state: 'DECLINED' });
    await bench.pass(6 * DAY);
    expect(await bench.shown(id)).toMatchObject(NO_ANSWER);
  });

  it('stops her clock for one question, and goes on with the same time', async () => {
    const { her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const { id } = await request(amina.entryId);
    const { answerDueAt } = await forward(id);
    const { revision } = await bench.ofHer(amina.viewer, id);
    const words = 'Who else sits at the table?';
    await bench.her(amina.viewer, 'askOrganizer', { id: ownId(id), revision, words });
    const question = await bench.shown(id);
    expect(question).toMatchObject({ status: 'QUESTION', question: words });
    await bench.pass(2 * DAY);
    const answer = { id, revision: question.revision, words: 'Both councils.' };
    expect(await bench.organizer('answerQuestion', answer)).toMatchObject(WAITS);
    expect(await bench.ofHer(amina.viewer, id)).toMatchObject({
      answer: 'Both councils.',
      answerDueAt: new Date(Date.parse(String(answerDueAt)) + 2 * DAY).toISOString(),
    });
  });

  it('has a declaration of ties reviewed before the organizer can confirm', async () => {
    const { her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const { id } = await request(amina.entryId);
    await forward(id);
    const declaration = [{ interest: 'EARLIER_ROLE', text: 'I advised one council in 2019.' }];
    await accept(amina.viewer, id, { termsRevision: 1, declaration });
    expect(await bench.shown(id)).toMatchObject({ status: 'ACCEPTED', canConfirm: false });
    expect(await confirm(id)).toMatchObject({ __typename: 'InvalidState' });
    const { revision } = await bench.atDesk(id);
    const review = { id: deskId(id), revision, outcome: 'DISCLOSED_ACCEPTED' };
    expect(
      await bench.desk('reviewDeclaration', { ...review, words: 'She advised one side in 2019.' }),
    ).toMatchObject({ declaration });
    expect(await bench.shown(id)).toMatchObject({
      canConfirm: true,
      deskWords: 'She advised one side in 2019.',
    });
    expect(await confirm(id)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('goes to the desk that acts for her once the network no longer lists her', async () => {
    const { her } = await bench.needOf([AMINA]);
    const { id } = await request(her('Amina').entryId);
    const { revision } = await bench.atDesk(id);
    await bench.api.services.database.query('UPDATE affiliation SET network_id = $1', [
      bench.fjord,
    ]);
    const step = { id: deskId(id), revision };
    expect(await bench.desk('forwardIntroduction', step)).toMatchObject({ __typename: 'NotFound' });
    expect(await bench.desk('forwardIntroduction', step, bench.fay)).toMatchObject({
      __typename: 'NotFound',
    });
    await bench.api.app.get(DeskRouting).handle();
    expect(await bench.atDesk(id)).toMatchObject({ __typename: 'NOT_FOUND' });
    const now = { ...step, revision: revision as number };
    expect(await bench.desk('forwardIntroduction', now, bench.fay)).toMatchObject({
      __typename: 'Conflict',
    });
    expect(
      await bench.desk(
        'forwardIntroduction',
        { ...now, revision: (revision as number) + 1 },
        bench.fay,
      ),
    ).toMatchObject({ state: 'FORWARDED' });
  });

  it('tells her as she wants to be told, and her desk how that is', async () => {
    const { her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const save = (input: object) =>
      bench.mutate(
        amina.viewer,
        'saveAskPreferences',
        { input },
        '... on AskPreferences { timeZone quietFrom channel named actingNetwork { slug } }',
      );
    expect(await save({ timeZone: 'Mars/Olympus', channel: 'MAIL' })).toMatchObject({
      fields: [{ path: 'timeZone', code: 'UNKNOWN' }],
    });
    expect(await save({ timeZone: 'Africa/Bamako', channel: 'TELEPHONE' })).toMatchObject({
      timeZone: 'Africa/Bamako',
      channel: 'TELEPHONE',
      named: false,
      actingNetwork: { slug: 'acacia' },
    });
    const { id } = await request(amina.entryId);
    expect(await forward(id)).toMatchObject({ channel: 'TELEPHONE' });
    expect(await bench.ofHer(amina.viewer, id)).toMatchObject({ timeZone: 'Africa/Bamako' });
    expect(await bench.mails('amina@example.org')).toEqual([]);
  });

  it('is nobody else’s business', async () => {
    const { her } = await bench.needOf([AMINA, BINTOU]);
    const { id } = await request(her('Amina').entryId);
    await forward(id);
    expect(await bench.ofHer(her('Bintou').viewer, id)).toMatchObject({ __typename: 'NOT_FOUND' });
    const { revision } = await bench.atDesk(id);
    const step = { id: deskId(id), revision };
    expect(await bench.desk('forwardIntroduction', step, bench.fay)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(
      await bench.organizer(
        'withdrawIntroduction',
        { id, revision: 1, reason: 'MISTAKE' },
        bench.ada,
      ),
    ).toMatchObject({ __typename: 'NotFound' });
    expect(await bench.ask(null, '{ myIntroductions { id } }')).toMatchObject({
      __typename: 'UNAUTHENTICATED',
    });
  });

  it('puts what is next into the inbox of whoever is to do it', async () => {
    const { her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const kinds = async (viewer: Herself) => {
      const { edges } = await bench.ask(viewer, '{ inbox { edges { node { kind subjectId } } } }');
      return (edges as { node: { kind: string; subjectId: string } }[]).map(({ node }) => node);
    };
    const { id } = await request(amina.entryId);
    expect(await kinds(bench.ada)).toEqual([
      { kind: 'INTRODUCTION_REQUEST', subjectId: deskId(id) },
    ]);
    await forward(id);
    expect(await kinds(amina.viewer)).toEqual([
      { kind: 'INTRODUCTION_ANSWER', subjectId: ownId(id) },
    ]);
    expect(await kinds(bench.ana)).toEqual([]);
    await accept(amina.viewer, id);
    expect(await kinds(bench.ana)).toEqual([{ kind: 'INTRODUCTION_CONFIRMATION', subjectId: id }]);
    await confirm(id);
    expect(await kinds(amina.viewer)).toEqual([{ kind: 'CHANNEL_RELEASE', subjectId: ownId(id) }]);
  });
});

/** What the organizer reads while nothing is told. */
const WAITS = { status: 'WITH_NETWORK', word: null, endedAt: null, channels: [] };
const NO_ANSWER = { status: 'ENDED', word: 'NO_ANSWER', dueAt: null, channels: [] };
