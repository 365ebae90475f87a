import type { Candidate } from '../candidate.js';
import type { Evidence } from '../criteria/evidence.js';
import { type Criterion, microUnits } from '../model.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from './candidate-pool.js';
import type { ListColumn, Room } from './list-column.js';

/** Measures rows of the pool: a value in micro-units each, computed without allocating anything. */
export interface Gauge {
  /** About what a row costs, in look-ups of a table; it decides only how fast an answer comes. */
  readonly cost: number;
  measure(row: number): number;
  /**
   * Adds `weight` times its value to the total of each of the first `count` rows, and moves those
   * whose total then reaches `least` to the front, without branches. Returns how many they are.
   */
  sift(
    rows: Uint32Array,
    totals: Float64Array,
    count: number,
    weight: number,
    least: number,
  ): number;
  /** Gives back what was lent to it; it measures no more. Who never calls it only costs memory. */
  release?(): void;
}

/** A stated soft criterion, compiled for one need and one version of the pool. */
export interface SoftCriterion<C extends Criterion> {
  wanted: Evidence[C]['wanted'];
  gauge: Gauge;
  /** What earned her value; for the few rows that are returned. */
  find: (candidate: Candidate, row: number) => Evidence[C]['found'];
}

/** Compiles a criterion that the need states. */
export type Compile<C extends Criterion> = (pool: CandidatePool, need: Need) => SoftCriterion<C>;

/** The first item with the highest fit above 0, or null. */
export function bestOf<T>(
  items: readonly T[],
  fitOf: (item: T) => number,
): { item: T; fit: number } | null {
  let best: { item: T; fit: number } | null = null;
  for (const item of items) {
    const fit = fitOf(item);
    if (fit > (best?.fit ?? 0)) best = { item, fit };
  }
  return best;
}

/** What it costs to measure a list for the first time, in look-ups of a value that is known. */
const LIST_COST = 20;

/** Measures one kind of list: a list that many rows hold is measured once and then remembered. */
export abstract class ListGauge implements Gauge {
  readonly cost: number;
  private readonly numbers: Uint16Array | Uint32Array;
  /** By number of a list: its value plus 1; 0 while it was not asked for. */
  private readonly known: Uint32Array;
  private readonly room: Room;

  constructor(pool: CandidatePool, column: ListColumn) {
    this.numbers = column.numbers;
    this.room = column.room;
    this.known = this.room.lend(column.numberCount);
    this.cost = 1 + (LIST_COST * column.distinct) / Math.max(pool.size, 1);
  }

  /** The value of a list, by its number. */
  protected abstract valueOf(list: number): number;

  measure(row: number): number {
    const list = this.numbers[row]!;
    return this.known[list] === 0 ? this.learn(list) : this.known[list]! - 1;
  }

  sift(rows: Uint32Array, totals: Float64Array, count: number, weight: number, least: number) {
    const { numbers, known } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const list = numbers[row]!;
      const value = known[list]!;
      const total = totals[i]! + weight * (value === 0 ? this.learn(list) : value - 1);
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    return kept;
  }

  release(): void {
    this.room.giveBack(this.known);
  }

  private learn(list: number): number {
    const value = this.valueOf(list);
    this.known[list] = value + 1;
    return value;
  }
}

/** Most kinds of word whose sets are numbered: their table has 64 KB. */
const MAXIMUM_KINDS = 14;

/**
 * sum(u * best(x)) / sum(u) over weighted wanted items, where best is the maximum fit over the words
 * of a list.
 *
 * Words that fit each item alike are of one kind, and most needs know few kinds. Then the kinds that
 * a list has are the bits of a number, and what such a set is worth is computed once.
 */
export class FitsGauge extends ListGauge {
  private readonly words: Uint16Array;
  private readonly denominator: number;
  /** By word; kind 0 fits nothing. */
  private readonly kinds: Uint16Array;
  /** By kind and item. */
  private readonly fits: Uint16Array;
  /** By word: the bit of its kind. */
  private readonly bits: Uint16Array;
  /** By set of kinds: its value plus 1, 0 while it was not met; null when there are too many kinds. */
  private readonly bySet: Uint32Array | null;

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
    const fitOf = (item: number, word: number) => fits[item * wordCount + word]!;
    const { kinds, examples } = kindsOf(wordCount, weights.length, fitOf);
    this.kinds = kinds;
    this.fits = Uint16Array.from(
      examples.flatMap((word) => weights.map((_, item) => (word < 0 ? 0 : fitOf(item, word)))),
    );
    const numbered = examples.length - 1 <= MAXIMUM_KINDS;
    this.bits = numbered ? kinds.map((kind) => (kind === 0 ? 0 : 1 << (kind - 1))) : kinds;
    this.bySet = numbered ? new Uint32Array(1 << (examples.length - 1)) : null;
  }

  protected override valueOf(list: number): number {
    const { words, bits, bySet } = this;
    const start = this.column.startOf(list);
    const end = this.column.endOf(list);
    if (bySet === null) return this.valueOfWords(start, end);
    let set = 0;
    for (let i = start; i < end; i++) set |= bits[words[i]!]!;
    if (bySet[set] === 0) bySet[set] = this.valueOfWords(start, end) + 1;
    return bySet[set]! - 1;
  }

  private valueOfWords(start: number, end: number): number {
    const { words, kinds, fits, weights } = this;
    const count = weights.length;
    let sum = 0;
    for (let item = 0; item < count; item++) {
      let best = 0;
      for (let i = start; i < end; i++) {
        const fit = fits[kinds[words[i]!]! * count + item]!;
        if (fit > best) best = fit;
      }
      sum += weights[item]! * best;
    }
    return microUnits(sum, this.denominator);
  }
}

/** The kind of each word, item by item told apart further, and a word of each kind; none for kind 0. */
function kindsOf(
  wordCount: number,
  items: number,
  fitOf: (item: number, word: number) => number,
): { kinds: Uint16Array; examples: number[] } {
  const kinds = new Uint16Array(wordCount);
  let examples = [-1];
  for (let item = 0; item < items; item++) {
    const known = new Map([[0, 0]]);
    examples = [-1];
    for (let word = 0; word < wordCount; word++) {
      const pair = kinds[word]! * 0x10000 + fitOf(item, word);
      let kind = known.get(pair);
      if (kind === undefined) {
        kind = examples.push(word) - 1;
        known.set(pair, kind);
      }
      kinds[word] = kind;
    }
  }
  return { kinds, examples };
}

/** The value that a table gives to the number in a column. */
export class TableGauge implements Gauge {
  readonly cost = 1;

  constructor(
    private readonly column: Uint8Array | Uint16Array | Uint32Array,
    private readonly values: Uint32Array,
  ) {}

  measure(row: number): number {
    return this.values[this.column[row]!]!;
  }

  sift(rows: Uint32Array, totals: Float64Array, count: number, weight: number, least: number) {
    const { column, values } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const total = totals[i]! + weight * values[column[row]!]!;
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    return kept;
  }
}

/** A value for rows that have at least one bit of a mask. */
export interface MaskStep {
  column: Uint32Array;
  /** Bits below the 32nd. */
  mask: number;
  value: number;
}

/** The value of the first of up to three steps that a row meets, 0 when it meets none. */
export class MaskGauge implements Gauge {
  readonly cost = 2;
  /** By set of the steps that are met. */
  private readonly values: Uint32Array;

  constructor(
    private readonly first: MaskStep,
    private readonly second: MaskStep,
    private readonly third: MaskStep = { ...second, mask: 0 },
  ) {
    const steps = [first, second, third];
    this.values = Uint32Array.from(
      { length: 1 << steps.length },
      (_, met) => steps.find((_step, i) => (met & (1 << i)) !== 0)?.value ?? 0,
    );
  }

  measure(row: number): number {
    const { first, second, third } = this;
    const met =
      isMet(first.column[row]!, first.mask) |
      (isMet(second.column[row]!, second.mask) << 1) |
      (isMet(third.column[row]!, third.mask) << 2);
    return this.values[met]!;
  }

  sift(rows: Uint32Array, totals: Float64Array, count: number, weight: number, least: number) {
    const { values } = this;
    const { column: first, mask: firstMask } = this.first;
    const { column: second, mask: secondMask } = this.second;
    const { column: third, mask: thirdMask } = this.third;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const met =
        isMet(first[row]!, firstMask) |
        (isMet(second[row]!, secondMask) << 1) |
        (isMet(third[row]!, thirdMask) << 2);
      const total = totals[i]! + weight * values[met]!;
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    return kept;
  }
}

/** 1 when bits meet a mask, else 0; without a branch, for nobody could guess which: a minus has a sign. */
function isMet(bits: number, mask: number): number {
  return -(bits & mask) >>> 31;
}
