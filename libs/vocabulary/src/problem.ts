import { firstLetters } from '#kernel';
import type { VocabularyKind } from './kinds.js';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: VocabularyProblem };

export interface Suggestion {
  readonly code: string;
  readonly label: string;
}

/** Why a text was not understood. It is never guessed. */
export interface VocabularyProblem {
  readonly kind: VocabularyKind;
  readonly reason: 'empty' | 'unknown' | 'ambiguous';
  readonly input: string;
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
 * `because` is a sentence of its own for a text that is known, but names nothing that may be stated.
 */
export function notUnderstood(
  kind: VocabularyKind,
  reason: VocabularyProblem['reason'],
  input: string,
  suggest: () => readonly Suggestion[] = () => [],
  because?: string,
): { readonly ok: false; readonly problem: VocabularyProblem } {
  let suggestions: readonly Suggestion[] | null = null;
  const problem: VocabularyProblem = {
    kind,
    reason,
    input,
    get suggestions() {
      return (suggestions ??= suggest());
    },
    get message() {
      return sentence(this, because);
    },
  };
  return { ok: false, problem };
}

function sentence(
  { kind, reason, input, suggestions }: VocabularyProblem,
  because: string | undefined,
): string {
  const name = NAMES[kind];
  if (reason === 'empty') return `A ${name} is missing.`;
  const start = firstLetters(input, LONGEST_SHOWN);
  const shown = start === input ? input : `${start}…`;
  const options = suggestions.map(({ code, label }) => `${label} (${code})`);
  if (reason === 'ambiguous') return `"${shown}" can be ${options.join(' or ')}: say which.`;
  const perhaps = options.length > 0 ? ` Did you mean ${options.join(' or ')}?` : '';
  return `${because ?? `"${shown}" is no ${name} that is known here.`}${perhaps}`;
}
