import { type Track, trackRelation, TRACKS } from '#vocabulary';
import { itemsOf } from '../bit-sets.js';
import { TRACK_SHIFT } from '../engine/columns.js';
import { bestOf, type Compile, TableGauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';

const FLAG_BYTES = 256;

/** Mean over the wanted tracks of how near her nearest track is on the line 1, 1.5, 2, 3. */
export const track: Compile<'TRACK'> = (pool, need) => {
  const wanted = need.soft.tracks!.map(({ code, weight = MODEL.item.weight }) => ({
    code,
    weight,
  }));
  const weights = wanted.reduce((sum, item) => sum + item.weight, 0);
  const values = Uint32Array.from({ length: FLAG_BYTES }, (_, flags) => {
    const tracks = itemsOf(TRACKS, flags >> TRACK_SHIFT);
    const sum = wanted.reduce(
      (total, item) => total + item.weight * (nearest(item.code, tracks)?.fit ?? 0),
      0,
    );
    return microUnits(sum, 10 * weights);
  });
  return {
    wanted,
    gauge: new TableGauge(pool.columns.flags, values),
    find: (candidate) =>
      wanted.map((item) => {
        const best = nearest(item.code, candidate.tracks);
        return (
          best && {
            code: best.item,
            relation: best.item === item.code ? 'same' : 'next',
            fit: microUnits(best.fit, 10),
          }
        );
      }),
  };
};

function nearest(wanted: Track, tracks: readonly Track[]) {
  return bestOf(tracks, (found) => trackRelation(wanted, found));
}
