import { microUnits, MODEL } from '../model.js';
import { MODEL_2 } from '../model-2.js';
import type { CandidatePool } from './candidate-pool.js';
import type { ListColumn, Scratch } from './list-column.js';

/** Rows that go through all criteria together, and what they have earned so far. */
export interface Block {
  readonly rows: Uint32Array;
  readonly totals: Float64Array;
  /** How many of both are in use. */
  count: number;
}

/** Scores rows of the pool by one criterion: a value in micro-units each, computed without allocating. */
export interface Scorer {
  /** About what a row costs, in look-ups of a table; it decides only how fast an answer comes. */
  readonly cost: number;
  measure(row: number): number;
  /**
   * Adds `weight` times its value to the total of each row of a block, and leaves those whose total then
   * reaches `least`, without branches.
   *
   * Each class repeats this loop, so that V8 compiles it for the way in which that class finds a value. A
   * shared loop would call a function for each row.
   */
  accumulate(block: Block, weight: number, least: number): void;
  /** Gives back borrowed memory; the scorer must not be used afterwards. Calling it is optional. */
  release?(): void;
}

/** A value computed from the row by a function: for criteria that are usually scored for few rows only. */
export class RowScorer implements Scorer {
  constructor(
    readonly cost: number,
    readonly measure: (row: number) => number,
  ) {}

  accumulate(block: Block, weight: number, least: number): void {
    const { rows, totals, count } = block;
    const { measure } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const total = totals[i]! + weight * measure(row);
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    block.count = kept;
  }
}

/** What it costs to score a list for the first time, in look-ups of a value that is known. */
export const LIST_COST = 20;

/** Scores one kind of list by a function: a list that many rows share is scored once and then remembered. */
export class ListScorer implements Scorer {
  readonly cost: number;
  private readonly numbers: Uint16Array | Uint32Array;
  /** By number of a list: its value plus 1; 0 while it was not asked for. */
  private readonly known: Uint32Array;
  private readonly scratch: Scratch;

  /** @param valueOf the value of a list, by its number */
  constructor(
    pool: CandidatePool,
    column: ListColumn,
    private readonly valueOf: (list: number) => number,
  ) {
    this.numbers = column.numbers;
    this.scratch = column.scratch;
    this.known = this.scratch.lend(column.numberCount);
    this.cost = 1 + (LIST_COST * column.distinct) / Math.max(pool.size, 1);
  }

  measure(row: number): number {
    const list = this.numbers[row]!;
    return this.known[list] === 0 ? this.learn(list) : this.known[list]! - 1;
  }

  accumulate(block: Block, weight: number, least: number): void {
    const { rows, totals, count } = block;
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
    block.count = kept;
  }

  release(): void {
    this.scratch.giveBack(this.known);
  }

  private learn(list: number): number {
    const value = this.valueOf(list);
    this.known[list] = value + 1;
    return value;
  }
}

/** The value that a table gives to the number in a column. */
export class TableScorer implements Scorer {
  readonly cost = 1;

  constructor(
    private readonly column: Uint8Array | Uint16Array | Uint32Array,
    private readonly values: Uint32Array,
  ) {}

  measure(row: number): number {
    return this.values[this.column[row]!]!;
  }

  accumulate(block: Block, weight: number, least: number): void {
    const { rows, totals, count } = block;
    const { column, values } = this;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const total = totals[i]! + weight * values[column[row]!]!;
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    block.count = kept;
  }
}

/** A value for rows that have at least one bit of a mask, of the bits below the 32nd. */
interface MaskStep {
  mask: number;
  value: number;
}

const NO_BITS = 8;

/** The value of the first of up to three steps that the bits in a column meet, 0 when they meet none. */
export class MaskScorer implements Scorer {
  readonly cost = 2;
  private readonly masks: readonly number[];
  /** By set of the steps that are met, and by whether there is no bit at all. */
  private readonly values: Uint32Array;

  /** @param ofNone the value of no bits at all */
  constructor(
    private readonly column: Uint32Array,
    steps: readonly MaskStep[],
    ofNone = 0,
  ) {
    this.masks = [0, 1, 2].map((i) => steps[i]?.mask ?? 0);
    this.values = Uint32Array.from(
      { length: 16 },
      (_, met) =>
        steps.find((_step, i) => (met & (1 << i)) !== 0)?.value ?? (met === NO_BITS ? ofNone : 0),
    );
  }

  measure(row: number): number {
    const bits = this.column[row]!;
    const none = Number(bits === 0) * NO_BITS;
    return this.values[this.masks.reduce((met, mask, i) => met | (isMet(bits, mask) << i), none)]!;
  }

  accumulate(block: Block, weight: number, least: number): void {
    const { rows, totals, count } = block;
    const { column, values } = this;
    const [first, second, third] = this.masks as [number, number, number];
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const bits = column[row]!;
      const met =
        isMet(bits, first) |
        (isMet(bits, second) << 1) |
        (isMet(bits, third) << 2) |
        (Number(bits === 0) * NO_BITS);
      const total = totals[i]! + weight * values[met]!;
      rows[kept] = row;
      totals[kept] = total;
      kept += Number(total >= least);
    }
    block.count = kept;
  }
}

/**
 * 1 when bits meet a mask, else 0. Without a branch, which a processor would often mispredict: a negative
 * number has its highest bit set.
 */
function isMet(bits: number, mask: number): number {
  return -(bits & mask) >>> 31;
}

/** What is kept of a score of which something essential is lacking, or of who is not available, by row. */
export class KeptShare {
  /** In micro-units: so much is kept whatever is lacking. */
  private readonly least = microUnits(100 - MODEL_2.essential.most, 100);

  /** In micro-units: what whoever is not available loses. */
  private readonly lost: number;

  /**
   * @param essential what lacking it costs, in percent, and how far a row has it
   * @param isUnavailable null: it costs nothing
   */
  constructor(
    private readonly essential: readonly { cost: number; scorer: Scorer }[],
    private readonly isUnavailable: ((row: number) => boolean) | null,
  ) {
    this.lost = isUnavailable === null ? 0 : microUnits(MODEL_2.notAvailable, 100);
  }

  /** In micro-units: 1 less the sum of cost * (1 - fit), each rounded half up. */
  of(row: number): number {
    let kept = this.isUnavailable?.(row) === true ? MODEL.unit - this.lost : MODEL.unit;
    for (const { cost, scorer } of this.essential) {
      kept -= Math.floor((cost * (MODEL.unit - scorer.measure(row)) + 50) / 100);
    }
    return Math.max(kept, this.least);
  }

  release(): void {
    for (const { scorer } of this.essential) scorer.release?.();
  }
}

/**
 * The value of another scorer times what is kept of the score, rounded half up: a weighted sum of such values is still one.
 * Exact: twice the product of two micro-units is 2 * 10^12.
 */
export class KeptScorer implements Scorer {
  readonly cost: number;

  constructor(
    /** It gives at least as much, and is faster. */
    readonly whole: Scorer,
    /** One for all criteria of a need. */
    readonly share: KeptShare,
  ) {
    this.cost = whole.cost + 2;
  }

  measure(row: number): number {
    return keptOf(this.whole.measure(row), this.share.of(row));
  }

  accumulate(block: Block, weight: number, least: number): void {
    new RowScorer(this.cost, (row) => this.measure(row)).accumulate(block, weight, least);
  }

  release(): void {
    this.whole.release?.();
  }
}

/** What a scorer measures of a row of which this share is kept, so that it is found once for all criteria. */
export function measureKept(scorer: Scorer, row: number, kept: number): number {
  return scorer instanceof KeptScorer
    ? keptOf(scorer.whole.measure(row), kept)
    : scorer.measure(row);
}

/** A value in micro-units of which a share in micro-units is kept, rounded half up. */
export function keptOf(value: number, kept: number): number {
  return Math.floor((2 * value * kept + MODEL.unit) / (2 * MODEL.unit));
}
