import { say } from '#messages';
import { describe, expect, it } from '@jest/globals';
import { NOBODY } from '../candidate.fixture.js';
import type { Candidate } from '../candidate.js';
import { CandidatePool } from '../engine/candidate-pool.js';
import type { Need } from '../need/need.js';
import { matchTeam } from './match-team.js';
import { type TeamConstraints, type TeamRequest, validateTeam } from './team-request.js';

const idOf = (n: number) => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;

const woman: Candidate = {
  ...NOBODY,
  id: idOf(0),
  languages: [{ code: 'fr', level: 'C1' }],
  years: 7,
};

const need: Need = {
  id: 'need',
  date: '2026-01-01',
  territories: ['ML'],
  hard: { languages: [{ code: 'fr', level: 'B2' }], minimumYears: 5 },
  soft: { years: true },
};

const pool = new CandidatePool();
pool.upsert(woman);
pool.upsert({ ...woman, id: idOf(1), years: 1, languages: [] });
pool.upsert({ ...woman, id: idOf(2), consentMatched: false });
pool.upsert({ ...woman, id: idOf(3), ruledOut: ['ML'] });
pool.upsert({ ...woman, id: idOf(4) });

const problemsOf = (constraints: TeamConstraints, rest: Partial<TeamRequest> = {}) =>
  validateTeam(pool, need, { size: 2, constraints, ...rest }).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('validateTeam', () => {
  it('finds nothing wrong with what can be asked', () => {
    const constraints: TeamConstraints = {
      languages: [{ code: 'ar', level: 'B2', count: 2 }],
      expertise: [{ code: 'mediation', level: 2 }],
      areas: [{ code: 'ECOWAS' }],
      perNetwork: 1,
      perNationality: 2,
      youngLeaders: 1,
      nationals: 1,
      newcomers: 0,
      mustHave: [idOf(0)],
      mustNotHave: [idOf(9)],
      apart: [{ first: idOf(0), second: idOf(4) }],
      nationalitiesApart: [{ first: 'ML', second: 'NE' }],
    };
    expect(problemsOf(constraints)).toEqual([]);
  });

  it.each<[string[], TeamConstraints, Partial<TeamRequest>?]>([
    [['size OUT_OF_RANGE', 'alternatives OUT_OF_RANGE'], {}, { size: 0, alternatives: 6 }],
    [['constraints MALFORMED'], {}, { constraints: 3 as never }],
    [['constraints.langages UNKNOWN'], { langages: [] } as never],
    [
      ['constraints.languages.0.code UNKNOWN', 'constraints.languages.0.level UNKNOWN'],
      { languages: [{ code: 'xx-nope', level: 'Z9' as never }] },
    ],
    [
      ['constraints.expertise.0.level UNKNOWN'],
      { expertise: [{ code: 'justice', level: 4 as never }] },
    ],
    [['constraints.areas.0.count CONTRADICTION'], { areas: [{ code: 'ML', count: 3 }] }],
    [['constraints.youngLeaders CONTRADICTION'], { youngLeaders: 3 }],
    [['constraints.perNetwork OUT_OF_RANGE'], { perNetwork: 0 }],
    [['constraints.apart.0 CONTRADICTION'], { apart: [{ first: idOf(0), second: idOf(0) }] }],
    [
      ['constraints.nationalitiesApart.0 CONTRADICTION'],
      { nationalitiesApart: [{ first: 'ML', second: 'ML' }] },
    ],
    [['constraints.mustHave.0 MALFORMED'], { mustHave: ['me'] }],
    [['constraints.mustHave.1 DUPLICATE'], { mustHave: [idOf(0), idOf(0)] }],
    [['constraints.mustNotHave.0 CONTRADICTION'], { mustHave: [idOf(0)], mustNotHave: [idOf(0)] }],
    [['constraints.mustHave CONTRADICTION'], { mustHave: [idOf(0), idOf(4)] }, { size: 1 }],
    [['alternatives CONTRADICTION'], { mustHave: [idOf(0)] }, { alternatives: 1 }],
    [
      ['constraints.apart.0 CONTRADICTION'],
      { mustHave: [idOf(0), idOf(4)], apart: [{ first: idOf(4), second: idOf(0) }] },
    ],
    [['constraints.mustHave.0 NOT_ELIGIBLE'], { mustHave: [idOf(1)] }],
  ])('%j', (expected, ...[constraints, rest]) => {
    expect(problemsOf(constraints, rest)).toEqual(expected);
  });

  it('asks where the process is before it can tell who is from there', () => {
    const nowhere = { ...need, territories: [] };
    const problems = validateTeam(pool, nowhere, { size: 2, constraints: { nationals: 1 } });
    expect(problems).toMatchObject([{ path: 'constraints.nationals', code: 'MISSING' }]);
  });

  it('says what she fails, but not that she has refused, nor that she is not listed', () => {
    const messageFor = (id: string) =>
      say(validateTeam(pool, need, { size: 2, constraints: { mustHave: [id] } })[0]!.message, 'en');
    expect(messageFor(idOf(1))).toBe(
      'She does not meet what the need requires: the required languages and the minimum years of experience.',
    );
    const hers = [idOf(2), idOf(3), idOf(99)].map(messageFor);
    expect(new Set(hers)).toEqual(
      new Set(['Nobody who can be matched for this need has that id.']),
    );
  });
});

describe('matchTeam', () => {
  const request: TeamRequest = { size: 2, constraints: {} };
  const stopped = { status: 'stopped', values: null, bound: null, nodes: 0 } as const;

  it('refuses what validateTeam refuses', async () => {
    await expect(
      matchTeam(pool, need, { ...request, size: 0 }, () => Promise.resolve(stopped)),
    ).rejects.toThrow(/size:/);
  });

  it('says that it was stopped, with the best team so far and the honest gap', async () => {
    const noTime = () => Promise.resolve(stopped);
    const young = { ...request, constraints: { youngLeaders: 2 } };
    const nothing = await matchTeam(pool, need, young, noTime);
    expect(nothing).toMatchObject({ status: 'stopped', teams: [], relaxation: null });
    const simple = await matchTeam(pool, need, request, noTime);
    expect(simple).toMatchObject({
      status: 'feasible',
      teams: [{ total: 1_400_000, bound: null, gap: null, settled: false }],
    });
    const some = { ...stopped, values: [1, 1], bound: 2_000_000.4 };
    const found = await matchTeam(pool, need, request, () => Promise.resolve(some));
    expect(found.status).toBe('feasible');
    expect(found.teams).toMatchObject([
      { total: 1_400_000, bound: 2_000_000, gap: 600_000, settled: false },
    ]);
  });

  it('does not believe a solver whose team breaks a constraint', async () => {
    const wrong = { ...stopped, status: 'optimal', values: [1, 0], bound: 700_000 } as const;
    await expect(matchTeam(pool, need, request, () => Promise.resolve(wrong))).rejects.toThrow(
      'does not meet its constraints exactly',
    );
  });

  it('reads nothing from the pool once the solver works', async () => {
    const changing = new CandidatePool();
    changing.upsert(woman);
    changing.upsert({ ...woman, id: idOf(4) });
    const result = await matchTeam(changing, need, request, (model) => {
      changing.remove(idOf(0));
      changing.upsert({ ...woman, id: idOf(4), years: 0 });
      const values = model.objective.map(() => 1);
      const bound = model.objective.reduce((sum, each) => sum + each, 0);
      return Promise.resolve({ status: 'optimal', values, bound, nodes: 1 });
    });
    expect(result).toMatchObject({ status: 'optimal', teams: [{ total: 1_400_000, gap: 0 }] });
    expect(result.teams[0]!.members.map(({ id }) => id).sort()).toEqual([idOf(0), idOf(4)]);
  });
});
