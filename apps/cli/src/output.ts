import { csvLine } from '#directory';
import Table from 'cli-table3';

/** A list to print: what its columns are called, and its rows in that order. */
export interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Characters of each column, where words must wrap; a terminal's own where not said. */
  readonly widths?: readonly number[];
}

/** What a terminal has left beside columns of so many characters in all; a page's width without one. */
export function widthBeside(others: number): number {
  return process.stdout.isTTY ? Math.max(30, process.stdout.columns - others) : 105 - others;
}

/** A list as a table for people. */
export function asTable({ head, rows, widths }: Listing): string {
  const table = new Table({
    head: [...head],
    ...(widths === undefined ? {} : { colWidths: [...widths], wordWrap: true }),
    style: { head: [], border: [] },
  });
  for (const row of rows) table.push([...row]);
  return table.toString();
}

/** A list as CSV (RFC 4180); no cell of it is taken for a formula by a spreadsheet. */
export function asCsv({ head, rows }: Listing): string {
  return [head, ...rows].map(csvLine).join('').trimEnd();
}

/** Anything as JSON for programs; exact integers beyond 2^53 as text. */
export function asJson(
  value: unknown,
  replace: (key: string, held: unknown) => unknown = (_key, held) => held,
): string {
  return JSON.stringify(
    value,
    (key, held: unknown) => (typeof held === 'bigint' ? held.toString() : replace(key, held)),
    2,
  );
}

/** Micro-units as points of 100, all six decimals kept: lines that add up go on adding up. */
export function points(microUnits: number): string {
  return (microUnits / 10_000).toFixed(4);
}
