/**
 * What can be wrong with one field of the input, for programs. The one list of these codes: types, checks and
 * the description of `FieldError.code` come from it.
 */
export const PROBLEM_CODES = [
  'UNKNOWN',
  'MALFORMED',
  'OUT_OF_RANGE',
  'TOO_MANY',
  'TOO_LONG',
  'DUPLICATE',
  'MISSING',
  'CONTRADICTION',
  'NOT_PERMITTED',
  'NOT_ELIGIBLE',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What is wrong with one field of the input. */
export interface InputProblem {
  /** The place of the field, such as `audience.biography` or `soft.languages.0.code`. */
  readonly path: string;
  readonly code: ProblemCode;
  /** A sentence for the person who wrote it. */
  readonly message: string;
}

/** An error that is expected and told to whoever caused it. Its message holds nobody's data. */
export abstract class ExpectedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** There is no such thing, or the viewer may not know of it: the two are never told apart. */
export class NotFoundError extends ExpectedError {
  constructor(what: string) {
    super(`There is no such ${what}.`);
  }
}

/** The thing is not in a state in which this can be done. */
export class InvalidStateError extends ExpectedError {}

/** Somebody else changed the thing since it was read, or another of that name exists. */
export class ConflictError extends ExpectedError {}

/** The input is wrong. All problems are told at once. */
export class InvalidInputError extends ExpectedError {
  constructor(readonly problems: readonly InputProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join(' '));
  }
}

/** @throws InvalidInputError if there is any problem */
export function throwIfProblems(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw new InvalidInputError(problems);
}
