import { editDistance, foldText } from '#vocabulary';
import type { SearchableProfile } from './document/search-document.js';
import { searchableNames, searchableTexts } from './document/to-search-document.js';
import { queryWords, typosAllowed } from './words.js';

/** A piece of a field around what was found, which stands between `‹` and `›`. Never HTML. */
export interface Highlight {
  readonly field: string;
  readonly fragment: string;
}

/** Marks around what was found: plain quotation marks that no template takes for code. */
const OPEN = '‹';
const CLOSE = '›';
/** Characters of context before and after the first word found. */
const CONTEXT = 60;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The fields in which a word of a search stands, each with the piece around the first place. Made
 * from what the viewer sees of her now and never from the index, which may be behind.
 */
export function highlightsOf(profile: SearchableProfile, search: string | undefined): Highlight[] {
  const words = queryWords(search);
  if (words.length === 0) return [];
  const fields = [
    ...searchableNames(profile).map((text) => ['name', text] as const),
    ...Object.entries(searchableTexts(profile)),
  ];
  return fields.flatMap(([field, text]) => {
    const fragment = fragmentOf(text, words);
    return fragment === null ? [] : [{ field, fragment }];
  });
}

function fragmentOf(text: string, words: readonly string[]): string | null {
  const found = [...text.matchAll(WORD)].filter(([word]) => isSought(foldText(word), words));
  const first = found[0];
  if (!first) return null;
  const start = wholeLetter(text, Math.max(0, first.index - CONTEXT));
  const end = wholeLetter(text, Math.min(text.length, first.index + first[0].length + CONTEXT));
  let piece = '';
  let at = start;
  for (const match of found) {
    const stop = match.index + match[0].length;
    if (stop > end) break;
    piece += `${text.slice(at, match.index)}${OPEN}${match[0]}${CLOSE}`;
    at = stop;
  }
  piece += text.slice(at, end);
  return `${start > 0 ? '…' : ''}${piece.toWellFormed()}${end < text.length ? '…' : ''}`;
}

/** The place itself, or the one before it where it lies within a letter of two code units. */
function wholeLetter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function isSought(word: string, sought: readonly string[]): boolean {
  return sought.some(
    (want, i) =>
      word === want ||
      (i === sought.length - 1 && word.startsWith(want)) ||
      editDistance(word, want, typosAllowed(want)) <= typosAllowed(want),
  );
}
