import type { Candidate } from '../candidate.js';
import { CandidatePool } from '../engine/candidate-pool.js';
import { rank, type RankedCandidate } from '../engine/rank.js';
import type { Unchecked } from '../engine/screening.js';
import type { Need } from '../need/need.js';
import type { Optimum } from './mip-model.js';
import { countsTowards, groupsOf, type TeamCandidate } from './team-candidates.js';
import {
  type AtLeast,
  atLeastOf,
  type AtMost,
  atMostOf,
  isAtMost,
  type Requirement,
  type TeamRequest,
} from './team-request.js';

/** How far one requirement is met by a team. */
export interface Coverage {
  requirement: AtLeast | AtMost;
  /** Members who count towards it; of the fullest network or nationality for a limit. */
  found: number;
  /** The ids of these members. */
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
  /** How many of them the model chose from; the others cannot improve any team. */
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

/**
 * A team with the reasons for every point, and who covers what.
 *
 * @param candidates those chosen, as they were when the pool was read
 * @param optima what was reached for the total and for the sum of tie numbers
 */
export function describeTeam(
  candidates: ReadonlyMap<string, Candidate>,
  need: Need,
  request: TeamRequest,
  chosen: readonly TeamCandidate[],
  [total, tie]: readonly (Optimum | undefined)[],
): Team {
  const coverage = coverageOf(request, chosen);
  const members = rankedAmongThemselves(candidates, need, chosen).map((member) => ({
    ...member,
    covers: coverage.flatMap(({ requirement, by }, i) =>
      isAtMost(requirement) || !by.includes(member.id) ? [] : [i],
    ),
    limitsToBeChecked: limitsToBeChecked(candidates.get(member.id)!, request),
  }));
  const sum = chosen.reduce((points, { score }) => points + score, 0);
  const bound = total?.bound ?? null;
  return {
    members,
    total: sum,
    bound,
    gap: bound === null ? null : bound - sum,
    settled: tie !== undefined && tie.bound === tie.value,
    coverage,
  };
}

/** The limits that are stated and about which her profile shows nothing. */
function limitsToBeChecked(
  { networks, nationalities }: Candidate,
  { constraints: { perNetwork, perNationality, nationalitiesApart } }: TeamRequest,
): TeamLimit[] {
  const hidden: Record<TeamLimit, boolean> = {
    PER_NETWORK: perNetwork !== undefined && networks.length === 0,
    PER_NATIONALITY: perNationality !== undefined && nationalities.length === 0,
    NATIONALITIES_APART: Boolean(nationalitiesApart?.length) && nationalities.length === 0,
  };
  return TEAM_LIMIT_KINDS.filter((limit) => hidden[limit]);
}

/** Scores are absolute, so a pool of the members alone explains them as the whole one would. */
function rankedAmongThemselves(
  candidates: ReadonlyMap<string, Candidate>,
  need: Need,
  chosen: readonly TeamCandidate[],
): RankedCandidate[] {
  const few = new CandidatePool();
  for (const { id } of chosen) few.upsert(candidates.get(id)!);
  return rank(few, need, { limit: chosen.length }).results;
}

function coverageOf(request: TeamRequest, chosen: readonly TeamCandidate[]): Coverage[] {
  const covered = (requirement: AtLeast | AtMost, members: readonly TeamCandidate[]) => {
    return { requirement, found: members.length, by: members.map(({ id }) => id) };
  };
  return [
    ...atLeastOf(request).map((requirement, i) =>
      covered(
        requirement,
        chosen.filter((member) => countsTowards(member, i)),
      ),
    ),
    ...atMostOf(request).map((requirement) =>
      covered(requirement, fullestGroup(requirement, chosen)),
    ),
  ];
}

/** The members of the network or nationality that has most; the first by its code among equals. */
function fullestGroup(limit: AtMost, chosen: readonly TeamCandidate[]): readonly TeamCandidate[] {
  const names = new Set(chosen.flatMap((member) => groupsOf(member, limit)));
  return [...names]
    .sort()
    .map((name) => chosen.filter((member) => groupsOf(member, limit).includes(name)))
    .reduce((fullest, group) => (group.length > fullest.length ? group : fullest), []);
}
