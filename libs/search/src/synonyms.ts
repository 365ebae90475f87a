import { entries } from '#vocabulary';
import { wordsOf } from './words.js';

/** An abbreviation: two to six letters or digits, most of them capitals. */
const ABBREVIATION = /^(?=(?:.*[A-Z]){2})[A-Za-z0-9]{2,6}$/;

/** What abbreviations of the field stand for, folded: `ddr` and the words of its English label. */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  (['expertise', 'grouping'] as const)
    .flatMap((kind) => entries(kind))
    .flatMap(({ code, aliases, labels }) =>
      [code, ...aliases]
        .filter((name) => ABBREVIATION.test(name))
        .map((name) => [wordsOf(name).join(' '), wordsOf(labels.en)] as const),
    ),
);
