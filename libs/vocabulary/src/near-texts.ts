import { editDistance, lettersOf } from './edit-distance.js';

/** An edit touches two parts at most: two letters that change places may lie in two. */
const TOUCHED = 2;

/**
 * Texts among which those at a small edit distance are found without a comparison with each. Every text is cut into one
 * part more than so many edits can touch, so that one part at least stands unchanged in a text that is near, as many
 * letters further on or back as there are edits at most (G. Li et al., "Pass-Join", VLDB 2011, for edits that touch one part).
 */
export class NearTexts {
  /** Places of texts by their length, the place of a part, and the part. */
  private readonly byPart = new Map<string, number[]>();
  /** Where each text stands first. */
  private readonly places = new Map<string, number>();
  /** Places of texts with fewer letters than parts. */
  private readonly short: number[] = [];
  private readonly parts: number;
  private readonly sets: readonly number[];

  /** @param most edits, the largest distance that is asked for */
  constructor(
    private readonly texts: readonly string[],
    most: number,
  ) {
    this.parts = TOUCHED * most + 1;
    this.sets = texts.map(lettersIn);
    texts.forEach((text, place) => {
      if (this.places.has(text)) return;
      this.places.set(text, place);
      const letters = lettersOf(text);
      if (letters.length < this.parts) this.short.push(place);
      else for (const key of this.keysOf(letters)) listOf(this.byPart, key).push(place);
    });
  }

  /** The place of the first text at this distance or less; null where there is none. */
  first(text: string, edits: number): number | null {
    let first = this.places.get(text) ?? Infinity;
    const compared = new Set<number>();
    const set = lettersIn(text);
    const compare = (places: readonly number[]): void => {
      for (const place of places) {
        if (place >= first) return;
        if (compared.has(place)) continue;
        compared.add(place);
        // An edit takes one letter out of the text and one into it at most.
        if (countOf((this.sets[place] ?? 0) ^ set) > 2 * edits) continue;
        if (editDistance(this.texts[place] ?? '', text, edits) <= edits) first = place;
      }
    };
    compare(this.short);
    const letters = lettersOf(text);
    for (let length = letters.length - edits; length <= letters.length + edits; length++) {
      for (const { from, to, at } of this.partsOf(length)) {
        for (let shift = -edits; shift <= edits; shift++) {
          if (from + shift < 0 || to + shift > letters.length) continue;
          const part = letters.slice(from + shift, to + shift);
          compare(this.byPart.get(keyOf(length, at, part)) ?? []);
        }
      }
    }
    return first === Infinity ? null : first;
  }

  private *keysOf(letters: string | readonly string[]): Generator<string> {
    for (const { from, to, at } of this.partsOf(letters.length)) {
      yield keyOf(letters.length, at, letters.slice(from, to));
    }
  }

  private *partsOf(length: number): Generator<{ from: number; to: number; at: number }> {
    if (length < this.parts) return;
    for (let at = 0; at < this.parts; at++) {
      const from = Math.floor((at * length) / this.parts);
      yield { from, to: Math.floor(((at + 1) * length) / this.parts), at };
    }
  }
}

/** Which letters a text has, as bits; several letters have one bit. */
function lettersIn(text: string): number {
  let set = 0;
  for (const letter of text) set |= 1 << ((letter.codePointAt(0) ?? 0) & 31);
  return set;
}

/** How many bits are set. */
function countOf(bits: number): number {
  let [count, rest] = [0, bits];
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}

function keyOf(length: number, at: number, part: string | readonly string[]): string {
  return `${length} ${at} ${typeof part === 'string' ? part : part.join('')}`;
}

function listOf(lists: Map<string, number[]>, key: string): number[] {
  const known = lists.get(key);
  if (known) return known;
  const list: number[] = [];
  lists.set(key, list);
  return list;
}
