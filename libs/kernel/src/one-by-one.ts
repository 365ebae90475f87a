import { refusal } from '#messages';
import { ExpectedError, InvalidInputError } from './errors.js';

/** What became of one of many: what it gave, or why it was refused. */
export type OneResult<T> =
  | { readonly value: T; readonly error: null }
  | { readonly value: null; readonly error: ExpectedError };

/** Most that one request does one by one. */
export const MOST_AT_ONCE = 200;

/**
 * Does the same for each of many, one after the other: a refused one holds up no other. One result for each, in
 * their order.
 *
 * @param path of the list, for whoever sends too many
 * @throws InvalidInputError for more than `MOST_AT_ONCE`; what is not expected
 */
export async function oneByOne<S, T>(
  path: string,
  list: readonly S[],
  act: (one: S, i: number) => Promise<T>,
): Promise<OneResult<T>[]> {
  if (list.length > MOST_AT_ONCE) {
    const message = refusal('list.tooMany', { most: MOST_AT_ONCE });
    throw new InvalidInputError([{ path, code: 'TOO_MANY', message }]);
  }
  const results: OneResult<T>[] = [];
  for (const [i, one] of list.entries()) {
    try {
      results.push({ value: await act(one, i), error: null });
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      results.push({ value: null, error });
    }
  }
  return results;
}
