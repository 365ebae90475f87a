/** A linear constraint: lower <= sum(values[i] * x[columns[i]]) <= upper. */
export interface MipRow {
  /** -Infinity for none. */
  readonly lower: number;
  /** Infinity for none. */
  readonly upper: number;
  /** Places of variables, each at most once. */
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** A mixed-integer linear model; every array of variables has one entry for each of them. */
export interface MipModel {
  readonly sense: 'maximise' | 'minimise';
  readonly objective: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Whether a variable takes whole numbers only. */
  readonly integer: readonly boolean[];
  readonly rows: readonly MipRow[];
}

/**
 * optimal: proven, to the tolerances of doubles. infeasible: proven to have no solution. stopped: the
 * time limit or a cancellation came first; `values` is the best solution found so far, if any.
 */
export type SolvedStatus = 'optimal' | 'infeasible' | 'stopped';

/** What became of a model. Nothing in it depends on the speed of the machine unless it was stopped. */
export interface Solved {
  readonly status: SolvedStatus;
  /** By variable, whole where it must be; null without a solution. */
  readonly values: readonly number[] | null;
  /** What no solution can surpass, as the solver proved it; null when it proved nothing. */
  readonly bound: number | null;
  /** Nodes of the search tree. */
  readonly nodes: number;
}

/** How far a solve has come; null where there is nothing yet. */
export interface Progress {
  readonly incumbent: number | null;
  readonly bound: number | null;
  /** |bound - incumbent| / |incumbent|. */
  readonly gap: number | null;
  readonly nodes: number;
  readonly seconds: number;
}
