import { knowersGuard } from '../cases/knowers.js';
import {
  asCounted,
  isCount,
  isDuration,
  type MetricCases,
  type Owned,
  type ProportionCode,
} from '../cases/scoped-case.js';
import {
  counts,
  durations,
  shares,
  unitsOf,
  WHOLE,
  type Case,
  type FigureRow,
  type Guard,
} from '../figures/figures.js';
import { REPORTED_METRICS, type MetricCode } from '../metric-list.js';
import { withoutDifferences } from './differences.js';

/** What an organizer is not shown of an introduction: not even the sum over her own organization is told to her. */
const UNSHOWN: ReadonlySet<MetricCode> = new Set([
  'acknowledgement',
  'answer-time',
  'answered-in-window',
  'expiry',
]);

/** By the code of the metric. A metric of which nothing may be told has no rows. */
export type SharedFigures = Readonly<Partial<Record<MetricCode, readonly FigureRow[]>>>;

/** A row of the figures of all, of which rows here are made. */
interface Part {
  readonly of: readonly string[];
  /** Whether it is told how many are on either side. */
  readonly isSided: boolean;
}

/** By a name that stands for the row. */
type Parts = ReadonlyMap<string, Part>;

/**
 * The figures of all as reports print them, which may be public. Their readers know their own cases one by one, so every
 * row is of others whom no reader can count by subtracting hers (`knowersGuard`). Rows of networks are not told apart: the
 * figures of a network are for its coordinators. Percentiles and estimates, which no report prints, are left out.
 *
 * Some read these and the figures of all. So every number here, medians apart, is one of those or a sum of them, and their
 * difference tells nothing.
 *
 * @param all the figures of all
 */
export function sharedFigures(
  cases: MetricCases,
  utilization: readonly FigureRow[],
  all: SharedFigures,
): SharedFigures {
  const told: Partial<Record<MetricCode, readonly FigureRow[]>> = {};
  for (const { code } of REPORTED_METRICS) {
    told[code] =
      code === 'utilization' ? utilization : rowsOf(cases, code, partsOf(code, all[code] ?? []));
  }
  const counted = Object.fromEntries(
    Object.entries({ ...cases, expiry: ofNoNetwork(cases.expiry) }).map(([code, some]) => [
      code,
      asCounted<(typeof some)[number]>(code as MetricCode, some),
    ]),
  );
  return withoutDifferences(told, counted, true);
}

function partsOf(code: MetricCode, rows: readonly FigureRow[]): Parts {
  const parts = rows.map(({ of, ended }) => ({ of, isSided: ended !== null }));
  if (code !== 'expiry') return new Map(parts.map((part) => [part.of.join('+'), part]));
  if (parts.length === 0) return new Map();
  return new Map([[WHOLE, { of: [], isSided: parts.every(({ isSided }) => isSided) }]]);
}

function rowsOf(
  cases: MetricCases,
  code: Exclude<(typeof REPORTED_METRICS)[number]['code'], ProportionCode>,
  parts: Parts,
): readonly FigureRow[] {
  if (parts.size === 0) return [];
  return tableOf(cases, code, parts).map((row) => ({
    ...row,
    of: row.of.flatMap((name) => parts.get(name)?.of ?? []),
    p90: null,
    estimatedMedian: null,
    estimatedP90: null,
  }));
}

/** Rows by the names of parts. */
function tableOf(
  cases: MetricCases,
  code: Exclude<(typeof REPORTED_METRICS)[number]['code'], ProportionCode>,
  parts: Parts,
): readonly FigureRow[] {
  const guard = sumsOf(parts, knowersGuard(UNSHOWN.has(code)));
  if (isCount(code)) {
    return counts(inParts(asCounted(code, cases[code]), parts), {
      ...guard,
      mayTell: (some) => guard.mayTell(some) && areApart(some),
    });
  }
  if (isDuration(code)) return durations(inParts(cases[code], parts), guard);
  return shares(inParts(code === 'expiry' ? ofNoNetwork(cases.expiry) : cases[code], parts), guard);
}

/** Either side is told only where each part of a row tells it. */
function sumsOf(parts: Parts, { mayTell, mayTellSides }: Guard<Owned & Case>): Guard<Owned & Case> {
  return {
    mayTell,
    mayTellSides: (one, other) =>
      [...one, ...other].every(({ row }) => parts.get(row)?.isSided === true) &&
      mayTellSides(one, other),
  };
}

/** Whether nobody is in two parts of a row, where each counts her. */
function areApart(some: readonly Case[]): boolean {
  return new Set(some.map(({ row, unit }) => `${row} ${unit}`)).size === unitsOf(some).size;
}

/** Cases in the row of the part that counts them. */
function inParts<C extends Case>(cases: readonly C[], parts: Parts): readonly C[] {
  const names = new Map([...parts].flatMap(([name, { of }]) => of.map((row) => [row, name])));
  return cases.map((one) => ({ ...one, row: names.get(one.row) ?? WHOLE }));
}

function ofNoNetwork<C extends Case>(cases: readonly C[]): readonly C[] {
  return cases.map((one) => ({ ...one, row: WHOLE }));
}
