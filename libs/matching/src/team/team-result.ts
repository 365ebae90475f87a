import type { Unchecked } from '../rank/exclusions.js';
import type { RankedCandidate } from '../rank/rank.js';
import type { AtLeast, AtMost, Requirement } from './requirement.js';

/** How far one requirement is met by a team. */
export interface Coverage {
  requirement: AtLeast | AtMost;
  /** Members who count towards it; of the fullest network or nationality for a limit. */
  found: number;
  /** Who they are, by id. */
  by: string[];
}

/** What a woman whose nationality or networks are not shown may break unseen. */
export const TEAM_LIMIT_KINDS = ['PER_NETWORK', 'PER_NATIONALITY', 'NATIONALITIES_APART'] as const;
export type TeamLimit = (typeof TEAM_LIMIT_KINDS)[number];

/** A woman of a team, explained as in a ranking; her rank is her place in the team. */
export interface TeamMember extends RankedCandidate {
  /** The places in the team's coverage of what she counts towards. */
  covers: number[];
  /** Limits that her profile does not let be applied to her: only her network can check them. */
  limitsToBeChecked: TeamLimit[];
}

export interface Team {
  /** The best first. */
  members: TeamMember[];
  /** The sum of their scores in micro-units. */
  total: number;
  /** What no team can surpass; null when nothing was proven. */
  bound: number | null;
  /** bound - total: 0 when the team is proven to be best; null without a bound. */
  gap: number | null;
  /** Whether it is proven too that no team of this total has a lower sum of tie numbers. */
  settled: boolean;
  /** One for each requirement, in the order of the constraints. */
  coverage: Coverage[];
}

/** One thing that gives way. */
export interface RelaxedRequirement {
  requirement: Requirement;
  /** What the request says. */
  asked: number;
  /** What is possible instead. */
  possible: number;
}

/** The smallest set of requirements that must give way, and what becomes possible then. */
export interface Relaxation {
  requirements: RelaxedRequirement[];
  /** Whether it is proven that nothing smaller helps. */
  proven: boolean;
  /** The best team under this relaxation; null when nobody is eligible. */
  team: Team | null;
}

/**
 * optimal: every team is proven to be the best of what is left. feasible: the first team meets
 * everything, but the solver was stopped before it proved the best; where it had found none, the team is
 * of a simple search and has no bound. infeasible: proven that no team
 * meets everything. stopped: nothing was found or proven in time.
 */
export const TEAM_STATUSES = ['optimal', 'feasible', 'infeasible', 'stopped'] as const;
export type TeamStatus = (typeof TEAM_STATUSES)[number];

export interface TeamResult {
  modelVersion: number;
  needId: string;
  /** The version of the pool that the team is from. */
  poolVersion: number;
  considered: number;
  eligible: number;
  /** Of how many of the eligible only their network can check a criterion. */
  unchecked: readonly Unchecked[];
  /** How many of them the programme chose from; the others cannot improve any team. */
  compared: number;
  status: TeamStatus;
  /** The best team, then the best of those that share nobody with it, and so on. */
  teams: Team[];
  /** How many alternatives were asked for. */
  alternatives: number;
  /** What must give way; only when infeasible. */
  relaxation: Relaxation | null;
  /** Nodes of all search trees. */
  nodes: number;
}
