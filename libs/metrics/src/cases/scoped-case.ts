import type { MetricPeriod } from '#engagement';
import type { Case, ClockCase, FigureRow, OutcomeCase } from '../figures/figures.js';
import { metricOf, type METRICS, type MetricCode } from '../metric-list.js';

/** Whose a case is: it counts among those of its network and of its organization. */
export interface Owned {
  readonly networkId: string | null;
  readonly organizationId: string | null;
  /** Who knows it besides: it counts among theirs nowhere. */
  readonly knownTo?: {
    readonly networkIds: readonly string[];
    readonly organizationIds: readonly string[];
  };
}

type CodesOf<K> = Extract<(typeof METRICS)[number], { readonly kind: K }>['code'];

export type DurationCode = CodesOf<'duration'>;
export type CountCode = CodesOf<'count'>;

/** The metrics that are made of days, and not of cases. */
export type ProportionCode = 'utilization';

export function isDuration(code: MetricCode): code is DurationCode {
  return metricOf(code).kind === 'duration';
}

export function isCount(code: MetricCode): code is CountCode {
  return metricOf(code).kind === 'count';
}

/** Cases as they are counted: where each mediator is in one row, all of hers are in the row of the first. */
export function asCounted<C extends Case>(code: MetricCode, cases: readonly C[]): readonly C[] {
  if (metricOf(code).inOneRow !== true) return cases;
  const first = new Map<string, string>();
  for (const { unit, row } of cases) if (!first.has(unit)) first.set(unit, row);
  return cases.map((each) => ({ ...each, row: first.get(each.unit)! }));
}

/** What each metric counts, by its code. */
export type MetricCases = Readonly<
  Record<DurationCode, readonly (ClockCase & Owned)[]> &
    Record<Exclude<CodesOf<'share'>, ProportionCode>, readonly (OutcomeCase & Owned)[]> &
    Record<CountCode, readonly (Case & Owned)[]>
>;

/** Figures of days in use, which are not made of cases: of all, of all for reports, and of each network by its id. */
export interface Proportions {
  readonly all: readonly FigureRow[];
  readonly shared: readonly FigureRow[];
  readonly networks: Readonly<Record<string, readonly FigureRow[]>>;
}

const MS_PER_HOUR = 3_600_000;

/** A clock from one moment to another; still running when it was last seen if there is no end. */
export function clock(
  from: Date,
  end: Date | null,
  lastSeen: Date,
  unit: 'hours' | 'days' = 'hours',
): { readonly time: number; readonly ended: boolean } {
  const ms = (end ?? lastSeen).getTime() - from.getTime();
  return { time: ms / MS_PER_HOUR / (unit === 'days' ? 24 : 1), ended: end !== null };
}

/** The earlier of two moments, of which one may not have come. */
export function earlier(one: Date | null, seenUntil: MetricPeriod['seenUntil']): Date {
  return one !== null && one < seenUntil ? one : seenUntil;
}

/** Whose a case of a mediator is. */
export function ownerOf(one: {
  readonly mediatorId: string;
  readonly networkId: string | null;
  readonly organizationId: string;
}): Owned & Pick<Case, 'unit'> {
  const { mediatorId: unit, networkId, organizationId } = one;
  return { unit, networkId, organizationId };
}
