import { refusal, say, type Named, type Sentence } from '#messages';
import type { Locale } from '#vocabulary';

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
  /** For the person who wrote it. */
  readonly message: Sentence;
}

/** The same, said in one language. */
export interface SaidProblem {
  readonly path: string;
  readonly code: ProblemCode;
  readonly message: string;
}

/** An error that is expected and told to whoever caused it. Its message is in English and holds nobody's data. */
export abstract class ExpectedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }

  /** Of the message, for programs; null where it is of no catalogue, as what only operators meet. */
  get key(): string | null {
    return null;
  }

  /** What it says to a reader of this language. */
  saidIn(_locale: Locale): string {
    return this.message;
  }
}

/** Whoever asks is told why not, in her language. */
export abstract class RefusedError extends ExpectedError {
  constructor(readonly reason: Sentence) {
    super(say(reason, 'en'));
  }

  override get key(): string | null {
    return 'key' in this.reason ? this.reason.key : null;
  }

  override saidIn(locale: Locale): string {
    return say(this.reason, locale);
  }
}

/** What may not be there, as refusals call it. */
export type Noun = Named<'refusals', 'noun'>;

/** There is no such thing, or the viewer may not know of it: the two are never told apart. */
export class NotFoundError extends RefusedError {
  constructor(what: Noun) {
    super(refusal('noSuch', { what: refusal(`noun.${what}`) }));
  }
}

/** The thing is not in a state in which this can be done. */
export class InvalidStateError extends RefusedError {}

/** Somebody else changed the thing since it was read, or another of that name exists. */
export class ConflictError extends RefusedError {}

/** The input is wrong. All problems are told at once. */
export class InvalidInputError extends ExpectedError {
  constructor(readonly problems: readonly InputProblem[]) {
    super(joined(saidProblems(problems, 'en')));
  }

  /** The problems in a language, in their order. */
  fieldsIn(locale: Locale): SaidProblem[] {
    return saidProblems(this.problems, locale);
  }

  override saidIn(locale: Locale): string {
    return joined(this.fieldsIn(locale));
  }
}

/** Problems said in a language, in their order. */
export function saidProblems(problems: readonly InputProblem[], locale: Locale): SaidProblem[] {
  return problems.map((problem) => ({ ...problem, message: say(problem.message, locale) }));
}

function joined(problems: readonly SaidProblem[]): string {
  return problems.map(({ path, message }) => `${path}: ${message}`).join(' ');
}

/** @throws InvalidInputError if there is any problem */
export function throwIfProblems(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw new InvalidInputError(problems);
}
