import type { Audience } from '#identity';
import type { Criterion } from '#matching';
import type { Role, Support, Track, VocabularyKind } from '#vocabulary';
import type { Availability, Experience, ExpertiseSkill, LanguageSkill } from './field-values.js';

/** Lists of codes that a field can hold, with the type of their codes. */
interface Codes {
  territory: string;
  track: Track;
  role: Role;
  support: Support;
}

export type CodeList = keyof Codes & VocabularyKind;

interface Skills {
  language: readonly LanguageSkill[];
  expertise: readonly ExpertiseSkill[];
}

/** What a field holds. Every place that treats a value does so by its kind. */
export type FieldType =
  /** A name of hers, in one line. `kept`: known even when the last source that stated it has gone. */
  | { readonly kind: 'name'; readonly longest: number; readonly kept: boolean }
  | { readonly kind: 'names'; readonly longest: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'code'; readonly of: CodeList }
  | { readonly kind: 'codes'; readonly of: CodeList; readonly table?: string }
  /** A whole number. `unstated`: what stands in the column if nobody states one. */
  | {
      readonly kind: 'number';
      readonly from: number;
      readonly to: number;
      readonly unstated: 0 | null;
      readonly check?: string;
    }
  /** A year that is not in the future. */
  | { readonly kind: 'year' }
  /** One of a few words. */
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'text'; readonly longest: number }
  /** Text by language (BCP 47). */
  | { readonly kind: 'texts'; readonly longest: number }
  /** A day that is not in the future (ISO 8601). */
  | { readonly kind: 'past-day' }
  /** Codes with a level each, in a table of their own. */
  | { readonly kind: 'skills'; readonly of: keyof Skills; readonly table: string }
  | { readonly kind: 'availability' }
  | { readonly kind: 'experience'; readonly table: string };

export type FieldKind = FieldType['kind'];

/** In characters. */
export const LONGEST = { codeName: 100, name: 200, processName: 1_000, text: 20_000 } as const;

export const name = <const Kept extends boolean = false>({
  longest = LONGEST.name,
  kept = false as Kept,
}: { longest?: number; kept?: Kept } = {}) => ({ kind: 'name', longest, kept }) as const;
export const names = () => ({ kind: 'names', longest: LONGEST.name }) as const;
export const flag = () => ({ kind: 'flag' }) as const;
export const code = <L extends CodeList>(of: L) => ({ kind: 'code', of }) as const;
export const codes = <L extends CodeList>(of: L, table?: string) =>
  ({ kind: 'codes', of, ...(table !== undefined && { table }) }) as const;
/** `check`: the name of the column's constraint where it is not `mediator_<column>_range`. */
export const number = <const Unstated extends 0 | null = null>(
  from: number,
  to: number,
  {
    unstated = null as Unstated,
    check = undefined as string | undefined,
  }: { unstated?: Unstated; check?: string } = {},
) => ({ kind: 'number', from, to, unstated, ...(check !== undefined && { check }) }) as const;
export const year = () => ({ kind: 'year' }) as const;
export const choice = <const Words extends readonly string[]>(of: Words) =>
  ({ kind: 'choice', of }) as const;
export const text = () => ({ kind: 'text', longest: LONGEST.text }) as const;
export const texts = () => ({ kind: 'texts', longest: LONGEST.text }) as const;
export const pastDay = () => ({ kind: 'past-day' }) as const;
export const skills = <K extends keyof Skills>(of: K, table: string) =>
  ({ kind: 'skills', of, table }) as const;
export const availability = () => ({ kind: 'availability' }) as const;
export const experience = (table: string) => ({ kind: 'experience', table }) as const;

/** What a source states in a field of this type. */
export type ValueOf<T extends FieldType> = T extends { kind: 'name' | 'text' | 'past-day' }
  ? string
  : T extends { kind: 'names' }
    ? readonly string[]
    : T extends { kind: 'flag' }
      ? boolean
      : T extends { kind: 'code'; of: infer L extends CodeList }
        ? Codes[L]
        : T extends { kind: 'codes'; of: infer L extends CodeList }
          ? readonly Codes[L][]
          : T extends { kind: 'number' | 'year' }
            ? number
            : T extends { kind: 'choice'; of: readonly (infer Word)[] }
              ? Word
              : T extends { kind: 'texts' }
                ? Readonly<Record<string, string>>
                : T extends { kind: 'skills'; of: infer K extends keyof Skills }
                  ? Skills[K]
                  : T extends { kind: 'availability' }
                    ? Availability
                    : readonly Experience[];

/** Kinds whose values are lists or texts: empty where nothing is stated or shown. */
export type EmptyKind = 'names' | 'codes' | 'skills' | 'experience' | 'texts' | 'flag';

/** What is held where all sources are put together: null or empty if nobody states it. */
export type HeldOf<T extends FieldType> = T extends
  | { kind: EmptyKind }
  | { kind: 'name'; kept: true }
  | { kind: 'number'; unstated: 0 }
  ? ValueOf<T>
  : ValueOf<T> | null;

/** How what is held in a field is shown. */
export interface Shown {
  /** The lowest clearance that sees it if she decides nothing. */
  readonly audience: Audience;
  /** How far she can widen it with a recorded statement; as far as she likes if absent. */
  readonly widest?: Audience;
  /**
   * What others than her curators see while she is pseudonymous: what all of her class have in common, or her own.
   * If absent, nothing: it could tell who she is.
   */
  readonly pseudonymous?: 'class' | 'own';
  /** Null where it is withheld: from an empty list one could conclude that there is nothing. */
  readonly withheld?: null;
  /** What is shown of what is held; all of it if absent. */
  readonly of?: (held: never, today: Date) => unknown;
  /** The criteria of matching whose evidence is taken from it. */
  readonly criteria?: readonly Criterion[];
  /** How much a word found here counts in the search: names most, coded labels less, running text least. */
  readonly search?: 'A' | 'B' | 'C';
}

/** A column of an import. */
export interface ImportColumn<Name extends string = string> {
  readonly name: Name;
  /** What it is, for the coordinators' table. */
  readonly meaning: string;
  /** Header names that mean it, in any of six languages; the canonical name always does. */
  readonly aliases: readonly string[];
}

/** @param aliases with bars between */
export function column<const Name extends string>(
  columnName: Name,
  meaning: string,
  aliases: string,
): ImportColumn<Name> {
  return { name: columnName, meaning, aliases: aliases.split('|') };
}

/** A field of the profile. Its audience has to be stated; `views: {}` shows it to her curators and herself only. */
export type FieldDefinition = {
  readonly type: FieldType;
  /** What it is, for developers of clients: a sentence without its full stop. */
  readonly about: string;
  /** What else they need to know to state it. */
  readonly stating?: string;
  /** What else they need to know to read it as others see it. */
  readonly reading?: string;
  /**
   * How the statements of several sources are put together, so that none can take safety or a confirmation away.
   * If absent, the first source that states the field counts.
   */
  readonly united?: 'true-wins' | 'all' | 'latest';
  /** It protects her: it counts even in a hidden column of a sheet, and is never taken to be missing. */
  readonly safety?: true;
  readonly imported: ImportColumn | null;
  /** What it does for her being found: the criterion it is scored in, and the arguments of the search that need it. */
  readonly found?: {
    readonly criterion: Exclude<Criterion, 'NETWORK'>;
    readonly filters: readonly string[];
  };
} & (
  | (Shown & { readonly views?: never })
  | { readonly audience?: never; readonly views: Readonly<Record<string, Shown>> }
);
