import { type Problem, Problems } from '../problems.js';
import {
  checkRule,
  checkStrength,
  FAIRNESS,
  type GroupRule,
  PROTECTED_GROUPS,
} from './fairness.js';

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
export function validateFairness(fairness: NeedFairness | undefined): Problem[] {
  const problems = new Problems();
  problems.optional('fairness', fairness, (stated) => {
    problems.fields('fairness', stated, ['rotation', 'group']);
    problems.optional('fairness.rotation', stated.rotation, ({ strength, windowDays }) => {
      const { minimum, maximum, standard } = FAIRNESS.windowDays;
      checkStrength(problems, 'fairness.rotation.strength', strength);
      const days = windowDays ?? standard;
      problems.integer('fairness.rotation.windowDays', days, minimum, maximum);
    });
    problems.optional('fairness.group', stated.group, (rule) => {
      problems.oneOf('fairness.group.group', rule.group, NEED_GROUPS);
      checkRule(problems, 'fairness.group', rule);
    });
  });
  return problems.list;
}
