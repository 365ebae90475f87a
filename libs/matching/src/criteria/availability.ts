import { dayOf } from '../days.js';
import { availabilityOf, type SaidOfDays } from '../engine/candidate-lists.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import type { ListColumn } from '../engine/list-column.js';
import { type Compile, ListGauge } from '../engine/scorers.js';
import { microUnits, MODEL } from '../model.js';
import type { Need } from '../need/need.js';

/** Shares are in tenths. */
const ONE = 10;

/**
 * Days of the need's period on which she is available / days of the period, both ends included; half
 * where her time is limited and nobody says which days, nothing where nothing is said.
 */
export const availability: Compile<'AVAILABILITY'> = (pool, need) => {
  const count = new AvailableDays(pool.lists.available, need.period!);
  return {
    wanted: { ...need.period!, days: count.period },
    gauge: new AvailabilityGauge(pool, count),
    find: (_, row) => {
      const list = pool.lists.available.numbers[row]!;
      const said = count.said(list);
      return said === 'days' ? { days: count.of(list) } : { days: null, said };
    },
  };
};

class AvailabilityGauge extends ListGauge {
  constructor(
    pool: CandidatePool,
    private readonly days: AvailableDays,
  ) {
    super(pool, pool.lists.available);
  }

  protected override valueOf(list: number): number {
    if (this.days.said(list) === 'limited') return microUnits(MODEL.availability.limited, ONE);
    return microUnits(this.days.of(list), this.days.period);
  }
}

/** Counts the days of one period that lists of intervals cover. */
export class AvailableDays {
  /** Days of the whole period. */
  readonly period: number;
  private readonly first: number;
  private readonly last: number;

  constructor(
    private readonly column: ListColumn,
    period: NonNullable<Need['period']>,
  ) {
    this.first = dayOf(period.from)!;
    this.last = dayOf(period.to)!;
    this.period = this.last - this.first + 1;
  }

  /** What a list says of her days, by its number. */
  said(list: number): SaidOfDays {
    const { words } = this.column;
    const from = this.column.startOf(list);
    return from === this.column.endOf(list) ? 'days' : availabilityOf(words[from], words[from + 1]);
  }

  /** By the number of a list of intervals; 0 of one that names no days. They never touch each other, so no day is counted twice. */
  of(list: number): number {
    const { column, first, last } = this;
    const { words } = column;
    const end = column.endOf(list);
    let days = 0;
    for (let i = column.startOf(list); i < end; i += 2) {
      const from = Math.max(words[i]!, first);
      const to = Math.min(words[i + 1]!, last);
      if (to >= from) days += to - from + 1;
    }
    return days;
  }
}
