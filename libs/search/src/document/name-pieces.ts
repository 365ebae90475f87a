import { typoPieces } from '../typos.js';
import { joinedWord, piecesOf } from '../words.js';
import type { SearchDocument } from './search-document.js';

/** What misspelt names are found by: pieces of each part of a name, and of parts that a sign ties together. */
export function namePieces({ names }: SearchDocument): string[] {
  const words = names.flatMap((name) => {
    const parts = piecesOf(name);
    const tied = parts.flatMap((_, i) => joinedWord(parts, i, 2, false)?.word ?? []);
    return [...parts.map(({ word }) => word), ...tied];
  });
  return [...new Set(words.flatMap(typoPieces))];
}
