import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';

interface Result {
  matchCandidates: {
    __typename: string;
    totalCount: number;
    considered: number;
    exclusions: { reason: string; first: number; any: number }[];
    edges: {
      node: {
        rank: number;
        score: number;
        mediator: { name: string };
        explanation: {
          criterion: string;
          wanted: unknown;
          found: unknown;
          value: number;
          weight: number;
          contribution: number;
          unstated: boolean;
          kept: number;
          sentence: string;
        }[];
      };
    }[];
    fields: { path: string; code: string }[];
  };
}

const QUERY = `query ($need: NeedInput!, $first: Int) {
  matchCandidates(need: $need, first: $first) {
    __typename
    ... on MatchConnection {
      totalCount considered modelVersion
      exclusions { reason first any }
      edges { node { rank score mediator { name }
        explanation { criterion wanted found value weight contribution unstated kept sentence } } }
    }
    ... on ValidationError { fields { path code message } }
  }
}`;

describe('matchCandidates', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [
      record(1, {
        full_name: 'Best Fit',
        languages: 'French (C2); Arabic (native)',
        territories: 'Mali',
        expertise: 'mediation.ceasefire-mediation (expert)',
        years: '20',
        biography: 'Ceasefire talks in Kidal.',
      }),
      record(2, { full_name: 'Half Fit', languages: 'French (C1)', territories: 'Niger' }),
      record(3, { full_name: 'Other Tongue', territories: 'Mali' }),
      record(4, {
        full_name: 'Not Matched',
        languages: 'French (C2)',
        territories: 'Mali',
        consent: 'LISTED',
      }),
      record(5, { full_name: 'Draft', languages: 'French (C2)', consent: 'MATCHED' }),
    ]);
  });
  afterAll(async () => api.close());

  const match = async (need: unknown, headers?: Record<string, string>) => {
    const { data, errors } = await api.ask<Result>(QUERY, { need, first: 10 }, headers);
    expect(errors).toBeUndefined();
    return (data as Result).matchCandidates;
  };
  const matchStored = async (needId?: string, need?: unknown) => {
    const { data, errors } = await api.ask<Result>(
      `query ($needId: ID, $need: NeedInput) {
        matchCandidates(need: $need, needId: $needId) {
          __typename
          ... on MatchConnection { totalCount }
          ... on ValidationError { fields { path code } }
        }
      }`,
      { needId, need },
    );
    expect(errors).toBeUndefined();
    return (data as Result).matchCandidates;
  };
  const mali = {
    date: '2026-11-01',
    hard: { languages: [{ code: 'fr', level: 'B2' }] },
    soft: {
      languages: [{ code: 'fr' }, { code: 'ar', level: 'B2' }],
      territories: [{ code: 'ML' }],
      expertise: [{ code: 'mediation.ceasefire-mediation', level: 'EXPERT' }],
      years: 15,
    },
  };

  it('ranks the eligible, explains every point and says why others are out', async () => {
    const result = await match(mali);
    expect(result.edges.map(({ node }) => node.mediator.name)).toEqual(['Best Fit', 'Half Fit']);
    expect(result).toMatchObject({
      totalCount: 2,
      considered: 4,
      exclusions: [
        { reason: 'CONSENT', first: 1, any: 1 },
        { reason: 'STATE', first: 0, any: 0 },
        { reason: 'LANGUAGE', first: 1, any: 1 },
      ],
    });
    for (const { node } of result.edges) {
      const total = node.explanation.reduce((sum, { contribution }) => sum + contribution, 0);
      expect(total).toBe(node.score);
      expect(node.explanation.map(({ criterion }) => criterion)).toEqual([
        'LANGUAGE',
        'REGION',
        'EXPERTISE',
        'YEARS',
      ]);
    }
    expect(result.edges[0]?.node).toMatchObject({ rank: 1, score: 1_000_000 });
    expect(result.edges[0]?.node.explanation[1]).toMatchObject({
      wanted: [{ code: 'ML', weight: 1 }],
      value: 1_000_000,
      weight: 250,
      sentence: expect.stringContaining('Mali') as unknown,
    });
  });

  it('ranks by version 2 of the model, and says what it keeps and what is not stated', async () => {
    const soft = { ...mali.soft, workingMode: 'REMOTE', noticeDays: 14 };
    const { edges } = await match({ ...mali, version: 2, soft });
    expect(edges.map(({ node }) => node.mediator.name)).toEqual(['Best Fit', 'Half Fit']);
    const of = (place: number, criterion: string) =>
      edges[place]?.node.explanation.find((one) => one.criterion === criterion);
    expect(of(0, 'WORKING_MODE')).toMatchObject({ unstated: true, kept: 1_000_000 });
    expect(of(1, 'LANGUAGE')).toMatchObject({ unstated: false, kept: 930_000, found: [{}, null] });
    expect(of(1, 'LANGUAGE')?.sentence).toContain('Arabic is essential');
    const refused = await match({ ...mali, soft });
    expect(refused.fields.map(({ path }) => path)).toEqual(['soft.workingMode', 'soft.noticeDays']);
  });

  it('tells where somebody is from only to who may see it', async () => {
    const origin = { stance: 'INSIDER', territories: ['ML'] };
    const need = { ...mali, version: 2, soft: { ...mali.soft, origin } };
    const { __typename, fields } = await match(need);
    expect({ __typename, fields }).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'soft.origin', code: 'NOT_PERMITTED' }],
    });
  });

  it('explains in the language of the request', async () => {
    const french = await match(mali, { 'accept-language': 'fr' });
    const english = await match(mali);
    const sentences = (result: Result['matchCandidates']) =>
      result.edges.flatMap(({ node }) => node.explanation.map(({ sentence }) => sentence));
    expect(sentences(french)[0]).toContain('français');
    expect(sentences(english)[0]).toContain('French');
  });

  it('counts the relevance of a free text', async () => {
    const need = { date: '2026-11-01', brief: 'Kidal', weights: { TEXT: 1000 } };
    const [first] = (await match(need)).edges;
    expect(first?.node.mediator.name).toBe('Best Fit');
    expect(first?.node.explanation.map(({ criterion }) => criterion)).toEqual(['TEXT']);
  });

  it('gives a sentence its places among all whom the search finds, candidates or not', async () => {
    const brief = 'Somebody for Kidal in Mali, with French, of whom the parties think well.';
    const result = await match({ date: '2026-11-01', brief, weights: { TEXT: 1000 } });
    // French and Mali are words of a woman, too, who cannot be matched: hers is the second of four places.
    expect(result.edges.map(({ node }) => node.explanation[0]?.value)).toEqual([
      1_000_000, 500_000, 250_000,
    ]);
    expect(result.edges[0]?.node.mediator.name).toBe('Best Fit');
    expect(result.edges[0]?.node.explanation[0]).toMatchObject({ wanted: { matches: 4 } });
  });

  it('takes the criteria of a stored need back as a variable', async () => {
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
            hard: { roles: ['facilitator'], tracks: ['1', '1.5'] },
            soft: { languages: [{ code: 'fr', level: 'native' }], years: true },
          },
          fictional: true,
        },
        {
          slug: 'secret-talks',
          title: 'Secret',
          brief: '',
          process: null,
          confidentiality: 'restricted',
          criteria: { date: '2026-11-01', hard: {}, soft: { years: 10 } },
          fictional: true,
        },
      ],
    );
    const { data } = await api.ask<{
      needs: {
        totalCount: number;
        edges: { node: { id: string; slug: string; criteria: { hard: unknown } } }[];
      };
    }>('{ needs { totalCount edges { node { id slug criteria } } } }');
    // Restricted needs are nobody's business.
    expect(data?.needs.edges.map(({ node }) => node.slug)).toEqual(['mali-talks']);
    const criteria = data?.needs.edges[0]?.node.criteria;
    expect(criteria?.hard).toEqual({ roles: ['FACILITATOR'], tracks: ['TRACK_1', 'TRACK_1_5'] });
    expect((await match(criteria)).totalCount).toBe(3);

    const byId = await matchStored(data?.needs.edges[0]?.node.id);
    expect(byId.totalCount).toBe(3);
    const [restricted] = await api.services.database.manager.query<{ id: string }[]>(
      `SELECT id FROM need WHERE slug = 'secret-talks'`,
    );
    const secret = Buffer.from(`Need:${restricted?.id}`).toString('base64url');
    expect((await matchStored(secret)).__typename).toBe('NotFound');
  });

  it('asks for one need, written out or stored', async () => {
    const neither = await matchStored(undefined);
    expect(neither.fields).toEqual([expect.objectContaining({ path: 'need', code: 'MISSING' })]);
    const both = await matchStored('TmVlZDox', { date: '2026-11-01' });
    expect(both.fields).toEqual([
      expect.objectContaining({ path: 'needId', code: 'CONTRADICTION' }),
    ]);
    const wrong = await matchStored('TmVlZDox');
    expect(wrong.fields).toEqual([expect.objectContaining({ path: 'needId', code: 'MALFORMED' })]);
  });

  it.each(['soon', '2026-02-30', '2026-11-01T00:00:00Z', '20261101', '', 20261101])(
    'takes no day but a day: %j',
    async (date) => {
      const { errors } = await api.ask(
        `query ($need: NeedInput) { matchCandidates(need: $need) { __typename } }`,
        { need: { date, soft: { years: 10 } } },
      );
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'need.date', code: 'MALFORMED' }],
      });
    },
  );

  it.each([
    [
      { date: '2026-11-01', soft: { languages: [{ code: 'xx' }] } },
      'soft.languages.0.code',
      'UNKNOWN',
    ],
    [
      { date: '2026-11-01', soft: { years: 10 }, weights: { YEARS: 1001 } },
      'weights.YEARS',
      'OUT_OF_RANGE',
    ],
    [
      {
        date: '2026-11-01',
        soft: { networks: Array.from({ length: 51 }, (_, i) => `n-${i}`) },
        weights: { NETWORK: 10 },
      },
      'soft.networks',
      'TOO_MANY',
    ],
    [
      {
        date: '2026-11-01',
        soft: { years: 1 },
        hard: { conflictOfInterest: { territories: ['ML'] } },
      },
      'hard.conflictOfInterest.territories',
      'NOT_PERMITTED',
    ],
    [{ date: '2026-11-01', soft: { years: 1 }, brief: 'x'.repeat(2_001) }, 'brief', 'TOO_LONG'],
  ])('answers need %# with what is wrong and where', async (need, path, code) => {
    const { __typename, fields } = await match(need);
    expect(__typename).toBe('ValidationError');
    expect(fields).toEqual([expect.objectContaining({ path, code })]);
  });

  it('sees a change at once', async () => {
    const before = (await match(mali)).totalCount;
    await fill(api.services, 'acacia', [record(6, { languages: 'French (C1)' })]);
    expect((await match(mali)).totalCount).toBe(before + 1);
    await api.services.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE consent SET withdrawn_at = now() WHERE purpose = 'MATCHED' AND mediator_id =
           (SELECT mediator_id FROM affiliation WHERE external_id = 'T-0006')`,
      );
    });
    expect((await match(mali)).totalCount).toBe(before);
  });
});
