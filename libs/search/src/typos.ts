import { editDistance, entries, type VocabularyKind } from '#vocabulary';
import { indexedWords, typosAllowed } from './words.js';

/**
 * None where a word may have no typing error; otherwise the word and what is left of it when one letter (two, in a long word) is taken away. Two words that
 * share a piece are within a typing error of each other: a letter more, less, changed, or two
 * exchanged (the symmetric delete method, W. Garbe 2012). An index look-up finds them.
 */
export function typoPieces(word: string): string[] {
  const allowed = typosAllowed(word);
  if (allowed === 0) return [];
  const pieces = new Set([word]);
  let frontier = [word];
  for (let edit = 0; edit < allowed; edit++) {
    frontier = frontier.flatMap((piece) => withoutOneLetter(piece));
    for (const piece of frontier) pieces.add(piece);
  }
  return [...pieces];
}

function withoutOneLetter(word: string): string[] {
  const letters = Array.from(word);
  return letters.map((_, i) => letters.toSpliced(i, 1).join(''));
}

/** Kinds whose labels are in every document's keywords. */
const LABELLED: readonly VocabularyKind[] = [
  'language',
  'territory',
  'region',
  'grouping',
  'expertise',
  'role',
];

/** The words of labels, each with what tells quickly that it is too far from another. */
interface LabelWords {
  readonly words: readonly string[];
  readonly lengths: Int32Array;
  readonly letters: Int32Array;
  readonly all: ReadonlySet<string>;
}

let labelWords: LabelWords | null = null;

/**
 * Words of the vocabulary's labels that a misspelt word may mean; none when it is one of them. Nothing is remembered: how long
 * it takes must not tell whether somebody has looked for the same word.
 */
export function correctionsOf(word: string): string[] {
  const allowed = typosAllowed(word);
  if (allowed === 0) return [];
  labelWords ??= collectLabelWords();
  const { words, lengths, letters, all } = labelWords;
  if (all.has(word)) return [];
  const [length, own] = [lengthOf(word), lettersOf(word)];
  const found: string[] = [];
  // Each typing error changes two of the marks at most. A brief may have sixty such words, and labels thousands.
  for (let i = 0; i < words.length; i++) {
    if (Math.abs(length - lengths[i]!) > allowed || marks(own ^ letters[i]!) > 2 * allowed)
      continue;
    if (editDistance(word, words[i]!, allowed) <= allowed) found.push(words[i]!);
  }
  return found;
}

/** In letters, as typing errors are counted. */
function lengthOf(word: string): number {
  return Array.from(word).length;
}

/** A mark for each letter of the word, as 32 bits have room: of letters that share a mark one counts. */
function lettersOf(word: string): number {
  let marked = 0;
  for (const letter of word) marked |= 1 << ((letter.codePointAt(0) ?? 0) % 32);
  return marked;
}

/** How many bits are set: pairs of them are added up, then fours, then bytes (Warren, "Hacker's Delight", 5-1). */
function marks(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function collectLabelWords(): LabelWords {
  const words = new Set<string>();
  for (const { labels } of LABELLED.flatMap((kind) => entries(kind))) {
    const texts = Object.values(labels);
    // Of thousands of small languages only the code and an English name are known: too many near words.
    if (texts.length < 2) continue;
    for (const text of texts) for (const { word } of indexedWords(text, 'text')) words.add(word);
  }
  const list = [...words];
  return {
    words: list,
    lengths: Int32Array.from(list, lengthOf),
    letters: Int32Array.from(list, lettersOf),
    all: words,
  };
}
