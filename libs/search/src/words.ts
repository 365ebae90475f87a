import { firstLetters, foldText } from '#vocabulary';

/** More words than this say nothing more about what is sought. */
const MOST_WORDS = 10;
/** A longer word is cut: no name or label is so long. */
const LONGEST_WORD = 40;

/** The folded words of a text. NUL and lone surrogates fold away like any other separator. */
export function wordsOf(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => firstLetters(word, LONGEST_WORD));
}

/** The words a search looks for. */
export function queryWords(text: string | undefined): string[] {
  return wordsOf(text ?? '').slice(0, MOST_WORDS);
}

/** From this length on a word may have one typing error, from the second on two. */
const ONE_TYPO_FROM = 4;
const TWO_TYPOS_FROM = 9;

/** How many typing errors a word may have. */
export function typosAllowed(word: string): 0 | 1 | 2 {
  const letters = Array.from(word).length;
  if (/\d/.test(word) || letters < ONE_TYPO_FROM) return 0;
  return letters < TWO_TYPOS_FROM ? 1 : 2;
}
