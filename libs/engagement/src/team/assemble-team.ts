import { admits, type Viewer } from '#identity';
import { solveTeam, type Need, type TeamRequest, type TeamResult } from '#matching';
import { type Progress, Solver } from '#solver';
import type { PoolReader } from '../pools/pool-threads.js';
import { type InputProblem, throwIfProblems } from '#kernel';
import { refusal } from '#messages';

/** Seconds a solver may take for one team: the most, and where nothing is said. */
export const TEAM_SECONDS = { most: 60, standard: 20 } as const;

export interface Solving {
  readonly timeLimitSeconds: number;
  /** When the work was begun, as `performance.now()` says it: reading the pool counts too. */
  readonly startedAt: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Everything wrong with what is asked of a team. A constraint must not tell what a field would not:
 * nationality and age are not public.
 */
export async function teamProblems(
  viewer: Viewer,
  pool: PoolReader,
  need: Need,
  request: TeamRequest,
): Promise<InputProblem[]> {
  const problems = await pool.ask('validateTeam', need, request);
  if (problems.length > 0 || admits(viewer.clearance, 'VETTED')) return problems;
  const { constraints } = request;
  return VETTED_ONLY.filter((field) => constraints[field] !== undefined).map((field) => ({
    path: `constraints.${field}`,
    code: 'NOT_PERMITTED',
    message: refusal('teams.verifiedOnly'),
  }));
}

const VETTED_ONLY = ['perNationality', 'nationalitiesApart', 'nationals', 'youngLeaders'] as const;

/**
 * Works a team out in a thread of its own, which is gone afterwards.
 *
 * @throws InvalidInputError, SolverError, InexactSolution
 */
export async function assembleTeam(
  viewer: Viewer,
  { need, pool }: { readonly need: Need; readonly pool: PoolReader },
  request: TeamRequest,
  solving: Solving,
): Promise<TeamResult> {
  throwIfProblems(await teamProblems(viewer, pool, need, request));
  const solver = new Solver(solving);
  try {
    const field = await pool.ask('teamField', need, request);
    return await solveTeam(field, need, request, (mip) => solver.solve(mip));
  } finally {
    await solver.close();
  }
}
