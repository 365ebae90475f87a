import { csvLine } from '#kernel';
import Table from 'cli-table3';
import type { Format } from './format-option.js';

/** A list to print: what its columns are called, and its rows in that order. */
export interface Listing {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Characters of each column, where words must wrap; `rest` takes what the line has left. */
  readonly widths?: readonly (number | 'rest')[];
}

/** Characters of a line where the output is no terminal. */
const PAGE = 105;
/** Fewest characters in which words can wrap. */
const NARROWEST_REST = 24;
const NARROWEST = 14;

/** A list as a table for people, no wider than their terminal; line by line where that is too narrow. */
export function asTable(listing: Listing): string {
  const { head, rows, widths } = listing;
  const line = process.stdout.isTTY ? process.stdout.columns : PAGE;
  const fitting = widths && fit(widths, line);
  if (widths && !fitting) return asRecords(listing);
  const table = new Table({
    head: [...head],
    ...(fitting ? { colWidths: fitting, wordWrap: true } : {}),
    style: { head: [], border: [] },
  });
  for (const row of rows) table.push([...row]);
  const text = table.toString();
  return text.indexOf('\n') > line ? asRecords(listing) : text;
}

/** The columns in a line of so many characters, wide ones narrower where need be; null where they do not fit. */
function fit(widths: readonly (number | 'rest')[], line: number): number[] | null {
  const rest = (narrow: boolean) =>
    widths.reduce<number>(
      (left, width) => left - (width === 'rest' ? 0 : cut(width, narrow)),
      line - widths.length - 1,
    );
  const narrow = rest(false) < NARROWEST_REST;
  const left = rest(narrow);
  if (left < (widths.includes('rest') ? NARROWEST_REST : 0)) return null;
  return widths.map((width) => (width === 'rest' ? left : cut(width, narrow)));
}

function cut(width: number, narrow: boolean): number {
  return narrow ? Math.min(width, NARROWEST) : width;
}

/** Each row as lines of its own, one for each column. */
function asRecords({ head, rows }: Listing): string {
  return rows
    .map((row) => head.map((name, column) => `${name}: ${row[column] ?? ''}`).join('\n'))
    .join('\n\n');
}

/** Prints a list in the format that was asked for. JSON names each field as its column where `json` is absent. */
export function printList(listing: Listing, format: Format, json?: unknown): void {
  if (format === 'json') console.log(asJson(json ?? asObjects(listing)));
  else console.log(format === 'csv' ? asCsv(listing) : asTable(listing));
}

function asObjects({ head, rows }: Listing): object[] {
  return rows.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column]])));
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
