import {
  counts,
  durations,
  shares,
  WHOLE,
  type FigureRow,
  type Guard,
} from '../figures/figures.js';
import { REPORTED_METRICS, type MetricCode } from '../metric-list.js';
import { withoutDifferences } from './differences.js';
import type { MetricCases, Owned, ProportionCode } from '../cases/scoped-case.js';
import { knowersGuard } from '../cases/knowers.js';

/** What an organizer is not shown of an introduction: not even the sum over her own organization is told to her. */
const UNSHOWN: ReadonlySet<MetricCode> = new Set([
  'acknowledgement',
  'answer-time',
  'answered-in-window',
  'expiry',
]);

/** By the code of the metric. A metric of which nothing may be told has no rows. */
export type SharedFigures = Readonly<Partial<Record<MetricCode, readonly FigureRow[]>>>;

/**
 * The figures of all as reports print them, which may be public. Their readers know their own cases one by one, so every
 * row is of others whom no reader can count by subtracting hers (`knowersGuard`). Rows of networks are not told apart: the
 * figures of a network are for its coordinators. Percentiles and estimates, which no report prints, are left out.
 */
export function sharedFigures(
  cases: MetricCases,
  utilization: readonly FigureRow[],
): SharedFigures {
  const told: Partial<Record<MetricCode, readonly FigureRow[]>> = {};
  for (const { code } of REPORTED_METRICS) {
    told[code] = code === 'utilization' ? utilization : rowsOf(cases, code);
  }
  return withoutDifferences(told, { ...cases, expiry: ofNoNetwork(cases) }, true);
}

function rowsOf(
  cases: MetricCases,
  code: Exclude<(typeof REPORTED_METRICS)[number]['code'], ProportionCode>,
): readonly FigureRow[] {
  const guard: Guard<Owned & { readonly unit: string }> = knowersGuard(UNSHOWN.has(code));
  switch (code) {
    case 'time-to-shortlist':
    case 'acknowledgement':
    case 'answer-time':
    case 'connect-to-deploy':
    case 'clearance-delay':
      return durations(cases[code], guard).map((row) => ({
        ...row,
        p90: null,
        estimatedMedian: null,
        estimatedP90: null,
      }));
    case 'deployed-by-track':
    case 'deployed-by-role':
    case 'deployed-by-place':
      return counts(cases[code], guard);
    case 'expiry':
      return shares(ofNoNetwork(cases), guard);
    default:
      return shares(cases[code], guard);
  }
}

function ofNoNetwork({ expiry }: MetricCases): MetricCases['expiry'] {
  return expiry.map((one) => ({ ...one, row: WHOLE }));
}
