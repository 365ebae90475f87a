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
 */
export function bidiLines(text: string, width: number, measure: (text: string) => number): Line[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((paragraph) => {
    const embedding = bidi.getEmbeddingLevels(paragraph);
    const fromRight = (embedding.paragraphs[0]?.level ?? 0) % 2 === 1;
    return breaks(paragraph, width, measure).map(([start, end]) => ({
      runs: runsOf(paragraph, embedding, start, end),
      fromRight,
    }));
  });
}

/** Where lines begin and end (exclusive); a word that is too long for a line is cut. */
function breaks(
  text: string,
  width: number,
  measure: (text: string) => number,
): [start: number, end: number][] {
  const lines: [number, number][] = [];
  let start = 0;
  let end = 0;
  const close = (): void => {
    lines.push([start, end]);
  };
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const stop = index + word.length;
    if (end === start) start = index;
    if (measure(text.slice(start, stop)) <= width) {
      end = stop;
      continue;
    }
    if (end > start) close();
    [start, end] = [index, index];
    for (const character of word) {
      if (end > start && measure(text.slice(start, end + character.length)) > width) {
        close();
        start = end;
      }
      end += character.length;
    }
  }
  if (end > start || lines.length === 0) close();
  return lines;
}

function runsOf(text: string, embedding: EmbeddingLevels, start: number, end: number): Run[] {
  if (end <= start) return [];
  const order = bidi.getReorderedIndices(text, embedding, start, end - 1).slice(start, end);
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
