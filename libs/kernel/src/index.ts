/** What every library shares and no domain owns: expected errors, days, pages, texts, state machines, memoizers. Pure. */
export {
  ConflictError,
  ExpectedError,
  InvalidInputError,
  InvalidStateError,
  NotFoundError,
  PROBLEM_CODES,
  throwIfProblems,
  type InputProblem,
  type ProblemCode,
} from './errors.js';
export { csvLine, MARKED_LIST, plainText } from './csv-line.js';
export { Chance, skewed, type Weighted } from './chance.js';
export { addDays, dayAt, dayNumber, dayOf, isDay, MS_PER_DAY, startOf } from './day.js';
export { detached, memoize, memoizeTexts } from './memoize.js';
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
export { stateMachine, type StateMachine, type Timer } from './state-machine.js';
export { characterCount, firstLetters, isStorable, storableJson, textProblems } from './text.js';
export { isTimeOfDay, isTimeZone, minutesOf } from './time-zone.js';
export { withoutNulls } from './without-nulls.js';
export { WAITS_FOR, type WaitingRow, type WaitsFor } from './waiting.js';
export { MOST_AT_ONCE, oneByOne, type OneResult } from './one-by-one.js';
