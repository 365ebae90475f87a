import { dayOf } from '../days.js';
import { microUnits } from '../micro-units.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { Section } from '../pool/record.js';
import type { Compile, Gauge } from './criterion.js';

/** Days of the need's period on which she is available / days of the period, both ends included. */
export const availability: Compile<'AVAILABILITY'> = (pool, need) => {
  const count = new AvailableDays(pool, need.period!);
  return {
    wanted: { ...need.period!, days: count.period },
    gauge: new AvailabilityGauge(count),
    find: (_, row) => ({ days: count.of(row) }),
  };
};

class AvailabilityGauge implements Gauge {
  constructor(private readonly days: AvailableDays) {}

  measure(row: number): number {
    return microUnits(this.days.of(row), this.days.period);
  }
}

/** Counts the days of one period on which a candidate is available. */
export class AvailableDays {
  /** Days of the whole period. */
  readonly period: number;
  private readonly first: number;
  private readonly last: number;
  private readonly words: Uint16Array;
  private readonly records: Uint32Array;

  constructor(pool: CandidatePool, period: NonNullable<Need['period']>) {
    this.first = dayOf(period.from)!;
    this.last = dayOf(period.to)!;
    this.period = this.last - this.first + 1;
    this.words = pool.arena.words;
    this.records = pool.columns.record;
  }

  /** Her intervals never touch each other, so no day is counted twice. */
  of(row: number): number {
    const { words, first, last } = this;
    const record = this.records[row]!;
    const end = record + words[record + Section.available + 1]!;
    let days = 0;
    for (let i = record + words[record + Section.available]!; i < end; i += 2) {
      const from = Math.max(words[i]!, first);
      const to = Math.min(words[i + 1]!, last);
      if (to >= from) days += to - from + 1;
    }
    return days;
  }
}
