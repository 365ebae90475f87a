import { type VocabularyKind, graphName, entries, label } from '#vocabulary';
import { registerEnumType } from '@nestjs/graphql';

/**
 * GraphQL enums of the closed lists. Inside the house a value is the list's own code (`1.5`,
 * `lead-mediator`); in the graph it has a name that GraphQL allows (`TRACK_1_5`, `LEAD_MEDIATOR`).
 */
export function graphEnum<T extends string>(
  name: string,
  description: string,
  codes: readonly T[],
  options: {
    prefix?: string;
    labels?: VocabularyKind;
    meanings?: Readonly<Record<T, string>>;
  } = {},
): Record<string, T> {
  const { prefix = '', labels, meanings } = options;
  const nameOf = (code: string) => graphName(code, prefix);
  const values = Object.fromEntries(codes.map((code) => [nameOf(code), code]));
  const valuesMap = codes.flatMap((code) => {
    const meaning = labels ? meaningOf(labels, code) : meanings?.[code];
    return meaning === undefined ? [] : [[nameOf(code), { description: meaning }] as const];
  });
  registerEnumType(values, { name, description, valuesMap: Object.fromEntries(valuesMap) });
  return values;
}

/** The English name of an entry of the vocabulary, and what it means. */
export function meaningOf(kind: VocabularyKind, code: string): string {
  const definition = entries(kind).find((entry) => entry.code === code)?.definition ?? '';
  return `${label(kind, code, 'en')}. ${definition}`.trimEnd();
}

const choices = new Map<string, Record<string, string>>();

/** The enum of a field of the profile that holds one of a few words, named after the field. */
export function choiceEnum(field: string, description: string, words: readonly string[]) {
  const known = choices.get(field);
  if (known) return known;
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const made = graphEnum(name, description, words);
  choices.set(field, made);
  return made;
}
