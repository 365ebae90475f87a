import { microUnits } from '../micro-units.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import type { Section } from '../pool/record.js';
import type { Gauge } from './criterion.js';

/**
 * sum(u * best(x)) / sum(u) over weighted wanted items, where best is the maximum fit over the words
 * of one section. Fits come from a table, one row of `stride` words for each item, in units of 1 / `one`.
 */
export class ListGauge implements Gauge {
  private readonly words: Uint16Array;
  private readonly records: Uint32Array;
  private readonly stride: number;
  private readonly denominator: number;

  constructor(
    pool: CandidatePool,
    private readonly section: Section,
    private readonly fits: Uint16Array,
    private readonly weights: readonly number[],
    one: number,
  ) {
    this.words = pool.arena.words;
    this.records = pool.columns.record;
    this.stride = fits.length / weights.length;
    this.denominator = one * weights.reduce((sum, weight) => sum + weight, 0);
  }

  measure(row: number): number {
    const { words, fits, weights, stride } = this;
    const record = this.records[row]!;
    const start = record + words[record + this.section]!;
    const end = record + words[record + this.section + 1]!;
    let sum = 0;
    for (let item = 0, base = 0; item < weights.length; item++, base += stride) {
      let best = 0;
      for (let i = start; i < end; i++) {
        const fit = fits[base + words[i]!]!;
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
