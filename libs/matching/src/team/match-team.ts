import type { Candidate } from '../candidate.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Unchecked } from '../engine/screening.js';
import { MODEL } from '../model.js';
import type { Need } from '../need/need.js';
import { InvalidNeed } from '../problems.js';
import { bestTeam, compose, leastRelaxed } from './compose.js';
import {
  describeTeam,
  type Relaxation,
  type RelaxedRequirement,
  type Team,
  type TeamResult,
  type TeamStatus,
} from './describe-team.js';
import { feasibleTeam } from './feasible-team.js';
import { lexicographic, type Optimum, type Solve } from './mip-model.js';
import { type Places, preselect, relaxedPlaces, strictPlaces } from './preselect.js';
import { type TeamCandidate, teamCandidatesOf } from './team-candidates.js';
import { isAtMost, type TeamRequest, validateTeam } from './team-request.js';

/** Nobody is left out before solving; for tests of the pre-selection. */
interface TeamOptions {
  readonly preselection?: boolean;
}

/** What a team is chosen from: all that is read of the pool, as plain data. */
interface TeamField {
  readonly strict: readonly TeamCandidate[];
  readonly relaxable: readonly TeamCandidate[];
  /** All of both, as they were when the pool was read. */
  readonly candidates: readonly Candidate[];
  readonly poolVersion: number;
  readonly considered: number;
  readonly eligible: number;
  /** Of how many of the eligible only their network can check a criterion. */
  readonly unchecked: readonly Unchecked[];
}

/**
 * Reads from the pool who may be in a team.
 *
 * @throws InvalidNeed with all problems of the need, else of the request
 */
export function teamField(
  pool: CandidatePool,
  need: Need,
  request: TeamRequest,
  { preselection = true }: TeamOptions = {},
): TeamField {
  const compiled = CompiledNeed.checked(pool, need);
  InvalidNeed.throwIf(validateTeam(pool, need, request));
  const all = teamCandidatesOf(compiled, request);
  const chosenFrom = (places: Places) => (preselection ? preselect(all, request, places) : all);
  const strict = chosenFrom(strictPlaces(request));
  const relaxable = chosenFrom(relaxedPlaces(request));
  const ids = new Set([...strict, ...relaxable].map(({ id }) => id));
  return {
    strict,
    relaxable,
    candidates: [...ids].map((id) => pool.get(id)!),
    poolVersion: pool.version,
    considered: pool.size,
    eligible: all.length,
    unchecked: compiled.screening.screened().unchecked,
  };
}

/**
 * The team with the highest sum of scores that meets every constraint, among teams of one total the
 * one with the lowest sum of tie numbers; then alternatives; or what must give way when there is none.
 * Where the solver was stopped before it found any, a simple search gives a team that is not proven best.
 * The model is docs/teams.md.
 *
 * Everything before and after the solver is exact whole numbers. Who stands in which variable is
 * decided by the ranking's order, so the same need, pool, seed and request make the same model on
 * every machine.
 */
export async function solveTeam(
  { strict, relaxable, candidates, ...read }: TeamField,
  need: Need,
  request: TeamRequest,
  solve: Solve,
): Promise<TeamResult> {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const describe: Describe = (chosen, optima) => describeTeam(byId, need, request, chosen, optima);
  const result = {
    modelVersion: MODEL.version,
    needId: need.id,
    ...read,
    compared: strict.length,
    alternatives: request.alternatives ?? 0,
    relaxation: null,
  };

  const found = await disjointTeams(strict, request, solve, describe);
  if (found.status !== 'infeasible') return { ...result, ...found };
  const { relaxation, nodes } = await leastRelaxation(relaxable, request, solve, describe);
  return { ...result, ...found, relaxation, nodes: found.nodes + nodes };
}

/** Both in one, where the pool is at hand: see `teamField` and `solveTeam`. */
export async function matchTeam(
  pool: CandidatePool,
  need: Need,
  request: TeamRequest,
  solve: Solve,
  options?: TeamOptions,
): Promise<TeamResult> {
  return solveTeam(teamField(pool, need, request, options), need, request, solve);
}

type Describe = (chosen: readonly TeamCandidate[], optima: readonly Optimum[]) => Team;

/** The best team, then the best that shares nobody with it, and so on while there is one. */
async function disjointTeams(
  candidates: readonly TeamCandidate[],
  request: TeamRequest,
  solve: Solve,
  describe: Describe,
): Promise<{ status: TeamStatus; teams: Team[]; nodes: number }> {
  const teams: Team[] = [];
  let left = candidates;
  let nodes = 0;
  for (let i = 0; i <= (request.alternatives ?? 0); i++) {
    const composition = compose(left, request, { relaxable: false });
    const solved = await lexicographic(composition.builder, bestTeam(left, composition), solve);
    nodes += solved.nodes;
    if (solved.values !== null) {
      const chosen = left.filter((_, place) => solved.values![place] === 1);
      teams.push(describe(chosen, solved.optima));
      left = left.filter((candidate) => !chosen.includes(candidate));
    }
    if (solved.status === 'stopped') {
      const simple = teams.length === 0 ? feasibleTeam(left, request) : null;
      if (simple) teams.push(describe(simple, []));
      return { status: teams.length > 0 ? 'feasible' : 'stopped', teams, nodes };
    }
    if (solved.status === 'infeasible') break;
  }
  return { status: teams.length > 0 ? 'optimal' : 'infeasible', teams, nodes };
}

/** The fewest members missing, the fewest things relaxed, the least in all; then the best team so. */
async function leastRelaxation(
  candidates: readonly TeamCandidate[],
  request: TeamRequest,
  solve: Solve,
  describe: Describe,
): Promise<{ relaxation: Relaxation | null; nodes: number }> {
  const composition = compose(candidates, request, { relaxable: true });
  const least = leastRelaxed(composition);
  const objectives = [...least, ...bestTeam(candidates, composition)];
  const solved = await lexicographic(composition.builder, objectives, solve);
  const { values, optima, nodes } = solved;
  if (values === null) return { relaxation: null, nodes };
  const missing = composition.missing === null ? 0 : values[composition.missing]!;
  const requirements: RelaxedRequirement[] = composition.slacks
    .filter(({ amount }) => values[amount]! > 0)
    .map(({ requirement, amount }) => {
      const count = requirement.count;
      const change = isAtMost(requirement) ? values[amount]! : -values[amount]!;
      return { requirement, asked: count, possible: count + change };
    });
  if (missing > 0) {
    const { size } = request;
    const requirement = { kind: 'SIZE', count: size } as const;
    requirements.push({ requirement, asked: size, possible: size - missing });
  }
  const proven = optima.filter(({ value, bound }) => value === bound).length >= least.length;
  const chosen = candidates.filter((_, place) => values[place] === 1);
  const team = chosen.length > 0 ? describe(chosen, optima.slice(least.length)) : null;
  return { relaxation: { requirements, proven, team }, nodes };
}
