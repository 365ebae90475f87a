/** One linear constraint on variables, by their places. All numbers are whole. */
export interface TeamRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** A programme in whole numbers: each variable with its bounds, rows, and what is to be optimised. */
export interface TeamProgramme {
  readonly sense: 'maximise' | 'minimise';
  readonly objective: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly integer: readonly boolean[];
  readonly rows: readonly TeamRow[];
}

/** What a solver answers; see `Solve`. */
export interface SolvedProgramme {
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  readonly values: readonly number[] | null;
  readonly bound: number | null;
  readonly nodes: number;
}

/**
 * The one thing that this room does not do itself: solving a mixed-integer programme. Whoever calls
 * `matchTeam` brings it, with its time limit and cancellation; an answer `stopped` ends the rest.
 */
export type Solve = (programme: TeamProgramme) => Promise<SolvedProgramme>;

/** Variables and rows as they are put together. */
export class Draft {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly rows: TeamRow[] = [];

  /** Adds a variable and returns its place. */
  variable(lower: number, upper: number): number {
    this.upper.push(upper);
    return this.lower.push(lower) - 1;
  }

  /** Adds the row lower <= sum(value * variable) <= upper. */
  row(lower: number, upper: number, terms: readonly (readonly [number, number])[]): void {
    const columns = terms.map(([column]) => column);
    this.rows.push({ lower, upper, columns, values: terms.map(([, value]) => value) });
  }
}
