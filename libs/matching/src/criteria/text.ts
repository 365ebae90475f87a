import { microUnits } from '../micro-units.js';
import type { Compile } from './criterion.js';
import { TableGauge } from './gauges.js';

/** (n - r) / n for 0-based place r among the engine's n matches; not matched is 0. */
export const text: Compile<'TEXT'> = (pool, need) => {
  const { matches } = need.soft.text!;
  /** By row, counted from 1; 0 where she is not among the matches. */
  const places = new Uint32Array(pool.rows);
  matches.forEach((id, i) => {
    const row = pool.ids.find(id);
    if (row >= 0) places[row] = i + 1;
  });
  const values = new Uint32Array(matches.length + 1);
  for (let place = 1; place < values.length; place++) {
    values[place] = microUnits(matches.length - place + 1, matches.length);
  }
  return {
    wanted: { matches: matches.length },
    gauge: new TableGauge(places, values),
    find: (_, row) => (places[row] === 0 ? null : { place: places[row]! }),
  };
};
