import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PUBLIC_VIEWER, type Viewer } from '#identity';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { record } from '../../support/fill.js';

const WHOLE = {
  displayName: 'Awa Example',
  fullName: 'Awa Example',
  languages: [{ code: 'fr', level: 'C2' }],
  territories: ['ML'],
  expertise: [{ code: 'mediation', level: 'PRACTITIONER' }],
};
const EVIDENCE = { accreditation: 'We know her.' };

interface Next {
  readonly nextSteps: readonly { readonly step: string; readonly lacks: readonly string[] }[];
}

/** `BIRTH_YEAR` is `birthYear` in an input. */
function inputName(field: string): string {
  return field.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

describe('the record of a profile', () => {
  let bench: CurationBench;
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  afterAll(async () => bench.close());
  beforeEach(async () => bench.clear());

  const create = async (changes: object): Promise<string> => {
    const { id } = await bench.mutate(
      bench.ada,
      'createProfile(network: "acacia", changes: $changes)',
      { changes },
    );
    return Buffer.from(String(id), 'base64url').toString().replace('Profile:', '');
  };
  const step = (viewer: Viewer, id: string, name: string, evidence?: object) =>
    bench.mutate(
      viewer,
      `stepProfile(id: "${globalId('Profile', id)}", step: ${name}${evidence ? ', evidence: $evidence' : ''})`,
      evidence ? { evidence } : {},
    );
  const next = async (viewer: Viewer, id: string): Promise<Record<string, readonly string[]>> => {
    const answer = await bench.profile(viewer, id, 'nextSteps { step lacks }');
    const { nextSteps } = answer as unknown as Next;
    return Object.fromEntries(nextSteps.map(({ step: name, lacks }) => [name, lacks]));
  };

  const stated = async (id: string): Promise<{ field: string; value: unknown }[]> => {
    const { statements } = await bench.profile(bench.ada, id, 'statements { field value }');
    return statements as { field: string; value: unknown }[];
  };

  it('says which steps its reader can take, and what each lacks', async () => {
    const id = await create({ ...WHOLE, languages: undefined });
    expect(await next(bench.ada, id)).toEqual({ SUBMIT: ['FIELDS'], WITHDRAW: [] });
    expect(await next(bench.herself(id), id)).toEqual({ SUBMIT: ['FIELDS'], WITHDRAW: [] });
    await bench.mutate(
      bench.ada,
      `editProfile(id: "${globalId('Profile', id)}", revision: ${await bench.revision(id)}, changes: $changes)`,
      { changes: { languages: WHOLE.languages } },
    );
    await step(bench.ada, id, 'SUBMIT');
    const open = { RETURN: [], SUSPEND: [], WITHDRAW: [] };
    expect(await next(bench.ada, id)).toEqual({ ...open, VERIFY: ['EVIDENCE'] });

    await bench.setFourEyes(bench.networks.acacia, true);
    expect(await next(bench.ada, id)).toEqual({ ...open, VERIFY: ['EVIDENCE', 'FOUR_EYES'] });
    expect(await next(bench.bea, id)).toEqual({ ...open, VERIFY: ['EVIDENCE'] });
    await step(bench.bea, id, 'VERIFY', EVIDENCE);
    expect(await next(bench.ada, id)).toEqual({ ...open, PUBLISH: ['CONSENT'] });
  });

  it('says that only she comes back who withdrew herself', async () => {
    const id = await create(WHOLE);
    await step(bench.herself(id), id, 'WITHDRAW');
    expect(await next(bench.ada, id)).toEqual({ RESUME: ['HER_OWN_RETURN'] });
    expect(await next(bench.herself(id), id)).toEqual({ RESUME: [] });
  });

  it('says what each source states, in the words of the reader, and who sees what', async () => {
    const keyOf = await bench.list('acacia', record(1, { years: '12', remote: 'both' }));
    await bench.list('acacia', record(1, { years: '13', remote: 'both' }));
    const id = keyOf(1);
    const found = await bench.profile(
      bench.ada,
      id,
      `statements { field words source { herself network { slug } } }
       sources { field inConflict } audiences { field audience standard }
       history(first: 100) { edges { node { field beforeWords afterWords } } }`,
    );
    const { statements, audiences, history } = found as unknown as {
      statements: { field: string; words: string; source: { network: { slug: string } | null } }[];
      audiences: { field: string; audience: string; standard: string }[];
      history: { edges: { node: { field: string; beforeWords: string; afterWords: string } }[] };
    };
    const of = (field: string) =>
      statements
        .filter((one) => one.field === field)
        .map(({ words, source }) => [source.network?.slug, words.replaceAll(/[⁨⁩]/g, '')]);
    expect(of('YEARS')).toEqual([['acacia', '13']]);
    expect(of('LANGUAGES')[0]).toEqual(['acacia', 'English – C1 (fluent)']);
    expect(of('TERRITORIES')[0]).toEqual(['acacia', 'Kenya']);
    expect(of('AVAILABILITY')[0]?.[1]).toMatch(/^Available/);
    expect(of('TRACKS')[0]?.[1]).toMatch(/Track 1/);
    expect(of('WORKING_MODE')[0]).toEqual(['acacia', 'Both']);
    expect(of('CONFIRMED_ON')[0]).toEqual(['acacia', 'October 1, 2026']);
    expect(audiences).toContainEqual({
      field: 'RESIDENCE',
      audience: 'VETTED',
      standard: 'VETTED',
    });
    const change = history.edges.find(({ node }) => node.field === 'YEARS')?.node;
    expect(change).toEqual({ field: 'YEARS', beforeWords: '12', afterWords: '13' });
  });

  it('gives what a source states as an edit takes it', async () => {
    const keyOf = await bench.list(
      'acacia',
      record(1, {
        remote: 'no',
        biography: 'She mediates.',
        supports: 'advice',
        tracks: '1.5; 2',
        roles: 'lead-mediator; note-taker',
        availability: '2026-01-01/2026-06-30',
        deployments:
          'Talks of elders | local | pre-negotiation | co-mediator | 1.5 | KE | 2019 | 2020',
        residence: 'KE',
      }),
    );
    const id = keyOf(1);
    const before = (await stated(id)).map(({ field, value }) => [field, value]);
    expect(before.map(([field]) => field)).toEqual(
      expect.arrayContaining(['AVAILABILITY', 'EXPERIENCE', 'EXPERTISE', 'LANGUAGES', 'TRACKS']),
    );
    const changes = Object.fromEntries(
      before.map(([field, value]) => [inputName(String(field)), value]),
    );
    const edited = await bench.mutate(
      bench.ada,
      `editProfile(id: "${globalId('Profile', id)}", revision: ${await bench.revision(id)}, changes: $changes)`,
      { changes },
    );
    expect(edited).toMatchObject({ __typename: 'Profile' });
    expect((await stated(id)).map(({ field, value }) => [field, value])).toEqual(before);
  });

  it('keeps what sources state apart from each other to curators and herself', async () => {
    const keyOf = await bench.list('acacia', record(1));
    const program: Viewer = {
      ...PUBLIC_VIEWER,
      name: 'service:reader',
      grants: ['anyone', 'profiles.read'],
      networkIds: [bench.networks.acacia],
    };
    const fields = 'state statements { field } nextSteps { step }';
    expect(await bench.profile(program, keyOf(1), fields)).toEqual({
      state: 'PUBLISHED',
      statements: null,
      nextSteps: null,
    });
    expect(await bench.profile(bench.fay, keyOf(1), fields)).toBeNull();
  });
});
