import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { makeAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { dumpOf } from '../../support/contacts.js';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { lastLink, mailsTo } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';
import {
  coordinatorViewer,
  mediatorViewer,
  organizerViewer,
  viewersOfTest,
} from '../../support/viewers.js';
import { atHerPage } from '../../support/woman.js';

interface Correction {
  __typename: string;
  id: string;
  state: string;
  request: string;
  answer: string | null;
}

interface Asked {
  readonly __typename: string;
  readonly outcomes?: readonly {
    readonly profileId: string;
    readonly result: { readonly __typename: string };
  }[];
}

describe('correction', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let amina: Viewer;
  let acacia: Viewer;
  let fjord: Viewer;
  let networkId = '';

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    await api.services.database.query('DELETE FROM mediator');
    await fill(api.services, 'acacia', [record(1)]);
    await fill(api.services, 'fjord', [record(9)]);
    const rows = await api.services.database.query<{ id: string; network: string; slug: string }>(
      `SELECT mediator_id AS id, network_id AS network, slug FROM affiliation JOIN network n ON n.id = network_id ORDER BY slug`,
    );
    amina = mediatorViewer(rows[0]!.id);
    networkId = rows[0]!.network;
    acacia = coordinatorViewer(networkId);
    fjord = coordinatorViewer(rows[1]!.network);
  });

  const ask = async <T>(
    viewer: Viewer | null,
    query: string,
    variables?: Record<string, unknown>,
  ) => api.ask<T>(query, variables, viewer ? viewers.as(viewer) : {});
  const request = async (
    viewer: Viewer | null,
    text: string,
    field?: string,
  ): Promise<Correction> => {
    const { data } = await ask<{ requestCorrection: Correction }>(
      viewer,
      `mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { __typename
         ... on Correction { id state request answer } ... on ValidationError { fields { path code } } } }`,
      { input: { text, field } },
    );
    return data!.requestCorrection;
  };
  const handle = async (viewer: Viewer, id: string, outcome = 'DONE'): Promise<Correction> => {
    const { data } = await ask<{ handleCorrection: Correction }>(
      viewer,
      `mutation ($input: HandleCorrectionInput!) { handleCorrection(input: $input) { __typename
         ... on Correction { id state answer } } }`,
      { input: { id, outcome, answer: 'It is put right.' } },
    );
    return data!.handleCorrection;
  };
  const waiting = (viewer: Viewer) =>
    ask<{ corrections: Correction[] }>(
      viewer,
      `{ corrections(networkId: "${Buffer.from(`Network:${networkId}`).toString('base64url')}") { id profileId request field state } }`,
    );

  it('is asked for, seen by her network, handled, and answered', async () => {
    const asked = await request(amina, 'My name has two l.', 'fullName');
    expect(asked).toMatchObject({ state: 'OPEN', request: 'My name has two l.', answer: null });
    expect((await waiting(acacia)).data?.corrections).toEqual([
      {
        id: asked.id,
        profileId: Buffer.from(`Profile:${amina.mediatorId}`).toString('base64url'),
        request: 'My name has two l.',
        field: 'fullName',
        state: 'OPEN',
      },
    ]);
    expect(await handle(acacia, asked.id)).toMatchObject({
      state: 'DONE',
      answer: 'It is put right.',
    });
    expect((await waiting(acacia)).data?.corrections).toEqual([]);
    expect(await handle(acacia, asked.id)).toEqual({ __typename: 'InvalidState' });
    const { data } = await ask(amina, '{ myCorrections { state answer handledAt } }');
    expect(data).toEqual({
      myCorrections: [
        { state: 'DONE', answer: 'It is put right.', handledAt: expect.any(String) as unknown },
      ],
    });
  });

  it('is sealed in the database', async () => {
    const asked = await request(amina, 'Call me at the farm.');
    await handle(acacia, asked.id);
    const dump = await dumpOf(api);
    expect(dump).not.toContain('Call me at the farm.');
    expect(dump).not.toContain('It is put right.');
  });

  it('opens again after the keys were rotated', async () => {
    const asked = await request(amina, 'My name has two l.');
    await handle(acacia, asked.id);
    await api.services.consents.record(acacia, amina.mediatorId ?? '', {
      purpose: 'CONTACTED',
      textVersion: '2026-11',
      language: null,
      channel: 'paper',
      givenOn: '2026-10-01',
      proof: 'Form 7',
    });
    const sealedBy = () =>
      api.services.database.query(
        'SELECT key_id FROM correction UNION ALL SELECT key_id FROM consent_proof',
      );
    const before = await sealedBy();
    await api.services.keys.rotate(OPERATOR);
    expect(await sealedBy()).not.toEqual(before);
    const { data } = await ask(amina, '{ myCorrections { request answer } myConsents { proof } }');
    expect(JSON.stringify(data)).toContain('My name has two l.');
    expect(JSON.stringify(data)).toContain('It is put right.');
    expect(JSON.stringify(data)).toContain('Form 7');
  });

  it('is nobody else’s', async () => {
    const asked = await request(amina, 'My name has two l.');
    const nobody = '01900000-0000-7000-8000-00000000ffff';
    for (const viewer of [fjord, organizerViewer(), mediatorViewer(nobody), amina]) {
      expect(await handle(viewer, asked.id)).toEqual({ __typename: 'NotFound' });
      expect(
        await handle(viewer, Buffer.from(`Correction:${nobody}`).toString('base64url')),
      ).toEqual({ __typename: 'NotFound' });
      const { errors } = await waiting(viewer);
      expect(errors?.map(({ message }) => message)).toEqual(['There is no such network.']);
    }
    expect(await request(null, 'x')).toEqual({ __typename: 'NotPermitted' });
    expect(await request(acacia, 'x')).toEqual({ __typename: 'NotPermitted' });
  });

  it('says something', async () => {
    expect(await request(amina, '  ')).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'text', code: 'MISSING' }],
    });
    expect(await request(amina, 'x'.repeat(4_001))).toMatchObject({
      __typename: 'ValidationError',
    });
  });

  it('waits in a number that people can handle', async () => {
    for (let n = 0; n < 50; n++)
      await api.services.corrections.request(amina, null, `Request ${n}`);
    expect(await request(amina, 'One more.')).toEqual({ __typename: 'InvalidState' });
  });

  describe('that a network asks for', () => {
    const askMembers = async (
      viewer: Viewer,
      ids: readonly string[],
      asked: { question?: string; text?: string },
      network = 'acacia',
    ) => {
      const { data, errors } = await ask<{ askMembers: Asked }>(
        viewer,
        `mutation ($network: String!, $ids: [ID!]!, $question: MemberQuestion, $text: String) {
           askMembers(network: $network, ids: $ids, question: $question, text: $text) { __typename
             ... on AskOutcomes { outcomes { profileId result { __typename } } }
             ... on ValidationError { fields { path code } } } }`,
        { network, ids, ...asked },
      );
      expect(errors).toBeUndefined();
      return data!.askMembers;
    };
    const results = ({ outcomes }: Asked) => outcomes?.map(({ result }) => result.__typename);
    const profile = (id: string) => globalId('Profile', id);
    /** Three more women of acacia: one to be reached by mail, one by her account, one not at all. */
    const three = async () => {
      const withMail = record(2, { email: 'amina@example.org', languages: 'French (C2)' });
      const lists = [record(1), withMail, record(3), record(4)];
      await fill(api.services, 'acacia', lists);
      const rows = await api.services.database.query<{ id: string; number: string }>(
        `SELECT mediator_id AS id, external_id AS number FROM affiliation WHERE network_id = $1`,
        [networkId],
      );
      const idOf = (n: number) =>
        rows.find(({ number }) => number === record(n).external_id)?.id ?? '';
      const account = await makeAccount(api.services, {
        role: 'mediator',
        mediatorId: idOf(3),
      });
      return { byMail: idOf(2), byAccount: idOf(3), unreached: idOf(4), account };
    };

    it('is asked of many at once, each by her own way, with a result for each', async () => {
      const { byMail, byAccount, unreached, account } = await three();
      const ids = [byMail, byAccount, unreached].map(profile);
      const asked = await askMembers(acacia, ids, { question: 'STILL_RIGHT', text: 'And Lomé?' });
      expect(results(asked)).toEqual(['MemberAsked', 'MemberAsked', 'InvalidState']);
      expect(asked.outcomes?.map(({ profileId }) => profileId)).toEqual(ids);
      const [mail] = (await mailsTo(api, 'amina@example.org')).slice(-1);
      expect(mail?.subject).toBe('Une question sur vos données');
      expect(mail?.text).not.toMatch(/Lomé|Network acacia|Person Number/u);
      const [hers] = (await mailsTo(api, account.email)).slice(-1);
      expect(hers?.links).toEqual([expect.stringMatching(/\/me\/corrections$/u)]);
      const audit = await api.asOwner(
        `SELECT subject_id AS id FROM audit_entry WHERE action = 'profile.ask' ORDER BY number`,
      );
      expect(audit).toEqual([{ id: byMail }, { id: byAccount }]);
    });

    it('waits on her page without a mail, where others may read her mails', async () => {
      const { byAccount, account } = await three();
      await api.services.contacts.edit(mediatorViewer(byAccount), {
        mediatorId: byAccount,
        networkId: null,
        version: null,
        fields: { unsafeChannels: 'mail' },
      });
      const before = (await mailsTo(api, account.email)).length;
      const asked = await askMembers(acacia, [profile(byAccount)], { text: 'Which dialect?' });
      expect(results(asked)).toEqual(['MemberAsked']);
      expect(await mailsTo(api, account.email)).toHaveLength(before);
    });

    it('is answered by the link of the mail, without signing in', async () => {
      const { byMail } = await three();
      await askMembers(acacia, [profile(byMail)], { question: 'STILL_RIGHT', text: 'And Lomé?' });
      const link = await lastLink(api, 'amina@example.org');
      const she = await new PageReader(api, { 'accept-language': 'fr' }).open(link);
      expect(she.text).not.toContain('Lomé');
      await she.submit('/link/correction');
      expect(she.text).toContain('encore exact');
      expect(she.text).toContain('And Lomé?');
      await she.submit('/link/correction/answer', { text: '' });
      expect(she.status).toBe(422);
      await she.submit('/link/correction/answer', { text: 'J’habite maintenant à Accra.' });
      expect(she.text).toContain('Votre réseau a votre réponse.');
      expect((await waiting(acacia)).data?.corrections).toMatchObject([
        { request: 'J’habite maintenant à Accra.' },
      ]);
      // It answers once: another who finds the mail later reads and writes nothing.
      await she.open(link);
      await she.submit('/link/correction');
      expect(she.status).toBe(410);
    });

    it('is answered by one of two who have the page open, and by nobody once she made the link useless', async () => {
      const { byMail } = await three();
      const askedBy = async () => {
        await askMembers(acacia, [profile(byMail)], { question: 'STILL_RIGHT' });
        const link = await lastLink(api, 'amina@example.org');
        const reading = async () => {
          const one = await new PageReader(api, {}).open(link);
          await one.submit('/link/correction');
          return one;
        };
        return { link, readers: [await reading(), await reading()] as const };
      };
      const twice = await askedBy();
      await Promise.all(
        twice.readers.map((one) => one.submit('/link/correction/answer', { text: 'Accra' })),
      );
      expect(twice.readers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
      expect((await waiting(acacia)).data?.corrections).toHaveLength(1);
      await api.services.database.query(
        `UPDATE profile_note SET written_at = written_at - interval '8 days'`,
      );
      await api.services.database.query('DELETE FROM correction');
      const useless = await askedBy();
      await useless.readers[0].submit('/link/correction/withdraw');
      await useless.readers[1].submit('/link/correction/answer', { text: 'Kumasi' });
      expect(useless.readers[1].status).toBe(410);
      expect((await waiting(acacia)).data?.corrections).toEqual([]);
    });

    it('does not open for whoever has her old address', async () => {
      const { byMail } = await three();
      await askMembers(acacia, [profile(byMail)], { text: 'Where do you hide?' });
      const link = await lastLink(api, 'amina@example.org');
      await fill(api.services, 'acacia', [record(2, { email: 'safe@example.org' })]);
      const stranger = await new PageReader(api, {}).open(link);
      await stranger.submit('/link/correction');
      expect([stranger.status, stranger.text.includes('hide')]).toEqual([410, false]);
    });

    it('is told by its own link alone: her address may be another since', async () => {
      const { byMail } = await three();
      await askMembers(acacia, [profile(byMail)], { text: 'Still in Lomé?' });
      const earlier = await lastLink(api, 'amina@example.org');
      await api.services.database.query(
        `UPDATE profile_note SET written_at = written_at - interval '8 days' WHERE mediator_id = $1`,
        [byMail],
      );
      await askMembers(acacia, [profile(byMail)], { text: 'Where do you hide?' });
      const later = await lastLink(api, 'amina@example.org');
      const she = await new PageReader(api, {}).open(earlier);
      await she.submit('/link/correction');
      expect(she.text).toContain('Still in Lomé?');
      expect(she.text).not.toContain('Where do you hide?');
      await she.open(later);
      await she.submit('/link/correction');
      expect(she.text).toContain('Where do you hide?');
      expect(she.text).not.toContain('Still in Lomé?');
    });

    it('stands on her own page until she has answered', async () => {
      const { byAccount, account } = await three();
      await askMembers(acacia, [profile(byAccount)], { text: 'Which dialect do you speak?' });
      const she = await atHerPage(api, account);
      await she.open('/me/corrections');
      expect(she.text).toContain('Which dialect do you speak?');
      await she.submit('/me/corrections', { text: 'The one of the north.' });
      await she.open('/me/corrections');
      expect(she.text).not.toContain('Which dialect do you speak?');
    });

    it('is asked once in seven days, and of nobody who has withdrawn or whom the network does not list', async () => {
      const { byMail, byAccount } = await three();
      const question = { question: 'WHAT_IS_MISSING' };
      expect(results(await askMembers(acacia, [profile(byMail)], question))).toEqual([
        'MemberAsked',
      ]);
      expect(results(await askMembers(acacia, [profile(byMail)], question))).toEqual(['Conflict']);
      await api.services.database.query(`UPDATE mediator SET state = 'withdrawn' WHERE id = $1`, [
        byAccount,
      ]);
      expect(results(await askMembers(acacia, [profile(byAccount)], question))).toEqual([
        'InvalidState',
      ]);
      expect(results(await askMembers(fjord, [profile(byMail)], question, 'fjord'))).toEqual([
        'NotFound',
      ]);
      expect(await askMembers(fjord, [profile(byMail)], question)).toEqual({
        __typename: 'NotPermitted',
      });
    });

    it('asks something', async () => {
      const { byMail } = await three();
      expect(await askMembers(acacia, [profile(byMail)], { text: ' ' })).toEqual({
        __typename: 'ValidationError',
        fields: [{ path: 'text', code: 'MISSING' }],
      });
    });
  });
});
