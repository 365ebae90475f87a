import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';

interface Sentence {
  sentence: string;
}

interface Report {
  __typename: string;
  considered: number;
  eligible: number;
  waterfall: ({ criterion: string; removed: number; addedIfDropped: number } & Sentence)[];
  nearlyEligible: {
    totalCount: number;
    unnamed: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: {
      node: {
        score: number;
        mediator: { name: string };
        shortfall: { criterion: string; lack: unknown };
      } & Sentence;
    }[];
  };
}

interface Place {
  __typename: string;
  standing: string;
  rank: number;
  score: number;
  lifts: ({ criterion: string; rank: number; change: unknown } & Sentence)[];
  margin: { score: number } | null;
  stability: { inside: number; samples: number; low: number; high: number } | null;
  shortfalls: ({ criterion: string } & Sentence)[];
  sentences: string[];
  message: string;
  fields: { path: string; code: string }[];
}

const REPORT = `query ($need: NeedInput, $first: Int, $after: String) {
  needReport(need: $need, first: $first, after: $after) {
    __typename
    ... on NeedReport {
      considered eligible
      waterfall { criterion alone removed remaining addedIfDropped sentence }
      nearlyEligible {
        totalCount unnamed pageInfo { hasNextPage endCursor }
        edges { node { score sentence mediator { name } shortfall { criterion lack sentence } } }
      }
    }
  }
}`;

const PLACE = `query ($need: NeedInput, $id: ID!, $top: Int!, $samples: Int) {
  explainMatch(need: $need, mediatorId: $id, top: $top, samples: $samples) {
    __typename
    ... on PlaceExplanation {
      standing rank score sentences
      explanation { contribution }
      lifts { criterion change steps score rank sentence }
      most { criterion }
      margin { score leastValues { criterion value least } }
      stability { delta samples inside share low high bestRank worstRank sentence }
      shortfalls { criterion lack sentence }
    }
    ... on NotFound { message }
    ... on ValidationError { fields { path code } }
  }
}`;

const COMPARE = `query ($need: NeedInput, $first: ID!, $second: ID!) {
  compareCandidates(need: $need, first: $first, second: $second) {
    __typename
    ... on Comparison {
      ahead difference decidedBy sentences
      first { rank score mediator { name } } second { rank score stoppedBy }
      criteria { criterion difference first { value contribution sentence } second { value } }
      turns { criterion from to }
    }
    ... on ValidationError { fields { path code } }
  }
}`;

const SCARCITY = `query ($network: String, $areas: [String!], $minimum: Int) {
  scarcity(network: $network, areas: $areas, minimum: $minimum) {
    __typename
    ... on Scarcity {
      women needs combinations scarce minimum
      results { language { code label level } expertise { code } area { code }
        available missing asked lackOnly { part count } bottleneck
        having { network count } trainable { network count } sentences }
    }
    ... on ValidationError { fields { path code message } }
  }
}`;

describe('analyses of a need', () => {
  let api: TestApi;
  let headers: Record<string, string>;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [
      record(1, {
        full_name: 'Best Fit',
        languages: 'French (C2); Arabic (native)',
        territories: 'Mali',
        expertise: 'mediation.ceasefire-mediation (expert)',
        years: '20',
      }),
      record(2, { full_name: 'Half Fit', languages: 'French (C1)', territories: 'Niger' }),
      record(3, { full_name: 'No French', territories: 'Mali' }),
      record(4, {
        full_name: 'Not Matched',
        languages: 'French (C2)',
        territories: 'Mali',
        consent: 'LISTED',
      }),
      record(5, {
        full_name: 'Stays Away',
        languages: 'French (C2)',
        territories: 'Mali',
        ruled_out: 'Mali',
      }),
      record(6, { full_name: 'Weak French', languages: 'French (A2)', territories: 'Senegal' }),
    ]);
    // She lets organizers' rankings leave her out; of who does not, nobody could tell.
    await api.services.database.query(
      `UPDATE mediator SET audience = '{"ruledOut": "VETTED"}' WHERE display_name = 'Stays Away'`,
    );
    headers = await api.signedIn({ role: 'organizer' });
    const rows = await api.services.database.query<{ number: string; id: string }>(
      'SELECT external_id AS number, public_id AS id FROM affiliation a JOIN mediator m ON m.id = a.mediator_id',
    );
    for (const { number, id } of rows) ids.set(number, id);
  });
  afterAll(async () => api.close());

  const her = (n: number) => globalId('Mediator', ids.get(`T-000${n}`) ?? '');
  const mali = {
    date: '2026-11-01',
    territories: ['ML'],
    hard: { languages: [{ code: 'fr', level: 'B2' }] },
    soft: {
      languages: [{ code: 'fr' }, { code: 'ar', level: 'B2' }],
      territories: [{ code: 'ML' }],
      expertise: [{ code: 'mediation.ceasefire-mediation', level: 'EXPERT' }],
      years: 15,
    },
  };
  const ask = async <T>(query: string, variables: Record<string, unknown>, more = {}) => {
    const answer = await api.ask<Record<string, T>>(query, variables, { ...headers, ...more });
    expect(answer.errors).toBeUndefined();
    return Object.values(answer.data ?? {})[0] as T;
  };

  it('show where the pool goes and whom one criterion alone keeps out', async () => {
    const report = await ask<Report>(REPORT, { need: mali });
    expect(report).toMatchObject({ considered: 6, eligible: 2 });
    expect(
      report.waterfall.map(({ criterion, removed, addedIfDropped }) => [
        criterion,
        removed,
        addedIfDropped,
      ]),
    ).toEqual([
      ['CONSENT', 1, 1],
      ['STATE', 0, 0],
      ['LANGUAGE', 2, 2],
      ['SAFETY', 1, 1],
    ]);
    const { edges, totalCount, unnamed } = report.nearlyEligible;
    expect([totalCount, unnamed]).toEqual([2, 2]);
    // Neither who has not agreed nor who keeps away from Mali.
    expect(edges.map(({ node }) => node.mediator.name)).toEqual(['No French', 'Weak French']);
    expect(edges[1]?.node.shortfall).toMatchObject({
      criterion: 'LANGUAGE',
      lack: { missing: [{ code: 'fr', level: 'B2', found: 'A2' }] },
    });
    expect(edges[1]?.node.sentence).toContain('French (B2) is required and she has A2');
  });

  it('page through the nearly eligible', async () => {
    const first = await ask<Report>(REPORT, { need: mali, first: 1 });
    const { hasNextPage, endCursor } = first.nearlyEligible.pageInfo;
    expect(hasNextPage).toBe(true);
    const next = await ask<Report>(REPORT, { need: mali, first: 1, after: endCursor });
    const names = [first, next].flatMap(({ nearlyEligible }) =>
      nearlyEligible.edges.map(({ node }) => node.mediator.name),
    );
    expect(names).toEqual(['No French', 'Weak French']);
    expect(next.nearlyEligible.pageInfo.hasNextPage).toBe(false);
  });

  it('say what would lift one who is outside, and how firm the first is', async () => {
    const second = await ask<Place>(PLACE, { need: mali, id: her(2), top: 1 });
    expect(second).toMatchObject({ standing: 'OUTSIDE', rank: 2, margin: null, shortfalls: [] });
    expect(second.lifts).toEqual([]);
    expect(second.sentences[0]).toContain('No single change brings her among the first 1');

    const first = await ask<Place>(PLACE, { need: mali, id: her(1), top: 1, samples: 50 });
    expect(first).toMatchObject({ standing: 'INSIDE', rank: 1, score: 1_000_000 });
    // Rounded down, and a unit of S less where her tie key comes later.
    const lead = 1_000_000 - second.score;
    expect([lead - 1, lead]).toContain(first.margin?.score);
    expect(first.stability).toMatchObject({ inside: 50, samples: 50, high: 1_000_000 });
    expect(first.sentences.join(' ')).toContain('50 of 50 draws');
  });

  it('speak the language of the request', async () => {
    const french = { 'accept-language': 'fr' };
    const place = await ask<Place>(PLACE, { need: mali, id: her(6), top: 5 }, french);
    expect(place).toMatchObject({ standing: 'EXCLUDED', stability: null });
    expect(place.sentences).toEqual(['Langues\u00a0: exigé\u00a0: français (B2), elle a A2.']);
  });

  it.each([4, 5])('never explain who is not to be matched, number %d', async (n) => {
    const unknown = globalId('Mediator', '01900000-0000-7000-8000-000000000000');
    const nobody = await ask<Place>(PLACE, { need: mali, id: unknown, top: 5 });
    expect(nobody.__typename).toBe('NotFound');
    expect(await ask<Place>(PLACE, { need: mali, id: her(n), top: 5 })).toEqual(nobody);
    const pair = { need: mali, first: her(1), second: her(n) };
    expect(await ask(COMPARE, pair)).toEqual({ __typename: 'NotFound' });
  });

  it('compare two, to the last unit', async () => {
    const found = await ask<{ criteria: { difference: number }[]; difference: number }>(COMPARE, {
      need: mali,
      first: her(2),
      second: her(1),
    });
    expect(found).toMatchObject({ __typename: 'Comparison', ahead: 'SECOND', turns: [] });
    expect(found.criteria.reduce((sum, each) => sum + each.difference, 0)).toBe(found.difference);
    const same = { need: mali, first: her(1), second: her(1) };
    expect(await ask(COMPARE, same)).toMatchObject({
      fields: [{ path: 'second', code: 'DUPLICATE' }],
    });
  });

  it('say every problem of numbers, ids and needs as data', async () => {
    const far = await ask<Place>(PLACE, { need: mali, id: her(1), top: 0, samples: 5000 });
    expect(far.fields).toEqual([
      { path: 'top', code: 'OUT_OF_RANGE' },
      { path: 'samples', code: 'OUT_OF_RANGE' },
    ]);
    const odd = await ask<Place>(PLACE, { need: mali, id: 'x', top: 1 });
    expect(odd.fields).toEqual([{ path: 'mediatorId', code: 'MALFORMED' }]);
    const empty = await ask<Place>(PLACE, { need: { ...mali, soft: {} }, id: her(1), top: 1 });
    expect(empty.fields).toEqual([{ path: 'soft', code: 'MISSING' }]);
  });

  it('tell what the directory lacks, with and without needs', async () => {
    const asked = { areas: ['ML', 'SE'], minimum: 2 };
    const before = await ask<{ results: Record<string, unknown>[] }>(SCARCITY, asked);
    expect(before).toMatchObject({ women: 5, needs: 0, minimum: 2, combinations: 8 * 7 * 2 });
    await api.services.needs.add(
      OPERATOR,
      [],
      [
        {
          slug: 'mali-talks',
          title: 'Talks',
          brief: '',
          process: null,
          confidentiality: 'public',
          criteria: {
            date: '2026-11-01',
            hard: {},
            soft: {
              languages: [{ code: 'ar' }],
              territories: [{ code: 'ML' }],
              expertise: [{ code: 'mediation.ceasefire-mediation' }],
            },
          },
          fictional: true,
        },
      ],
    );
    const after = await ask<{ results: Record<string, unknown>[] }>(SCARCITY, asked);
    expect(after).toMatchObject({ needs: 1 });
    expect(after.results[0]).toMatchObject({
      language: { code: 'ar', level: 'B2' },
      expertise: { code: 'mediation' },
      area: { code: 'ML' },
      available: 1,
      missing: 1,
      asked: 1,
      bottleneck: 'LANGUAGE',
      having: [{ network: 'acacia', count: 1 }],
      trainable: [{ network: 'acacia', count: 2 }],
    });
    expect(after.results[0]?.sentences).toContain('2 women lack only the language.');
    const elsewhere = await ask(SCARCITY, { ...asked, network: 'no-such-network' });
    expect(elsewhere).toMatchObject({ fields: [{ path: 'network', code: 'UNKNOWN' }] });
  });
});
