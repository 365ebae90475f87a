import type { Locale } from '#vocabulary';
import { STOP_WORDS_BY_LANGUAGE } from './stop-words.js';
import type { Piece } from '../words.js';

const LATIN: readonly Locale[] = ['en', 'es', 'fr', 'pt', 'sw'];
const ARABIC: readonly Locale[] = ['ar'];

/**
 * The languages in which a text may be, of those whose words can be stemmed: those of which it has the most stop words; where it
 * has none at all, those of its script. [] where it is in another language or script.
 */
export function languagesOf(pieces: readonly Pick<Piece, 'word'>[]): readonly Locale[] {
  const counts = Object.entries(STOP_WORDS_BY_LANGUAGE).map(([language, stopWords]) => ({
    language,
    count: pieces.filter(({ word }) => stopWords.has(word)).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  if (most === 0) {
    if (pieces.some(({ word }) => /\p{Script=Arabic}/u.test(word))) return ARABIC;
    return pieces.some(({ word }) => /\p{Script=Latin}/u.test(word)) ? LATIN : [];
  }
  const told = new Set<string>(
    counts.filter(({ count }) => count === most).map(({ language }) => language),
  );
  return [...LATIN, ...ARABIC].filter((language) => told.has(language));
}
