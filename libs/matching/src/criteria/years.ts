import { type Compile, TableGauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';

/** min(1, years / wanted years). */
export const years: Compile<'YEARS'> = (pool, need) => {
  const stated = need.soft.years;
  const wanted = typeof stated === 'number' ? stated : MODEL.years.wanted;
  const values = Uint32Array.from({ length: MODEL.years.maximum + 1 }, (_, found) =>
    microUnits(Math.min(found, wanted), wanted),
  );
  return {
    wanted,
    gauge: new TableGauge(pool.columns.years, values),
    find: (candidate) => candidate.years,
  };
};
