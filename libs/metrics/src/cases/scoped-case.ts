import type { MetricPeriod } from '#engagement';
import type { Case, ClockCase, FigureRow, OutcomeCase } from '../figures/figures.js';
import type { METRICS } from '../metric-list.js';

/** Whose a case is: it counts among those of its network and of its organization. */
export interface Owned {
  readonly networkId: string | null;
  readonly organizationId: string | null;
}

type CodesOf<K> = Extract<(typeof METRICS)[number], { readonly kind: K }>['code'];

/** The metrics that are made of days, and not of cases. */
export type ProportionCode = 'utilization';

/** What each metric counts, by its code. */
export type MetricCases = Readonly<
  Record<CodesOf<'duration'>, readonly (ClockCase & Owned)[]> &
    Record<Exclude<CodesOf<'share'>, ProportionCode>, readonly (OutcomeCase & Owned)[]> &
    Record<CodesOf<'count'>, readonly (Case & Owned)[]>
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
