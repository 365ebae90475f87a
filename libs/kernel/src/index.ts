/** What every library shares and no domain owns: expected errors, days, pages, texts, state machines, memoizers. Pure. */
export {
  ConflictError,
  ExpectedError,
  InvalidInputError,
  InvalidStateError,
  NotFoundError,
  PROBLEM_CODES,
  RefusedError,
  saidProblems,
  throwIfProblems,
  type InputProblem,
  type Noun,
  type ProblemCode,
  type SaidProblem,
} from './errors.js';
export {
  addDays,
  characterCount,
  dayAt,
  dayNumber,
  dayOf,
  detached,
  firstLetters,
  isDay,
  isStorable,
  memoize,
  memoizeTexts,
  MS_PER_DAY,
  startOf,
  storableJson,
} from '#base';
export { csvLine, MARKED_LIST, plainText } from './csv-line.js';
export { Chance, skewed, type Weighted } from './chance.js';
export {
  Cursors,
  digestOf,
  InvalidCursorError,
  pageFrom,
  pageResult,
  type ListPage,
  type ListResult,
  type PageFrom,
} from './paging.js';
export { stateMachine, type StateMachine, type StateWord, type Timer } from './state-machine.js';
export { textProblems } from './text-problems.js';
export { isTimeOfDay, isTimeZone, minutesOf } from './time-zone.js';
export { withoutNulls } from './without-nulls.js';
export { WAITS_FOR, type WaitingRow, type WaitsFor } from './waiting.js';
export { MOST_AT_ONCE, oneByOne, type OneResult } from './one-by-one.js';
