import {
  type LanguageCode,
  languageRelation,
  PROFICIENCIES,
  type Proficiency,
  proficiencyRank,
} from '#vocabulary';
import { LANGUAGE_WORDS } from '../engine/dictionaries.js';
import { bestOf, type Compile, FitsGauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';
import type { FoundLanguage } from './evidence.js';

/** Fits are in 1/600: tenths of a relation times sixtieths, which all level ranks 1 to 6 divide. */
const ONE = 600;

const RELATIONS = { 6: 'macrolanguage', 5: 'sibling' } as const;

/** Mean over the wanted languages of relation * min(1, level / wanted level). */
export const language: Compile<'LANGUAGE'> = (pool, need) => {
  const wanted = need.soft.languages!.map(
    ({ code, level = MODEL.language.level, weight = MODEL.item.weight }) => ({
      code,
      level,
      weight,
    }),
  );
  const { languages, distances } = pool.dictionaries;
  const stride = languages.codes.length * LANGUAGE_WORDS;
  const fits = new Uint16Array(wanted.length * stride);
  const relations = wanted.map(({ code }) => distances.language.from(code));
  wanted.forEach((item, i) => {
    relations[i]!.forEach((relation, symbol) => {
      if (relation === 0) return;
      PROFICIENCIES.forEach((level, place) => {
        fits[i * stride + symbol * LANGUAGE_WORDS + place] = fit(relation, item.level, level);
      });
    });
  });
  const weights = wanted.map((item) => item.weight);
  return {
    wanted,
    gauge: new FitsGauge(pool, pool.lists.languages, weights, fits, ONE),
    find: (candidate) =>
      wanted.map((item, i) => {
        const best = bestOf(candidate.languages, ({ code, level }) =>
          fit(relations[i]![languages.symbolOf(code)]!, item.level, level),
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

function fit(relation: number, wanted: Proficiency, level: Proficiency): number {
  const full = proficiencyRank(wanted);
  return relation * (60 / full) * Math.min(full, proficiencyRank(level));
}

function relationName(wanted: LanguageCode, found: LanguageCode): FoundLanguage['relation'] {
  const relation = languageRelation(wanted, found);
  if (relation === 6 || relation === 5) return RELATIONS[relation];
  return wanted === found ? 'same' : 'member';
}
