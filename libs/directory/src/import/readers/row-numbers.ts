import { problem, type Problem, type Words } from '#messages';
import type { Remark } from './raw-row.js';

/** Ranges that are named; a sheet may hide every other row. */
const MOST_RANGES = 50;

/** Numbers of rows in rising order, kept as ranges. */
export class RowNumbers {
  private readonly ranges: { first: number; last: number }[] = [];
  private further = 0;

  add(number: number): void {
    const range = this.ranges.at(-1);
    if (range && this.further === 0 && range.last === number - 1) range.last = number;
    else if (this.ranges.length < MOST_RANGES) this.ranges.push({ first: number, last: number });
    else this.further += 1;
  }

  /** One remark on all of them, or none where there are none. */
  *remark(fate: Remark['fate'], reason: Problem): Generator<Remark> {
    if (this.ranges.length === 0) return;
    yield { part: 'rows', name: this.named, fate, reason };
  }

  /** `5, 7-9`, and how many more. */
  get named(): Words {
    const named = this.ranges
      .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
      .join(', ');
    const { further: count } = this;
    return count > 0 ? { and: [named, problem('count.more', { count })] } : named;
  }
}
