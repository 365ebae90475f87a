import type { SoughtWord } from '../sought.js';
import { joinedWord, piecesOf, wordsOfPiece, type Piece } from '../words.js';
import { languagesOf } from '../meaning/languages.js';
import { conceptTokens, stemTokens } from '../meaning/tokens.js';
import { isStopWord, PARTICLES } from '../meaning/stop-words.js';

/** More words than this of one brief are not looked for: about all of a page. */
const MOST_CONTENT_WORDS = 64;
/** Nor more concepts. */
const MOST_CONCEPTS = 16;

/** A word or concept of a brief, before it is known whether anybody has it as it is spelt. */
export type ContentWord = Omit<SoughtWord, 'tolerant'>;

/**
 * The different words of a brief that say what it is about, in its order: no stop word, and no single
 * letter, which is what is left of an elision. Each with what it makes with the word before or behind it,
 * for a name may be written as one word: Al-Sayed, Alsayed.
 */
export function contentWords(brief: string): ContentWord[] {
  const pieces = piecesOf(brief);
  const found = new Map<string, Set<string>>();
  pieces.forEach((piece, at) => {
    const joined = [joinOf(pieces, at - 1), joinOf(pieces, at)].filter((word) => word !== null);
    for (const word of wordsOfPiece(piece).filter((each) => !isStopWord(each))) {
      const known = found.get(word);
      if (known) for (const other of joined) known.add(other);
      else if (found.size < MOST_CONTENT_WORDS) found.set(word, new Set(joined));
    }
  });
  return [...found].map(([word, joined]) => ({ word, joined: [...joined] }));
}

/**
 * What a brief is searched by: each of its content words, which any form of it finds as well, and each concept that it names,
 * whatever name is used for it in a profile.
 */
export function soughtByBrief(brief: string): ContentWord[] {
  const pieces = piecesOf(brief);
  const stems = stemTokens(brief, pieces, languagesOf(pieces));
  const words = contentWords(brief).map(({ word, joined }) => ({
    word,
    joined: [...joined, ...(stems.get(word) ?? [])],
  }));
  const concepts = new Map(
    [...conceptTokens(brief, pieces).values()].map(([token = '', ...others]) => [token, others]),
  );
  return [
    ...words,
    ...[...concepts].slice(0, MOST_CONCEPTS).map(([word, joined]) => ({ word, joined })),
  ];
}

/** Two neighbours as one word: tied by a sign, or both of them possibly parts of a name. */
function joinOf(pieces: readonly Piece[], from: number): string | null {
  const [one, other] = [pieces[from], pieces[from + 1]];
  if (!one || !other) return null;
  const untied = (PARTICLES.has(one.word) || !isStopWord(one.word)) && !isStopWord(other.word);
  return joinedWord(pieces, from, 2, untied)?.word ?? null;
}
