import { type InputProblem, isDay, type ProblemCode, textProblems, throwIfProblems } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { LOCALES } from '#vocabulary';
import type { CallDraft } from './call-view.js';
import type { Texts } from './membership-call.entity.js';

const LONGEST = { titles: 200, criteria: 4_000 } as const;

/** The draft, its texts trimmed. @throws InvalidInputError with every problem by field path */
export function checkedCall(draft: CallDraft): CallDraft {
  const { languages, opensOn, closesOn } = draft;
  const problems: InputProblem[] = [];
  const add = (path: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path, code, message });
  if (languages.length === 0) add('languages', 'MISSING', refusal('languages.atLeastOne'));
  if (new Set(languages).size < languages.length) {
    add('languages', 'DUPLICATE', refusal('languages.once'));
  }
  for (const field of ['titles', 'criteria'] as const) {
    const unknown = Object.keys(draft[field]).filter((key) => !isLocale(key));
    for (const key of unknown) add(`${field}.${key}`, 'UNKNOWN', refusal('languages.noPages'));
    for (const locale of LOCALES) {
      const text = draft[field][locale] ?? '';
      const offered = languages.includes(locale);
      problems.push(...textProblems(`${field}.${locale}`, text, LONGEST[field], offered));
      if (!offered && text.trim() !== '') {
        add(`${field}.${locale}`, 'CONTRADICTION', refusal('calls.notItsLanguage'));
      }
    }
  }
  if (!isDay(opensOn)) add('opensOn', 'MALFORMED', refusal('days.exists'));
  if (closesOn !== null && !isDay(closesOn)) {
    add('closesOn', 'MALFORMED', refusal('days.exists'));
  } else if (closesOn !== null && closesOn < opensOn) {
    add('closesOn', 'OUT_OF_RANGE', refusal('days.lastAfterFirst'));
  }
  throwIfProblems(problems);
  const { titles, criteria } = draft;
  return { ...draft, titles: trimmed(titles), criteria: trimmed(criteria) };
}

function isLocale(key: string): boolean {
  return LOCALES.some((locale) => locale === key);
}

function trimmed(texts: Readonly<Texts>): Texts {
  const written = Object.entries(texts).map(([locale, text]) => [locale, text.trim()] as const);
  return Object.fromEntries(written.filter(([, text]) => text !== ''));
}
