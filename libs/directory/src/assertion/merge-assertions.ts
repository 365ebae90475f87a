import type { FieldDefinition } from '../fields/field-types.js';
import { DEFINITIONS, type StatedField } from '../fields/stated.js';
import { sameWords, type Statement } from './statement.js';

/** Who says it: herself, or a network by its id. */
export type SourceKey = 'herself' | (string & {});

/** What one source says, in the order of precedence among the others. */
export interface Source {
  readonly key: SourceKey;
  readonly statement: Statement;
}

/** What all sources together say of her. */
export interface Merged {
  readonly profile: Statement;
  /** Whose word each field of the profile is; several where words are united. */
  readonly sourcesOf: Readonly<Partial<Record<StatedField, readonly SourceKey[]>>>;
  /** Fields in which sources contradict each other: the first was taken. */
  readonly conflicts: readonly StatedField[];
}

type Uniting = NonNullable<FieldDefinition['united']>;

interface Word {
  readonly key: SourceKey;
  readonly value: unknown;
}

interface Chosen {
  readonly value: unknown;
  readonly by: readonly SourceKey[];
}

/** How statements are united. */
const UNITED: Readonly<Record<Uniting, (words: readonly Word[]) => Chosen>> = {
  'true-wins': (words) => {
    const yes = words.filter(({ value }) => value === true);
    return { value: yes.length > 0, by: keys(yes.length > 0 ? yes : words) };
  },
  all: (words) => {
    const codes = words.flatMap(({ value }) => value as readonly string[]);
    return { value: [...new Set(codes)].toSorted(), by: keys(words) };
  },
  latest: (words) => {
    const latest = words
      .map(({ value }) => value as string)
      .toSorted()
      .at(-1);
    return { value: latest, by: keys(words.filter(({ value }) => value === latest)) };
  },
};

/**
 * The profile that these sources make, given in order of precedence. For each field the first source
 * that states it counts; but she is pseudonymous when any source says so, what any source rules out
 * is ruled out, and the latest confirmation counts.
 */
export function mergeAssertions(sources: readonly Source[]): Merged {
  const profile: Partial<Record<StatedField, unknown>> = {};
  const sourcesOf: Partial<Record<StatedField, readonly SourceKey[]>> = {};
  const conflicts: StatedField[] = [];
  for (const [field, { united: how }] of DEFINITIONS) {
    const words: Word[] = [];
    for (const { key, statement } of sources) {
      const value = statement[field];
      if (value !== undefined) words.push({ key, value });
    }
    const [first] = words;
    if (!first) continue;
    const united = how && UNITED[how];
    const chosen = united ? united(words) : { value: first.value, by: [first.key] };
    profile[field] = chosen.value;
    sourcesOf[field] = chosen.by;
    if (!united && words.some((word) => word !== first && !sameWords(word.value, first.value)))
      conflicts.push(field);
  }
  return { profile: profile as Statement, sourcesOf, conflicts };
}

function keys(words: readonly Word[]): SourceKey[] {
  return [...new Set(words.map(({ key }) => key))];
}
