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
  type Comparison,
  type Fairness,
  type Need,
  type Neighbourhood,
  type Page,
  type PlaceExplanation,
  type Ranking,
} from '#matching';

/** What was found in women, and the lot of each at that moment: see `sameWomen`. */
export interface Found<T> {
  readonly answer: T;
  readonly lots: ReadonlyMap<string, string | undefined>;
}

function found<T>(pool: CandidatePool, answer: T, ids: readonly string[]): Found<T> {
  return { answer, lots: new Map(ids.map((id) => [id, pool.lotOf(id)])) };
}

const idsOf = ({ results }: { readonly results: readonly { readonly id: string }[] }) =>
  results.map(({ id }) => id);

/**
 * All that is asked of a pool. What goes in and what comes out are plain data, for they pass between threads;
 * each runs to its end before the pool changes.
 */
export const OPERATIONS = {
  ranking: (pool: CandidatePool, need: Need, page: Page): Found<Ranking> => {
    const answer = rank(pool, need, page);
    return found(pool, answer, idsOf(answer));
  },
  /** All who are eligible, in no order that says anything. */
  eligible: (pool: CandidatePool, need: Need): Found<string[]> => {
    const ids = idsOf(rank(pool, need, { limit: pool.size })).toSorted();
    return found(pool, ids, ids);
  },
  fairRanking: (
    pool: CandidatePool,
    need: Need,
    page: Page,
    fairness: Fairness,
  ): Found<Ranking> => {
    const answer = rankFairly(pool, need, page, fairness);
    return found(pool, answer, idsOf(answer));
  },
  /** The places of some women, and the whole that they are places of. */
  places: (pool: CandidatePool, need: Need, ids: readonly string[]) => ({
    whole: rank(pool, need, { limit: 0 }),
    places: ranksOf(pool, need, ids),
  }),
  report: (pool: CandidatePool, need: Need, page: Page) => {
    const nearly = nearlyEligible(pool, need, page);
    return found(pool, { waterfall: waterfall(pool, need), nearly }, idsOf(nearly));
  },
  place: (
    pool: CandidatePool,
    need: Need,
    id: string,
    requested: { readonly top: number } & Neighbourhood,
  ): Found<PlaceExplanation | null> => found(pool, explainPlace(pool, need, id, requested), [id]),
  comparison: (
    pool: CandidatePool,
    need: Need,
    first: string,
    second: string,
  ): Found<Comparison | null> =>
    found(pool, compareCandidates(pool, need, first, second), [first, second]),
  reviewNeed,
  scarcity,
  teamField,
  validateTeam,
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
  'ranking',
  'fairRanking',
  'places',
  'held',
  'candidates',
  'extent',
]);
