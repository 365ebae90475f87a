import { AvailableDays } from './candidate-lists.js';
import type { ListColumn } from './list-column.js';

/** A hard criterion that one list of a candidate decides. */
export interface ListCheck {
  /** The bit of the criterion. */
  readonly bit: number;
  readonly column: ListColumn;
  /**
   * What it finds of a list, by the list's number: its bit where the list fails it, another where the
   * list does not let it be checked, 0 where it is met.
   */
  of(list: number): number;
  /** Adds that of each list, by its number; of lists nobody holds, anything. */
  mark(failures: Uint16Array): void;
}

/** A list that must hold a word of a set, or must hold none. */
export class SetCheck implements ListCheck {
  /**
   * @param set by word: 1 for those in the set
   * @param wanted 1 when the list must hold one, 0 when it must hold none
   * @param ofEmpty what it finds of an empty list besides
   */
  constructor(
    readonly bit: number,
    readonly column: ListColumn,
    private readonly set: Uint8Array,
    private readonly wanted: 0 | 1,
    private readonly ofEmpty = 0,
  ) {}

  of(list: number): number {
    const { bit, column, set, wanted, ofEmpty } = this;
    const held = holds(column, column.words, list, set);
    return ((held ^ wanted) * bit) | (isEmpty(column, list) ? ofEmpty : 0);
  }

  mark(failures: Uint16Array): void {
    const { bit, column, set, wanted, ofEmpty } = this;
    const { words } = column;
    for (let list = 0; list < failures.length; list++) {
      failures[list]! |= (holds(column, words, list, set) ^ wanted) * bit;
    }
    if (ofEmpty === 0) return;
    for (let list = 0; list < failures.length; list++) {
      if (isEmpty(column, list)) failures[list]! |= ofEmpty;
    }
  }
}

/** 1 when a list holds a word of a set; it is read to its end, for nobody could guess where to stop. */
function holds(column: ListColumn, words: Uint16Array, list: number, set: Uint8Array): number {
  const end = column.endOf(list);
  let held = 0;
  for (let i = column.startOf(list); i < end; i++) held |= set[words[i]!]!;
  return held;
}

function isEmpty(column: ListColumn, list: number): boolean {
  return column.startOf(list) === column.endOf(list);
}

/** Intervals that must cover a share of the period. */
export class ShareCheck implements ListCheck {
  constructor(
    readonly bit: number,
    readonly column: ListColumn,
    private readonly days: AvailableDays,
    /** In percent. */
    private readonly minimumShare: number,
    /** What it finds of a list that does not name days. */
    private readonly unchecked: number,
  ) {}

  of(list: number): number {
    const { bit, days, minimumShare, unchecked } = this;
    if (days.said(list) !== 'days') return unchecked;
    return days.of(list) * 100 < minimumShare * days.period ? bit : 0;
  }

  mark(failures: Uint16Array): void {
    for (let list = 0; list < failures.length; list++) {
      failures[list]! |= this.of(list);
    }
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
    for (const check of checks) if (check.column === column) check.mark(this.failures);
    this.failsSome = this.failures.findIndex((bits) => bits !== 0) >= 0;
  }

  /** Adds the failures of the rows from `start` on to those at their places. */
  addTo(failures: Uint16Array, start: number, count: number): void {
    const { numbers } = this.column;
    const table = this.failures;
    for (let i = 0; i < count; i++) failures[i]! |= table[numbers[start + i]!]!;
  }

  /** Adds those of another table too: what stands at a place is then read and written once for both. */
  addBothTo(other: FailureTable, failures: Uint16Array, start: number, count: number): void {
    const { numbers } = this.column;
    const { numbers: others } = other.column;
    const table = this.failures;
    const otherTable = other.failures;
    for (let i = 0; i < count; i++) {
      failures[i]! |= table[numbers[start + i]!]! | otherTable[others[start + i]!]!;
    }
  }
}
