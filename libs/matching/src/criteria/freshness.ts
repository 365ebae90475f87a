import { dayOf } from '../days.js';
import { NEVER } from '../engine/columns.js';
import type { Compile, Gauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';

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

const { full, none } = MODEL.freshness;

/** By days since the confirmation beyond those that earn the full value. */
const VALUES = Uint32Array.from({ length: none - full + 1 }, (_, days) =>
  microUnits(none - full - days, none - full),
);

class FreshnessGauge implements Gauge {
  readonly cost = 1;

  constructor(
    private readonly confirmed: Uint16Array,
    private readonly asOf: number,
  ) {}

  measure(row: number): number {
    return valueOf(this.confirmed[row]!, this.asOf);
  }

  sift(rows: Uint32Array, totals: Float64Array, count: number, weight: number, least: number) {
    const { confirmed, asOf } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const total = totals[i]! + weight * valueOf(confirmed[row]!, asOf);
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    return kept;
  }
}

function valueOf(confirmed: number, asOf: number): number {
  if (confirmed === NEVER) return 0;
  return VALUES[Math.min(Math.max(asOf - confirmed - full, 0), VALUES.length - 1)]!;
}
