import { type InputProblem, type ProblemCode, textProblems, throwIfProblems } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { LOCALES } from '#vocabulary';
import type { Texts } from './network.entity.js';

const LONGEST = { names: 200, descriptions: 4_000, admissionCriteria: 4_000 } as const;
const LONGEST_SLUG = 64;
const LONGEST_ADDRESS = 500;
const MOST_TERRITORIES = 300;

/** What a network says of itself. */
export interface NetworkText {
  /** English always. */
  readonly names: Readonly<Texts>;
  readonly descriptions: Readonly<Texts>;
  readonly admissionCriteria: Readonly<Texts>;
  /** Codes of territories, regions or groupings. */
  readonly territories: readonly string[];
  readonly website: string | null;
}

/** The same, its texts trimmed. @throws InvalidInputError with every problem by field path */
export function checkedNetwork<T extends NetworkText>(draft: T): T {
  const problems: InputProblem[] = [];
  const add = (path: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path, code, message });
  for (const field of ['names', 'descriptions', 'admissionCriteria'] as const) {
    for (const [language, text] of Object.entries(draft[field])) {
      if (!LOCALES.some((locale) => locale === language)) {
        add(`${field}.${language}`, 'UNKNOWN', refusal('networks.languages'));
      }
      problems.push(...textProblems(`${field}.${language}`, text, LONGEST[field], false));
    }
  }
  if ((draft.names.en ?? '').trim() === '')
    add('names.en', 'MISSING', refusal('networks.englishName'));
  if (draft.territories.length > MOST_TERRITORIES) {
    add('territories', 'TOO_MANY', refusal('list.most', { most: MOST_TERRITORIES }));
  }
  if (new Set(draft.territories).size < draft.territories.length) {
    add('territories', 'DUPLICATE', refusal('list.eachOnce'));
  }
  if (draft.website !== null && !isWebsite(draft.website.trim())) {
    add('website', 'MALFORMED', refusal('networks.website'));
  }
  throwIfProblems(problems);
  return {
    ...draft,
    names: trimmed(draft.names),
    descriptions: trimmed(draft.descriptions),
    admissionCriteria: trimmed(draft.admissionCriteria),
    website: draft.website?.trim() ?? null,
  };
}

/** @throws InvalidInputError */
export function checkSlug(slug: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(slug) && slug.length <= LONGEST_SLUG) return;
  const message = refusal('networks.slug', { most: LONGEST_SLUG });
  throwIfProblems([{ path: 'slug', code: 'MALFORMED', message }]);
}

function isWebsite(text: string): boolean {
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}

function trimmed(texts: Readonly<Texts>): Texts {
  const written = Object.entries(texts).map(([locale, text]) => [locale, text.trim()] as const);
  return Object.fromEntries(written.filter(([, text]) => text !== ''));
}
