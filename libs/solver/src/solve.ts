import type { CallbackData, Highs, Model, ModelData } from 'highs';
import type { MipModel, Progress, Solved } from './mip-model.js';

/** A model as HiGHS takes it. */
function highsModel(mip: MipModel, { constants }: Highs): ModelData {
  const { sense, objective, lower, upper, integer, rows } = mip;
  const starts = [0];
  for (const { columns } of rows) starts.push(starts.at(-1)! + columns.length);
  return {
    numCols: objective.length,
    numRows: rows.length,
    sense: constants.objectiveSense[sense === 'maximise' ? 'maximize' : 'minimize'],
    colCost: Float64Array.from(objective),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    integrality: Int32Array.from(integer, Number),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: objective.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ values }) => values)),
    },
  };
}

/**
 * One thread, one seed, no gap that counts as none, and the narrowest tolerances that HiGHS takes
 * readily: the caller's whole numbers are to be told apart.
 */
const OPTIONS = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
} as const;

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 250;

/** What a solve asks and tells while it runs. */
export interface Observer {
  stopped(): boolean;
  progress(progress: Progress): void;
  incumbent(values: readonly number[]): void;
}

/** Solves a model in this thread; it returns when it is done, stopped or out of time. */
export function solve(highs: Highs, mip: MipModel, seconds: number, observer: Observer): Solved {
  if (mip.objective.length === 0) return solveEmpty(mip);
  return highs.withModel(highsModel(mip, highs), (model): Solved => {
    const { callbackType, modelStatus } = highs.constants;
    const wholeOf = whole(mip);
    let reported = -Infinity;
    model.options.set({ ...OPTIONS, time_limit: seconds });
    const run = model.run({
      [callbackType.mipImprovingSolution]: ({ data }) => {
        if (data.mip_solution) observer.incumbent(wholeOf(data.mip_solution));
        return undefined;
      },
      [callbackType.mipInterrupt]: (event) => {
        if (observer.stopped()) event.interrupt();
        const now = performance.now();
        if (now - reported >= REPORT_EVERY) {
          reported = now;
          observer.progress(progressOf(event.data));
        }
        return undefined;
      },
      [callbackType.simplexInterrupt]: (event) => {
        if (observer.stopped()) event.interrupt();
        return undefined;
      },
    });
    const { infeasible, optimal, interrupted, timeLimit } = modelStatus;
    const nodes = Math.max(0, Number(model.info.get('mip_node_count')));
    switch (run.modelStatus) {
      case infeasible:
        return { status: 'infeasible', values: null, bound: null, nodes };
      case optimal:
        return { status: 'optimal', values: valuesOf(model), bound: provenBound(model), nodes };
      case interrupted:
      case timeLimit:
        return { status: 'stopped', values: valuesOf(model), bound: boundOf(model), nodes };
      default:
        throw new Error(`HiGHS ended with status ${run.modelStatus}.`);
    }

    /** What is best is its own bound where nothing has to be whole. */
    function provenBound(solved: Model): number | null {
      return mip.integer.includes(true) ? boundOf(solved) : solved.getObjectiveValue();
    }

    function valuesOf({ info }: Model): readonly number[] | null {
      const found = info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
      return found ? wholeOf(model.getSolution().colValue) : null;
    }
  });
}

/** Without variables every row has the sum 0. */
function solveEmpty({ rows }: MipModel): Solved {
  const holds = rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  return holds
    ? { status: 'optimal', values: [], bound: 0, nodes: 0 }
    : { status: 'infeasible', values: null, bound: null, nodes: 0 };
}

function boundOf({ info }: Model): number | null {
  return finite(Number(info.get('mip_dual_bound')));
}

/** Rounds what must be whole: a double may miss it by the tolerance. */
function whole({ integer }: MipModel): (values: Float64Array) => readonly number[] {
  return (values) => Array.from(values, (value, i) => (integer[i] ? Math.round(value) + 0 : value));
}

function progressOf(data: CallbackData): Progress {
  return {
    incumbent: finite(data.mip_primal_bound),
    bound: finite(data.mip_dual_bound),
    gap: finite(data.mip_gap),
    nodes: Number(data.mip_node_count ?? 0n),
    seconds: data.running_time ?? 0,
  };
}

/** HiGHS writes infinity, or its own large number, where it has none yet. */
function finite(value: number | undefined): number | null {
  return value !== undefined && Math.abs(value) < 1e100 ? value : null;
}
