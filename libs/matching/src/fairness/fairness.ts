import type { InputProblem } from '#kernel';
import type { TerritoryCode } from '#vocabulary';
import { FAIRNESS, PROTECTED_GROUPS, type ProtectedGroup } from '../model.js';
import { Problems } from '../problems.js';

/** Takes points from who was shown most, so that others come forward. */
export interface Rotation {
  /** Thousandths of the score that the most exposed loses; 0 takes nothing. */
  strength: number;
  /** By id, her share of the largest exposure in micro-units; see `exposureShares`. An absent id has no exposure. */
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

/** Everything that is wrong with rules, at once. */
export function fairnessProblems({ rotation, group }: Fairness): InputProblem[] {
  const problems = new Problems();
  if (rotation) checkStrength(problems, 'rotation.strength', rotation.strength);
  if (group) {
    problems.oneOf('group.group', group.group, PROTECTED_GROUPS);
    checkRule(problems, 'group', group);
  }
  return problems.list;
}

function checkStrength(problems: Problems, path: string, strength: unknown): void {
  const { minimum, maximum } = FAIRNESS.strength;
  problems.integer(path, strength, minimum, maximum);
}

/** All of a group rule but which group it names. */
function checkRule(
  problems: Problems,
  path: string,
  { group, networks, territories, ...rule }: Omit<GroupRule, 'group'> & { group: string },
): void {
  const { proportion, alpha, places } = FAIRNESS;
  problems.integer(`${path}.proportion`, rule.proportion, proportion.minimum, proportion.maximum);
  if (rule.proportion % proportion.step > 0) {
    const message = `The proportion is a whole number of percents: a multiple of ${proportion.step}.`;
    problems.add(`${path}.proportion`, 'MALFORMED', message);
  }
  const whole = { alpha: rule.alpha ?? alpha.standard, places: rule.places ?? places.standard };
  problems.integer(`${path}.alpha`, whole.alpha, alpha.minimum, alpha.maximum);
  problems.integer(`${path}.places`, whole.places, places.minimum, places.maximum);
  problems.each(`${path}.networks`, networks, (at, slug) => problems.slug(at, slug));
  problems.each(`${path}.territories`, territories, (at, code) =>
    problems.code(at, code, 'territory'),
  );
  if (group === 'NETWORKS' && !networks?.length) {
    problems.add(`${path}.networks`, 'MISSING', 'Name at least one network of the group.');
  }
  if (group === 'NATIONALS_OR_RESIDENTS' && !territories?.length) {
    problems.add(`${path}.territories`, 'MISSING', 'Name at least one territory of the group.');
  }
}

/** Groups that a need can name: those of the model, and one that the ledger of exposure tells. */
export const NEED_GROUPS = [...PROTECTED_GROUPS, 'UNDER_REPRESENTED_NETWORKS'] as const;
export type NeedGroup = (typeof NEED_GROUPS)[number];

/** How fair in exposure a need wants its ranking; nothing of it where absent. */
export interface NeedFairness {
  rotation?: {
    /** Thousandths of the score that the most exposed loses, from 0 to 200. */
    strength: number;
    /** Days back from today in which exposure counts; 365 where unstated. */
    windowDays?: number;
  };
  group?: Omit<GroupRule, 'group'> & { group: NeedGroup };
}

/** Everything that is wrong with what a need says of fairness, at once. It takes any JSON. */
export function validateFairness(fairness: NeedFairness | undefined): InputProblem[] {
  const problems = new Problems();
  problems.optional('fairness', fairness, (options) => {
    problems.fields('fairness', options, ['rotation', 'group']);
    problems.optional('fairness.rotation', options.rotation, ({ strength, windowDays }) => {
      const { minimum, maximum, standard } = FAIRNESS.windowDays;
      checkStrength(problems, 'fairness.rotation.strength', strength);
      const days = windowDays ?? standard;
      problems.integer('fairness.rotation.windowDays', days, minimum, maximum);
    });
    problems.optional('fairness.group', options.group, (rule) => {
      problems.oneOf('fairness.group.group', rule.group, NEED_GROUPS);
      checkRule(problems, 'fairness.group', rule);
    });
  });
  return problems.list;
}
