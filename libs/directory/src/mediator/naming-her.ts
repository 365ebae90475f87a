import type { Transaction } from '#database';
import { foldText } from '#vocabulary';
import { SELECT_HER_NAMES } from './read-models.js';

/** Shorter words of Latin letters or digits stand in many names and in other texts, too: "de", "Al". Other scripts have shorter names. */
const SHORTEST = 3;
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
/** So long a word is found within others, too: "amina" in "aminadiallo.xlsx". */
const FOUND_WITHIN = 5;
/** Of syllables and ideographs, which are often written without spaces, two are enough: 王芳 in "王芳简历.xlsx". */
const SYLLABLE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
const SYLLABLES = new RegExp(`^${SYLLABLE}{2,}$`, 'u');
const BETWEEN_SYLLABLES = new RegExp(`(?<=${SYLLABLE}) (?=${SYLLABLE})`, 'gu');

/**
 * What tells whether a short text, such as the name of a file, holds a word of any name of a woman. It rather forgets
 * "Amina 2024.xlsx" because of another Amina than keeps it.
 */
export async function namingHer(
  tx: Transaction,
  mediatorId: string,
): Promise<(text: string) => boolean> {
  const names = await tx.query<{ name: string }>(SELECT_HER_NAMES, [mediatorId]);
  const hers = [...new Set(names.flatMap(({ name }) => wordsOf(name)))];
  return (text) =>
    wordsOf(text).some((word) =>
      hers.some((her) => word === her || (isFoundWithin(her) && word.includes(her))),
    );
}

function isFoundWithin(word: string): boolean {
  return word.length >= FOUND_WITHIN || SYLLABLES.test(word);
}

const BETWEEN_WORDS =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|[_.]/gu;

/** "2024CVAminaDiallo-2.xlsx" holds "amina" and "diallo"; "王_芳.xlsx" holds 王, 芳 and 王芳. */
function wordsOf(text: string): string[] {
  // Some systems write the mark of a letter behind it.
  const apart = text.normalize('NFC').replaceAll(BETWEEN_WORDS, ' ');
  const folded = foldText(apart);
  const together = folded.replaceAll(BETWEEN_SYLLABLES, '');
  return [...folded.split(' '), ...together.split(' ')].filter(
    (word) => word.length >= SHORTEST || OTHER_SCRIPT.test(word),
  );
}
