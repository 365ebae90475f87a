import { dayOf, LAST_DAY } from '../days.js';
import { microUnits } from '../micro-units.js';
import { MODEL } from '../model.js';
import { NEVER } from '../pool/columns.js';
import type { Compile } from './criterion.js';
import { TableGauge } from './gauges.js';

/** Days since her last confirmation: 1 up to 180, 0 from 730, linear between; never confirmed is 0. */
export const freshness: Compile<'FRESHNESS'> = (pool, need) => {
  const asOf = dayOf(need.date)!;
  return {
    wanted: { asOf: need.date },
    gauge: new TableGauge(pool.columns.confirmed, valuesByDay(asOf)),
    find: ({ confirmedOn }) =>
      confirmedOn === null ? null : { confirmedOn, days: asOf - dayOf(confirmedOn)! },
  };
};

/** By day of confirmation. */
function valuesByDay(asOf: number): Uint32Array {
  const { full, none } = MODEL.freshness;
  const values = new Uint32Array(LAST_DAY + 1);
  for (let days = none - 1; days > full; days--) {
    if (asOf - days > NEVER) values[asOf - days] = microUnits(none - days, none - full);
  }
  values.fill(MODEL.unit, Math.max(asOf - full, NEVER + 1));
  return values;
}
