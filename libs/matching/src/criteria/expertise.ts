import { EXPERTISE_LEVELS, type ExpertiseCode, expertiseSimilarity } from '#vocabulary';
import { EXPERTISE_WORDS } from '../engine/dictionaries.js';
import { bestOf, type Compile, FitsGauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';
import type { FoundExpertise } from './evidence.js';

/** Fits are in 1/60: tenths of a similarity times sixths, which all levels 1 to 3 divide. */
const ONE = 60;

const RELATIONS = { 5: 'domain', 3: 'sibling' } as const;

/** Mean over the wanted codes of similarity * min(1, level / wanted level). */
export const expertise: Compile<'EXPERTISE'> = (pool, need) => {
  const wanted = need.soft.expertise!.map(
    ({ code, level = MODEL.expertise.level, weight = MODEL.item.weight }) => ({
      code,
      level,
      weight,
    }),
  );
  const { expertise: dictionary, distances } = pool.dictionaries;
  const stride = dictionary.codes.length * EXPERTISE_WORDS;
  const fits = new Uint16Array(wanted.length * stride);
  const similarities = wanted.map(({ code }) => distances.expertise.from(code));
  wanted.forEach((item, i) => {
    similarities[i]!.forEach((similarity, symbol) => {
      if (similarity === 0) return;
      for (const level of EXPERTISE_LEVELS) {
        fits[i * stride + symbol * EXPERTISE_WORDS + level] = fit(similarity, item.level, level);
      }
    });
  });
  const weights = wanted.map((item) => item.weight);
  return {
    wanted,
    gauge: new FitsGauge(pool, pool.lists.expertise, weights, fits, ONE),
    find: (candidate) =>
      wanted.map((item, i) => {
        const best = bestOf(candidate.expertise, ({ code, level }) =>
          fit(similarities[i]![dictionary.symbolOf(code)]!, item.level, level),
        );
        return (
          best && {
            ...best.item,
            relation: relationName(item.code, best.item.code),
            fit: microUnits(best.fit, ONE),
          }
        );
      }),
  };
};

function fit(similarity: number, wanted: number, level: number): number {
  return similarity * (6 / wanted) * Math.min(wanted, level);
}

function relationName(wanted: ExpertiseCode, found: ExpertiseCode): FoundExpertise['relation'] {
  const similarity = expertiseSimilarity(wanted, found);
  if (similarity === 5 || similarity === 3) return RELATIONS[similarity];
  return wanted === found ? 'same' : 'child';
}
