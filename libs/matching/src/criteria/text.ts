import { microUnits } from '../micro-units.js';
import type { Compile, Gauge } from './criterion.js';

/** (n - r) / n for 0-based place r among the engine's n matches; not matched is 0. */
export const text: Compile<'TEXT'> = (pool, need) => {
  const { matches } = need.soft.text!;
  const gauge = new PlaceGauge(pool.rows, matches.length);
  matches.forEach((id, place) => {
    const row = pool.ids.find(id);
    if (row >= 0) gauge.places[row] = place + 1;
  });
  return {
    wanted: { matches: matches.length },
    gauge,
    find: (_, row) => (gauge.places[row] === 0 ? null : { place: gauge.places[row]! }),
  };
};

class PlaceGauge implements Gauge {
  readonly cost = 1;
  /** By row, counted from 1; 0 when she is not among the matches. */
  readonly places: Uint32Array;
  /** By place. */
  private readonly values: Uint32Array;

  constructor(rows: number, matches: number) {
    this.places = new Uint32Array(rows);
    this.values = Uint32Array.from({ length: matches + 1 }, (_, place) =>
      place === 0 ? 0 : microUnits(matches - place + 1, matches),
    );
  }

  measure(row: number): number {
    return this.values[this.places[row]!]!;
  }

  addTo(totals: Float64Array, rows: Uint32Array, count: number, weight: number): void {
    const { places, values } = this;
    for (let i = 0; i < count; i++) totals[i]! += weight * values[places[rows[i]!]!]!;
  }
}
