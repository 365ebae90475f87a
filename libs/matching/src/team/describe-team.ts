import type { Candidate } from '../candidate.js';
import type { Need } from '../need/need.js';
import { CandidatePool } from '../pool/candidate-pool.js';
import { rank, type RankedCandidate } from '../rank/rank.js';
import type { Entrant } from './entrants.js';
import type { Optimum } from './lexicographic.js';
import { type AtMost, atLeastOf, atMostOf, isAtMost } from './requirement.js';
import type { TeamRequest } from './team-request.js';
import { TEAM_LIMIT_KINDS, type Coverage, type Team, type TeamLimit } from './team-result.js';

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
  chosen: readonly Entrant[],
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
  chosen: readonly Entrant[],
): RankedCandidate[] {
  const few = new CandidatePool();
  for (const { id } of chosen) few.upsert(candidates.get(id)!);
  return rank(few, need, { limit: chosen.length }).results;
}

function coverageOf(request: TeamRequest, chosen: readonly Entrant[]): Coverage[] {
  const idsOf = (entrants: readonly Entrant[]) => entrants.map(({ id }) => id);
  const covered = atLeastOf(request).map((requirement, i) => {
    const by = idsOf(chosen.filter(({ mask }) => (mask & (1n << BigInt(i))) !== 0n));
    return { requirement, found: by.length, by };
  });
  const limited = atMostOf(request).map((requirement) => {
    const by = idsOf(fullestGroup(requirement, chosen));
    return { requirement, found: by.length, by };
  });
  return [...covered, ...limited];
}

/** The members of the network or nationality that has most; the first by its code among equals. */
function fullestGroup({ kind }: AtMost, chosen: readonly Entrant[]): readonly Entrant[] {
  const groupsOf = kind === 'PER_NETWORK' ? 'networks' : 'nationalities';
  const codes = [...new Set(chosen.flatMap((entrant) => entrant[groupsOf]))].sort();
  return codes
    .map((code) => chosen.filter((entrant) => entrant[groupsOf].includes(code)))
    .reduce((fullest, group) => (group.length > fullest.length ? group : fullest), []);
}
