import { MipBuilder, type Objective } from './mip-model.js';
import { countsTowards, groupsOf, type TeamCandidate } from './team-candidates.js';
import {
  type ApartPair,
  type AtLeast,
  atLeastOf,
  type AtMost,
  atMostOf,
  type TeamRequest,
} from './team-request.js';

type Term = readonly [variable: number, factor: number];

/** What gives way by how much, in a model that may relax what was asked. */
interface Slack {
  readonly requirement: AtLeast | AtMost;
  /** The variable that is 1 when it gives way at all. */
  readonly relaxed: number;
  /** The variable that says by how many members. */
  readonly amount: number;
}

/** A model whose first variables say, candidate by candidate, who is in the team. */
interface Composition {
  readonly builder: MipBuilder;
  /** Empty in a strict model. */
  readonly slacks: readonly Slack[];
  /** The variable for the members that are missing; null in a strict model. */
  readonly missing: number | null;
}

/**
 * The model of teams that meet everything. In a relaxable one everything asked at least or at most, and the
 * size, may give way; pairs that must stay apart, women ruled out and the hard criteria of the need never do.
 */
export function compose(
  candidates: readonly TeamCandidate[],
  request: TeamRequest,
  { relaxable }: { relaxable: boolean },
): Composition {
  const { size } = request;
  const builder = new MipBuilder();
  for (const _ of candidates) builder.variable(0, 1);
  addPairs(builder, candidates, request);

  const slacks: Slack[] = [];
  const slackOf = (requirement: AtLeast | AtMost, most: number): number | null => {
    if (!relaxable) return null;
    const relaxed = builder.variable(0, 1);
    const amount = builder.variable(0, most);
    slacks.push({ requirement, relaxed, amount });
    builder.row(-Infinity, 0, [
      [amount, 1],
      [relaxed, -most],
    ]);
    return amount;
  };
  atLeastOf(request).forEach((requirement, i) => {
    const terms = who(candidates, (candidate) => countsTowards(candidate, i));
    const slack = slackOf(requirement, requirement.count);
    builder.row(requirement.count, Infinity, plus(terms, slack, 1));
  });
  for (const requirement of atMostOf(request)) {
    const slack = slackOf(requirement, size);
    for (const terms of groups(candidates, requirement)) {
      if (terms.length > requirement.count) {
        builder.row(-Infinity, requirement.count, plus(terms, slack, -1));
      }
    }
  }
  const missing = relaxable ? builder.variable(0, size) : null;
  builder.row(
    size,
    size,
    plus(
      who(candidates, () => true),
      missing,
      1,
    ),
  );
  return { builder, slacks, missing };
}

function who(
  candidates: readonly TeamCandidate[],
  belongs: (candidate: TeamCandidate) => boolean,
): Term[] {
  return candidates.flatMap((candidate, i) => (belongs(candidate) ? [[i, 1] as const] : []));
}

function plus(terms: Term[], slack: number | null, factor: number): Term[] {
  return slack === null ? terms : [...terms, [slack, factor]];
}

/** The candidates of each network or nationality. */
function groups(candidates: readonly TeamCandidate[], limit: AtMost): Term[][] {
  const names = new Set(candidates.flatMap((candidate) => groupsOf(candidate, limit)));
  const members = new Map([...names].map((name): [string, Term[]] => [name, []]));
  candidates.forEach((candidate, i) => {
    for (const name of groupsOf(candidate, limit)) members.get(name)!.push([i, 1]);
  });
  return [...members.values()];
}

function addPairs(
  builder: MipBuilder,
  candidates: readonly TeamCandidate[],
  request: TeamRequest,
): void {
  const { apart = [], nationalitiesApart = [] } = request.constraints;
  const places = new Map(candidates.map(({ id }, i) => [id, i]));
  for (const { first, second } of apart) {
    const terms = [places.get(first), places.get(second)].flatMap((place): Term[] =>
      place === undefined ? [] : [[place, 1]],
    );
    if (terms.length === 2) builder.row(-Infinity, 1, terms);
  }
  for (const pair of nationalitiesApart)
    addNationalityPair(builder, candidates, request.size, pair);
}

/**
 * Only women of the first nationality, or only of the second, or one woman who has both and none of
 * either beside her: no two different women then have the one and the other.
 */
function addNationalityPair(
  builder: MipBuilder,
  candidates: readonly TeamCandidate[],
  size: number,
  { first, second }: ApartPair<string>,
): void {
  const has = (code: string, other: string) =>
    who(
      candidates,
      ({ nationalities }) => nationalities.includes(code) && !nationalities.includes(other),
    );
  const both = who(
    candidates,
    ({ nationalities }) => nationalities.includes(first) && nationalities.includes(second),
  );
  const sides = [has(first, second), has(second, first)].map((terms): Term => {
    const chosen = builder.variable(0, 1);
    builder.row(-Infinity, 0, [...terms, [chosen, -size]]);
    return [chosen, 1];
  });
  builder.row(-Infinity, 1, [...sides, ...both]);
}

/** The highest sum of scores, then the lowest sum of tie numbers. */
export function bestTeam(
  candidates: readonly TeamCandidate[],
  { builder }: Composition,
): Objective[] {
  const by = (sense: Objective['sense'], numberOf: (candidate: TeamCandidate) => number) => {
    const coefficients = builder.lower.map((_, i) => (candidates[i] ? numberOf(candidates[i]) : 0));
    return { sense, coefficients };
  };
  return [by('maximise', ({ score }) => score), by('minimise', ({ tie }) => tie)];
}

/** The fewest members missing, then the fewest things relaxed, then the least in all. */
export function leastRelaxed({ builder, slacks, missing }: Composition): Objective[] {
  const variables = [
    [missing],
    slacks.map(({ relaxed }) => relaxed),
    slacks.map(({ amount }) => amount),
  ];
  return variables.map((those) => ({
    sense: 'minimise',
    coefficients: builder.lower.map((_, variable) => Number(those.includes(variable))),
  }));
}
