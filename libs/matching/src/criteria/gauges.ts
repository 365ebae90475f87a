import { microUnits } from '../micro-units.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import type { Section } from '../pool/record.js';
import type { Gauge } from './criterion.js';

/**
 * sum(u * best(x)) / sum(u) over weighted wanted items, where best is the maximum fit over the words
 * of one section of a row's record.
 *
 * Most words fit nothing that is wanted, and most rows have at most one that does. So a word leads
 * first to its place among the words that fit anything, where the value of a row with only that word
 * is ready; the maxima are taken for rows with several.
 */
export class ListGauge implements Gauge {
  private readonly words: Uint16Array;
  private readonly records: Uint32Array;
  private readonly denominator: number;
  /** By word: its place, counted from 1; 0 when it fits nothing. */
  private readonly places: Uint16Array;
  /** By place: the value of a row with that word alone. */
  private readonly alone: Uint32Array;
  /** By place and item. */
  private readonly fits: Uint16Array;

  /**
   * @param weights of the wanted items
   * @param fits by item and word, in units of 1 / `one`
   */
  constructor(
    pool: CandidatePool,
    private readonly section: Section,
    private readonly weights: readonly number[],
    fits: Uint16Array,
    one: number,
  ) {
    this.words = pool.arena.words;
    this.records = pool.columns.record;
    this.denominator = one * weights.reduce((sum, weight) => sum + weight, 0);
    const wordCount = fits.length / weights.length;
    this.places = new Uint16Array(wordCount);
    const alone = [0];
    const fitting = weights.map(() => 0);
    for (let word = 0; word < wordCount; word++) {
      let sum = 0;
      weights.forEach((weight, item) => (sum += weight * fits[item * wordCount + word]!));
      if (sum === 0) continue;
      this.places[word] = alone.push(microUnits(sum, this.denominator)) - 1;
      weights.forEach((_, item) => fitting.push(fits[item * wordCount + word]!));
    }
    this.alone = Uint32Array.from(alone);
    this.fits = Uint16Array.from(fitting);
  }

  measure(row: number): number {
    const { words, places } = this;
    const record = this.records[row]!;
    const end = record + words[record + this.section + 1]!;
    let only = 0;
    for (let i = record + words[record + this.section]!; i < end; i++) {
      const place = places[words[i]!]!;
      if (place === 0) continue;
      if (only !== 0) return this.merge(only, i, end);
      only = place;
    }
    return this.alone[only]!;
  }

  /** The value of a row with the word at `first` and those from `start` to `end`. */
  private merge(first: number, start: number, end: number): number {
    const { words, places, fits, weights } = this;
    const count = weights.length;
    let sum = 0;
    for (let item = 0; item < count; item++) {
      let best = fits[first * count + item]!;
      for (let i = start; i < end; i++) {
        const fit = fits[places[words[i]!]! * count + item]!;
        if (fit > best) best = fit;
      }
      sum += weights[item]! * best;
    }
    return microUnits(sum, this.denominator);
  }
}

/** The value that a table gives to a byte. */
export class ByteGauge implements Gauge {
  constructor(
    private readonly column: Uint8Array,
    private readonly values: Uint32Array,
  ) {}

  measure(row: number): number {
    return this.values[this.column[row]!]!;
  }
}

export interface MaskStep {
  column: Uint16Array | Uint32Array;
  mask: number;
  value: number;
}

/** The value of the first step whose mask meets the row's bits, 0 when none does. */
export class MaskGauge implements Gauge {
  constructor(private readonly steps: readonly MaskStep[]) {}

  measure(row: number): number {
    for (let i = 0; i < this.steps.length; i++) {
      const step = this.steps[i]!;
      if ((step.column[row]! & step.mask) !== 0) return step.value;
    }
    return 0;
  }
}
