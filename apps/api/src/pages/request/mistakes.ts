import { InvalidInputError } from '#identity';
import type { Texts } from '../texts/texts.js';

/** What is wrong with a form, by the name of the field. */
export type Mistakes = ReadonlyMap<string, string>;

export const NO_MISTAKES: Mistakes = new Map();

/**
 * The mistakes that a service found, in the reader's words.
 *
 * @param fields which field of the form a path of the service stands in, where the names differ
 * @throws the error itself where it is of another kind
 */
export function mistakesOf(
  error: unknown,
  { mistakes }: Texts,
  fields: Readonly<Record<string, string>> = {},
): Mistakes {
  if (!(error instanceof InvalidInputError)) throw error;
  return new Map(
    error.problems.map(({ path, code }) => {
      const [first = path] = path.split('.');
      return [fields[path] ?? fields[first] ?? first, sentenceFor(code, mistakes)];
    }),
  );
}

function sentenceFor(code: string, { codes, other }: Texts['mistakes']): string {
  return (codes as Readonly<Record<string, string>>)[code] ?? other;
}
