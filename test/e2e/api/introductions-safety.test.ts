import { OPERATOR } from '#identity';
import { IntroductionService } from '#introductions';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { globalId, type Answered } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
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
const YES = { termsRevision: 1, declaration: [] };
const SILENT_NO = { reasons: ['SAFETY_SELF'], share: false };

/** Whether what one side keeps to itself shows in any answer to another. */
describe('what the sides of an introduction keep to themselves', () => {
  let bench: IntroductionBench;
  beforeAll(async () => {
    bench = await openIntroductionBench();
  });
  afterAll(async () => bench.close());
  beforeEach(async () => bench.clear());

  type Herself = Parameters<IntroductionBench['her']>[0];
  const request = async (entryId: string, more: object = {}) =>
    done(await bench.organizer('requestIntroduction', { entryId, ...more }));
  const deskId = (id: unknown) => otherId(id, 'DeskIntroduction');
  const ownId = (id: unknown) => otherId(id, 'OwnIntroduction');
  const forward = async (id: unknown) => {
    const { revision } = await bench.atDesk(id);
    return done(await bench.desk('forwardIntroduction', { id: deskId(id), revision }));
  };
  const hers = async (viewer: Herself, id: unknown, step: string, more: object = {}) => {
    const { revision } = await bench.ofHer(viewer, id);
    return done(await bench.her(viewer, step, { id: ownId(id), revision, ...more }));
  };
  const organizers = async (id: unknown, step: string, more: object = {}) => {
    const { revision } = await bench.shown(id);
    return bench.organizer(step, { id, revision, ...more });
  };
  const connect = async (viewer: Herself, id: unknown, channels: object) => {
    await forward(id);
    await hers(viewer, id, 'acceptIntroduction', { input: YES });
    await organizers(id, 'confirmIntroduction');
    await hers(viewer, id, 'releaseChannels', { input: channels });
  };
  /** All that differs from one story to the next by chance. */
  const alike = ({ id: _id, needId: _need, mediator: _her, ...rest }: Answered) => rest;

  it('an answer to her question reads alike whether or not she has declined since', async () => {
    const stories = new Map<string, unknown[]>();
    for (const end of ['waits', 'declined', 'refused', 'consent withdrawn']) {
      await bench.clear();
      const { needId, her } = await bench.needOf([AMINA]);
      const amina = her('Amina');
      const { id } = await request(amina.entryId);
      await forward(id);
      await hers(amina.viewer, id, 'askOrganizer', { words: 'Who else is there?' });
      await bench.pass(HOUR);
      if (end === 'declined') {
        await hers(amina.viewer, id, 'declineIntroduction', { input: SILENT_NO });
      }
      if (end === 'refused') {
        const { revision } = await bench.atDesk(id);
        const refusal = { id: deskId(id), revision, reason: 'SAFETY' };
        done(await bench.desk('refuseIntroduction', refusal));
      }
      if (end === 'consent withdrawn') {
        const { consents } = bench.api.services;
        await consents.withdraw(amina.viewer, amina.id, 'CONTACTED', null);
      }
      const seen = [alike(await bench.shown(id))];
      await bench.pass(HOUR);
      seen.push(alike(done(await organizers(id, 'answerQuestion', { words: 'Both councils.' }))));
      for (const wait of [HOUR, 2 * DAY]) {
        await bench.pass(wait);
        seen.push(alike(await bench.shown(id)));
      }
      await bench.saveTerms(needId, 1, { ...TERMS, riskNote: 'The road is open.' });
      seen.push(alike(await bench.shown(id)));
      await bench.pass(20 * DAY);
      seen.push(alike(await bench.shown(id)));
      stories.set(end, seen);
    }
    const [waits, ...others] = [...stories.values()];
    expect(waits?.[1]).toMatchObject({ status: 'WITH_NETWORK', answer: 'Both councils.' });
    for (const other of others) expect(other).toEqual(waits);
  });

  it('a code name is not betrayed by an ask that was made under her name', async () => {
    const { services } = bench.api;
    const { needId, her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const first = await request(amina.entryId);
    await fill(services, 'acacia', [
      record(1, {
        display_name: 'Amina',
        languages: 'French (C1)',
        years: '10',
        consent: 'LISTED; MATCHED; CONTACTED',
        pseudonymous: 'yes',
        code_name: 'Acacia Seven',
      }),
    ]);
    const [now] = await services.database.query<{ publicId: string }>(
      'SELECT public_id AS "publicId" FROM mediator WHERE id = $1',
      [amina.id],
    );
    const list = done(
      await bench.mutate(
        bench.ana,
        'createShortlist',
        { needId, title: 'Second choice' },
        '... on Shortlist { id }',
      ),
    );
    const entries = [{ mediatorId: globalId('Mediator', now?.publicId ?? '') }];
    const added = done(
      await bench.mutate(
        bench.ana,
        'addToShortlist',
        { input: { id: list.id, revision: 1, entries } },
        '... on Shortlist { entries { id } }',
      ),
    );
    const [entry] = added.entries as { id: string }[];
    const answer = await bench.organizer('requestIntroduction', { entryId: entry?.id });
    expect(answer).toMatchObject({ __typename: 'Introduction', status: 'WITH_NETWORK' });
    expect(answer.id).not.toBe(first.id);
    expect(await bench.shown(first.id)).toMatchObject({ mediator: null, status: 'WITH_NETWORK' });
  });

  it('an entry answers alike whether its woman has withdrawn or was erased', async () => {
    const answers: unknown[] = [];
    for (const end of ['withdrawn', 'erased']) {
      await bench.clear();
      const { her } = await bench.needOf([AMINA]);
      const { viewer, id, entryId } = her('Amina');
      const { consents, erasure } = bench.api.services;
      if (end === 'withdrawn') await consents.withdraw(viewer, id, 'LISTED', null);
      else await erasure.erase(OPERATOR, id);
      answers.push(await bench.organizer('requestIntroduction', { entryId }));
    }
    expect(answers[0]).toMatchObject({ __typename: 'NotFound' });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('what the organizer writes into the terms afterwards is not for a woman who has said no', async () => {
    const { needId, her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const { id } = await request(amina.entryId);
    await forward(id);
    await hers(amina.viewer, id, 'declineIntroduction', { input: SILENT_NO });
    await bench.saveTerms(needId, 1, { ...TERMS, riskNote: 'The escort leaves at six.' });
    expect(await bench.ofHer(amina.viewer, id)).toMatchObject({
      termsRevision: 1,
      terms: { riskNote: TERMS.riskNote },
    });
  });

  it('what she wrote for the relay goes no further once she has taken the relay back', async () => {
    const { her } = await bench.needOf([AMINA]);
    const amina = her('Amina');
    const { id } = await request(amina.entryId);
    await connect(amina.viewer, id, { relay: true });
    await hers(amina.viewer, id, 'writeToOrganizer', { words: 'I stay at the hotel.' });
    await hers(amina.viewer, id, 'takeBackChannels');
    const { messages, revision } = await bench.atDesk(id);
    const [message] = messages as { messageId: string }[];
    const pass = { id: deskId(id), revision, messageId: message?.messageId };
    expect(await bench.desk('passRelayMessage', pass)).toMatchObject({
      __typename: 'InvalidState',
    });
    expect(await bench.shown(id)).toMatchObject({ messages: [] });
    // The desk can still lay it aside.
    expect(
      await bench.mutate(
        bench.ada,
        'holdRelayMessage',
        { ...pass, word: 'You took the relay back.' },
        '... on DeskIntroduction { id }',
      ),
    ).toMatchObject({ __typename: 'DeskIntroduction' });
  });

  it('whoever takes no part any more is engaged by nobody, whatever the reason', async () => {
    const { database, erasure } = bench.api.services;
    const engaging = bench.api.app.get(IntroductionService);
    const answers: unknown[] = [];
    for (const end of ['suspended', 'called otherwise', 'erased']) {
      await bench.clear();
      const { her } = await bench.needOf([AMINA]);
      const amina = her('Amina');
      const { id } = await request(amina.entryId);
      await connect(amina.viewer, id, { relay: true });
      if (end === 'erased') await erasure.erase(OPERATOR, amina.id);
      else {
        const change =
          end === 'suspended' ? `state = 'suspended'` : 'public_id = gen_random_uuid()';
        await database.query(`UPDATE mediator SET ${change} WHERE id = $1`, [amina.id]);
      }
      const [, uuid = ''] = Buffer.from(String(id), 'base64url').toString().split(':');
      answers.push(
        await database
          .transaction((tx) => engaging.engage(tx, bench.ana, uuid))
          .catch((error: unknown) => String(error)),
      );
    }
    expect(answers[0]).toContain('Only a woman with whom you are connected is engaged.');
    expect(answers).toEqual(answers.map(() => answers[0]));
  });

  it('what she takes away of her data says nothing of the women who were passed over', async () => {
    const { her } = await bench.needOf([AMINA, { name: 'Bintou' }]);
    const { viewer, entryId } = her('Bintou');
    const { id } = await request(entryId, { outOfOrder: 'Amina was ill all year.' });
    expect(await bench.atDesk(id)).toMatchObject({ state: 'REQUESTED' });
    const { parts } = await bench.api.services.personalData.read(viewer);
    expect(parts.introductions).toMatchObject([{ state: 'requested' }]);
    expect(JSON.stringify(parts)).not.toContain('Amina');
  });

  it('a woman with whom the need is filled stays connected, from whichever list she was asked', async () => {
    const { database } = bench.api.services;
    const stories: unknown[] = [];
    for (const end of ['listed', 'suspended', 'erased']) {
      await bench.clear();
      const { needId, her } = await bench.needOf([AMINA]);
      const amina = her('Amina');
      const list = done(
        await bench.mutate(
          bench.ana,
          'createShortlist',
          { needId, title: 'Second choice' },
          '... on Shortlist { id }',
        ),
      );
      const [{ publicId } = { publicId: '' }] = await database.query<{ publicId: string }>(
        'SELECT public_id AS "publicId" FROM mediator WHERE id = $1',
        [amina.id],
      );
      const added = done(
        await bench.mutate(
          bench.ana,
          'addToShortlist',
          {
            input: {
              id: list.id,
              revision: 1,
              entries: [{ mediatorId: globalId('Mediator', publicId) }],
            },
          },
          '... on Shortlist { entries { id } }',
        ),
      );
      const [second] = added.entries as { id: string }[];
      const { id } = await request(second?.id ?? '');
      await connect(amina.viewer, id, { relay: true });
      await database.query(
        `UPDATE shortlist_entry SET filled = true WHERE id = (SELECT min(id::text)::uuid FROM shortlist_entry)`,
      );
      await database.query(`UPDATE need SET state = 'filled', engaged = 1, closed_at = now()`);
      if (end === 'suspended') {
        await database.query(`UPDATE mediator SET state = 'suspended' WHERE id = $1`, [amina.id]);
      }
      if (end === 'erased') await bench.api.services.erasure.erase(OPERATOR, amina.id);
      await bench.pass(HOUR);
      stories.push(alike(await bench.shown(id)));
    }
    expect(stories[0]).toMatchObject({ status: 'CONNECTED', channels: ['RELAY'] });
    expect(stories[1]).toMatchObject({ status: 'ENDED', word: 'STOOD_DOWN' });
    expect(stories[2]).toEqual(stories[1]);
  });

  it('what waits for a woman is found under the record into which hers was merged', async () => {
    const { her } = await bench.needOf([AMINA, { name: 'Bintou' }]);
    const { id } = await request(her('Amina').entryId);
    await forward(id);
    await bench.api.services.database.query('UPDATE mediator SET merged_into = $2 WHERE id = $1', [
      her('Amina').id,
      her('Bintou').id,
    ]);
    const inbox = '{ inbox { edges { node { kind subjectId } } } }';
    expect(await bench.ask(her('Bintou').viewer, inbox)).toEqual({
      edges: [{ node: { kind: 'INTRODUCTION_ANSWER', subjectId: ownId(id) } }],
    });
  });
});
