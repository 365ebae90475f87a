/** One linear constraint on variables, by their places. All numbers are whole. */
interface MipRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** A model in whole numbers: each variable with its bounds, rows, and what is to be optimised. */
interface MipModel {
  readonly sense: 'maximise' | 'minimise';
  readonly objective: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly integer: readonly boolean[];
  readonly rows: readonly MipRow[];
}

/** What a solver answers; see `Solve`. */
interface MipSolution {
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  readonly values: readonly number[] | null;
  readonly bound: number | null;
  readonly nodes: number;
}

/**
 * The one thing that this library does not do itself: solving a mixed-integer program. Whoever calls
 * `matchTeam` brings it, with its time limit and cancellation; an answer `stopped` ends the rest.
 */
export type Solve = (model: MipModel) => Promise<MipSolution>;

/** Variables and rows as they are put together. */
export class MipBuilder {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly rows: MipRow[] = [];

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

/** Something to be made as large or as small as possible, in whole numbers. */
export interface Objective {
  readonly sense: 'maximise' | 'minimise';
  /** By variable. */
  readonly coefficients: readonly number[];
}

/** How one objective ended. */
export interface Optimum {
  /** Of the solution that was found, exactly. */
  readonly value: number;
  /** What no solution can surpass, as whole number; null when nothing was proven. */
  readonly bound: number | null;
}

/** The best solution by several objectives, each only where those before it leave a choice. */
interface Lexicographic {
  readonly status: 'solved' | 'infeasible' | 'stopped';
  /** The solution; null when there is none or none was found in time. */
  readonly values: readonly number[] | null;
  /** One for each objective that was reached. */
  readonly optima: readonly Optimum[];
  readonly nodes: number;
}

/** A solution that does not keep its own constraints: the solver's floating-point numbers were not exact enough. */
export class InexactSolution extends Error {
  override readonly name = 'InexactSolution';

  constructor() {
    super('The solver found a team that does not meet its constraints exactly.');
  }
}

/** How far a floating-point bound may lie from the whole number that it stands for. */
const NOISE = 1e-3;

/**
 * Optimises one objective after the other, holding each at the value it reached.
 *
 * Solvers compute in doubles. Here every number is whole and far below 2^53, so a solution is checked
 * against all rows exactly, its value is computed exactly, and a bound within less than one unit of
 * it proves that it is optimal.
 */
export async function lexicographic(
  builder: MipBuilder,
  objectives: readonly Objective[],
  solve: Solve,
): Promise<Lexicographic> {
  const { lower, upper } = builder;
  const integer = lower.map(() => true);
  const rows = [...builder.rows];
  const optima: Optimum[] = [];
  let values: readonly number[] | null = null;
  let nodes = 0;
  for (const { sense, coefficients } of objectives) {
    const solved = await solve({ sense, objective: coefficients, lower, upper, integer, rows });
    nodes += solved.nodes;
    if (solved.values === null && values === null) {
      const { status } = solved;
      return { status: status === 'infeasible' ? status : 'stopped', values, optima, nodes };
    }
    if (solved.values !== null && rows.every((row) => holds(row, solved.values!))) {
      values = solved.values;
    } else if (values === null) {
      throw new InexactSolution();
    }
    const value = sumOf(coefficients, values);
    const bound = solved.bound === null ? null : wholeBound(sense, solved.bound);
    optima.push({ value, bound });
    if (solved.status === 'stopped' || bound !== value) {
      return { status: 'stopped', values, optima, nodes };
    }
    rows.push(heldAt(sense, coefficients, value));
  }
  return { status: 'solved', values, optima, nodes };
}

function sumOf(coefficients: readonly number[], values: readonly number[]): number {
  return coefficients.reduce((sum, coefficient, i) => sum + coefficient * values[i]!, 0);
}

function holds({ lower, upper, columns, values: factors }: MipRow, values: readonly number[]) {
  const sum = columns.reduce((total, column, i) => total + factors[i]! * values[column]!, 0);
  return sum >= lower && sum <= upper;
}

/** Values are whole, so a bound between two whole numbers means the nearer one inside. */
function wholeBound(sense: Objective['sense'], bound: number): number {
  return sense === 'maximise' ? Math.floor(bound + NOISE) : Math.ceil(bound - NOISE) + 0;
}

function heldAt(sense: Objective['sense'], coefficients: readonly number[], value: number): MipRow {
  const columns = coefficients.flatMap((coefficient, i) => (coefficient === 0 ? [] : [i]));
  return {
    lower: sense === 'maximise' ? value : -Infinity,
    upper: sense === 'maximise' ? Infinity : value,
    columns,
    values: columns.map((column) => coefficients[column]!),
  };
}
