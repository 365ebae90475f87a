import { PHASES, PROCESS_TYPES } from '#vocabulary';
import { processBit } from '../bit-sets.js';
import {
  expertiseFit,
  languageFit,
  ONE,
  processValue,
  textValue,
  yearsValue,
} from '../criteria/formulas.js';
import { type Criterion, type LATER_CRITERIA, MODEL } from '../model.js';
import { type Need, criteriaOf, weightOf } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import type { CandidatePool } from './candidate-pool.js';
import { MatchPlaces } from './match-places.js';
import { levelled, nearest, weighed } from './nearest.js';
import { MaskScorer, RowScorer, TableScorer } from './scorers.js';
import {
  availabilityCriterion,
  freshnessCriterion,
  networkCriterion,
  roleCriterion,
  trackCriterion,
} from './shared-criteria.js';
import { CRITERIA_2 } from './soft-criteria-2.js';
import type { Compile, SoftCriterion } from './soft-criterion.js';

type EarlierCriterion = Exclude<Criterion, (typeof LATER_CRITERIA)[number]>;

export type WeightedCriterion = SoftCriterion<Criterion> & { criterion: Criterion; weight: number };

/** The soft criteria that a need states, in the model's order, ready to measure rows of the pool. */
export function compileCriteria(pool: CandidatePool, need: Need): WeightedCriterion[] {
  const compile: { [C in Criterion]?: Compile<C> } =
    need.version === 2 ? { ...CRITERIA_1, ...CRITERIA_2 } : CRITERIA_1;
  return criteriaOf(need).map((criterion) => ({
    criterion,
    weight: weightOf(need, criterion),
    ...compile[criterion]!(pool, need),
  }));
}

/** Compiles each criterion of model 1 for the columns of the pool; the formulas are in `criteria/formulas.ts`. */
const CRITERIA_1: { [C in EarlierCriterion]: Compile<C> } = {
  LANGUAGE: (pool, need) =>
    nearest(pool, {
      wanted: levelled(need.soft.languages!, MODEL.language.level),
      column: pool.lists.languages,
      dictionary: pool.dictionaries.languages,
      one: ONE.LANGUAGE,
      fit: (item, relation, level) => languageFit(relation, item.level, level),
      relations: { 10: 'member', 6: 'macrolanguage', 5: 'sibling' } as const,
      tellOf: (item) => item,
    }),

  REGION: (pool, need) =>
    nearest(pool, {
      wanted: weighed(need.soft.territories!),
      column: pool.lists.territories,
      dictionary: pool.dictionaries.territories,
      one: ONE.REGION,
      fit: (_, relation) => relation,
      relations: { 10: 'inside', 7: 'neighbour', 5: 'near', 2: 'continent' } as const,
      tellOf: ({ code }) => ({ code }),
    }),

  EXPERTISE: (pool, need) =>
    nearest(pool, {
      wanted: levelled(need.soft.expertise!, MODEL.expertise.level),
      column: pool.lists.expertise,
      dictionary: pool.dictionaries.expertise,
      one: ONE.EXPERTISE,
      fit: (item, relation, level) => expertiseFit(relation, item.level, level),
      relations: { 10: 'child', 5: 'domain', 3: 'sibling' } as const,
      tellOf: (item) => item,
    }),

  ROLE: roleCriterion(),

  TRACK: trackCriterion(),

  /** A need that states only the type or only the phase can match a deployment only in that. */
  PROCESS: ({ columns: { processes: column } }, need) => {
    const { type = null, phase = null } = need.soft.process!;
    const ofType = type === null ? [] : PHASES.map((each) => processBit(type, each));
    const ofPhase = phase === null ? [] : PROCESS_TYPES.map((each) => processBit(each, phase));
    const both = type === null || phase === null ? [] : [processBit(type, phase)];
    const step = (bits: number[], value: number) => ({
      mask: bits.reduce((mask, bit) => mask | bit, 0),
      value,
    });
    return {
      wanted: { type, phase },
      scorer: new MaskScorer(column, [
        step(both, processValue('typeAndPhase')),
        step(ofType, processValue('type')),
        step(ofPhase, processValue('phase')),
      ]),
      find: ({ processes }) => {
        const same = processes.find((found) => found.type === type && found.phase === phase);
        if (same) return { ...same, same: 'type-and-phase' };
        const sameType = processes.find((found) => found.type === type);
        if (sameType) return { ...sameType, same: 'type' };
        const samePhase = processes.find((found) => found.phase === phase);
        return samePhase ? { ...samePhase, same: 'phase' } : null;
      },
    };
  },

  YEARS: ({ columns }, need) => {
    const stated = need.soft.years;
    const wanted = typeof stated === 'number' ? stated : MODEL.years.wanted;
    const values = Uint32Array.from({ length: MODEL.years.maximum + 1 }, (_, found) =>
      yearsValue(found, wanted),
    );
    return {
      wanted,
      scorer: new TableScorer(columns.years, values),
      find: ({ years }) => years,
    };
  },

  AVAILABILITY: availabilityCriterion(),

  FRESHNESS: freshnessCriterion(),

  /**
   * Looks up each row's id among the matches. Looking up each match in the pool instead would read memory
   * in thousands of places, most of them for candidates who cannot reach the page any more.
   *
   * Reading ten thousand ids is most of what a brief costs. This pass also finds malformed and repeated
   * ids, so they are not checked before it (see `checkAllButMatches`).
   */
  TEXT: ({ ids }, need) => {
    const { matches } = need.soft.text!;
    const places = MatchPlaces.of(matches);
    if (!places) {
      checkNeed(need);
      throw new Error('The matches are not sound, and the check of the need did not say so.');
    }
    return {
      wanted: { matches: matches.length },
      scorer: new RowScorer(8, (row) => {
        const place = places.placeOf(ids, row);
        return place < 0 ? 0 : textValue(place, matches.length);
      }),
      find: (_, row) => {
        const place = places.placeOf(ids, row);
        return place < 0 ? null : { place: place + 1 };
      },
    };
  },

  NETWORK: networkCriterion(),
};
