import type { FieldProblem } from './errors.js';
import { REFUSALS } from './refusals.js';

/** An expected refusal, as the results of changes have it. */
export interface Refused {
  readonly __typename: (typeof REFUSALS)[number];
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
}

/** Whether a change was refused; the result is what it changed otherwise. */
export function isRefused<Result extends { readonly __typename?: string }>(
  result: Result,
): result is Result & Refused {
  return (REFUSALS as readonly (string | undefined)[]).includes(result.__typename);
}

/** What a refusal says of one field of the input, or of anything below it. */
export function problemAt(refused: Refused | null | undefined, path: string): string | undefined {
  const found = refused?.fields?.filter(
    (one) => one.path === path || one.path.startsWith(`${path}.`),
  );
  return found?.length ? found.map(({ message }) => message).join(' ') : undefined;
}
