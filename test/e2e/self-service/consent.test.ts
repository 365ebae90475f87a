import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { coordinatorViewer, mediatorViewer, viewersOfTest } from '../../support/viewers.js';

const REFUSALS = `__typename
  ... on NotPermitted { signedIn } ... on ValidationError { fields { path code } } ... on InvalidState { message }`;
const HISTORY = `${REFUSALS} ... on ConsentHistory { consents {
  id purpose textVersion language channel byHerself recordedBy givenOn withdrawnAt withdrawnBy withdrawnChannel proof } }`;

interface Consent {
  id: string;
  purpose: string;
  byHerself: boolean;
  channel: string;
  withdrawnAt: string | null;
  withdrawnChannel: string | null;
  proof: string | null;
}
interface Result {
  __typename: string;
  consents: Consent[];
  fields: { path: string; code: string }[];
}

describe('consent', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let amina: Viewer;
  let zuri: Viewer;
  let acacia: Viewer;
  let fjord: Viewer;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    await api.services.database.query('DELETE FROM mediator');
    await fill(api.services, 'acacia', people());
    await fill(api.services, 'fjord', [record(9, { display_name: 'Sigrid' })]);
    const rows = await api.services.database.query<{ name: string; id: string; network: string }>(
      `SELECT display_name AS name, m.id, a.network_id AS network FROM mediator m JOIN affiliation a ON a.mediator_id = m.id`,
    );
    for (const { name, id, network } of rows) {
      ids.set(name, id);
      ids.set(`network of ${name}`, network);
    }
    amina = mediatorViewer(idOf('Amina'));
    zuri = mediatorViewer(idOf('Zuri'));
    acacia = coordinatorViewer(idOf('network of Amina'));
    fjord = coordinatorViewer(idOf('network of Sigrid'));
  });

  const people = (changes: Record<string, string> = {}) => [
    record(1, { display_name: 'Amina', ...changes }),
    record(2, { display_name: 'Zuri' }),
  ];
  const idOf = (name: string): string => ids.get(name) ?? '';
  const globalId = (name: string) => Buffer.from(`Profile:${idOf(name)}`).toString('base64url');
  const ask = async (viewer: Viewer | null, query: string, variables?: Record<string, unknown>) =>
    api.ask<Record<string, Result>>(query, variables, viewer ? viewers.as(viewer) : {});
  const mutate = async (
    viewer: Viewer | null,
    field: string,
    type: string,
    input: Record<string, unknown>,
  ): Promise<Result> => {
    const { data, errors } = await ask(
      viewer,
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${HISTORY} } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return data![field]!;
  };
  const give = (viewer: Viewer | null, input: Record<string, unknown> = {}) =>
    mutate(viewer, 'giveConsent', 'GiveConsentInput', {
      purpose: 'LISTED',
      textVersion: '2026-11',
      language: 'FR',
      ...input,
    });
  const withdraw = (viewer: Viewer | null, input: Record<string, unknown> = {}) =>
    mutate(viewer, 'withdrawConsent', 'WithdrawConsentInput', { purpose: 'LISTED', ...input });
  const recordHeard = (viewer: Viewer | null, input: Record<string, unknown> = {}) =>
    mutate(viewer, 'recordConsent', 'RecordConsentInput', {
      mediatorId: globalId('Amina'),
      purpose: 'CONTACTED',
      textVersion: '2026-11',
      channel: 'PAPER',
      givenOn: '2026-10-20',
      proof: 'Folder 12, form 7',
      ...input,
    });
  const inForce = ({ consents }: Result) =>
    consents
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ purpose }) => purpose)
      .toSorted();
  const shown = async (): Promise<string[]> => {
    const { data } = await api.ask<{
      mediators: { totalCount: number; edges: { node: { name: string } }[] };
    }>('{ mediators { totalCount edges { node { name } } } }');
    expect(data?.mediators.totalCount).toBe(data?.mediators.edges.length);
    return data!.mediators.edges.map(({ node }) => node.name).toSorted();
  };
  const ranked = async (): Promise<{ names: string[]; considered: number; lacking: number }> => {
    const { data } = await api.ask<{
      matchCandidates: {
        considered: number;
        exclusions: { reason: string; any: number }[];
        edges: { node: { mediator: { name: string } } }[];
      };
    }>(`{ matchCandidates(need: { date: "2026-11-01", soft: { years: 1 } }) { ... on MatchConnection {
      considered exclusions { reason any } edges { node { mediator { name } } } } } }`);
    const { considered, exclusions, edges } = data!.matchCandidates;
    const lacking = exclusions.find(({ reason }) => reason === 'CONSENT')?.any ?? -1;
    return { names: edges.map(({ node }) => node.mediator.name).toSorted(), considered, lacking };
  };

  it('has a text for each purpose in each of six languages', async () => {
    for (const locale of ['AR', 'EN', 'ES', 'FR', 'PT', 'SW']) {
      const { data } = await ask(
        null,
        `{ consentTexts(locale: ${locale}) { name version language text } }`,
      );
      const texts = data!['consentTexts'] as unknown as {
        name: string;
        text: string;
        version: string;
      }[];
      expect(texts.map(({ name }) => name)).toEqual([
        'LISTED',
        'MATCHED',
        'CONTACTED',
        'PUBLISHED_ABROAD',
        'STATISTICS',
        'LINKED',
        'LINKED_ELSEWHERE',
        'WIDER_AUDIENCE',
        'RULED_OUT_IN_RANKINGS',
      ]);
      expect(new Set(texts.map(({ text }) => text)).size).toBe(9);
      for (const { text, version } of texts) {
        expect(text.length).toBeGreaterThan(40);
        expect(version).toBe('2026-11');
      }
    }
  });

  describe('given by herself', () => {
    it('replaces what her network recorded, and says to which text, in which language and how', async () => {
      const result = await give(amina);
      expect(result.consents[0]).toMatchObject({
        purpose: 'LISTED',
        textVersion: '2026-11',
        language: 'FR',
        channel: 'WEB',
        byHerself: true,
        recordedBy: amina.name,
        withdrawnAt: null,
        proof: null,
      });
      expect(inForce(result)).toEqual(['LISTED', 'MATCHED']);
      expect(result.consents).toHaveLength(3);
      const again = await give(amina);
      expect(again.consents.map(({ id }) => id)).toEqual(result.consents.map(({ id }) => id));
    });

    it('is refused for a text that is not in force, and for whoever has no profile', async () => {
      expect(await give(amina, { textVersion: '2020-01' })).toMatchObject({
        fields: [{ path: 'textVersion', code: 'UNKNOWN' }],
      });
      expect(await give(null)).toMatchObject({ __typename: 'NotPermitted', signedIn: false });
      expect(await give(acacia)).toMatchObject({ __typename: 'NotPermitted', signedIn: true });
    });

    it('is in no ranking without MATCHED, and in none again without it', async () => {
      expect((await ranked()).names).toEqual(['Amina', 'Sigrid', 'Zuri']);
      await withdraw(amina, { purpose: 'MATCHED' });
      expect(await ranked()).toEqual({ names: ['Sigrid', 'Zuri'], considered: 3, lacking: 1 });
      expect(await shown()).toContain('Amina');
      await give(amina, { purpose: 'MATCHED' });
      expect((await ranked()).names).toContain('Amina');
    });
  });

  describe('withdrawn by herself', () => {
    it('takes one call, acts at once, and comes back with a yes', async () => {
      const result = await withdraw(amina);
      expect(inForce(result)).toEqual(['MATCHED']);
      expect(result.consents.find(({ withdrawnAt }) => withdrawnAt !== null)).toMatchObject({
        withdrawnBy: amina.name,
        withdrawnChannel: 'WEB',
      });
      expect(await shown()).toEqual(['Sigrid', 'Zuri']);
      expect((await ranked()).names).toEqual(['Sigrid', 'Zuri']);
      await give(amina);
      await api.services.jobs.drain();
      expect(await shown()).toEqual(['Amina', 'Sigrid', 'Zuri']);
    });

    it.each([
      ['the same list', {}],
      ['a list with something new', { biography: 'New words.' }],
      [
        'a list that names another text and a later day',
        { consent_text_version: '9', consent_on: '2026-10-31' },
      ],
    ])('is not overruled by %s', async (_what, changes) => {
      await withdraw(amina);
      await fill(api.services, 'acacia', people(changes));
      expect(inForce(await give(zuri, { purpose: 'STATISTICS' }))).toEqual([
        'LISTED',
        'MATCHED',
        'STATISTICS',
      ]);
      expect(await shown()).toEqual(['Sigrid', 'Zuri']);
      const { data } = await ask(amina, '{ myConsents { purpose withdrawnAt } }');
      const consents = data!['myConsents'] as unknown as Consent[];
      expect(inForce({ consents } as Result)).toEqual(['MATCHED']);
    });

    it('keeps a no that was said before any yes', async () => {
      expect(inForce(await withdraw(amina, { purpose: 'STATISTICS' }))).toEqual([
        'LISTED',
        'MATCHED',
      ]);
      await fill(api.services, 'acacia', people({ consent: 'LISTED; MATCHED; STATISTICS' }));
      const { data } = await ask(amina, '{ myConsents { purpose withdrawnAt } }');
      expect(inForce({ consents: data!['myConsents'] } as unknown as Result)).toEqual([
        'LISTED',
        'MATCHED',
      ]);
    });
  });

  describe('of a network', () => {
    it('ends with its list, and begins again with it: no word of hers stands in the way', async () => {
      await fill(api.services, 'acacia', people({ consent: 'MATCHED' }));
      expect(await shown()).toEqual(['Sigrid', 'Zuri']);
      await fill(api.services, 'acacia', people({ consent: 'LISTED; MATCHED' }));
      expect(await shown()).toEqual(['Amina', 'Sigrid', 'Zuri']);
    });

    it('does not end what she gave herself', async () => {
      await give(amina);
      await fill(api.services, 'acacia', people({ consent: '' }));
      expect(await shown()).toContain('Amina');
    });
  });

  describe('recorded by a coordinator', () => {
    it('has a channel and a proof, which is sealed', async () => {
      const result = await recordHeard(acacia);
      expect(result.consents[0]).toMatchObject({
        purpose: 'CONTACTED',
        channel: 'PAPER',
        byHerself: false,
        proof: 'Folder 12, form 7',
        recordedBy: acacia.name,
        givenOn: '2026-10-20',
      });
      const [row] = await api.asOwner<{ text: string }>(
        `SELECT string_agg(encode(sealed, 'escape'), ' ') AS text FROM consent_proof`,
      );
      expect(row?.text).not.toContain('Folder');
      const { data } = await ask(amina, '{ myConsents { proof } }');
      expect(JSON.stringify(data)).toContain('Folder 12, form 7');
    });

    it('names every mistake', async () => {
      const result = await recordHeard(acacia, {
        proof: ' ',
        textVersion: ' ',
        givenOn: '2099-01-01',
      });
      expect(result.fields.map(({ path }) => path)).toEqual(['textVersion', 'proof', 'givenOn']);
    });

    it.each(['acacia form 3', '2026-11 ', '2026-12', ''])(
      'is of a text that there is, and %j is none',
      async (textVersion) => {
        expect(await recordHeard(acacia, { textVersion })).toMatchObject({
          fields: [{ path: 'textVersion', code: 'UNKNOWN' }],
        });
      },
    );

    it('counts after a no only where it is later', async () => {
      await withdraw(amina, { purpose: 'CONTACTED' });
      expect(await recordHeard(acacia)).toMatchObject({
        fields: [{ path: 'givenOn', code: 'CONTRADICTION' }],
      });
      const today = new Date().toISOString().slice(0, 10);
      expect(inForce(await recordHeard(acacia, { givenOn: today }))).toContain('CONTACTED');
    });

    it('takes the place of nothing that she gave herself', async () => {
      await give(amina, { purpose: 'CONTACTED' });
      expect(await recordHeard(acacia)).toMatchObject({ __typename: 'InvalidState' });
    });

    it('can be withdrawn for her, who says how she said it', async () => {
      const mediatorId = globalId('Amina');
      expect(await withdraw(acacia, { mediatorId })).toMatchObject({
        fields: [{ path: 'channel', code: 'MISSING' }],
      });
      expect(inForce(await withdraw(acacia, { mediatorId, channel: 'TELEPHONE' }))).toEqual([
        'MATCHED',
      ]);
      await fill(api.services, 'acacia', people({ biography: 'New words.' }));
      expect(await shown()).toEqual(['Sigrid', 'Zuri']);
    });
  });

  it('is withdrawn of the record that is shown, by whichever id of hers', async () => {
    const revisions = await api.services.database.query<{ id: string; revision: number }>(
      'SELECT id, revision FROM mediator',
    );
    const asSeen = (name: string) => revisions.find(({ id }) => id === idOf(name))!;
    await api.services.merges.merge(OPERATOR, { kept: asSeen('Amina'), other: asSeen('Sigrid') });
    expect(await shown()).toEqual(['Amina', 'Zuri']);
    const byOldId = { mediatorId: globalId('Sigrid'), channel: 'TELEPHONE' };
    expect(inForce(await withdraw(fjord, byOldId))).toEqual(['MATCHED']);
    expect(await shown()).toEqual(['Zuri']);
  });

  describe('of another woman', () => {
    const NOBODY = Buffer.from('Mediator:01900000-0000-7000-8000-00000000ffff').toString(
      'base64url',
    );

    it.each(['another mediator', 'a coordinator of another network'])(
      'is not there for %s, as that of nobody is not',
      async (who) => {
        const viewer = who === 'another mediator' ? zuri : fjord;
        const channel = 'EMAIL';
        for (const mediatorId of [globalId('Amina'), NOBODY]) {
          expect(await withdraw(viewer, { mediatorId, channel })).toEqual({
            __typename: 'NotFound',
          });
          expect(await recordHeard(viewer, { mediatorId })).toEqual({ __typename: 'NotFound' });
          const { errors } = await ask(viewer, `{ consents(mediatorId: "${mediatorId}") { id } }`);
          expect(errors?.map(({ message, extensions }) => [message, extensions?.code])).toEqual([
            ['There is no such profile.', 'NOT_FOUND'],
          ]);
        }
        expect(await shown()).toContain('Amina');
      },
    );

    it('needs a sign-in before anything', async () => {
      for (const mediatorId of [globalId('Amina'), NOBODY]) {
        expect(await withdraw(null, { mediatorId, channel: 'EMAIL' })).toMatchObject({
          __typename: 'NotPermitted',
          signedIn: false,
        });
      }
    });
  });

  it('leaves its entry in the log, by opaque ids', async () => {
    await withdraw(amina);
    const entries = await api.services.database.query<{
      action: string;
      actor: string;
      subject_id: string;
    }>(`SELECT action, actor, subject_id FROM audit_entry ORDER BY number DESC LIMIT 1`);
    expect(entries).toEqual([
      { action: 'consent.withdraw', actor: amina.name, subject_id: idOf('Amina') },
    ]);
  });
});
