import { problem, type Problem } from '#messages';
import { parseTree, type Node } from 'jsonc-parser';
import type { ColumnMap } from '../columns/column-map.js';
import { refuseNegatedConsent, refuseUnclearSafety } from '../columns/unclear-safety.js';
import { ImportRefusedError } from '../import-refused-error.js';
import type { Bytes } from './bytes.js';
import { decodedText, encodingOf, encodingRemark } from './encoding.js';
import { LONGEST_ROW, type RawCell, type RawRow, type Remark } from './raw-row.js';

/** Names of unknown keys that are remembered; every line may bring a new one. */
const MOST_UNKNOWN = 200;

/** How a file begins that is one list of objects. */
const LIST = /^\[\s*(?:$|\{)/u;

/**
 * Rows of JSON Lines: one object on a line. A key that is there twice makes two cells.
 *
 * @throws ImportRefusedError when the file is one list of objects
 */
export async function* jsonlRows(
  bytes: Bytes,
  columns: ColumnMap,
): AsyncGenerator<RawRow | Remark> {
  let number = 0;
  const unknown = new Set<string>();
  let further = 0;
  let begun = false;
  const found = await encodingOf(bytes);
  yield* encodingRemark(found);
  for await (const line of lines(decodedText(bytes, found.encoding))) {
    number += 1;
    if (line === null) {
      yield { number, cells: [], broken: problem('line.tooLong') };
    } else if (line.trim() !== '') {
      if (!begun && LIST.test(line.trim())) {
        throw new ImportRefusedError(problem('refused.jsonList'));
      }
      begun = true;
      const row = parsed(line.trim());
      for (const { header } of row.cells) {
        const column = columns.column(header);
        if (column) refuseNegatedConsent(column, header);
        if (column || unknown.has(header)) continue;
        if (unknown.size >= MOST_UNKNOWN) {
          further += 1;
          continue;
        }
        unknown.add(header);
        yield left(columns, header);
      }
      yield { number, ...row };
    }
  }
  if (further > 0) {
    const name = problem('count.more', { count: further });
    yield { part: 'cells', name, fate: 'left out', reason: problem('remark.unknownKeys') };
  }
}

function left(columns: ColumnMap, name: string): Remark {
  if (columns.isLeftOut(name)) {
    return { part: 'column', name, fate: 'noted', reason: problem('remark.mappedOut') };
  }
  refuseUnclearSafety(name, columns);
  return { part: 'column', name, fate: 'left out', reason: problem('remark.unknownHeader') };
}

function parsed(line: string): Pick<RawRow, 'cells' | 'broken'> {
  const broken = (reason: Problem) => ({ cells: [], broken: reason });
  try {
    // Says what is JSON; what it makes of numbers and of keys that are there twice is not used.
    JSON.parse(line);
  } catch {
    return broken(problem('line.notJson'));
  }
  try {
    const node = parseTree(line);
    if (node?.type !== 'object') return broken(problem('line.notObject'));
    return { cells: new Line(line).cells(node) };
  } catch (error) {
    if (error instanceof RangeError) return broken(TOO_DEEP);
    throw error;
  }
}

/** A value in a shape that no cell can be made of: its column is refused, and not dropped. */
class UnknownShapeError extends Error {
  constructor(readonly reason: Problem) {
    super(reason.code);
  }
}

const TOO_DEEP = problem('line.tooDeep');

/** What the thing is called in an object such as `{ "language": "French", "level": "C1" }`, and how well it is known. */
const CALLED = ['code', 'name', 'label', 'language', 'country', 'topic', 'field', 'value'];
const LEVELS = ['level', 'proficiency', 'fluency'];
/** In the order of a cell: see the column `deployments`. */
const DEPLOYMENT = ['process', 'type', 'phase', 'role', 'track', 'territory', 'from', 'to'];

interface Property {
  readonly key: string;
  readonly value: Node;
}

/** What a line of JSON says, numbers with the digits that stand in it. */
class Line {
  constructor(private readonly text: string) {}

  /** The cells of an object; `{ "biography": { "fr": … } }` is the cell `biography:fr`. */
  cells(object: Node): RawCell[] {
    return propertiesOf(object).flatMap(({ key, value }) => {
      if (value.type === 'object' && !isCalled(value) && !has(value, 'process')) {
        return propertiesOf(value).map((inner) =>
          cell(`${key}:${inner.key}`, () => this.scalar(inner.value)),
        );
      }
      const items = value.type === 'array' ? (value.children ?? []) : [value];
      return [cell(key, () => items.map((item) => this.item(item)).join('\n'))];
    });
  }

  private item(value: Node): string {
    if (value.type !== 'object') return this.scalar(value);
    const called = CALLED.find((name) => has(value, name));
    if (called !== undefined && !has(value, 'process')) {
      const leveled = LEVELS.find((name) => has(value, name)) ?? 'level';
      const fields = this.fields(value, [called, leveled]);
      const [name = '', level = ''] = [fields[called], fields[leveled]];
      return level === '' ? name : `${name} (${level})`;
    }
    if (!has(value, 'process')) {
      throw new UnknownShapeError(problem('line.needsCode'));
    }
    const fields = this.fields(value, DEPLOYMENT);
    // What parts cells from each other must not do so within a field.
    return DEPLOYMENT.map((name) => (fields[name] ?? '').replaceAll(/[|;\n]/g, ',')).join(' | ');
  }

  /** The fields of an object that has these keys and no others, each once. */
  private fields(object: Node, known: readonly string[]): Record<string, string> {
    const fields: Record<string, string> = {};
    for (const { key, value } of propertiesOf(object)) {
      if (!known.includes(key)) throw new UnknownShapeError(withKey('line.unknownKey', key));
      if (fields[key] !== undefined) throw new UnknownShapeError(withKey('line.keyTwice', key));
      fields[key] = this.scalar(value);
    }
    return fields;
  }

  private scalar(value: Node): string {
    if (value.type === 'null') return '';
    if (value.type === 'string') return value.value as string;
    if (value.type === 'boolean') return value.value ? 'yes' : 'no';
    if (value.type === 'number') {
      return this.text.slice(value.offset, value.offset + value.length);
    }
    throw new UnknownShapeError(TOO_DEEP);
  }
}

function cell(header: string, text: () => string): RawCell {
  try {
    return { header, text: text() };
  } catch (error) {
    if (!(error instanceof UnknownShapeError)) throw error;
    return { header, text: '', wrong: error.reason };
  }
}

/** Whether an object is one thing with its level, and not one column for each of its keys. */
function isCalled(object: Node): boolean {
  const keys = propertiesOf(object).map(({ key }) => key);
  return (
    keys.includes('code') ||
    (keys.some((key) => CALLED.includes(key)) &&
      keys.every((key) => CALLED.includes(key) || LEVELS.includes(key)))
  );
}

function propertiesOf(object: Node): Property[] {
  return (object.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key && value ? [{ key: String(key.value), value }] : [];
  });
}

function has(object: Node, name: string): boolean {
  return propertiesOf(object).some(({ key }) => key === name);
}

/** A key that is no plain name may be a value gone astray, and is not repeated. */
function withKey(code: 'line.unknownKey' | 'line.keyTwice', key: string): Problem {
  return /^[a-z][\w-]{0,39}$/i.test(key) ? problem(`${code}Named`, { key }) : problem(code);
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
