import { LONGEST_ROW, type RawRow, type RawRows } from './raw-row.js';
import { textOf } from './encoding.js';

/** Rows of JSON Lines: one object on a line. */
export async function* jsonlRows(file: string): RawRows {
  let number = 0;
  for await (const line of lines(textOf(file))) {
    number += 1;
    if (line === null) {
      yield { number, cells: new Map(), broken: 'The line is larger than a million characters.' };
    } else if (line.trim() !== '') {
      yield { number, ...parsed(line) };
    }
  }
}

function parsed(line: string): Pick<RawRow, 'cells' | 'broken'> {
  try {
    const value: unknown = JSON.parse(line);
    if (value && typeof value === 'object' && !Array.isArray(value)) {
      return { cells: cellsOf(value) };
    }
    return { cells: new Map(), broken: 'The line is not a JSON object.' };
  } catch {
    return { cells: new Map(), broken: 'The line is not valid JSON.' };
  }
}

/** Keys such as `__proto__` are text like any other: a Map has no prototype to poison. */
export function cellsOf(value: object): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [key, cell] of Object.entries(value)) {
    if (cell !== null && cell !== undefined) cells.set(key, textOfValue(cell));
  }
  return cells;
}

/** Lists become lines of a cell; objects in them become fields with a bar between. */
function textOfValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOfItem).join('\n');
  return textOfItem(value);
}

function textOfItem(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (value && typeof value === 'object') {
    return namedFields(value as Record<string, unknown>)
      .map(scalar)
      .join(' | ');
  }
  return '';
}

const DEPLOYMENT = ['process', 'type', 'phase', 'role', 'track', 'territory', 'from', 'to'];

/** `{ code, level }` reads like "code (level)"; a deployment has its fields in their order. */
function namedFields(item: Record<string, unknown>): unknown[] {
  if (typeof item.code === 'string') {
    return [item.level === undefined ? item.code : `${item.code} (${scalar(item.level)})`];
  }
  return DEPLOYMENT.map((field) => item[field]);
}

function scalar(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Lines of a text in pieces; null for one that is too long, which is passed over, not kept. */
async function* lines(pieces: AsyncIterable<string>): AsyncGenerator<string | null> {
  let rest = '';
  let tooLong = false;
  for await (const piece of pieces) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield tooLong || part.length > LONGEST_ROW ? null : part;
      tooLong = false;
    }
    if (rest.length > LONGEST_ROW) {
      tooLong = true;
      rest = '';
    }
  }
  if (tooLong) yield null;
  else if (rest !== '') yield rest;
}
