import { textOf } from './encoding.js';
import { LONGEST_ROW, type RawRow, type RawRows } from './raw-row.js';

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
  const broken = (reason: string) => ({ cells: new Map<string, string>(), broken: reason });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return broken('The line is not valid JSON.');
  }
  if (!isObject(value)) return broken('The line is not a JSON object.');
  try {
    return { cells: cellsOf(value) };
  } catch (error) {
    if (error instanceof UnknownShapeError) return broken(error.message);
    throw error;
  }
}

/** A value in a shape that no cell can be made of: it is refused, not dropped. */
class UnknownShapeError extends Error {}

/**
 * The cells of an object; `{ "biography": { "fr": … } }` is the cell `biography:fr`. Keys such as
 * `__proto__` are text like any other: a Map has no prototype to poison.
 */
export function cellsOf(value: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [key, cell] of Object.entries(value)) {
    if (isObject(cell) && !isSkill(cell) && !isDeployment(cell)) {
      for (const [inner, text] of Object.entries(cell)) cells.set(`${key}:${inner}`, scalar(text));
    } else {
      cells.set(key, Array.isArray(cell) ? cell.map(item).join('\n') : item(cell));
    }
  }
  return cells;
}

function item(value: unknown): string {
  if (!isObject(value)) return scalar(value);
  if (isSkill(value)) {
    const { code, level, ...others } = value;
    refuseKeys(others);
    return level === undefined ? scalar(code) : `${scalar(code)} (${scalar(level)})`;
  }
  if (!isDeployment(value))
    throw new UnknownShapeError('An object in a list needs code or process.');
  refuseKeys(
    Object.fromEntries(Object.entries(value).filter(([key]) => !DEPLOYMENT.includes(key))),
  );
  // What parts cells from each other must not do so within a field.
  return DEPLOYMENT.map((field) => scalar(value[field]).replaceAll(/[|;\n]/g, ',')).join(' | ');
}

/** In the order of a cell: see the column `deployments`. */
const DEPLOYMENT = ['process', 'type', 'phase', 'role', 'track', 'territory', 'from', 'to'];

function scalar(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  throw new UnknownShapeError('Lists and objects stand too deep in one another.');
}

function refuseKeys(others: object): void {
  const [key] = Object.keys(others);
  if (key === undefined) return;
  // A key that is no plain name may be a value gone astray, and is not repeated.
  const named = /^[a-z][\w-]{0,39}$/i.test(key) ? `a key "${key}"` : 'a key';
  throw new UnknownShapeError(`An object has ${named} that is unknown.`);
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isSkill = (value: JsonObject): boolean => Object.hasOwn(value, 'code');
const isDeployment = (value: JsonObject): boolean => Object.hasOwn(value, 'process');

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
