import type { FieldProblem } from './errors.js';
import { REFUSALS } from './refusals.js';

type RefusalName = (typeof REFUSALS)[number];

/** An expected refusal, as the fragment `WhyRefused` asks for it. */
export interface Refused {
  readonly __typename: RefusalName;
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
}

/** Whether a change was refused; the result is what it changed otherwise. */
export function isRefused<Result extends { readonly __typename?: string }>(
  result: Result,
): result is Extract<Result, { readonly __typename: RefusalName }> {
  return (REFUSALS as readonly (string | undefined)[]).includes(result.__typename);
}

/** The refusal, where a result is one. */
export function refusalOf(
  result: { readonly __typename?: string } | null | undefined,
): Refused | null {
  return result && isRefused(result) ? result : null;
}

/** The refusal in the answer to a mutation, which has one result under its own name. */
export function refusalIn(answer: object | undefined): Refused | null {
  const [result] = Object.values((answer ?? {}) as Readonly<Record<string, unknown>>);
  return refusalOf(result as { readonly __typename?: string } | undefined);
}

/** What a refusal says of one field of the input, or of anything below it. */
export function problemAt(refused: Refused | null | undefined, path: string): string | undefined {
  const found = refused?.fields?.filter(
    (one) => one.path === path || one.path.startsWith(`${path}.`),
  );
  return found?.length ? found.map(({ message }) => message).join(' ') : undefined;
}
