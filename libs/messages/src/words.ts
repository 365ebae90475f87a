import { label, type Locale, type VocabularyKind } from '#vocabulary';
import { translator, type Key, type ValuesOf } from './translator.js';

/**
 * What is said of a file or a row of it, as data (JSON): it is put into words when somebody reads it, in her
 * language. A text or a number stands for itself, codes of the vocabulary for their labels.
 */
export type Words =
  | string
  | number
  | { readonly and: readonly Words[] }
  | { readonly or: readonly Words[] }
  | { readonly kind: VocabularyKind; readonly codes: readonly string[] }
  | Problem;

/** A message of the area `import` and what it takes. */
export interface Problem {
  readonly code: Key<'import'>;
  readonly values: Readonly<Record<string, Words>>;
}

type Given<V> = { readonly [Name in keyof V]: V[Name] extends number ? number : Words };
/** No argument where the message takes nothing. */
type Arguments<V> = keyof V extends never ? [] : [values: Given<V>];

/** Formats nothing: a file may have a problem in every row. */
export function problem<K extends Key<'import'>>(
  code: K,
  ...[values]: Arguments<ValuesOf<'import', K>>
): Problem {
  return { code, values: values ?? {} };
}

/** Codes and lists of alternatives are joined by "or" in the reader's language. */
export function say(words: Words, locale: Locale): string {
  if (typeof words !== 'object') return String(words);
  if ('and' in words) return joined('list.and', words.and, locale);
  if ('or' in words) return joined('list.or', words.or, locale);
  if ('codes' in words) {
    const labels = words.codes.map((code) => label(words.kind, code, locale));
    return joined('list.or', labels, locale);
  }
  const values = Object.entries(words.values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : say(value, locale),
  ]);
  const t = translator('import', locale) as (key: Key<'import'>, values: object) => string;
  return t(words.code, Object.fromEntries(values));
}

/** What words offer to choose from, one by one in their order; nothing where they only say something. */
export function alternatives(words: Words, locale: Locale): string[] {
  if (typeof words !== 'object') return [String(words)];
  if ('or' in words) return words.or.flatMap((one) => alternatives(one, locale));
  return 'codes' in words ? words.codes.map((code) => label(words.kind, code, locale)) : [];
}

function joined(by: 'list.and' | 'list.or', all: readonly Words[], locale: Locale): string {
  const [first = '', ...others] = all.map((one) => say(one, locale));
  const t = translator('import', locale);
  return others.reduce((before, last) => t(by, { before, last }), first);
}
