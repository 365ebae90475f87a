import type { InputProblem } from '#kernel';
import { refusal, type Sentence } from '#messages';
import {
  type AreaCode,
  EXPERTISE_LEVELS,
  type ExpertiseCode,
  type ExpertiseLevel,
  type LanguageCode,
  PROFICIENCIES,
  type Proficiency,
  type TerritoryCode,
} from '#vocabulary';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import { criteriaOf, type Eligibility } from '../engine/eligibility.js';
import { isDisclosed } from '../engine/screening.js';
import type { Need } from '../need/need.js';
import {
  also,
  codeOf,
  criteria,
  integer,
  leaf,
  listOf,
  object,
  oneOf,
  optional,
  problem,
  problemsOf,
  type Shape,
} from '../shapes.js';
import { isUuid } from '../uuid.js';

/** Two that must not be together in one team. */
export interface ApartPair<T> {
  first: T;
  second: T;
}

/** What a team must meet as a whole. An absent or empty constraint asks nothing. */
export interface TeamConstraints {
  /** So many members (1 where unstated) with the language at the level or better, each one alone. */
  languages?: { code: LanguageCode; level: Proficiency; count?: number }[];
  /** So many members with the topic, or any topic of the domain, at the level or better. */
  expertise?: { code: ExpertiseCode; level: ExpertiseLevel; count?: number }[];
  /** So many members with expertise on the territory, or on one in the region or grouping. */
  areas?: { code: AreaCode; count?: number }[];
  /** At most so many members of any one network. */
  perNetwork?: number;
  /** At most so many members of any one nationality; who has two counts for both. */
  perNationality?: number;
  /** At least so many members who are known to be under 36. */
  youngLeaders?: number;
  /** At least so many members with the nationality of one of the need's territories. */
  nationals?: number;
  /** At least so many members who neither state Track 1 nor served on it. */
  newcomers?: number;
  /** These women, by id. */
  mustHave?: string[];
  /** None of these women. */
  mustNotHave?: string[];
  /** Not both of two women. */
  apart?: ApartPair<string>[];
  /** Not a woman of the one nationality together with another of the other. */
  nationalitiesApart?: ApartPair<TerritoryCode>[];
}

/** What an organizer asks of a team, beside the need that says who may be in it and who fits best. */
export interface TeamRequest {
  /** How many members. */
  size: number;
  /** How many further teams that share nobody with any better one; 0 where unstated. */
  alternatives?: number;
  constraints: TeamConstraints;
}

/** Bounds that keep a model solvable. */
export const TEAM_LIMITS = { size: 20, alternatives: 5 } as const;

/** What a team must have at least so many members for; each can be relaxed. */
export type AtLeast = { count: number } & (
  | { kind: 'LANGUAGE'; code: LanguageCode; level: Proficiency }
  | { kind: 'EXPERTISE'; code: ExpertiseCode; level: ExpertiseLevel }
  | { kind: 'AREA'; code: AreaCode }
  | { kind: 'YOUNG_LEADERS' | 'NATIONALS' | 'NEWCOMERS' }
  | { kind: 'MUST_HAVE'; id: string }
);

/** What a team may have at most so many members of; each can be relaxed. */
export interface AtMost {
  kind: 'PER_NETWORK' | 'PER_NATIONALITY';
  count: number;
}

/** The number of members itself, which gives way only when nothing else helps. */
interface SizeRequirement {
  kind: 'SIZE';
  count: number;
}

/** One thing asked of a team that can be relaxed when no team meets everything. */
export type Requirement = AtLeast | AtMost | SizeRequirement;

export const REQUIREMENT_KINDS = [
  'LANGUAGE',
  'EXPERTISE',
  'AREA',
  'YOUNG_LEADERS',
  'NATIONALS',
  'NEWCOMERS',
  'MUST_HAVE',
  'PER_NETWORK',
  'PER_NATIONALITY',
  'SIZE',
] as const satisfies readonly Requirement['kind'][];
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** What a request asks at least, in the order of its constraints. */
export function atLeastOf({ constraints }: TeamRequest): AtLeast[] {
  const { languages, expertise, areas, mustHave } = constraints;
  const counted = (kind: 'YOUNG_LEADERS' | 'NATIONALS' | 'NEWCOMERS', count = 0): AtLeast[] =>
    count > 0 ? [{ kind, count }] : [];
  return [
    ...(languages ?? []).map(({ code, level, count = 1 }): AtLeast => {
      return { kind: 'LANGUAGE', code, level, count };
    }),
    ...(expertise ?? []).map(({ code, level, count = 1 }): AtLeast => {
      return { kind: 'EXPERTISE', code, level, count };
    }),
    ...(areas ?? []).map(({ code, count = 1 }): AtLeast => ({ kind: 'AREA', code, count })),
    ...counted('YOUNG_LEADERS', constraints.youngLeaders),
    ...counted('NATIONALS', constraints.nationals),
    ...counted('NEWCOMERS', constraints.newcomers),
    ...(mustHave ?? []).map((id): AtLeast => ({ kind: 'MUST_HAVE', id, count: 1 })),
  ];
}

/** What a request asks at most. */
export function atMostOf({ constraints: { perNetwork, perNationality } }: TeamRequest): AtMost[] {
  return [
    ...(perNetwork === undefined ? [] : [{ kind: 'PER_NETWORK', count: perNetwork } as const]),
    ...(perNationality === undefined
      ? []
      : [{ kind: 'PER_NATIONALITY', count: perNationality } as const]),
  ];
}

/** Whether something is asked at most; the rest is asked at least. */
export function isAtMost(requirement: Requirement): requirement is AtMost {
  return requirement.kind === 'PER_NETWORK' || requirement.kind === 'PER_NATIONALITY';
}

/** What is asked of a team; counts of members are no more than its size. */
function teamShape(size: number): Shape {
  const count = (least: number) =>
    optional({
      ...integer(least, size),
      check: (value, owner) =>
        Number.isInteger(value) && Number(value) > size
          ? contradiction(refusal('teams.countAboveSize', { count: Number(value), size }))
          : integer(least, size).check(value, owner),
    });
  const most = optional(integer(1, TEAM_LIMITS.size));
  return object<TeamRequest>({
    size: integer(1, TEAM_LIMITS.size),
    alternatives: optional(integer(0, TEAM_LIMITS.alternatives)),
    constraints: criteria<TeamConstraints>({
      languages: listOf(
        object({ code: codeOf('language'), level: oneOf(PROFICIENCIES), count: count(1) }),
      ),
      expertise: listOf(
        object({ code: codeOf('expertise'), level: oneOf(EXPERTISE_LEVELS), count: count(1) }),
      ),
      areas: listOf(object({ code: codeOf('area'), count: count(1) })),
      perNetwork: most,
      perNationality: most,
      youngLeaders: count(0),
      nationals: count(0),
      newcomers: count(0),
      mustHave: also(listOf(mediator), namedTwice),
      mustNotHave: also(listOf(mediator), namedInBoth),
      apart: listOf(pairOf(mediator)),
      nationalitiesApart: listOf(pairOf(codeOf('territory'))),
    }),
  });
}

const contradiction = (message: Sentence, path = '') => problem('CONTRADICTION', message, path);

const mediator = leaf(
  (value) => isUuid(value) && value === value.toLowerCase(),
  'MALFORMED',
  () => refusal('teams.mediatorId'),
);

function pairOf(one: Shape): Shape {
  const pair = object<ApartPair<string>>({ first: one, second: one });
  return also(pair, ({ first, second }: ApartPair<string>) =>
    first === second ? contradiction(refusal('teams.pairSame')) : [],
  );
}

function namedTwice(mustHave: string[] = []): InputProblem[] {
  return mustHave.flatMap((id, i) =>
    mustHave.indexOf(id) === i
      ? []
      : problem('DUPLICATE', refusal('shortlists.namedTwice'), String(i)),
  );
}

function namedInBoth(mustNotHave: string[] = [], { mustHave }: TeamConstraints): InputProblem[] {
  return mustNotHave.flatMap((id, i) =>
    Array.isArray(mustHave) && mustHave.includes(id)
      ? contradiction(refusal('teams.inAndNot'), String(i))
      : [],
  );
}

/** The request with each code as the vocabulary writes it. It takes any JSON, as `withCanonicalCodes`. */
export function withCanonicalTeamCodes(request: TeamRequest): TeamRequest {
  return teamShape(TEAM_LIMITS.size).canonical(request) as TeamRequest;
}

/**
 * Everything that is wrong with what is asked of a team, at once; [] when a solver can be asked. It
 * takes any JSON. The need must be valid already. That a team which meets everything exists is not
 * checked here: what must give way is the solver's to prove.
 */
export function validateTeam(
  pool: CandidatePool,
  need: Need,
  request: TeamRequest,
): InputProblem[] {
  const { size, constraints } = request;
  const shape = teamShape(Number.isInteger(size) ? size : TEAM_LIMITS.size);
  const problems = problemsOf(shape, request);
  if (constraints?.nationals && !need.territories?.length) {
    problems.push(...problem('MISSING', refusal('teams.whereProcess'), 'constraints.nationals'));
  }
  return problems.length > 0 ? problems : mustHaveProblems(pool, need, request);
}

/** Contradictions among the women that must be in the team, and women who cannot be in any. */
function mustHaveProblems(
  pool: CandidatePool,
  need: Need,
  { size, alternatives = 0, constraints }: TeamRequest,
): InputProblem[] {
  const { mustHave, apart } = constraints;
  if (!mustHave?.length) return [];
  const { eligibility } = new CompiledNeed(pool, need);
  return [
    ...(mustHave.length > size
      ? contradiction(
          refusal('teams.mustHaveAboveSize', { count: mustHave.length, size }),
          'constraints.mustHave',
        )
      : []),
    ...(alternatives > 0
      ? contradiction(refusal('teams.alternativesShareNobody'), 'alternatives')
      : []),
    ...(apart ?? []).flatMap(({ first, second }, i) =>
      mustHave.includes(first) && mustHave.includes(second)
        ? contradiction(refusal('teams.bothAndApart'), `constraints.apart.${i}`)
        : [],
    ),
    ...mustHave.flatMap((id, i) => {
      const message = whyNotEligible(eligibility, pool.ids.find(id));
      return message ? problem('NOT_ELIGIBLE', message, `constraints.mustHave.${i}`) : [];
    }),
  ];
}

function whyNotEligible(eligibility: Eligibility, row: number): Sentence | null {
  const failed = row < 0 ? [] : criteriaOf(eligibility.failures(row));
  if (row >= 0 && failed.length === 0) return null;
  // That she fails one of these must not be told from not being listed at all.
  if (row < 0 || !failed.every(isDisclosed)) {
    return refusal('teams.nobodyOfId');
  }
  const requirements = failed.map((requirement) => ({ requirement }));
  return refusal('teams.requirementsNotMet', { requirements: { and: requirements } });
}
