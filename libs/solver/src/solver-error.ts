/** A model that makes no sense, or a solver that broke down. The message names no data. */
export class SolverError extends Error {
  override readonly name = 'SolverError';
}
