import { foldedWords } from '#vocabulary';
import { type Birth, birthOf } from '../comparisons/birth.js';
import type { Lexicon } from '../names/lexicon.js';
import { type NameParts, partsOf } from '../names/compare-names.js';
import type { LinkageRecord } from '../record.js';

/** Kinds of values that are shared or not. */
export const SHARED_KINDS = [
  'NATIONALITY',
  'RESIDENCE',
  'LANGUAGE',
  'MAIL',
  'TELEPHONE',
  'IDENTIFIER',
  'TEXT',
] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** A record as it is compared. */
export interface PreparedRecord {
  readonly record: LinkageRecord;
  /** Different names that have any word; the order is that of the names as text. */
  readonly names: readonly { readonly text: string; readonly parts: NameParts }[];
  /** All words of all names. */
  readonly words: ReadonlySet<number>;
  readonly birth: Birth | null;
  readonly values: Readonly<Record<SharedKind, ReadonlySet<string>>>;
}

/** Of more names than this, the first ones in the order of texts are compared: no woman has so many. */
const MOST_NAMES = 30;
/** Shorter words of texts say nothing. */
const SHORTEST_WORD = 3;

export function prepare(record: LinkageRecord, lexicon: Lexicon): PreparedRecord {
  const names = new Map<string, PreparedRecord['names'][number]>();
  for (const text of record.names.toSorted()) {
    const parts = partsOf(text, lexicon);
    const key = parts.join(' ');
    if (parts.length > 0 && names.size < MOST_NAMES && !names.has(key))
      names.set(key, { text, parts });
  }
  return {
    record,
    names: [...names.values()],
    words: new Set([...names.values()].flatMap(({ parts }) => parts)),
    birth: birthOf(record.born),
    values: {
      NATIONALITY: new Set(record.nationalities),
      RESIDENCE: new Set(record.residence ? [record.residence] : []),
      LANGUAGE: new Set(record.languages),
      MAIL: new Set(record.mails),
      TELEPHONE: new Set(record.telephones),
      IDENTIFIER: new Set(record.identifiers),
      TEXT: new Set(record.texts?.flatMap((text) => wordsOf(text))),
    },
  };
}

function wordsOf(text: string): string[] {
  return foldedWords(text).filter((word) => word.length >= SHORTEST_WORD);
}
