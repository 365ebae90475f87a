import type { InputProblem } from '#kernel';
import { refusal } from '#messages';
import type { TerritoryCode } from '#vocabulary';
import { FAIRNESS, PROTECTED_GROUPS, type ProtectedGroup } from '../model.js';
import { InvalidNeed } from '../problems.js';
import {
  allOf,
  also,
  codeOf,
  criteria,
  integer,
  leaf,
  listOf,
  nullable,
  object,
  oneOf,
  problem,
  problemsOf,
  slug,
} from '../shapes.js';

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

const strength = integer(FAIRNESS.strength.minimum, FAIRNESS.strength.maximum);
const { windowDays, proportion, alpha, places } = FAIRNESS;

const ruleShape = (groups: readonly NeedGroup[]) =>
  object<GroupRule>({
    group: oneOf(groups),
    proportion: allOf(
      integer(proportion.minimum, proportion.maximum),
      leaf(
        (value) => !(Number(value) % proportion.step > 0),
        'MALFORMED',
        () => refusal('criteria.proportion', { step: proportion.step }),
      ),
    ),
    alpha: nullable(integer(alpha.minimum, alpha.maximum)),
    places: nullable(integer(places.minimum, places.maximum)),
    networks: also(listOf(slug), members('NETWORKS', 'network')),
    territories: also(listOf(codeOf('territory')), members('NATIONALS_OR_RESIDENTS', 'territory')),
  });

/** Members that a rule for this group has to name. */
function members(group: ProtectedGroup, what: 'network' | 'territory') {
  return (named: unknown[] | undefined, rule: GroupRule) =>
    rule.group === group && !named?.length
      ? problem('MISSING', refusal('criteria.nameOfGroup', { what }))
      : [];
}

const FAIRNESS_OF_NEED = criteria<NeedFairness>({
  rotation: nullable(
    object({ strength, windowDays: nullable(integer(windowDays.minimum, windowDays.maximum)) }),
  ),
  group: nullable(ruleShape(NEED_GROUPS)),
});

const RULES = object<Fairness>({
  rotation: nullable(object({ strength })),
  group: nullable(ruleShape(PROTECTED_GROUPS)),
});

/** Everything that is wrong with what a need says of fairness, at once. It takes any JSON. */
export function validateFairness(fairness: NeedFairness | undefined): InputProblem[] {
  return problemsOf(nullable(FAIRNESS_OF_NEED), fairness, 'fairness');
}

/** @throws InvalidNeed with everything that is wrong with rules */
export function checkFairness(fairness: Fairness): void {
  InvalidNeed.throwIf(problemsOf(RULES, fairness));
}
