import { entries } from '#vocabulary';
import { correctionsOf, typoPieces } from './typos.js';
import { joinsAround, piecesOf, wordsOfPiece, wordsOf } from './words.js';

/** An abbreviation: two to six letters or digits, most of them capitals. */
const ABBREVIATION = /^(?=(?:.*[A-Z]){2})[A-Za-z0-9]{2,6}$/;

/** What abbreviations of the field stand for, folded: `ddr` and the words of its English label. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  (['expertise', 'grouping'] as const)
    .flatMap((kind) => entries(kind))
    .flatMap(({ code, aliases, labels }) =>
      [code, ...aliases]
        .filter((name) => ABBREVIATION.test(name))
        .map((name) => [wordsOf(name).join(' '), wordsOf(labels.en)] as const),
    ),
);

/** More words than this say nothing more about what is sought. */
const MOST_WORDS = 10;

/**
 * What finds a word: anything in any of these lists. Both engines are asked for exactly this and decide
 * nothing by themselves, so that both find the same women.
 */
export interface Sought {
  /** Words that are indexed as they stand here. */
  readonly whole: readonly string[];
  /** Beginnings of indexed words. */
  readonly beginnings: readonly string[];
  /** Several words, all of which must be there: what an abbreviation stands for. */
  readonly phrases: readonly (readonly string[])[];
  /** Words of labels that a misspelt one may mean. */
  readonly corrections: readonly string[];
  /** Pieces of names that a misspelt one may mean (`typoPieces`). */
  readonly pieces: readonly string[];
}

/** A word as it is looked for, and those as which it may be written together with its neighbours. */
export interface SoughtWord {
  readonly word: string;
  readonly joined: readonly string[];
  readonly tolerant: boolean;
}

/** What finds a whole word of a brief. */
export function soughtInBrief({ word, joined, tolerant }: SoughtWord): Sought {
  return {
    whole: [word, ...joined],
    beginnings: [],
    phrases: meaningsOf(word),
    corrections: tolerant ? correctionsOf(word) : [],
    pieces: tolerant ? typoPieces(word) : [],
  };
}

/**
 * The words of a search, of which each must be found; the last one also as the beginning of a word. A
 * typing error is forgiven in each, and in what an apostrophe or a hyphen ties together.
 */
export function soughtWords(text: string | undefined): Sought[] {
  const pieces = piecesOf(text ?? '');
  const sought: Sought[] = [];
  for (const [at, piece] of pieces.entries()) {
    // What is sought is worked out for as many words as are looked for, however long the text is.
    const words = wordsOfPiece(piece).slice(0, MOST_WORDS - sought.length);
    if (words.length === 0) break;
    const joins = joinsAround(pieces, at, true);
    const tied = joinsAround(pieces, at, false).map(({ word }) => word);
    const isEnd = at === pieces.length - 1 && words.length === wordsOfPiece(piece).length;
    const found = words.map((word, i): Sought => {
      const isLast = isEnd && i === words.length - 1;
      const ends = joins.filter(({ toEnd }) => toEnd).map((join) => join.word);
      return {
        whole: [...new Set([word, ...joins.map((join) => join.word)])],
        beginnings: [...new Set([...(isLast ? [word] : []), ...ends])],
        phrases: meaningsOf(word),
        corrections: correctionsOf(word),
        pieces: [...new Set([word, ...tied].flatMap(typoPieces))],
      };
    });
    sought.push(...found);
  }
  return sought;
}

function meaningsOf(word: string): readonly (readonly string[])[] {
  const meaning = SYNONYMS.get(word);
  return meaning ? [meaning] : [];
}
