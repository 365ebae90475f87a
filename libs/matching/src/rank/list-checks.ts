import type { AvailableDays } from '../criteria/availability.js';
import type { ListColumn } from '../pool/list-column.js';

/** A hard criterion that one list of a candidate decides. */
export interface ListCheck {
  /** The bit of the criterion. */
  readonly bit: number;
  readonly column: ListColumn;
  /** Whether a list fails it, by the list's number. */
  fails(list: number): boolean;
}

/** A list that must hold a word of a set, or must hold none. */
export class SetCheck implements ListCheck {
  /**
   * @param set by word: 1 for those in the set
   * @param wanted whether the list must hold one
   */
  constructor(
    readonly bit: number,
    readonly column: ListColumn,
    private readonly set: Uint8Array,
    private readonly wanted: boolean,
  ) {}

  fails(list: number): boolean {
    const { column, set } = this;
    const { words } = column;
    const end = column.endOf(list);
    for (let i = column.startOf(list); i < end; i++) if (set[words[i]!] === 1) return !this.wanted;
    return this.wanted;
  }
}

/** Intervals that must cover a share of the period. */
export class ShareCheck implements ListCheck {
  constructor(
    readonly bit: number,
    readonly column: ListColumn,
    private readonly days: AvailableDays,
    /** In percent. */
    private readonly minimumShare: number,
  ) {}

  fails(list: number): boolean {
    const { days, minimumShare } = this;
    return days.of(list) * 100 < minimumShare * days.period;
  }
}

/** All checks of one column, by the number of a list: one look-up a row, however many hold a list. */
export class FailureTable {
  /** Whether any list fails. */
  readonly failsSome: boolean;
  private readonly failures: Uint16Array;

  constructor(
    private readonly column: ListColumn,
    checks: readonly ListCheck[],
  ) {
    this.failures = new Uint16Array(column.numberCount);
    for (const check of checks.filter((each) => each.column === column)) {
      for (let list = 0; list < this.failures.length; list++) {
        if (column.isHeld(list) && check.fails(list)) this.failures[list]! |= check.bit;
      }
    }
    this.failsSome = this.failures.some((bits) => bits !== 0);
  }

  /** Adds the failures of the rows from `start` on to those at their places. */
  addTo(failures: Uint16Array, start: number, count: number): void {
    const { numbers } = this.column;
    const table = this.failures;
    for (let i = 0; i < count; i++) failures[i]! |= table[numbers[start + i]!]!;
  }
}
