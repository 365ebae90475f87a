import { problem, type Problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import { LONGEST_ROW } from '../raw-row.js';
import { lettersOf, MOST_COLUMNS, type TableCell, type TableRow } from '../table.js';
import { valueOf, type CellContext } from './cell-value.js';
import type { Package } from './package.js';
import { isStrike, PARTS, unescaped } from './parts.js';
import { xmlEvents } from '../zip/xml.js';

/** As many columns as a sheet can have; references have three letters at the most. */
const WIDEST = 16_384;
/** As many rows as a sheet can have. */
const MOST_ROWS = 1_048_576;
const EMPTY: TableCell = { text: '' };

/** A cell that is being read. */
interface OpenCell {
  readonly column: number;
  readonly reference: string;
  readonly type: string;
  readonly style: number | null;
  value: string | null;
  hasFormula: boolean;
  isStruck: boolean;
}

/** The rows of a sheet, one at a time. */
export async function* sheetRows(
  file: Package,
  part: string,
  context: CellContext,
): AsyncGenerator<TableRow> {
  let number = 0;
  let row = new OpenRow(0, {});
  let cell: OpenCell | null = null;
  /** Text of the innermost `v` or `t`, null outside them and within reading aids. */
  let text: string | null = null;
  let isPhonetic = false;
  let isRunStruck = false;
  for await (const events of xmlEvents(await file.part(part), PARTS.worksheet)) {
    for (const event of events) {
      if (event.kind === 'text') {
        if (text === null || !row.hasRoomFor(event.text.length)) continue;
        text += event.text;
        continue;
      }
      const opens = event.kind === 'open';
      switch (event.name) {
        case 'row':
          if (opens) {
            number = rowNumber(event.attributes.r, number);
            row = new OpenRow(number, event.attributes);
          } else yield row.ended();
          break;
        case 'c':
          isRunStruck = false;
          if (opens) cell = row.open(event.attributes);
          else if (cell) row.put(cell, context);
          if (!opens) cell = null;
          break;
        case 'f':
          if (cell) cell.hasFormula = true;
          break;
        case 'r':
          isRunStruck = false;
          break;
        case 'strike':
          if (opens) isRunStruck = isStrike(event);
          break;
        case 'rPh':
          isPhonetic = opens;
          break;
        // `v` is a value, cached where there is a formula; `t` the text of an inline string. `f` is not read.
        case 'v':
        case 't':
          if (opens) text = cell && !isPhonetic ? '' : null;
          else if (cell && text !== null) {
            if (isRunStruck && text.trim() !== '') cell.isStruck = true;
            cell.value = event.name === 'v' ? text : (cell.value ?? '') + unescaped(text);
            text = null;
          }
          break;
      }
    }
  }
}

/** A row whose cells are being read. */
class OpenRow {
  private readonly cells: TableCell[] = [];
  private readonly seen = new Set<number>();
  private readonly isHidden: boolean;
  private size = 0;
  private broken: Problem | undefined;
  private next = 0;

  constructor(
    private readonly number: number,
    { hidden = '0', ht = '1' }: Record<string, string>,
  ) {
    this.isHidden = isTrue(hidden) || Number(ht) === 0;
  }

  /** Whether the text still fits; a row that grows beyond all measure is broken and not kept. */
  hasRoomFor(characters: number): boolean {
    this.size += characters;
    if (this.size > LONGEST_ROW) this.broken = problem('row.tooLong');
    return this.size <= LONGEST_ROW;
  }

  /** Null where a sheet can have no such cell. */
  open({ r, t = 'n', s }: Record<string, string>): OpenCell | null {
    const [, letters, digits] = /^([A-Z]{1,3})(\d*)$/i.exec(r ?? '') ?? [];
    const column = letters === undefined ? this.next : columnOf(letters);
    this.next = column + 1;
    if (column >= WIDEST) {
      this.broken = beyond();
      return null;
    }
    if (
      this.seen.has(column) ||
      (r !== undefined && letters === undefined) ||
      (digits && Number(digits) !== this.number)
    ) {
      this.broken = problem('row.misplacedCell');
    }
    this.seen.add(column);
    return {
      column,
      reference: `${lettersOf(column)}${this.number}`,
      type: t,
      style: s === undefined ? null : Number(s),
      value: null,
      hasFormula: false,
      isStruck: false,
    };
  }

  put(cell: OpenCell, context: CellContext): void {
    if (this.size > LONGEST_ROW) return;
    const value = valueOf(cell, context);
    if (cell.column < MOST_COLUMNS) {
      while (this.cells.length < cell.column) this.cells.push(EMPTY);
      this.cells[cell.column] = value;
    } else if (value.text !== '') {
      this.broken = beyond();
    }
  }

  ended(): TableRow {
    const { number, cells, broken, isHidden: hidden } = this;
    return { number, cells, broken, hidden };
  }
}

function beyond(): Problem {
  return problem('row.beyond', { column: lettersOf(MOST_COLUMNS - 1) });
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

/** @throws ImportRefusedError when rows are out of order: no two may have one number. */
function rowNumber(text: string | undefined, before: number): number {
  if (text === undefined) return before + 1;
  const number = Number(text);
  if (Number.isInteger(number) && number > before && number <= MOST_ROWS) return number;
  throw new ImportRefusedError(problem('damaged.rowOrder', { row: text, before: String(before) }));
}

/** `C` is column 2. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Column and row of `B3`, counted from 0 and from 1; null for what is no reference. */
export function placeOf(reference: string): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(reference) ?? [];
  return letters && digits ? { column: columnOf(letters), row: Number(digits) } : null;
}
