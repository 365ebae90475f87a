import { foldText } from './fold.js';

/** The words of a text, folded: as names are compared that somebody types the beginning of. */
export function foldedWords(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** Whether each word that was typed (`foldedWords`) begins a word of one of the names. */
export function isCalled(names: readonly (string | null)[], typed: readonly string[]): boolean {
  return names.some((name) => {
    const words = foldedWords(name ?? '');
    return typed.every((start) => words.some((word) => word.startsWith(start)));
  });
}
