import { microUnits } from '../micro-units.js';
import type { Compile, Gauge } from './criterion.js';

/** (n - r) / n for 0-based place r among the engine's n matches; not matched is 0. */
export const text: Compile<'TEXT'> = (pool, need) => {
  const { matches } = need.soft.text!;
  const values = new Uint32Array(pool.rows);
  const places = new Map<string, number>();
  matches.forEach((id, place) => {
    const row = pool.ids.find(id);
    if (row < 0) return;
    values[row] = microUnits(matches.length - place, matches.length);
    places.set(pool.ids.idOf(row), place);
  });
  return {
    wanted: { matches: matches.length },
    gauge: new RowGauge(values),
    find: ({ id }) => {
      const place = places.get(id);
      return place === undefined ? null : { place: place + 1 };
    },
  };
};

class RowGauge implements Gauge {
  constructor(private readonly values: Uint32Array) {}

  measure(row: number): number {
    return this.values[row]!;
  }
}
