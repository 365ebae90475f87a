import { InvalidInputError, type InputProblem } from '#kernel';
import { InexactSolution } from '#matching';
import { refusal, say, type Sentence } from '#messages';
import { SolverError } from '#solver';
import type { Locale } from '#vocabulary';

/**
 * Why a run failed, as it is kept: the asker may read it in another language than the one in which she asked. Runs of an
 * earlier version have an English sentence.
 */
export type StoredFailure =
  | { readonly reason: Sentence }
  | { readonly problems: readonly InputProblem[] }
  | string;

/** What the asker is told; null for what may go better at the next try. */
export function failureOf(error: unknown): StoredFailure | null {
  if (error instanceof InvalidInputError) return { problems: error.problems };
  if (error instanceof SolverError) return { reason: refusal('teams.solverFailed') };
  if (error instanceof InexactSolution) return { reason: refusal('teams.inexactSolution') };
  return null;
}

/** As its column holds it: JSON, or the sentence of an earlier version. */
export function writtenFailure(failure: StoredFailure): string {
  return typeof failure === 'string' ? failure : JSON.stringify(failure);
}

export function readFailure(written: string): StoredFailure {
  return written.startsWith('{') ? (JSON.parse(written) as StoredFailure) : written;
}

export function failureSaid(failure: StoredFailure, locale: Locale): string {
  if (typeof failure === 'string') return failure;
  if ('reason' in failure) return say(failure.reason, locale);
  const problems = new InvalidInputError(failure.problems).saidIn(locale);
  return say(refusal('teams.noLongerPossible', { problems }), locale);
}
