import type { Operation } from '../graph/operation.js';
import { useAsk } from '../graph/use-graph.js';
import { useLater } from './use-later.js';

/** Letters stand still for so long, in milliseconds, before the service is asked. */
const PAUSE = 250;

/** How an answer stands to what is typed. */
export interface Offers {
  /** The answer has not come yet. */
  readonly loading: boolean;
  /** It could not be got. */
  readonly failed: boolean;
}

/**
 * Asks the service for what is typed, once it has stood still. There is no answer while it is on its way: the one before
 * belongs to other letters, and whoever presses Enter would choose from it what she did not type.
 *
 * @param variables of the question, with the trimmed text
 * @param how with how many letters at least something is sought; whether the question holds a name, so that its answer is
 *   kept nowhere
 */
export function useOffers<Result, Variables>(
  operation: Operation<Result, Variables>,
  typed: string,
  variables: (search: string) => Variables,
  { enabled = true, shortest = 1, forget = false } = {},
): Offers & { readonly answer: Result | undefined } {
  const wanted = typed.trim();
  const search = useLater(wanted, PAUSE);
  const isSought = enabled && wanted.length >= shortest;
  const isSettled = isSought && search === wanted;
  const { data, isPending, isError } = useAsk(operation, variables(search), {
    enabled: isSettled,
    forget,
  });
  return {
    answer: isSettled ? data : undefined,
    loading: isSought && (!isSettled || isPending),
    failed: isSettled && isError && data === undefined,
  };
}
