import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { mediatorViewer, organizerViewer, viewersOfTest } from '../../support/viewers.js';

interface Unchecked {
  criterion: string;
  count: number;
  applied: boolean;
}

interface Ranking {
  totalCount: number;
  exclusions: { reason: string; any: number }[];
  uncheckedCriteria: Unchecked[];
  assumedTerritories: { code: string }[];
  edges: {
    node: { rank: number; toBeChecked: string[]; mediator: { id: string; name: string } };
  }[];
}

const RANKING = `query ($need: NeedInput!) { matchCandidates(need: $need, first: 50) { __typename
  ... on ValidationError { fields { path } }
  ... on MatchConnection { totalCount exclusions { reason any } uncheckedCriteria { criterion count applied }
    assumedTerritories { code } edges { node { rank toBeChecked mediator { id name } } } } } }`;

const EXPLAINED = `query ($need: NeedInput!, $id: ID!) { explainMatch(need: $need, mediatorId: $id) { __typename
  ... on PlaceExplanation { standing rank eligible score toBeChecked sentences
    uncheckedCriteria { criterion count applied } } } }`;

const REPORT = `query ($need: NeedInput!) { needReport(need: $need) { __typename
  ... on NeedReport { eligible waterfall { criterion alone } uncheckedCriteria { criterion count applied }
    nearlyEligible { totalCount unnamed } } }
  checkNeed(need: $need) { ... on NeedCheck { eligible uncheckedCriteria { criterion count applied }
    assumedTerritories { code } findings { code path sentence } } } }`;

/** One territory after the other, with who has ruled it out. */
const PROBES = ['SD', 'KE', 'ML', 'NE', 'DK'];

describe('what is not shown', () => {
  const viewers = viewersOfTest();
  const organizer = organizerViewer();
  let api: TestApi;
  let ids: Map<string, string>;

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    await fill(api.services, 'acacia', [
      record(1, {
        display_name: 'Amina',
        nationality: 'Kenya',
        residence: 'Kenya',
        ruled_out: 'Sudan',
      }),
      record(2, {
        display_name: 'Halima',
        code_name: 'Heron',
        at_risk: 'yes',
        nationality: 'Denmark',
        residence: 'Denmark',
        ruled_out: 'Sudan; Mali',
      }),
      record(3, { display_name: 'Bintou', nationality: 'Mali', residence: 'Kenya' }),
      record(4, { display_name: 'Chipo', availability: '', nationality: '', residence: '' }),
    ]);
    const { edges } = await ranked(organizer, need([]));
    ids = new Map(edges.map(({ node }) => [node.mediator.name, node.mediator.id]));
  });
  afterAll(async () => api.close());

  const need = (territories: string[] | undefined, more: object = {}) => ({
    date: '2026-11-01',
    seed: 'probe',
    soft: { languages: [{ code: 'en' }] },
    territories,
    ...more,
  });
  const ask = async <T>(viewer: Viewer | null, query: string, variables: object): Promise<T> => {
    const { data, errors } = await api.ask<T>(
      query,
      { ...variables },
      viewer ? viewers.as(viewer) : {},
    );
    expect(errors).toBeUndefined();
    return data!;
  };
  const ranked = async (viewer: Viewer | null, asked: object) =>
    (await ask<{ matchCandidates: Ranking }>(viewer, RANKING, { need: asked })).matchCandidates;
  const named = ({ edges }: Ranking) => edges.map(({ node }) => node.mediator.name).toSorted();
  const safety = (count: number, applied: boolean) => [{ criterion: 'SAFETY', count, applied }];

  it('tells nothing, whichever territory is asked for', async () => {
    expect([...ids.keys()].toSorted()).toEqual(['Amina', 'Bintou', 'Chipo', 'Heron']);
    const answers: unknown[] = [];
    for (const code of PROBES) {
      const asked = { need: need([code]) };
      const places = [];
      for (const id of ids.values()) {
        places.push(await ask(organizer, EXPLAINED, { ...asked, id }));
      }
      const report = await ask(organizer, REPORT, asked);
      const ranking = await ranked(organizer, asked.need);
      answers.push({ places, report, ranking });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({
      places: [...ids].map(() => ({ explainMatch: { toBeChecked: ['SAFETY'] } })),
      ranking: { totalCount: 4, uncheckedCriteria: safety(4, false) },
    });
    expect(JSON.stringify(answers[0])).not.toContain('"reason":"SAFETY"');
    expect(JSON.stringify(answers[0])).not.toContain('"criterion":"SAFETY","alone"');
  });

  it('is not reported to the public as applied either', async () => {
    const ranking = await ranked(null, need(['SD']));
    expect(ranking.uncheckedCriteria).toEqual(safety(4, false));
    expect(ranking.exclusions.map(({ reason }) => reason)).toEqual(['CONSENT', 'STATE']);
  });

  it('lets nobody pass a conflict of interest in silence', async () => {
    const conflicts = async (code: string) =>
      ranked(organizer, need([], { hard: { conflictOfInterest: { territories: [code] } } }));
    const kenya = await conflicts('KE');
    expect(named(kenya)).toEqual(['Chipo', 'Heron']);
    expect(kenya.uncheckedCriteria).toEqual([
      { criterion: 'CONFLICT_OF_INTEREST', count: 2, applied: true },
    ]);
    // Heron is a Dane, which is nobody's to know: she counts as the woman of whom nothing is recorded.
    const [denmark, nauru] = [await conflicts('DK'), await conflicts('NR')];
    expect(denmark).toEqual(nauru);
    const heron = denmark.edges.find(({ node }) => node.mediator.name === 'Heron');
    expect(heron?.node.toBeChecked).toEqual(['CONFLICT_OF_INTEREST']);
  });

  it('counts days that nobody states as to be checked, not as all and not as none', async () => {
    const period = { from: '2026-12-01', to: '2026-12-10' };
    const { edges, uncheckedCriteria } = await ranked(
      organizer,
      need([], { period, hard: { availability: { minimumShare: 50 } } }),
    );
    // Of Chipo nobody states it; what Heron shows must be shared by five pseudonymous women.
    const open = edges.filter(({ node }) => node.toBeChecked.includes('AVAILABILITY'));
    expect(open.map(({ node }) => node.mediator.name).toSorted()).toEqual(['Chipo', 'Heron']);
    expect(uncheckedCriteria).toEqual([{ criterion: 'AVAILABILITY', count: 2, applied: true }]);
  });

  it('is honoured for who wants that, with nobody else told of', async () => {
    const [her] = await api.services.database.query<{ id: string }>(
      `SELECT id FROM mediator WHERE display_name = 'Amina'`,
    );
    const before = await ranked(organizer, need(['ML']));
    const choose = async (audience: 'VETTED' | 'CURATOR') =>
      api.services.audiences.set(mediatorViewer(her!.id), her!.id, {
        field: 'ruledOut',
        audience,
        consent: audience === 'VETTED' ? { textVersion: '2026-11', language: 'en' } : null,
      });
    await choose('VETTED');
    const sudan = await ranked(organizer, need(['SD']));
    expect(named(sudan)).toEqual(['Bintou', 'Chipo', 'Heron']);
    expect(sudan.uncheckedCriteria).toEqual(safety(3, true));
    expect(sudan.exclusions.find(({ reason }) => reason === 'SAFETY')?.any).toBe(1);
    expect(await ask(organizer, EXPLAINED, { need: need(['SD']), id: ids.get('Amina') })).toEqual({
      explainMatch: { __typename: 'NotFound' },
    });
    expect(named(await ranked(organizer, need(['ML'])))).toEqual(named(before));
    expect((await ranked(null, need(['SD']))).uncheckedCriteria).toEqual(safety(4, false));
    await choose('CURATOR');
    expect(await ranked(organizer, need(['ML']))).toEqual(before);
  });

  it('takes where the process is from the countries wanted, and says so', async () => {
    const soft = { territories: [{ code: 'SDN' }, { code: '011' }, { code: 'SD' }] };
    const ranking = await ranked(organizer, need(undefined, { soft }));
    expect(ranking.assumedTerritories).toEqual([{ code: 'SD' }]);
    expect(ranking.uncheckedCriteria).toEqual(safety(4, false));
    const { checkNeed } = await ask<{
      checkNeed: { assumedTerritories: unknown[]; findings: { code: string; sentence: string }[] };
    }>(organizer, REPORT, { need: need(undefined, { soft }) });
    expect(checkNeed.assumedTerritories).toEqual([{ code: 'SD' }]);
    expect(checkNeed.findings.find(({ code }) => code === 'TERRITORIES_ASSUMED')).toMatchObject({
      path: 'territories',
      sentence: expect.stringContaining('Sudan'),
    });
    const none = await ranked(organizer, need([], { soft }));
    expect([none.assumedTerritories, none.uncheckedCriteria]).toEqual([[], []]);
  });

  it('orders equals alike however the need is spelt', async () => {
    const order = async (asked: object) =>
      (await ranked(organizer, asked)).edges.map(({ node }) => node.mediator.id);
    const one = await order({
      date: '2026-11-01',
      territories: ['SD', 'KE'],
      soft: { languages: [{ code: 'ar' }, { code: 'zh', level: 'C1', weight: 1 }] },
    });
    const other = await order({
      soft: { languages: [{ code: 'cmn' }, { code: 'arb' }] },
      hard: {},
      brief: ' ',
      territories: ['KE', 'SDN', 'SD'],
      date: '2026-11-01',
    });
    expect(other).toEqual(one);
  });
});
