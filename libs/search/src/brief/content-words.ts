import { wordsOf } from '../words.js';
import { STOP_WORDS } from './stop-words.js';

/** More words than this of one brief are not looked for: about all of a page. */
const MOST_CONTENT_WORDS = 64;

/**
 * The different words of a brief that say what it is about, in its order: no stop word, and no single
 * letter, which is what is left of an elision.
 */
export function contentWords(brief: string): string[] {
  const words = wordsOf(brief).filter((word) => word.length > 1 && !STOP_WORDS.has(word));
  return [...new Set(words)].slice(0, MOST_CONTENT_WORDS);
}
