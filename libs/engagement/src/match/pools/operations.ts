import {
  compareCandidates,
  explainPlace,
  nearlyEligible,
  rank,
  rankFairly,
  ranksOf,
  reviewNeed,
  scarcity,
  teamField,
  validateTeam,
  waterfall,
  type Candidate,
  type CandidatePool,
} from '#matching';

/**
 * All that is asked of a pool. What goes in and what comes out are plain data, for they pass between threads;
 * each runs to its end before the pool changes.
 */
export const OPERATIONS = {
  rank,
  rankFairly,
  ranksOf,
  compareCandidates,
  explainPlace,
  nearlyEligible,
  reviewNeed,
  scarcity,
  teamField,
  validateTeam,
  waterfall,
  /** Those of some women whom the pool holds. */
  held: (pool: CandidatePool, ids: readonly string[]): string[] => ids.filter((id) => pool.has(id)),
  /** What the pool holds of some women; nothing of whom it does not hold. */
  candidates: (pool: CandidatePool, ids: readonly string[]): Candidate[] =>
    ids.flatMap((id) => pool.get(id) ?? []),
  /** How many profiles it holds, in how many bytes. */
  extent: (pool: CandidatePool): { size: number; bytes: number } => ({
    size: pool.size,
    bytes: pool.bytes,
  }),
} as const;

type Operations = typeof OPERATIONS;

export type Operation = keyof Operations;

export type ArgumentsOf<K extends Operation> = Operations[K] extends (
  pool: CandidatePool,
  ...args: infer A
) => unknown
  ? A
  : never;

export type AnswerOf<K extends Operation> = ReturnType<Operations[K]>;

/** Those that take a few milliseconds; any other may take a tenth of a second. */
export const QUICK: ReadonlySet<Operation> = new Set([
  'rank',
  'rankFairly',
  'ranksOf',
  'held',
  'candidates',
  'extent',
]);
