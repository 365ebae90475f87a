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
  readonly of: (list: number) => number;
}

/**
 * A list that must hold a word of a set, or must hold none. It is always read to its end: stopping early
 * would cost more in mispredicted branches than it saves.
 *
 * @param set by word: 1 for those in the set
 * @param wanted 1 when the list must hold one, 0 when it must hold none
 * @param ofEmpty what is found of an empty list besides
 */
export function setCheck(
  bit: number,
  column: ListColumn,
  set: Uint8Array,
  wanted: 0 | 1,
  ofEmpty = 0,
): ListCheck {
  const { words } = column;
  const of = (list: number): number => {
    const start = column.startOf(list);
    const end = column.endOf(list);
    let held = 0;
    for (let i = start; i < end; i++) held |= set[words[i]!]!;
    return ((held ^ wanted) * bit) | (start === end ? ofEmpty : 0);
  };
  return { bit, column, of };
}

/** Whether a row's list holds a word of a set. */
export function holds(column: ListColumn, set: Uint8Array): (row: number) => boolean {
  const check = setCheck(1, column, set, 1);
  return (row) => check.of(column.numbers[row]!) === 0;
}

/**
 * Intervals that must cover a share of the period.
 *
 * @param minimumShare in percent
 * @param unchecked what is found of a list that does not name days
 */
export function shareCheck(
  bit: number,
  column: ListColumn,
  days: AvailableDays,
  minimumShare: number,
  unchecked: number,
): ListCheck {
  const of = (list: number): number => {
    if (days.kindOf(list) !== 'days') return unchecked;
    return days.of(list) * 100 < minimumShare * days.period ? bit : 0;
  };
  return { bit, column, of };
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
      if (check.column !== column) continue;
      for (let list = 0; list < this.failures.length; list++) {
        this.failures[list]! |= check.of(list);
      }
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
