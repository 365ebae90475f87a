import type { Highs, ModelData } from 'highs';
import type { MipModel } from './mip-model.js';

/** A model as HiGHS takes it. */
export function highsModel(mip: MipModel, { constants }: Highs): ModelData {
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
export const OPTIONS = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
} as const;
