import { dayOf } from '../days.js';
import { microUnits } from '../micro-units.js';
import { MODEL } from '../model.js';
import type { Compile, Gauge } from './criterion.js';

/** Days since her last confirmation: 1 up to 180, 0 from 730, linear between; never confirmed is 0. */
export const freshness: Compile<'FRESHNESS'> = (pool, need) => {
  const asOf = dayOf(need.date)!;
  return {
    wanted: { asOf: need.date },
    gauge: new FreshnessGauge(pool.columns.confirmed, asOf),
    find: ({ confirmedOn }) =>
      confirmedOn === null ? null : { confirmedOn, days: asOf - dayOf(confirmedOn)! },
  };
};

class FreshnessGauge implements Gauge {
  constructor(
    private readonly confirmed: Uint16Array,
    private readonly asOf: number,
  ) {}

  measure(row: number): number {
    const confirmed = this.confirmed[row]!;
    if (confirmed === 0) return 0;
    const { full, none } = MODEL.freshness;
    const days = this.asOf - confirmed;
    if (days <= full) return MODEL.unit;
    return days >= none ? 0 : microUnits(none - days, none - full);
  }
}
