import { FEWEST, rowsToSuppress, type Counts } from '#engagement';
import { survivalCurve, timeBy, type Observation } from '../statistics/survival.js';

/** One thing that a metric counts. */
export interface Case {
  /** The row of the table in which it counts, such as an urgency. */
  readonly row: string;
  /** Whom it is about: a mediator, or a need where the metric is about needs. Several cases can be about one. */
  readonly unit: string;
}

/** How long something took. */
export type ClockCase = Case & Observation;

/** Something that can turn out one way or the other. */
export interface OutcomeCase extends Case {
  readonly hit: boolean;
}

/** What is told of some cases; null where it may not be told. */
export interface FigureRow {
  /** Codes of the rows that it tells of: several where rows of few are told together, none where there is no breakdown. */
  readonly of: readonly string[];
  readonly cases: number;
  /** Cases that have ended, or that turned out as the metric asks. */
  readonly ended: number | null;
  /** `ended` among `cases`, in micro-units, rounded down. */
  readonly share: number | null;
  /** Of those that have ended, in the unit of the metric. */
  readonly median: number | null;
  readonly p90: number | null;
  /** Of all, those that wait included: from the Kaplan-Meier curve. */
  readonly estimatedMedian: number | null;
  readonly estimatedP90: number | null;
}

/** The row of a metric that has no breakdown. */
export const WHOLE = '';

/** What may be told beside what the rule for small numbers decides. */
export interface Guard<C> {
  /** Whether it may be told how many these are. */
  readonly mayTell: (some: readonly C[]) => boolean;
  /** Whether it may also be told how many are on one side and how many on the other. */
  readonly mayTellSides: (one: readonly C[], other: readonly C[]) => boolean;
}

/** Nothing more is withheld. */
const OPEN: Guard<unknown> = { mayTell: () => true, mayTellSides: () => true };

const MICRO = 1_000_000;
const MEDIAN = 0.5;
const P90 = 0.9;

/**
 * Fewer cases than these have no 90th percentile: of nine or fewer, the nearest rank is the longest of all, and so
 * the time of one person.
 */
const FEWEST_FOR_P90 = 10;

const UNTOLD = {
  ended: null,
  share: null,
  median: null,
  p90: null,
  estimatedMedian: null,
  estimatedP90: null,
};

/** How long things took, by row: rounded to whole units. Empty if nothing may be told. */
export function durations<C extends ClockCase>(
  cases: readonly C[],
  guard: Guard<C> = OPEN,
): FigureRow[] {
  return tabulate(
    cases,
    (some) => [unitsOf(some).size],
    (some) => durationOf(some, guard),
    (some) => guard.mayTell(some) && guard.mayTell(some.filter(({ ended }) => ended)),
  );
}

/** How often things turned out as the metric asks, by row. Empty if nothing may be told. */
export function shares<C extends OutcomeCase>(
  cases: readonly C[],
  guard: Guard<C> = OPEN,
): FigureRow[] {
  const mayTellSides = (some: readonly C[]) =>
    guard.mayTellSides(
      some.filter(({ hit }) => hit),
      some.filter(({ hit }) => !hit),
    );
  const [, ...sides] = sidesOf(cases);
  const isTold = sides.every((count) => count >= FEWEST) && mayTellSides(cases);
  return tabulate(
    cases,
    (some) => (isTold ? sidesOf(some) : [unitsOf(some).size]),
    (some) => ({ ...UNTOLD, cases: some.length, ...(isTold ? shareOf(some) : {}) }),
    (some) => guard.mayTell(some) && (!isTold || mayTellSides(some)),
  );
}

/** How many mediators there are, by row: each is counted once in a row. Empty if nothing may be told. */
export function counts<C extends Case>(cases: readonly C[], guard: Guard<C> = OPEN): FigureRow[] {
  return tabulate(
    cases,
    (some) => [unitsOf(some).size],
    (some) => ({ ...UNTOLD, cases: unitsOf(some).size }),
    guard.mayTell,
  );
}

/** A share of amounts is told in steps of so many micro-units. */
const SHARE_STEP = 50_000;

/**
 * A part of a whole that no row divides, such as days in use. Both must be of five or more. The mediators of one quarter are nearly
 * those of the next, so exact amounts would tell by their difference of the one who came or went, to the day. Told are how many
 * mediators there are, in steps of five, and the share, in steps of five per cent, both rounded down.
 */
export function proportion(
  part: { readonly amount: number; readonly units: number },
  whole: { readonly amount: number; readonly units: number },
): FigureRow[] {
  const isTold = part.units >= FEWEST && whole.units - part.units >= FEWEST && whole.amount > 0;
  if (!isTold) return [];
  const share = Math.floor((part.amount * (MICRO / SHARE_STEP)) / whole.amount) * SHARE_STEP;
  return [{ ...UNTOLD, of: [], cases: whole.units - (whole.units % FEWEST), share }];
}

type Told = Omit<FigureRow, 'of'>;

/**
 * A row for each code, but those of few are told together (`rowsToSuppress`), and so are those that may not be told by
 * themselves for another reason. No total is told: it would be the difference of the others.
 */
function tabulate<C extends Case>(
  cases: readonly C[],
  countsOf: (some: readonly C[]) => Counts,
  told: (some: readonly C[]) => Told,
  mayTell: (some: readonly C[]) => boolean,
): FigureRow[] {
  const rows = byRow(cases);
  const rowOf = (places: readonly number[]): FigureRow => {
    const some = places.flatMap((place) => rows[place]![1]);
    const of = places.map((place) => rows[place]![0]).filter((code) => code !== WHOLE);
    return { of, ...told(some) };
  };
  const isTold = (places: readonly number[]) => {
    const some = places.flatMap((place) => rows[place]![1]);
    return countsOf(some).every((count) => count >= FEWEST) && mayTell(some);
  };
  if (rows.length < 2) return rows.length === 1 && isTold([0]) ? [rowOf([0])] : [];
  const together = placesTogether(
    rows.map(([, some]) => countsOf(some)),
    unitsOf(cases).size,
    new Set([...rows.keys()].filter((place) => !mayTell(rows[place]![1]))),
    isTold,
  );
  if (together === null) return [];
  return [
    ...[...rows.keys()].filter((place) => !together.includes(place)).map((place) => rowOf([place])),
    ...(together.length === 0 ? [] : [rowOf(together)]),
  ];
}

function byRow<C extends Case>(cases: readonly C[]): [string, C[]][] {
  const rows = new Map<string, C[]>();
  for (const each of cases) {
    const row = rows.get(each.row);
    if (row) row.push(each);
    else rows.set(each.row, [each]);
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Places of the rows that are told as one; null if not even that may be told. Somebody can be in several rows, so
 * their sum can be of fewer than it counts: then more rows join.
 *
 * @param alone places of rows that must not be told by themselves
 */
function placesTogether(
  rows: readonly Counts[],
  units: number,
  alone: ReadonlySet<number>,
  isTold: (places: readonly number[]) => boolean,
): number[] | null {
  let alike = alone;
  for (;;) {
    const suppressed = rowsToSuppress(rows, units, alike);
    if (suppressed === null) return null;
    const places = [...suppressed].toSorted((a, b) => a - b);
    if (places.length === 0 || isTold(places)) return places;
    const [next] = [...rows.keys()]
      .filter((place) => !suppressed.has(place))
      .toSorted((a, b) => rows[a]![0]! - rows[b]![0]! || a - b);
    if (next === undefined) return null;
    alike = new Set([...suppressed, next]);
  }
}

function durationOf<C extends ClockCase>(cases: readonly C[], guard: Guard<C>): Told {
  const ended = cases.filter((each) => each.ended);
  const waiting = cases.filter((each) => !each.ended);
  const endedUnits = unitsOf(ended).size;
  const areBothTold =
    endedUnits >= FEWEST && unitsOf(waiting).size >= FEWEST && guard.mayTellSides(ended, waiting);
  const timeOf = (some: readonly ClockCase[], share: number) => {
    if (endedUnits < (share === P90 ? FEWEST_FOR_P90 : FEWEST)) return null;
    const time = timeBy(survivalCurve(some), share);
    return time === null ? null : Math.round(time);
  };
  return {
    cases: cases.length,
    ended: areBothTold ? ended.length : null,
    share: null,
    median: timeOf(ended, MEDIAN),
    p90: timeOf(ended, P90),
    estimatedMedian: timeOf(cases, MEDIAN),
    estimatedP90: timeOf(cases, P90),
  };
}

function shareOf(cases: readonly OutcomeCase[]): Pick<Told, 'ended' | 'share'> {
  const ended = cases.filter(({ hit }) => hit).length;
  return { ended, share: Math.floor((ended * MICRO) / cases.length) };
}

/** All, those of whom something turned out so, and those of whom it did not. */
function sidesOf(cases: readonly OutcomeCase[]): Counts {
  const of = (side: boolean) => unitsOf(cases.filter(({ hit }) => hit === side)).size;
  return [unitsOf(cases).size, of(true), of(false)];
}

export function unitsOf(cases: readonly Case[]): ReadonlySet<string> {
  return new Set(cases.map(({ unit }) => unit));
}
