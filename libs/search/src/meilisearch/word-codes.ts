import { namePieces } from '../document/name-pieces.js';
import type { SearchDocument } from '../document/search-document.js';
import { indexedWords, type Kind } from '../words.js';

/** The words of a document by where they stand, as codes. */
export interface WordCodes {
  readonly nameWords: readonly string[];
  /** Of names and labels. */
  readonly labelWords: readonly string[];
  /** Of all, and the tokens. */
  readonly words: readonly string[];
  readonly namePieces: readonly string[];
}

/** Digits of one letter; Unicode has letters up to 10FFFF. */
const DIGITS = 6;

/**
 * A word in letters that the server leaves as they are. It would decompose others, and order words
 * by what comes out. Each letter has its own code, so a beginning of a word is the beginning of its code.
 */
export function codeOf(word: string): string {
  return word.replace(/[^a-z0-9]/gu, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return `_${code.toString(16).padStart(DIGITS, '0')}`;
  });
}

/** Behind all codes that begin with the same letters. */
export const BEHIND = '~';

export function wordCodes(document: SearchDocument): WordCodes {
  const { names, keywords, texts, tokens } = document;
  const nameWords = codes(names, 'name');
  const labelWords = unique([...nameWords, ...codes(keywords, 'text')]);
  const words = unique([
    ...labelWords,
    ...codes(Object.values(texts), 'text'),
    ...tokens.map(codeOf),
  ]);
  return { nameWords, labelWords, words, namePieces: namePieces(document).map(codeOf) };
}

function codes(texts: readonly string[], kind: Kind): string[] {
  return unique(
    texts.flatMap((text) => unique(indexedWords(text, kind).map(({ word }) => codeOf(word)))),
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
