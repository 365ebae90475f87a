import type { Compile, Gauge } from '../engine/scorers.js';
import { IdIndex } from '../engine/uuid-columns.js';
import { microUnits } from '../model.js';
import { checkNeed } from '../need/validate-need.js';

/**
 * (n - r) / n for 0-based place r among the engine's n matches; not matched is 0.
 *
 * Reading ten thousand ids is most of what a brief costs. It tells on the way whether each is one, and
 * comes once; so they are not checked before (see `checkAllButMatches`).
 */
export const text: Compile<'TEXT'> = (pool, need) => {
  const { matches } = need.soft.text!;
  const places = new IdIndex();
  places.reserve(matches.length);
  const areSound = matches.every((id, i) => places.claim(i, id) === i);
  if (!areSound) checkNeed(need);
  return {
    wanted: { matches: matches.length },
    gauge: new PlaceGauge(pool.ids, places, matches.length),
    find: (_, row) => {
      const place = places.findSame(pool.ids, row);
      return place < 0 ? null : { place: place + 1 };
    },
  };
};

/**
 * Looks her id up among the matches. The other way round, finding each match in the pool, would wait for
 * memory in thousands of places, most of them of women who are out of the running.
 */
class PlaceGauge implements Gauge {
  readonly cost = 8;

  constructor(
    private readonly ids: IdIndex,
    private readonly places: IdIndex,
    private readonly count: number,
  ) {}

  measure(row: number): number {
    const { count } = this;
    const place = this.places.findSame(this.ids, row);
    return place < 0 ? 0 : microUnits(count - place, count);
  }

  sift(rows: Uint32Array, totals: Float64Array, count: number, weight: number, least: number) {
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const total = totals[i]! + weight * this.measure(row);
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    return kept;
  }
}
