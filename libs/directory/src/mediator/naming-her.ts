import type { Transaction } from '#database';
import { foldText } from '#vocabulary';
import { SELECT_HER_NAMES } from './read-models.js';

/** Shorter words stand in many names and in other texts, too: "de", "Al". */
const SHORTEST = 3;
/** So long a word is found within others, too: "amina" in "aminadiallo.xlsx". */
const FOUND_WITHIN = 5;

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
      hers.some((her) => word === her || (her.length >= FOUND_WITHIN && word.includes(her))),
    );
}

const BETWEEN_WORDS =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|[_.]/gu;

/** "2024CVAminaDiallo-2.xlsx" holds "amina" and "diallo". */
function wordsOf(text: string): string[] {
  // Some systems write the mark of a letter behind it.
  const apart = text.normalize('NFC').replaceAll(BETWEEN_WORDS, ' ');
  return foldText(apart)
    .split(' ')
    .filter((word) => word.length >= SHORTEST);
}
