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

/** Shorter words of texts say nothing. */
const SHORTEST_WORD = 3;

export function prepare(record: LinkageRecord, lexicon: Lexicon): PreparedRecord {
  const names = [...new Set(record.names)]
    .toSorted()
    .map((text) => ({ text, parts: partsOf(text, lexicon) }))
    .filter(({ parts }) => parts.length > 0);
  return {
    record,
    names,
    words: new Set(names.flatMap(({ parts }) => parts)),
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
