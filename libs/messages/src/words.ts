import { label, type Locale, type VocabularyKind } from '#vocabulary';
import { translator, type Key, type Named, type ValuesOf } from './translator.js';

/**
 * What is said of a file, of a row of it or of what was refused, as data (JSON): it is put into words when somebody
 * reads it, in her language. A text or a number stands for itself, codes of the
 * vocabulary and criteria of needs for their labels.
 */
export type Words =
  | string
  | number
  | { readonly and: readonly Words[] }
  | { readonly or: readonly Words[] }
  | { readonly kind: VocabularyKind; readonly codes: readonly string[] }
  | { readonly criterion: Named<'explanations', 'headings'> }
  | { readonly requirement: Named<'findings', 'requirement'> }
  | Sentence;

/** What is said in one message, with what it takes. */
export type Sentence = Problem | Refusal;

/** A message of the area `import` and what it takes. */
export interface Problem {
  readonly code: Key<'import'>;
  readonly values: Readonly<Record<string, Words>>;
}

/** A message of the area `refusals` and what it takes: why somebody is not given what she asked for. */
export interface Refusal {
  readonly key: Key<'refusals'>;
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

/** Values hold nothing about a mediator or an account: the English words may reach a log. */
export function refusal<K extends Key<'refusals'>>(
  key: K,
  ...[values]: Arguments<ValuesOf<'refusals', K>>
): Refusal {
  return { key, values: values ?? {} };
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
  if ('criterion' in words) {
    const t = translator('explanations', locale);
    return t(`headings.${words.criterion}`);
  }
  if ('requirement' in words) {
    const t = translator('findings', locale);
    return t(`requirement.${words.requirement}`);
  }
  const values = Object.entries(words.values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : say(value, locale),
  ]);
  const given: object = Object.fromEntries(values);
  return 'key' in words
    ? (translator('refusals', locale) as Say<'refusals'>)(words.key, given)
    : (translator('import', locale) as Say<'import'>)(words.code, given);
}

type Say<A extends 'import' | 'refusals'> = (key: Key<A>, values: object) => string;

/** What words offer to choose from, one by one in their order; nothing where they only say something. */
export function alternatives(words: Words, locale: Locale): string[] {
  if (typeof words !== 'object') return [String(words)];
  if ('or' in words) return words.or.flatMap((one) => alternatives(one, locale));
  if ('and' in words) return [say(words, locale)];
  return 'codes' in words ? words.codes.map((code) => label(words.kind, code, locale)) : [];
}

function joined(by: 'list.and' | 'list.or', all: readonly Words[], locale: Locale): string {
  const [first = '', ...others] = all.map((one) => say(one, locale));
  const t = translator('import', locale);
  return others.reduce((before, last) => t(by, { before, last }), first);
}
