import type { Transaction } from '#database';
import { foldText } from '#vocabulary';
import { SELECT_HER_NAMES } from './read-models.js';

/** Shorter words stand in many names and in other texts, too: "de", "Al". */
const SHORTEST = 3;

/**
 * What tells whether a short text, such as the name of a file, holds a word of any name of a woman. It rather forgets
 * "Amina 2024.xlsx" because of another Amina than keeps it.
 */
export async function namingHer(
  tx: Transaction,
  mediatorId: string,
): Promise<(text: string) => boolean> {
  const names = await tx.query<{ name: string }>(SELECT_HER_NAMES, [mediatorId]);
  const words = new Set(names.flatMap(({ name }) => wordsOf(name)));
  return (text) => wordsOf(text).some((word) => words.has(word));
}

/** "CV_AminaDiallo-2.xlsx" holds "amina" and "diallo". */
function wordsOf(text: string): string[] {
  const apart = text.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|[_.]/gu, ' ');
  return foldText(apart)
    .split(' ')
    .filter((word) => word.length >= SHORTEST);
}
