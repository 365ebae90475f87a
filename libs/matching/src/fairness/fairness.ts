import { type TerritoryCode } from '#vocabulary';
import { type Problem, Problems } from '../problems.js';

/** Groups for whom a share of the first places can be kept. */
export const PROTECTED_GROUPS = [
  'YOUNG_LEADERS',
  'NEW_TO_TRACK_1',
  'NETWORKS',
  'NATIONALS_OR_RESIDENTS',
] as const;
export type ProtectedGroup = (typeof PROTECTED_GROUPS)[number];

/** The bounds of what a need can ask of a fair ranking. */
export const FAIRNESS = {
  /** Thousandths of the score that rotation can take from the most exposed. */
  maximumStrength: 200,
  /** Micro-units, in whole percents; the authors' implementation of the test takes 0.02 to 0.98. */
  proportion: { minimum: 20_000, maximum: 980_000, step: 10_000 },
  /** Micro-units; likewise 0.01 to 0.15. */
  alpha: { minimum: 10_000, maximum: 150_000, standard: 100_000 },
  /** Places that the test orders. */
  places: { minimum: 10, maximum: 100, standard: 20 },
} as const;

/** Takes points from who was shown most, so that others come forward. */
export interface Rotation {
  /** Thousandths of the score that the most exposed loses; 0 takes nothing. */
  strength: number;
  /** By id, her share of the largest exposure in micro-units; see `exposureShares`. Who is absent has none. */
  shares: ReadonlyMap<string, number>;
}

/** Keeps at least a proportion of every prefix for a group, as far as chance would not explain less. */
export interface GroupRule {
  group: ProtectedGroup;
  /** Slugs, for NETWORKS. */
  networks?: string[];
  /** For NATIONALS_OR_RESIDENTS. */
  territories?: TerritoryCode[];
  /** In micro-units, a whole number of percents. */
  proportion: number;
  /** Significance of the test, in micro-units; 100,000 where unstated. */
  alpha?: number;
  /** The first places, which the test orders; 20 where unstated. */
  places?: number;
}

/** What makes a ranking fair in exposure. Both off where absent. */
export interface Fairness {
  rotation?: Rotation;
  group?: GroupRule;
}

/** Everything that is wrong with a group rule, at once. */
export function groupProblems(path: string, rule: GroupRule): Problem[] {
  const problems = new Problems();
  const { proportion, alpha, places } = FAIRNESS;
  problems.oneOf(`${path}.group`, rule.group, PROTECTED_GROUPS);
  const whole = (name: string, value: number, { minimum, maximum }: Bounds) =>
    problems.integer(`${path}.${name}`, value, minimum, maximum);
  whole('proportion', rule.proportion, proportion);
  if (rule.proportion % proportion.step !== 0) {
    const message = `The proportion is a whole number of percents: a multiple of ${proportion.step}.`;
    problems.add(`${path}.proportion`, 'MALFORMED', message);
  }
  whole('alpha', rule.alpha ?? alpha.standard, alpha);
  whole('places', rule.places ?? places.standard, places);
  problems.each(`${path}.networks`, rule.networks, (at, slug) => problems.slug(at, slug));
  problems.each(`${path}.territories`, rule.territories, (at, code) =>
    problems.code(at, code, 'territory'),
  );
  if (rule.group === 'NETWORKS' && !rule.networks?.length) {
    problems.add(`${path}.networks`, 'MISSING', 'Name at least one network of the group.');
  }
  if (rule.group === 'NATIONALS_OR_RESIDENTS' && !rule.territories?.length) {
    problems.add(`${path}.territories`, 'MISSING', 'Name at least one territory of the group.');
  }
  return problems.list;
}

/** What is wrong with the strength of a rotation. */
export function strengthProblems(path: string, strength: number): Problem[] {
  const problems = new Problems();
  problems.integer(path, strength, 0, FAIRNESS.maximumStrength);
  return problems.list;
}

interface Bounds {
  minimum: number;
  maximum: number;
}
