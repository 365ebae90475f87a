import { editDistance } from '#vocabulary';
import type { SearchableProfile } from './document/search-document.js';
import { searchableNames } from './document/to-search-document.js';
import { soughtWords, type Sought } from './sought.js';
import { indexedWords, typosAllowed, type Kind, type PlacedWord } from './words.js';

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

/**
 * The fields in which a word of a search stands, each with the piece around the first place. Made
 * from what the viewer sees of her now and never from the index, which may be behind.
 */
export function highlightsOf(
  profile: Pick<SearchableProfile, 'name' | 'otherNames' | 'texts'>,
  search: string | undefined,
): Highlight[] {
  const words = soughtWords(search);
  if (words.length === 0) return [];
  const fields = [
    ...searchableNames(profile).map((text) => ['name', text, 'name'] as const),
    ...Object.entries(profile.texts).map(([name, text]) => [name, text, 'text'] as const),
  ];
  return fields.flatMap(([field, text, kind]) => {
    const fragment = fragmentOf(text, foundIn(text, kind, words));
    return fragment === null ? [] : [{ field, fragment }];
  });
}

/** A place in a text; `end` is the place behind. */
type Span = Pick<PlacedWord, 'start' | 'end'>;

/**
 * The places of what is sought, in order and apart: marked is the text as it is written, whatever is folded
 * away in it. Of several that begin at one place the shortest is marked.
 */
function foundIn(text: string, kind: Kind, sought: readonly Sought[]): Span[] {
  const found = indexedWords(text, kind).filter(({ word }) =>
    sought.some((want) => isSought(word, want, kind)),
  );
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = spans.at(-1);
    if (!last || start >= last.end) spans.push({ start, end });
    else if (start > last.start) last.end = Math.max(last.end, end);
  }
  return spans;
}

function fragmentOf(text: string, found: readonly Span[]): string | null {
  const first = found[0];
  if (!first) return null;
  const start = wholeLetter(text, Math.max(0, first.start - CONTEXT));
  const end = wholeLetter(text, Math.min(text.length, first.end + CONTEXT));
  let piece = '';
  let at = start;
  for (const span of found) {
    if (span.end > end) break;
    piece += `${text.slice(at, span.start)}${OPEN}${text.slice(span.start, span.end)}${CLOSE}`;
    at = span.end;
  }
  piece += text.slice(at, end);
  return `${start > 0 ? '…' : ''}${piece.toWellFormed()}${end < text.length ? '…' : ''}`;
}

/** The place itself, or the one before it where it lies within a letter of two code units. */
function wholeLetter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** As both engines find: typing errors are forgiven in names, and in what means a word of a label. */
function isSought(word: string, sought: Sought, kind: Kind): boolean {
  const { whole, beginnings, corrections, pieces } = sought;
  return (
    whole.includes(word) ||
    beginnings.some((beginning) => word.startsWith(beginning)) ||
    corrections.includes(word) ||
    (kind === 'name' &&
      pieces.length > 0 &&
      whole.some((want) => editDistance(word, want, typosAllowed(want)) <= typosAllowed(want)))
  );
}
