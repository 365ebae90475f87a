import { type AreaCode, areaRelation } from '#vocabulary';
import { bestOf, type Compile, FitsGauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';
import type { FoundTerritory } from './evidence.js';

/** Fits are in tenths. */
const ONE = 10;

const RELATIONS = { 7: 'neighbour', 5: 'near', 2: 'continent' } as const;

/** Mean over the wanted areas of how near her nearest territory of expertise is. */
export const region: Compile<'REGION'> = (pool, need) => {
  const wanted = need.soft.territories!.map(({ code, weight = MODEL.item.weight }) => ({
    code,
    weight,
  }));
  const { territories, distances } = pool.dictionaries;
  const relations = wanted.map(({ code }) => distances.area.from(code));
  const fits = new Uint16Array(wanted.length * territories.codes.length);
  relations.forEach((each, i) => fits.set(each, i * territories.codes.length));
  const weights = wanted.map((item) => item.weight);
  return {
    wanted,
    gauge: new FitsGauge(pool, pool.lists.territories, weights, fits, ONE),
    find: (candidate) =>
      wanted.map((item, i) => {
        const best = bestOf(
          candidate.territories,
          (code) => relations[i]![territories.symbolOf(code)]!,
        );
        return (
          best && {
            code: best.item,
            relation: relationName(item.code, best.item),
            fit: microUnits(best.fit, ONE),
          }
        );
      }),
  };
};

function relationName(wanted: AreaCode, found: AreaCode): FoundTerritory['relation'] {
  const relation = areaRelation(wanted, found);
  if (relation === 7 || relation === 5 || relation === 2) return RELATIONS[relation];
  return wanted === found ? 'same' : 'inside';
}
