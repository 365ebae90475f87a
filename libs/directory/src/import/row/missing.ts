import { memoizeTexts } from '#kernel';
import { problem, type Problem, type Words } from '#messages';
import { foldText, parseLanguage, parseTerritory } from '#vocabulary';
import { columnsOf, type ImportField } from '../columns/fields.js';
import type { NaMeans } from '../columns/mapping.js';
import { beginning, DIGIT, isOfPeople, OF_PROGRAMS, PLAIN } from '../columns/missing-words.js';

/** "-", "--", ".", "…", "?" */
const MARKS = /^[-–—−_.…·?¿/\\*#~=\s]+$/u;
/** No mark has as many letters and digits of ASCII. */
const TOO_MANY = 10;
const COUNTRIES: ReadonlySet<ImportField> = new Set(
  columnsOf(({ type }) => 'of' in type && type.of === 'territory'),
);
const NO_WORDS: ReadonlySet<ImportField> = new Set<ImportField>([
  ...columnsOf(({ type }) => type.kind === 'name' || type.kind === 'names'),
  'external_id',
  'email',
  'telephone',
  'languages',
]);
const REQUIRED: ReadonlySet<ImportField> = new Set(['external_id', 'full_name']);
/** What keeps a woman safe is never taken to be missing. */
const SAFETY: ReadonlySet<ImportField> = new Set(
  columnsOf(({ type, safety }) => safety && type.kind !== 'name'),
);
/** Words for yes and no that are codes of Norway and Slovenia. */
const YES_OR_NO = /^(no|si)$/i;

/** Nothing is said here; or the text may say it, or not, and nobody can tell. */
export type Missing = 'empty' | { readonly reason: Problem; readonly suggestion: Words | null };

/** A code of two or three letters. */
const CODE = /^[a-z]{2,3}$/;

/**
 * Null for a text, or one value of several, that is no mark for a missing value. `beside`: the other values
 * of the cell.
 */
export function missingIn(
  field: ImportField,
  text: string,
  naMeans?: NaMeans,
  beside: readonly string[] = [],
): Missing | null {
  // People write "nd" for a whole cell. In a list of codes it is one of them: North Ndebele. (R pastes NA into lists.)
  if (
    field === 'languages' &&
    text === 'nd' &&
    beside.some((value) => CODE.test(value) && value !== 'nd')
  ) {
    return null;
  }
  if (COUNTRIES.has(field) && !hasManyLetters(text) && YES_OR_NO.test(foldText(text))) {
    // In capitals it is a country code, but where countries are ruled out "NO" is also an answer.
    return /^(NO|SI)$/.test(text) && field !== 'ruled_out' ? null : eitherOr(field, text);
  }
  if (!isMark(text) && !(NO_WORDS.has(field) && isOfPeople(text))) return null;
  if (naMeans === 'Namibia' && COUNTRIES.has(field) && foldText(text) === 'na') return null;
  if (naMeans === 'missing' && !SAFETY.has(field)) return 'empty';
  return eitherOr(field, text);
}

/**
 * Of every text in a file this is asked: most are told by their letters and digits alone, the rest come again and again.
 */
function isMark(text: string): boolean {
  if (hasManyLetters(text) || DIGIT.test(text)) return false;
  if (PLAIN.test(text) && !MARK_BEGINNINGS.has(beginning(text))) return false;
  return isFewLettersMark(text);
}

/** The same of marks that begin with three letters. */
const MARK_BEGINNINGS: ReadonlySet<string> = new Set(
  [...OF_PROGRAMS].filter((mark) => PLAIN.test(mark)).map(beginning),
);

function hasManyLetters(text: string): boolean {
  let found = 0;
  for (let i = 0; i < text.length && found < TOO_MANY; i++) {
    const code = text.charCodeAt(i);
    const small = code | 0x20;
    if ((small >= 0x61 && small <= 0x7a) || (code >= 0x30 && code <= 0x39)) found += 1;
  }
  return found === TOO_MANY;
}

/** Longer texts are not kept: they may be contact data, and few of them come twice. */
const LONGEST_KEPT = 20;

const isFewLettersMark = memoizeTexts(
  (text: string): boolean => {
    const plain = text.normalize('NFKC').toLowerCase();
    const bare = plain.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    return OF_PROGRAMS.has(plain) || OF_PROGRAMS.has(bare) || MARKS.test(plain);
  },
  { longest: LONGEST_KEPT },
);

function eitherOr(field: ImportField, text: string): Missing {
  const name = nameOf(field, text);
  if (name !== null) {
    return {
      reason: problem('missing.named', { text, name }),
      suggestion: problem('suggest.namedOrEmpty', { name }),
    };
  }
  if (field === 'pseudonymous') {
    return {
      reason: problem('missing.atRisk', { text }),
      suggestion: problem('suggest.yesOrNo'),
    };
  }
  if (REQUIRED.has(field)) {
    return { reason: problem('missing.required', { text }), suggestion: null };
  }
  return {
    reason: problem(SAFETY.has(field) ? 'missing.ruledOut' : 'missing.other', { text }),
    suggestion: problem('suggest.empty'),
  };
}

/** What else the text names. */
function nameOf(field: ImportField, text: string): Words | null {
  if (COUNTRIES.has(field)) {
    const parsed = parseTerritory(text);
    return parsed.ok ? { kind: 'territory', codes: [parsed.value] } : null;
  }
  if (field !== 'languages') return null;
  const parsed = parseLanguage(text);
  if (parsed.ok) return { kind: 'language', codes: [parsed.value] };
  const { reason, suggestions } = parsed.problem;
  if (reason !== 'ambiguous') return null;
  return { kind: 'language', codes: suggestions.map(({ code }) => code) };
}
