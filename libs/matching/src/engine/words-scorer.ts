import { microUnits } from '../model.js';
import type { CandidatePool } from './candidate-pool.js';
import type { Fits } from './dictionaries.js';
import { EMPTY_LIST, type ListColumn, type Scratch } from './list-column.js';
import { type Block, LIST_COST, type Scorer } from './scorers.js';

/** How many different fits one pass over the words of a list tells apart: a bit each. */
const BITS = 32;

/** Wanted items whose fits are told apart in one pass. */
interface Pass {
  /** By word: the bit of its fit to each item, where it has one. */
  readonly bits: Int32Array;
  /** The bits of each item; of two of them, the higher bit is the better fit. */
  readonly masks: number[];
  /** By the number of the highest bit from 1: weight * fit; 0 by 0, of a list without a bit of the item. */
  readonly worth: Float64Array;
  /** Bits that are given. */
  used: number;
}

/** What the lists of a column are worth. */
interface WordsWorth {
  /** Of the wanted items. */
  weights: readonly number[];
  /** Of each item, in units of 1 / `one`; an item has at most 32 different ones. */
  fits: readonly Fits[];
  one: number;
  /** The value of an empty list; 0 where it is left out. */
  unstated?: number;
}

/** In how many rows a list must be on average for its value to be remembered: keeping it costs memory and its look-up. */
const SHARED_BY = 2;

/**
 * The value of a list of words: `meanOfBest` over weighted wanted items, where the best fit is the maximum over
 * the words of the list.
 *
 * A fit to an item is a bit, a better fit a higher one. What the words of a list have together is one OR for each word,
 * and the best fit to an item is the highest of its bits: no branch that a processor would mispredict.
 */
export class WordsScorer implements Scorer {
  readonly cost: number;
  private readonly numbers: Uint16Array | Uint32Array;
  private readonly passes: readonly Pass[];
  private readonly denominator: number;
  private readonly unstated: number;
  private readonly scratch: Scratch;
  /** By number of a list: its value plus 1; 0 while it was not asked for. Null where hardly two rows have the same list. */
  private readonly known: Uint32Array | null;

  constructor(
    pool: Pick<CandidatePool, 'size'>,
    private readonly column: ListColumn,
    { weights, fits, one, unstated = 0 }: WordsWorth,
  ) {
    this.numbers = column.numbers;
    this.scratch = column.scratch;
    this.passes = passesOf(weights, fits, one);
    this.denominator = one * weights.reduce((sum, weight) => sum + weight, 0);
    this.unstated = unstated;
    const isShared = column.distinct * SHARED_BY < pool.size;
    this.known = isShared ? this.scratch.lend(column.numberCount) : null;
    this.cost = 1 + (LIST_COST * column.distinct) / Math.max(pool.size, 1);
  }

  measure(row: number): number {
    return this.valueOf(this.numbers[row]!);
  }

  accumulate(block: Block, weight: number, least: number): void {
    if (this.known === null) this.accumulateNew(block, weight, least);
    else this.accumulateKnown(this.known, block, weight, least);
  }

  release(): void {
    if (this.known !== null) this.scratch.giveBack(this.known);
  }

  private accumulateNew(block: Block, weight: number, least: number): void {
    const { rows, totals, count } = block;
    const { numbers } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const total = totals[i]! + weight * this.valueOf(numbers[row]!);
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    block.count = kept;
  }

  private accumulateKnown(known: Uint32Array, block: Block, weight: number, least: number): void {
    const { rows, totals, count } = block;
    const { numbers } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const list = numbers[row]!;
      let value = known[list]!;
      if (value === 0) known[list] = value = this.valueOf(list) + 1;
      const total = totals[i]! + weight * (value - 1);
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    block.count = kept;
  }

  private valueOf(list: number): number {
    if (list === EMPTY_LIST) return this.unstated;
    const { column, passes } = this;
    const { words } = column;
    const start = column.startOf(list);
    const end = column.endOf(list);
    let sum = 0;
    for (let pass = 0; pass < passes.length; pass++) {
      const { bits, masks, worth } = passes[pass]!;
      let held = 0;
      for (let i = start; i < end; i++) held |= bits[words[i]!]!;
      for (let item = 0; item < masks.length; item++) {
        sum += worth[BITS - Math.clz32(held & masks[item]!)]!;
      }
    }
    return microUnits(sum, this.denominator);
  }
}

function passesOf(weights: readonly number[], fits: readonly Fits[], one: number): readonly Pass[] {
  const passes: Pass[] = [];
  fits.forEach(({ levels, relations, byRelation }, item) => {
    const different = differentFits(byRelation, one);
    if (different.length > BITS) throw new RangeError(`${different.length} different fits`);
    let pass = passes.at(-1);
    if (!pass || pass.used + different.length > BITS) {
      const bits = new Int32Array(relations.length * levels);
      pass = { bits, masks: [], worth: new Float64Array(BITS + 1), used: 0 };
      passes.push(pass);
    }
    const { bits, masks, worth, used } = pass;
    const bitOf = new Int32Array(one + 1);
    let mask = 0;
    different.forEach((fit, place) => {
      const bit = 1 << (used + place);
      bitOf[fit] = bit;
      mask |= bit;
      worth[used + place + 1] = weights[item]! * fit;
    });
    const bitsByRelation = byRelation.map((ofLevels) => ofLevels.map((fit) => bitOf[fit]!));
    for (let symbol = 0; symbol < relations.length; symbol++) {
      if (relations[symbol] === 0) continue;
      const ofLevels = bitsByRelation[relations[symbol]!]!;
      const start = symbol * levels;
      for (let level = 0; level < levels; level++) bits[start + level]! |= ofLevels[level]!;
    }
    masks.push(mask);
    pass.used += different.length;
  });
  return passes;
}

/** The fits above 0 that occur, the lowest first. */
function differentFits(byRelation: Fits['byRelation'], one: number): number[] {
  const occurs = new Uint8Array(one + 1);
  byRelation.forEach((ofLevels) => {
    for (let level = 0; level < ofLevels.length; level++) occurs[ofLevels[level]!] = 1;
  });
  const different: number[] = [];
  for (let fit = 1; fit <= one; fit++) if (occurs[fit] === 1) different.push(fit);
  return different;
}
