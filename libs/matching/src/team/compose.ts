import { Draft, type Objective } from './mip-model.js';
import type { Entrant } from './team-candidates.js';
import {
  type ApartPair,
  type AtLeast,
  atLeastOf,
  type AtMost,
  atMostOf,
  type TeamRequest,
} from './team-request.js';

type Term = readonly [variable: number, factor: number];

/** What gives way by how much, in a programme that may relax what was asked. */
export interface Slack {
  readonly requirement: AtLeast | AtMost;
  /** The variable that is 1 when it gives way at all. */
  readonly relaxed: number;
  /** The variable that says by how many members. */
  readonly amount: number;
}

/** A programme whose first variables say, entrant by entrant, who is in the team. */
export interface Composition {
  readonly draft: Draft;
  /** Empty in a strict programme. */
  readonly slacks: readonly Slack[];
  /** The variable for the members that are missing; null in a strict programme. */
  readonly missing: number | null;
}

/** The programme of teams that meet everything. */
export function strictProgramme(entrants: readonly Entrant[], request: TeamRequest): Composition {
  return compose(entrants, request, false);
}

/**
 * The programme of teams in which everything asked at least or at most, and the size, may give way.
 * Pairs that must stay apart, women ruled out and the hard criteria of the need never do.
 */
export function relaxedProgramme(entrants: readonly Entrant[], request: TeamRequest): Composition {
  return compose(entrants, request, true);
}

function compose(
  entrants: readonly Entrant[],
  request: TeamRequest,
  relaxable: boolean,
): Composition {
  const { size } = request;
  const draft = new Draft();
  for (const _ of entrants) draft.variable(0, 1);
  addPairs(draft, entrants, request);

  const slacks: Slack[] = [];
  const slackOf = (requirement: AtLeast | AtMost, most: number): number | null => {
    if (!relaxable) return null;
    const relaxed = draft.variable(0, 1);
    const amount = draft.variable(0, most);
    slacks.push({ requirement, relaxed, amount });
    draft.row(-Infinity, 0, [
      [amount, 1],
      [relaxed, -most],
    ]);
    return amount;
  };
  atLeastOf(request).forEach((requirement, i) => {
    const terms = who(entrants, ({ mask }) => (mask & (1n << BigInt(i))) !== 0n);
    const slack = slackOf(requirement, requirement.count);
    draft.row(requirement.count, Infinity, plus(terms, slack, 1));
  });
  for (const requirement of atMostOf(request)) {
    const slack = slackOf(requirement, size);
    for (const terms of groups(entrants, requirement)) {
      if (terms.length > requirement.count) {
        draft.row(-Infinity, requirement.count, plus(terms, slack, -1));
      }
    }
  }
  const missing = relaxable ? draft.variable(0, size) : null;
  draft.row(
    size,
    size,
    plus(
      who(entrants, () => true),
      missing,
      1,
    ),
  );
  return { draft, slacks, missing };
}

function who(entrants: readonly Entrant[], belongs: (entrant: Entrant) => boolean): Term[] {
  return entrants.flatMap((entrant, i) => (belongs(entrant) ? [[i, 1] as const] : []));
}

function plus(terms: Term[], slack: number | null, factor: number): Term[] {
  return slack === null ? terms : [...terms, [slack, factor]];
}

/** The entrants of each network or nationality. */
function groups(entrants: readonly Entrant[], { kind }: AtMost): Term[][] {
  const groupsOf = kind === 'PER_NETWORK' ? 'networks' : 'nationalities';
  const members = new Map<string, Term[]>();
  entrants.forEach((entrant, i) => {
    for (const group of entrant[groupsOf]) {
      const terms = members.get(group);
      if (terms) terms.push([i, 1]);
      else members.set(group, [[i, 1]]);
    }
  });
  return [...members.values()];
}

function addPairs(draft: Draft, entrants: readonly Entrant[], request: TeamRequest): void {
  const { apart = [], nationalitiesApart = [] } = request.constraints;
  const places = new Map(entrants.map(({ id }, i) => [id, i]));
  for (const { first, second } of apart) {
    const terms = [places.get(first), places.get(second)].flatMap((place): Term[] =>
      place === undefined ? [] : [[place, 1]],
    );
    if (terms.length === 2) draft.row(-Infinity, 1, terms);
  }
  for (const pair of nationalitiesApart) addNationalityPair(draft, entrants, request.size, pair);
}

/**
 * Only women of the first nationality, or only of the second, or one woman who has both and none of
 * either beside her: no two different women then have the one and the other.
 */
function addNationalityPair(
  draft: Draft,
  entrants: readonly Entrant[],
  size: number,
  { first, second }: ApartPair<string>,
): void {
  const has = (code: string, other: string) =>
    who(
      entrants,
      ({ nationalities }) => nationalities.includes(code) && !nationalities.includes(other),
    );
  const both = who(
    entrants,
    ({ nationalities }) => nationalities.includes(first) && nationalities.includes(second),
  );
  const sides = [has(first, second), has(second, first)].map((terms): Term => {
    const chosen = draft.variable(0, 1);
    draft.row(-Infinity, 0, [...terms, [chosen, -size]]);
    return [chosen, 1];
  });
  draft.row(-Infinity, 1, [...sides, ...both]);
}

/** Objectives over the variables of a composition. */
export class Objectives {
  constructor(
    private readonly entrants: readonly Entrant[],
    private readonly composition: Composition,
  ) {}

  /** The highest sum of scores, then the lowest sum of tie numbers. */
  best(): Objective[] {
    return [
      { sense: 'maximise', coefficients: this.overEntrants(({ score }) => score) },
      { sense: 'minimise', coefficients: this.overEntrants(({ tie }) => tie) },
    ];
  }

  /** The fewest members missing, then the fewest things relaxed, then the least in all. */
  leastRelaxed(): Objective[] {
    const { slacks, missing } = this.composition;
    return [
      missing === null ? [] : [missing],
      slacks.map(({ relaxed }) => relaxed),
      slacks.map(({ amount }) => amount),
    ].map((variables) => {
      const coefficients = this.overEntrants(() => 0);
      for (const variable of variables) coefficients[variable] = 1;
      return { sense: 'minimise', coefficients };
    });
  }

  private overEntrants(coefficientOf: (entrant: Entrant) => number): number[] {
    const coefficients = this.composition.draft.lower.map(() => 0);
    this.entrants.forEach((entrant, i) => (coefficients[i] = coefficientOf(entrant)));
    return coefficients;
  }
}
