import { foldText } from '#vocabulary';
import { firstLetters, memoizeTexts } from '#kernel';

/** A longer word is cut: no name or label is so long. */
export const LONGEST_WORD = 40;
/** How many parts of a name may be written as one word: Van der Berg, Vanderberg. */
const MOST_JOINED = 3;

/** Scripts that are written without spaces between words, or whose names are. */
const UNSPACED_LETTER =
  '(?:[\\u2e80-\\u2fdf]|(?![\\p{N}\\p{P}\\p{S}\\p{Z}\\p{Cf}])[\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}])';
const UNSPACED = new RegExp(UNSPACED_LETTER, 'u');
/** Apostrophes that Unicode calls letters. */
const APOSTROPHE_LETTERS = 'ʹʺʻʼʽʾʿˀˁˈˊˋˌꞋꞌ';
const PIECE = new RegExp(
  [
    `(?:${UNSPACED_LETTER})(?:${UNSPACED_LETTER}|[\\p{M}\\p{Cf}])*`,
    `(?:(?!${UNSPACED_LETTER})(?![${APOSTROPHE_LETTERS}])[\\p{L}\\p{N}\\p{M}\\p{Cf}])+`,
    '\\+',
  ].join('|'),
  'gu',
);
/** What stands between two parts of one word: N’Diaye, El-Amin. */
const LINK = new RegExp(`^[\\p{Cf}]*[${APOSTROPHE_LETTERS}'’‘‛\`´′＇՚׳\\p{Pd}]$`, 'u');
/** A letter with its marks; a syllable of Hangul, also where it is written letter by letter. */
const LETTERS = /[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M}[\p{M}\uff9e\uff9f]*/gu;

/** A word of a text, and where in it; `end` is the place behind. Places count UTF-16 units. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of a text between spaces and punctuation, folded. */
export interface Piece extends PlacedWord {
  /** Whether an apostrophe or a hyphen, and nothing else, ties it to the piece before. */
  readonly linked: boolean;
  /** Of a script without spaces: each letter with its marks, folded; such a piece has no other words. */
  readonly letters: readonly PlacedWord[] | null;
}

/** The pieces of a text. NUL and lone surrogates separate like punctuation. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let behind = 0;
  for (const { 0: written, index: start } of text.matchAll(PIECE)) {
    const end = start + written.length;
    const linked = pieces.length > 0 && LINK.test(text.slice(behind, start));
    if (UNSPACED.test(written)) {
      const letters = lettersOf(written, start);
      const word = letters.map((letter) => letter.word).join('');
      if (word !== '') pieces.push({ word, start, end, linked, letters });
    } else {
      folded(written).forEach((word, i) => {
        pieces.push({ word, start, end, linked: linked && i === 0, letters: null });
      });
    }
    behind = end;
  }
  return pieces;
}

/**
 * The folded words of a piece as it is written: of a compatibility form there may be several, or none. Texts have the
 * same words again and again, and to fold one costs more than to look it up.
 */
const folded = memoizeTexts(
  (written): readonly string[] =>
    foldText(written)
      .split(' ')
      .filter(Boolean)
      .map((word) => firstLetters(word, LONGEST_WORD)),
  { longest: LONGEST_WORD },
);

function lettersOf(written: string, start: number): PlacedWord[] {
  return [...written.matchAll(LETTERS)].flatMap(({ 0: letter, index }) => {
    const word = folded(letter).join('');
    const at = start + index;
    return word === '' ? [] : [{ word, start: at, end: at + letter.length }];
  });
}

/** The words of a text, in its order. */
export function wordsOf(text: string): string[] {
  return piecesOf(text).flatMap(wordsOfPiece);
}

/**
 * The words that must all be found where a piece is sought: the piece, or of a script without spaces each
 * two neighbouring letters. Which of them make a word, only a dictionary would know.
 */
export function wordsOfPiece({ word, letters }: Piece): string[] {
  if (!letters) return [word];
  return letters.length === 1 ? [word] : pairs(letters).map((pair) => pair.word);
}

/** What a text says: names are written in one word or in several, without anything between. */
export type Kind = 'name' | 'text';

/** All words under which a text is found: its own, and parts of it that are also written as one. */
export function indexedWords(text: string, kind: Kind): PlacedWord[] {
  const pieces = piecesOf(text);
  return pieces.flatMap((piece, i) => {
    if (!piece.letters) return [piece, ...joinedFrom(pieces, i, kind)];
    const next = kind === 'name' ? pieces[i + 1]?.letters?.[0] : undefined;
    return [...piece.letters, ...pairs(next ? [...piece.letters, next] : piece.letters)];
  });
}

/** The words that begin at a piece and are made of it and what follows. */
function joinedFrom(pieces: readonly Piece[], from: number, kind: Kind): PlacedWord[] {
  const joined: PlacedWord[] = [];
  for (let parts = 2; parts <= MOST_JOINED; parts++) {
    const word = joinedWord(pieces, from, parts, kind === 'name');
    if (word) joined.push(word);
  }
  return joined;
}

/** So many pieces as one word; null where they cannot be one, or are tied by nothing and should be. */
export function joinedWord(
  pieces: readonly Piece[],
  from: number,
  parts: number,
  untied: boolean,
): PlacedWord | null {
  const run = pieces.slice(Math.max(0, from), from + parts);
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last || run.length < parts) return null;
  if (run.some(({ letters }, i) => letters || (i > 0 && !untied && !run[i]?.linked))) return null;
  const word = run.map((piece) => piece.word).join('');
  return { word: firstLetters(word, LONGEST_WORD), start: first.start, end: last.end };
}

/** All joined words that a piece is part of. */
export function joinsAround(
  pieces: readonly Piece[],
  at: number,
  untied: boolean,
): readonly (PlacedWord & { readonly toEnd: boolean })[] {
  const joins = [];
  for (let parts = 2; parts <= MOST_JOINED; parts++) {
    for (let from = Math.max(0, at - parts + 1); from <= at; from++) {
      const word = joinedWord(pieces, from, parts, untied);
      if (word) joins.push({ ...word, toEnd: from + parts === pieces.length });
    }
  }
  return joins;
}

function pairs(letters: readonly PlacedWord[]): PlacedWord[] {
  return letters.flatMap(({ word, start }, i) => {
    const next = letters[i + 1];
    return next ? [{ word: word + next.word, start, end: next.end }] : [];
  });
}

/** From this length on a word may have one typing error, from the second on two. */
const ONE_TYPO_FROM = 4;
const TWO_TYPOS_FROM = 9;

/** How many typing errors a word may have: none with a digit, or in a script without spaces. */
export function typosAllowed(word: string): 0 | 1 | 2 {
  const letters = Array.from(word).length;
  if (letters < ONE_TYPO_FROM || /\d/.test(word) || UNSPACED.test(word)) return 0;
  return letters < TWO_TYPOS_FROM ? 1 : 2;
}
