/**
 * Mixed-integer models, given as plain data and solved by HiGHS in a thread of its own, so that
 * nothing else waits. It knows nothing of what is solved.
 */
export type { MipModel, MipRow, Progress, Solved, SolvedStatus } from './mip-model.js';
export { SolverError } from './solver-error.js';
export { Solver, type SolverOptions } from './solver.js';
