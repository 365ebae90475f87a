import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ExposureLedger, type NeedRequest } from '#engagement';
import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { ORGANIZATION } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { insertNeed } from '../../support/stored-need.js';
import { organizerViewer, viewersOfTest } from '../../support/viewers.js';

interface Node {
  rank: number;
  score: number;
  mediator: { name: string };
  fairness: {
    rankWithout: number;
    rotation: { share: number; points: number } | null;
    group: { member: boolean; forced: boolean; required: number | null } | null;
    sentences: string[];
  } | null;
}

interface Result {
  matchCandidates: {
    __typename: string;
    edges: { cursor: string; node: Node }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    fairness: {
      cost: number;
      meanCost: number;
      strength: number | null;
      test: { required: number[]; passed: boolean; failProbability: number } | null;
    } | null;
    fields: { path: string; code: string }[];
  };
}

const QUERY = `query ($need: NeedInput!, $first: Int, $after: String) {
  matchCandidates(need: $need, first: $first, after: $after) {
    __typename
    ... on MatchConnection {
      pageInfo { hasNextPage endCursor }
      fairness { cost meanCost strength test { required passed failProbability } }
      edges { cursor node { rank score mediator { name }
        fairness { rankWithout rotation { share points } group { member forced required } sentences } } }
    }
    ... on ValidationError { fields { path code } }
  }
}`;

/** Twelve who have served long, then three who are young and have not. */
const WOMEN = 12;
const YOUNG = 3;

const need = {
  date: '2026-11-01',
  seed: 'fairness',
  soft: { years: 30 },
  weights: { YEARS: 100 },
};

describe('fair exposure', () => {
  const viewers = viewersOfTest();
  let organizer = organizerViewer();
  const ledger = new ExposureLedger();
  let api: TestApi;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    const women = Array.from({ length: WOMEN }, (_, i) =>
      record(i, { full_name: `Woman ${i}`, years: String(30 - i), date_of_birth: '1960-05-01' }),
    );
    const young = Array.from({ length: YOUNG }, (_, i) =>
      record(50 + i, {
        full_name: `Young ${i}`,
        years: String(9 - i),
        date_of_birth: '1999-05-01',
      }),
    );
    organizer = await ofOrganization();
    await fill(api.services, 'acacia', women);
    await fill(api.services, 'baobab', young);
    const rows = await api.services.database.query<{ id: string; name: string }>(
      'SELECT id, full_name AS name FROM mediator',
    );
    for (const { id, name } of rows) ids.set(name, id);
  });
  afterAll(async () => api.close());

  const ask = async (
    more: object = {},
    page: { first?: number; after?: string | null } = { first: 20 },
    viewer: Viewer = organizer,
  ) => {
    const { data, errors } = await api.ask<Result>(
      QUERY,
      { need: { ...need, ...more }, ...page },
      viewers.as(viewer),
    );
    expect(errors).toBeUndefined();
    return (data as Result).matchCandidates;
  };
  const names = ({ edges }: Result['matchCandidates']) =>
    edges.map(({ node }) => node.mediator.name);
  const ofOrganization = async (): Promise<Viewer> => {
    const { id } = await api.services.identity.organizations.create(OPERATOR, ORGANIZATION);
    return { ...organizerViewer(), organizationId: id };
  };
  const expose = async (
    name: string,
    needs: number,
    kind: 'shown' | 'shortlisted' = 'shown',
    by: Viewer = organizer,
  ) => {
    for (let i = 0; i < needs; i++) {
      const columns = { organization_id: by.organizationId };
      const needId = await insertNeed(api.services.database, columns);
      await api.services.database.transaction((tx) =>
        ledger.record(tx, needId, kind, [{ mediatorId: ids.get(name) ?? '', rank: 1 }]),
      );
    }
  };
  afterEach(async () => {
    await api.services.database.query('DELETE FROM exposure');
  });

  describe('off', () => {
    it('is the standard, and the answer is that of a need that turns it off', async () => {
      await expose('Woman 0', 5);
      const plain = await ask();
      expect(plain.fairness).toBeNull();
      expect(plain.edges.map(({ node }) => node.fairness)).toEqual(Array(WOMEN + YOUNG).fill(null));
      expect(names(plain)[0]).toBe('Woman 0');
      expect(await ask({ fairness: {} })).toEqual({
        ...plain,
        edges: plain.edges.map((edge) => ({ ...edge, cursor: expect.any(String) })),
        pageInfo: { ...plain.pageInfo, endCursor: expect.any(String) },
      });
      const zero = await ask({ fairness: { rotation: { strength: 0 } } });
      const placeOf = ({ node: { rank, score, mediator } }: { node: Node }) => ({
        rank,
        score,
        mediator,
      });
      expect(zero.edges.map(placeOf)).toEqual(plain.edges.map(placeOf));
      expect(zero.fairness).toMatchObject({ cost: 0, meanCost: 0 });
    });

    it('leaves rankings as they were, to the last field', async () => {
      const page = await api.services.matches.match(organizer, { ...need, hard: {} }, { first: 5 });
      expect(page.ranking).not.toHaveProperty('fairness');
      for (const result of page.ranking.results) expect(result).not.toHaveProperty('fairness');
    });
  });

  describe('rotation', () => {
    it('takes points from who was shown most, and says so and what it cost', async () => {
      await expose('Woman 0', 10);
      await expose('Woman 1', 5);
      // 190 thousandths are 190,000 of 1,000,000; a year of 30 is worth 33,333.
      const fair = await ask({ fairness: { rotation: { strength: 190 } } }, { first: 5 });
      expect(names(fair)).toEqual(['Woman 2', 'Woman 3', 'Woman 1', 'Woman 4', 'Woman 5']);
      const woman1 = fair.edges[2]?.node;
      expect(woman1).toMatchObject({ rank: 3, score: 966_667 });
      expect(woman1?.fairness).toMatchObject({
        rankWithout: 2,
        rotation: { share: 500_000, points: 95_000 },
        group: null,
      });
      expect(woman1?.fairness?.sentences).toEqual([
        'Fair exposure: place 3; without it, place 2.',
        'Rotation took 9.5% of the full score, because her exposure for other needs is 50% of the largest.',
      ]);
      // Woman 0, of a million points, gave her place to Woman 5.
      const cost = 1_000_000 - 833_333;
      const meanCost = Math.trunc(cost / 5);
      expect(fair.fairness).toEqual({ cost, meanCost, strength: 190, test: null });
    });

    it('is told nothing by the needs of others', async () => {
      await expose('Woman 3', 5);
      const rotation = { strength: 190 };
      const before = await ask({ fairness: { rotation } });
      await expose('Woman 0', 20, 'shortlisted', await ofOrganization());
      await expose('Woman 1', 20, 'shown', { ...organizer, organizationId: null });
      expect(await ask({ fairness: { rotation } })).toEqual(before);
    });

    it('counts a shortlisting as a first place, and exposure within the window only', async () => {
      await expose('Woman 3', 5, 'shortlisted');
      await api.services.database.query(`UPDATE exposure SET at = now() - interval '40 days'`);
      const shareOf = async (windowDays: number) => {
        const fair = await ask({ fairness: { rotation: { strength: 10, windowDays } } });
        return fair.edges.find(({ node }) => node.mediator.name === 'Woman 3')?.node.fairness
          ?.rotation?.share;
      };
      expect(await shareOf(60)).toBe(1_000_000);
      expect(await shareOf(30)).toBe(0);
    });

    it('gives pages that go on from each other', async () => {
      await expose('Woman 0', 7);
      await expose('Woman 4', 3);
      const fairness = { rotation: { strength: 150 } };
      expect(await paged({ fairness }, 4)).toEqual(names(await ask({ fairness })));
    });
  });

  describe('a protected group', () => {
    const group = { group: 'YOUNG_LEADERS', proportion: 500_000, places: 10 };

    it('has its places, and the page says who is there by the test alone', async () => {
      const fair = await ask({ fairness: { group } });
      const { required, passed } = fair.fairness?.test ?? { required: [], passed: false };
      const placed = fair.edges.map(({ node }) => node.fairness?.group);
      required.forEach((minimum, i) => {
        const count = placed.slice(0, i + 1).filter((each) => each?.member).length;
        expect(count).toBeGreaterThanOrEqual(minimum);
        expect(placed[i]?.required).toBe(minimum);
      });
      expect(passed).toBe(true);
      const forced = fair.edges.find(({ node }) => node.fairness?.group?.forced)?.node;
      expect(forced).toMatchObject({ mediator: { name: 'Young 0' } });
      expect(forced?.fairness).toMatchObject({ rankWithout: 13 });
      expect(forced?.fairness?.sentences.at(-1)).toBe(
        `The fairness test moved her up: of the first ${forced?.rank} places, at least 1 must go to young leaders.`,
      );
      expect(fair.fairness?.cost).toBe(0);
      const top = await ask({ fairness: { group } }, { first: 10 });
      expect(top.fairness?.cost).toBeGreaterThan(0);
    });

    it('gives the same list on pages of every size', async () => {
      const whole = names(await ask({ fairness: { group } }));
      expect(new Set(whole).size).toBe(WOMEN + YOUNG);
      for (const size of [1, 3, 4, 10, 11]) {
        expect(await paged({ fairness: { group } }, size)).toEqual(whole);
      }
    });

    it('says when too few of it are eligible', async () => {
      const scarce = { group: 'YOUNG_LEADERS', proportion: 980_000, places: 10 };
      expect((await ask({ fairness: { group: scarce } })).fairness?.test?.passed).toBe(false);
    });

    it('can be the networks that came before organizers too rarely', async () => {
      const rare = { group: 'UNDER_REPRESENTED_NETWORKS', proportion: 500_000, places: 10 };
      const fairness = { group: rare };
      expect(await ask({ fairness })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'fairness.group.group', code: 'UNKNOWN' }],
      });
    });

    it('works together with rotation', async () => {
      await expose('Young 0', 5);
      const fair = await ask({ fairness: { group, rotation: { strength: 100 } } });
      const first = fair.edges.find(({ node }) => node.fairness?.group?.forced)?.node;
      expect(first?.mediator.name).toBe('Young 1');
    });
  });

  describe('what may be asked', () => {
    it('is checked, every mistake at its path', async () => {
      const group = { group: 'NETWORKS', proportion: 5, alpha: 1, places: 1000 };
      const { fields } = await ask({ fairness: { rotation: { strength: 201 }, group } });
      expect(fields.map(({ path }) => path)).toEqual([
        'fairness.rotation.strength',
        'fairness.group.proportion',
        'fairness.group.proportion',
        'fairness.group.alpha',
        'fairness.group.places',
        'fairness.group.networks',
      ]);
    });

    it('tells nobody what is shown to verified organizers only', async () => {
      const askAnyone = (fairness: object) => ask({ fairness }, { first: 20 }, PUBLIC_VIEWER);
      for (const [group, path] of [
        [{ group: 'YOUNG_LEADERS' }, 'fairness.group.group'],
        [{ group: 'NATIONALS_OR_RESIDENTS', territories: ['KE'] }, 'fairness.group.group'],
        [{ group: 'UNDER_REPRESENTED_NETWORKS' }, 'fairness.group.group'],
      ] as const) {
        expect(await askAnyone({ group: { ...group, proportion: 500_000 } })).toMatchObject({
          fields: [{ path, code: 'NOT_PERMITTED' }],
        });
      }
      expect(await askAnyone({ rotation: { strength: 1 } })).toMatchObject({
        fields: [{ path: 'fairness.rotation', code: 'NOT_PERMITTED' }],
      });
      const network = { group: 'NETWORKS', networks: ['baobab'], proportion: 500_000, places: 10 };
      const open = await askAnyone({ group: network });
      expect(open.edges.some(({ node }) => node.fairness?.group?.forced)).toBe(true);
    });
  });

  describe('the ledger', () => {
    const rows = (needId: string) =>
      api.services.database.query<{ name: string; rank: number }>(
        `SELECT full_name AS name, rank FROM exposure e JOIN mediator m ON m.id = e.mediator_id
         WHERE need_id = $1 AND kind = 'shown' ORDER BY rank`,
        [needId],
      );
    const entries = async (needId: string) =>
      (
        await api.services.database.query(
          `SELECT FROM audit_entry WHERE action = 'exposure.record' AND subject_id = $1`,
          [needId],
        )
      ).length;
    const show = (viewer: Viewer, request: Partial<NeedRequest>, first = 3) =>
      api.services.matches.match(viewer, { ...need, hard: {}, ...request }, { first });

    it('holds who was shown for a stored need of her own, and at which rank, with one entry of the log', async () => {
      const id = await insertNeed(api.services.database);
      await show(organizer, { id, ledger: true, seed: 'fairness' });
      await show(organizer, { id, ledger: true, seed: 'fairness' }, 2);
      expect(await rows(id)).toEqual([
        { name: 'Woman 0', rank: 1 },
        { name: 'Woman 1', rank: 2 },
        { name: 'Woman 2', rank: 3 },
      ]);
      expect(await entries(id)).toBe(1);
    });

    it('keeps the best rank, with fairness too, and does not turn its own pages', async () => {
      const id = await insertNeed(api.services.database);
      await expose('Woman 0', 10);
      const fairness = { rotation: { strength: 200 } };
      const first = await show(organizer, { id, ledger: true, fairness }, 20);
      const again = await show(organizer, { id, ledger: true, fairness }, 20);
      expect(again.ranking.results).toEqual(first.ranking.results);
      const shown = await rows(id);
      expect(shown.find(({ name }) => name === 'Woman 0')?.rank).toBeGreaterThan(1);
      await show(organizer, { id, ledger: true }, 1);
      expect((await rows(id)).find(({ name }) => name === 'Woman 0')?.rank).toBe(1);
    });

    it('holds nothing of other asks, and nothing of what nobody asked', async () => {
      const id = await insertNeed(api.services.database);
      await show(organizer, { id });
      await show(PUBLIC_VIEWER, { id, ledger: true });
      await ask();
      expect(await rows(id)).toEqual([]);
      expect(await api.services.database.query('SELECT FROM exposure')).toEqual([]);
    });
  });

  async function paged(more: object, first: number): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Result['matchCandidates'] = await ask(more, { first, after });
      found.push(...names(page));
      if (!page.pageInfo.hasNextPage) return found;
      after = page.pageInfo.endCursor;
    }
  }
});
