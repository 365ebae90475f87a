import type { MipModel } from './mip-model.js';
import { SolverError } from './solver-error.js';

/** @throws SolverError when the arrays do not belong together or a number is none. */
export function checkMipModel(mip: MipModel): void {
  const { objective, lower, upper, integer, rows } = mip;
  const count = objective.length;
  for (const [name, list] of Object.entries({ lower, upper, integer })) {
    if (list.length !== count) {
      throw new SolverError(`The model has ${count} variables but ${list.length} of ${name}.`);
    }
  }
  if (!objective.every(Number.isFinite)) {
    throw new SolverError('A coefficient of the objective is not a number.');
  }
  if (lower.some((bound, i) => !(bound <= upper[i]!))) {
    throw new SolverError('A variable has a lower bound above its upper bound.');
  }
  rows.forEach(({ columns, values, ...bounds }, i) => {
    if (columns.length !== values.length || !values.every(Number.isFinite)) {
      throw new SolverError(`Row ${i} does not have one number for each of its variables.`);
    }
    if (!columns.every((column) => Number.isInteger(column) && column >= 0 && column < count)) {
      throw new SolverError(`Row ${i} names a variable that does not exist.`);
    }
    if (new Set(columns).size < columns.length) {
      throw new SolverError(`Row ${i} names a variable twice.`);
    }
    if (!(bounds.lower <= bounds.upper)) {
      throw new SolverError(`Row ${i} has a lower bound above its upper bound.`);
    }
  });
}
