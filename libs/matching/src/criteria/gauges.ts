import { microUnits } from '../micro-units.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import type { ListColumn } from '../pool/list-column.js';
import type { Gauge } from './criterion.js';

/** What it costs to measure a list for the first time, in look-ups of a value that is known. */
const LIST_COST = 20;

/** Measures one kind of list: a list that many rows hold is measured once and then remembered. */
export abstract class ListGauge implements Gauge {
  readonly cost: number;
  private readonly numbers: Uint32Array;
  /** By number of a list: its value plus 1; 0 while it was not asked for. */
  private readonly known: Uint32Array;

  constructor(pool: CandidatePool, column: ListColumn) {
    this.numbers = column.numbers;
    this.known = new Uint32Array(column.numberCount);
    this.cost = 1 + (LIST_COST * column.distinct) / Math.max(pool.size, 1);
  }

  /** The value of a list, by its number. */
  protected abstract valueOf(list: number): number;

  measure(row: number): number {
    const list = this.numbers[row]!;
    return this.known[list] === 0 ? this.learn(list) : this.known[list]! - 1;
  }

  addTo(totals: Float64Array, rows: Uint32Array, count: number, weight: number): void {
    const { numbers, known } = this;
    for (let i = 0; i < count; i++) {
      const list = numbers[rows[i]!]!;
      const value = known[list]!;
      totals[i]! += weight * (value === 0 ? this.learn(list) : value - 1);
    }
  }

  private learn(list: number): number {
    const value = this.valueOf(list);
    this.known[list] = value + 1;
    return value;
  }
}

/**
 * sum(u * best(x)) / sum(u) over weighted wanted items, where best is the maximum fit over the words
 * of a list.
 *
 * Most words fit nothing that is wanted, and most lists have at most one that does. So a word leads
 * first to its place among the words that fit anything, where the value of a list with only that word
 * is ready; the maxima are taken for lists with several.
 */
export class FitsGauge extends ListGauge {
  private readonly words: Uint16Array;
  private readonly denominator: number;
  /** By word: its place, counted from 1; 0 when it fits nothing. */
  private readonly places: Uint16Array;
  /** By place: the value of a list with that word alone. */
  private readonly alone: Uint32Array;
  /** By place and item. */
  private readonly fits: Uint16Array;

  /**
   * @param weights of the wanted items
   * @param fits by item and word, in units of 1 / `one`
   */
  constructor(
    pool: CandidatePool,
    private readonly column: ListColumn,
    private readonly weights: readonly number[],
    fits: Uint16Array,
    one: number,
  ) {
    super(pool, column);
    this.words = column.words;
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

  protected override valueOf(list: number): number {
    const { words, places } = this;
    const end = this.column.endOf(list);
    let only = 0;
    for (let i = this.column.startOf(list); i < end; i++) {
      const place = places[words[i]!]!;
      if (place === 0) continue;
      if (only !== 0) return this.merge(only, i, end);
      only = place;
    }
    return this.alone[only]!;
  }

  /** The value of a list with the word at `first` and those from `start` to `end`. */
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

/** The value that a table gives to the number in a column. */
export class TableGauge implements Gauge {
  readonly cost = 1;

  constructor(
    private readonly column: Uint8Array | Uint16Array,
    private readonly values: Uint32Array,
  ) {}

  measure(row: number): number {
    return this.values[this.column[row]!]!;
  }

  addTo(totals: Float64Array, rows: Uint32Array, count: number, weight: number): void {
    const { column, values } = this;
    for (let i = 0; i < count; i++) totals[i]! += weight * values[column[rows[i]!]!]!;
  }
}

export interface MaskStep {
  column: Uint16Array | Uint32Array;
  mask: number;
  value: number;
}

/** The value of the first step whose mask meets the row's bits, 0 when none does. */
export class MaskGauge implements Gauge {
  readonly cost = 2;

  constructor(private readonly steps: readonly MaskStep[]) {}

  measure(row: number): number {
    for (let i = 0; i < this.steps.length; i++) {
      const step = this.steps[i]!;
      if ((step.column[row]! & step.mask) !== 0) return step.value;
    }
    return 0;
  }

  addTo(totals: Float64Array, rows: Uint32Array, count: number, weight: number): void {
    for (let i = 0; i < count; i++) totals[i]! += weight * this.measure(rows[i]!);
  }
}
