import { availability } from '../criteria/availability.js';
import { expertise } from '../criteria/expertise.js';
import { freshness } from '../criteria/freshness.js';
import { language } from '../criteria/language.js';
import { network } from '../criteria/network.js';
import { process } from '../criteria/process.js';
import { region } from '../criteria/region.js';
import { role } from '../criteria/role.js';
import { text } from '../criteria/text.js';
import { track } from '../criteria/track.js';
import { years } from '../criteria/years.js';
import type { Criterion } from '../model.js';
import { type Need, statedCriteria, weightOf } from '../need/need.js';
import type { CandidatePool } from './candidate-pool.js';
import type { Compile, SoftCriterion } from './scorers.js';

const COMPILE: { [C in Criterion]: Compile<C> } = {
  LANGUAGE: language,
  REGION: region,
  EXPERTISE: expertise,
  ROLE: role,
  TRACK: track,
  PROCESS: process,
  YEARS: years,
  AVAILABILITY: availability,
  FRESHNESS: freshness,
  TEXT: text,
  NETWORK: network,
};

export type WeightedCriterion = SoftCriterion<Criterion> & { criterion: Criterion; weight: number };

/** The soft criteria that a need states, in the model's order, ready to measure rows of the pool. */
export function compileCriteria(pool: CandidatePool, need: Need): WeightedCriterion[] {
  return statedCriteria(need).map((criterion) => ({
    criterion,
    weight: weightOf(need, criterion),
    ...COMPILE[criterion](pool, need),
  }));
}

/** Gives back what the gauges borrowed, when no row is measured any more. */
export function releaseGauges(criteria: readonly WeightedCriterion[]): void {
  for (const { gauge } of criteria) gauge.release?.();
}
