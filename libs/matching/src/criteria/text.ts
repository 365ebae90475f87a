import { microUnits } from '../micro-units.js';
import { checkMatches } from '../need/check-soft.js';
import { checkNeed } from '../need/validate-need.js';
import { Problems } from '../problems.js';
import type { Compile } from './criterion.js';
import { TableGauge } from './gauges.js';

/**
 * (n - r) / n for 0-based place r among the engine's n matches; not matched is 0.
 *
 * Finding the rows of ten thousand ids is most of what a brief costs, and it tells on the way whether
 * one comes twice; so their items are not checked before (see `checkAllButMatches`).
 */
export const text: Compile<'TEXT'> = (pool, need) => {
  const { matches } = need.soft.text!;
  const count = matches.length;
  const room = pool.placesRoom;
  /** By row, counted from 1; 0 where she is not among the matches. */
  const places = room.lend(pool.rows);
  const strangers: string[] = [];
  let repeated = false;
  pool.ids.findAll(matches).forEach((row, i) => {
    if (row < 0) strangers.push(matches[i]!);
    else if (places[row] === 0) places[row] = i + 1;
    else repeated = true;
  });
  const problems = new Problems();
  checkMatches(problems, strangers);
  if (repeated || problems.list.length > 0) checkNeed(need);

  const values = new Uint32Array(count + 1);
  for (let place = 1; place <= count; place++) {
    values[place] = microUnits(count - place + 1, count);
  }
  return {
    wanted: { matches: count },
    gauge: new TableGauge(places, values, () => room.giveBack(places)),
    find: (_, row) => (places[row] === 0 ? null : { place: places[row]! }),
  };
};
