import { InvalidInputError } from '#kernel';
import { isNamed, type Translate } from '#messages';

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
  t: Translate<'pages'>,
  fields: Readonly<Record<string, string>> = {},
): Mistakes {
  if (!(error instanceof InvalidInputError)) throw error;
  return new Map(
    error.problems.map(({ path, code }) => {
      const [first = path] = path.split('.');
      return [fields[path] ?? fields[first] ?? first, sentenceFor(code, t)];
    }),
  );
}

/** What is wrong, by the code of a problem, in the reader's words. */
export function sentenceFor(code: string, t: Translate<'pages'>): string {
  return isNamed('pages', 'mistakes.codes', code)
    ? t(`mistakes.codes.${code}`)
    : t('mistakes.other');
}
