import { firstLetters } from '#base';
import type { VocabularyKind } from './kinds.js';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: VocabularyProblem };

export interface Suggestion {
  readonly code: string;
  readonly label: string;
  /** What can be written for it, where the label means others too. */
  readonly instead?: string;
}

/** A text that is known and names nothing that may be stated, and what it is. */
export interface Refused {
  readonly is:
    | 'withdrawnCode'
    | 'withdrawnName'
    | 'belowCountry'
    | 'region'
    | 'noLanguage.und'
    | 'noLanguage.mul'
    | 'noLanguage.zxx'
    | 'noLanguage.mis';
  /** The code or the name as the vocabulary writes it. */
  readonly text: string;
}

/** Why a text was not understood. It is never guessed. */
export interface VocabularyProblem {
  readonly kind: VocabularyKind;
  readonly reason: 'empty' | 'unknown' | 'ambiguous';
  readonly input: string;
  /** The beginning of the text, of as many letters as a sentence repeats. */
  readonly shown: string;
  /** Set where the reason is `unknown` and the text is known all the same. */
  readonly refused: Refused | null;
  /** What was perhaps meant, likeliest first, at most three; every candidate when the text is ambiguous or withdrawn. */
  readonly suggestions: readonly Suggestion[];
  /** One English sentence, suggestions included. */
  readonly message: string;
}

const NAMES: Record<VocabularyKind, string> = {
  language: 'language',
  territory: 'country or territory',
  region: 'region',
  grouping: 'group of states',
  expertise: 'field of expertise',
  track: 'track',
  role: 'role',
  phase: 'phase',
  'process-type': 'type of process',
  support: 'kind of support',
  proficiency: 'language level',
  'expertise-level': 'level of expertise',
  availability: 'availability',
};

const LONGEST_SHOWN = 60;

export const understood = <T>(value: T): Parsed<T> => ({ ok: true, value });

/**
 * `suggest` is called when the suggestions are first read: many a text is understood at a second try.
 */
export function notUnderstood(
  kind: VocabularyKind,
  reason: VocabularyProblem['reason'],
  input: string,
  suggest: () => readonly Suggestion[] = () => [],
  refused: Refused | null = null,
): { readonly ok: false; readonly problem: VocabularyProblem } {
  let suggestions: readonly Suggestion[] | null = null;
  const start = firstLetters(input, LONGEST_SHOWN);
  const problem: VocabularyProblem = {
    kind,
    reason,
    input,
    shown: start === input ? input : `${start}…`,
    refused,
    get suggestions() {
      return (suggestions ??= suggest());
    },
    get message() {
      return sentence(this);
    },
  };
  return { ok: false, problem };
}

const BECAUSE: Record<Refused['is'], (text: string) => string> = {
  withdrawnCode: (code) => `"${code}" is a country code that ISO 3166 has withdrawn.`,
  withdrawnName: (name) => `"${name}" is no country any more.`,
  belowCountry: (name) => `"${name}" is a part of a country or of several: name the country.`,
  region: (name) => `"${name}" is a region or a group of several countries: name the countries.`,
  'noLanguage.und': (code) => noLanguage(code, 'an undetermined language'),
  'noLanguage.mul': (code) => noLanguage(code, 'several languages'),
  'noLanguage.zxx': (code) => noLanguage(code, 'the absence of any language'),
  'noLanguage.mis': (code) => noLanguage(code, 'a language without a code'),
};

function noLanguage(code: string, meaning: string): string {
  return `"${code}" stands for ${meaning} and names no language: leave it out, or name the language.`;
}

function sentence({ kind, reason, shown, suggestions, refused }: VocabularyProblem): string {
  const name = NAMES[kind];
  if (reason === 'empty') return `A ${name} is missing.`;
  const options = suggestions.map(({ code, label }) => `${label} (${code})`);
  if (reason === 'ambiguous') return `"${shown}" can be ${options.join(' or ')}: say which.`;
  const perhaps = options.length > 0 ? ` Did you mean ${options.join(' or ')}?` : '';
  const because = refused
    ? BECAUSE[refused.is](refused.text)
    : `"${shown}" is no ${name} that is known here.`;
  return `${because}${perhaps}`;
}
