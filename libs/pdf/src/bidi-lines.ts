import bidiFactory, { type Bidi, type EmbeddingLevels } from 'bidi-js';

/** A stretch of a line in one direction, in the order in which it is written. */
export interface Run {
  readonly text: string;
  readonly rightToLeft: boolean;
}

/** A line with its runs from left to right. */
export interface Line {
  readonly runs: readonly Run[];
  /** It begins at the right edge. */
  readonly fromRight: boolean;
}

// The package is a function; its types call it a default export of a module that it is not.
const bidi = (bidiFactory as unknown as () => Bidi)();

/**
 * Breaks a text into lines no wider than `width` and orders each by the Unicode Bidirectional Algorithm, so that
 * what is drawn from left to right reads as it was written.
 *
 * @param isRightToLeft whether the document is in a language from right to left: then so is every paragraph with a letter
 *   from right to left, though it may begin with a name in other letters
 */
export function bidiLines(
  text: string,
  width: number,
  measure: (text: string) => number,
  isRightToLeft = false,
): Line[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((paragraph) => {
    const isForced = isRightToLeft && hasRightToLeft(paragraph);
    const embedding = bidi.getEmbeddingLevels(paragraph, isForced ? 'rtl' : 'auto');
    const fromRight = (embedding.paragraphs[0]?.level ?? 0) % 2 === 1;
    return breaks(paragraph, width, measure).map(([start, end]) => ({
      runs: runsOf(paragraph, embedding, start, end),
      fromRight,
    }));
  });
}

/** Whether a text has a letter that is written from right to left. */
function hasRightToLeft(text: string): boolean {
  return Array.from(text).some((one) => ['R', 'AL'].includes(bidi.getBidiCharTypeName(one)));
}

/** Where lines begin and end (exclusive); a word that is too long for a line is cut. */
function breaks(
  text: string,
  width: number,
  measure: (text: string) => number,
): [start: number, end: number][] {
  const lines: [number, number][] = [];
  let [start, end, used] = [0, 0, 0];
  const close = (at: number): void => {
    lines.push([start, end]);
    [start, end, used] = [at, at, 0];
  };
  const add = (stop: number, piece: number): void => {
    end = stop;
    used += piece;
  };
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const stop = index + word.length;
    const size = measure(word);
    const gap = end > start ? measure(' ') * (index - end) : 0;
    if (used + gap + size <= width) {
      if (end === start) start = index;
      add(stop, gap + size);
      continue;
    }
    if (end > start) close(index);
    else [start, end] = [index, index];
    if (size <= width) {
      add(stop, size);
      continue;
    }
    // Beside its neighbour a letter is wider or narrower than alone.
    let before = '';
    for (const character of word) {
      const piece = measure(before + character) - measure(before);
      const fits = end === start || used + piece <= width;
      if (!fits) close(end);
      add(end + character.length, fits ? piece : measure(character));
      before = character;
    }
  }
  if (end > start || lines.length === 0) lines.push([start, end]);
  return lines;
}

function runsOf(text: string, embedding: EmbeddingLevels, start: number, end: number): Run[] {
  if (end <= start) return [];
  const order = Array.from({ length: end - start }, (_, i) => start + i);
  for (const [from = 0, to = 0] of bidi.getReorderSegments(text, embedding, start, end - 1)) {
    const flipped = order.slice(from - start, to + 1 - start).toReversed();
    order.splice(from - start, flipped.length, ...flipped);
  }
  const levelOf = (index: number): number => embedding.levels[index] ?? 0;
  const groups: number[][] = [];
  for (const index of order) {
    const last = groups.at(-1);
    if (last && levelOf(last[0] ?? 0) === levelOf(index)) last.push(index);
    else groups.push([index]);
  }
  return groups.map((indices) => {
    const rightToLeft = levelOf(indices[0] ?? 0) % 2 === 1;
    const written = rightToLeft ? indices.toReversed() : indices;
    const characters = written.map((index) => {
      const character = text.charAt(index);
      return rightToLeft ? (bidi.getMirroredCharacter(character) ?? character) : character;
    });
    return { text: characters.join(''), rightToLeft };
  });
}
