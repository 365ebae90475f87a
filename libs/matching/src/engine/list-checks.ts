import type { AvailableDays } from './candidate-lists.js';
import type { ListColumn } from './list-column.js';

/** A hard criterion that one list of a candidate decides. */
export interface ListCheck {
  /** The bit of the criterion. */
  readonly bit: number;
  readonly column: ListColumn;
  /**
   * What it finds of a list, by the list's number: its bit where the list fails it, another where the
   * list does not let it be checked, 0 where it is met; anything for a list that no row has.
   */
  of(list: number): number;
  /**
   * Adds what it finds of each list to the failures by number. Each class repeats this loop, so that V8 compiles it
   * with that class's way to check.
   */
  addTo(failures: Uint16Array): void;
}

/**
 * A list that must hold a word of a set, or must hold none. It is always read to its end: stopping early
 * would cost more in mispredicted branches than it saves.
 */
export class SetCheck implements ListCheck {
  /**
   * @param set by word: 1 for those in the set
   * @param wanted 1 when the list must hold one, 0 when it must hold none
   * @param ofEmpty what is found of an empty list besides
   */
  constructor(
    readonly bit: number,
    readonly column: ListColumn,
    private readonly set: Uint8Array,
    private readonly wanted: 0 | 1,
    private readonly ofEmpty = 0,
  ) {}

  of(list: number): number {
    const { column, set } = this;
    const { words } = column;
    const start = column.startOf(list);
    const end = column.endOf(list);
    let held = 0;
    for (let i = start; i < end; i++) held |= set[words[i]!]!;
    return ((held ^ this.wanted) * this.bit) | (start === end ? this.ofEmpty : 0);
  }

  addTo(failures: Uint16Array): void {
    for (let list = 0; list < failures.length; list++) failures[list]! |= this.of(list);
  }
}

/** Whether a row's list holds a word of a set. */
export function holds(column: ListColumn, set: Uint8Array): (row: number) => boolean {
  const check = new SetCheck(1, column, set, 1);
  return (row) => check.of(column.numbers[row]!) === 0;
}

/** Intervals that must cover a share of the period. */
export class ShareCheck implements ListCheck {
  /** The fewest days that are enough. */
  private readonly least: number;

  /**
   * @param minimumShare in percent
   * @param unchecked what is found of a list that does not name days
   */
  constructor(
    readonly bit: number,
    readonly column: ListColumn,
    private readonly days: AvailableDays,
    minimumShare: number,
    private readonly unchecked: number,
  ) {
    this.least = Math.ceil((minimumShare * days.period) / 100);
  }

  of(list: number): number {
    const { days } = this;
    if (days.kindOf(list) !== 'days') return this.unchecked;
    return days.of(list) < this.least ? this.bit : 0;
  }

  addTo(failures: Uint16Array): void {
    for (let list = 0; list < failures.length; list++) failures[list]! |= this.of(list);
  }
}

/** All checks of one column, by the number of a list: one look-up a row, however many hold a list. */
export class FailureTable {
  readonly failures: Uint16Array;

  constructor(
    readonly column: ListColumn,
    checks: readonly ListCheck[],
  ) {
    this.failures = new Uint16Array(column.numberCount);
    for (const check of checks) {
      if (check.column === column) check.addTo(this.failures);
    }
  }

  /** Whether any list fails. */
  get failsSome(): boolean {
    return this.failures.some((bits) => bits !== 0);
  }
}

/**
 * Adds what two tables say of the rows from `start` on to the failures at their places, which are then read and
 * written once for both. An odd table goes with itself.
 */
export function addFailures(
  { column: { numbers }, failures: first }: FailureTable,
  { column: { numbers: others }, failures: second }: FailureTable,
  failures: Uint16Array,
  start: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    failures[i]! |= first[numbers[start + i]!]! | second[others[start + i]!]!;
  }
}
