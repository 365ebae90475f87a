import { dayOf, MS_PER_DAY } from '#kernel';
import { problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import { NO_RESULT } from '../formula-error.js';
import { STRUCK_OUT } from '../struck-out.js';
import type { TableCell } from '../table.js';
import { shownBy } from './number-format.js';
import type { SharedStrings } from './shared-strings.js';
import type { Style } from './styles.js';
import { unescaped } from './parts.js';

/** A cell as the sheet writes it. */
export interface SheetCell {
  /** Such as `C7`. */
  readonly reference: string;
  readonly type: string;
  /** Number of its style; null where it has none. */
  readonly style: number | null;
  /** What stands in `v`, or the text of an inline string; null where there is neither. */
  readonly value: string | null;
  readonly hasFormula: boolean;
  /** With a line through some of its own text; its style and the text that it refers to may have one, too. */
  readonly isStruck: boolean;
}

/** What cells of a workbook refer to. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly styles: readonly Style[];
  readonly epoch1904: boolean;
  /** Written by a program that does not calculate: 0 and '' stand for results that are not known. */
  readonly isUncalculated: boolean;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Digits of which a spreadsheet program is certain. */
const CERTAIN = 15;

/** @throws ImportRefusedError when the cell refers to a text or a style that is not there. */
export function valueOf(cell: SheetCell, context: CellContext): TableCell {
  const style = styleOf(cell, context);
  const read = readCell(cell, style, context);
  const isStruck =
    style?.isStruck ||
    cell.isStruck ||
    (cell.type === 's' && context.strings.isStruck(Number(cell.value)));
  return isStruck && read.text.trim() !== '' ? { wrong: STRUCK_OUT, ...read } : read;
}

function readCell(cell: SheetCell, style: Style | undefined, context: CellContext): TableCell {
  const { type, hasFormula } = cell;
  const value = cell.value ?? '';
  if (type === 'e') return { text: value, wrong: NO_RESULT };
  if (hasFormula && isUnknown(cell, context)) return { text: value, wrong: NO_RESULT };
  switch (type) {
    case 's':
      return { text: value === '' ? '' : sharedText(cell, context) };
    case 'b':
      return booleanOf(value.trim());
    case 'str':
      return { text: unescaped(value) };
    case 'inlineStr':
      return { text: value };
    case 'd':
      return { text: value.trim().replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1') };
    case 'n':
      return value.trim() === '' ? { text: '' } : numberOf(value.trim(), style, context);
    default:
      return { text: value, wrong: problem('cell.unknownKind') };
  }
}

function styleOf({ style, reference }: SheetCell, { styles }: CellContext): Style | undefined {
  if (style === null || (style === 0 && styles.length === 0)) return styles[0];
  const found = styles[style];
  if (!found) {
    throw new ImportRefusedError(problem('damaged.style', { cell: reference }));
  }
  return found;
}

function isUnknown({ type, value }: SheetCell, { isUncalculated }: CellContext): boolean {
  if (value === null || (value === '' && type !== 'str')) return true;
  return isUncalculated && (value === '' || (value === '0' && type === 'n'));
}

function sharedText({ reference, value }: SheetCell, { strings }: CellContext): string {
  const text = /^\s*\d+\s*$/.test(value ?? '') ? strings.get(Number(value)) : null;
  if (text === null) {
    throw new ImportRefusedError(problem('damaged.text', { cell: reference }));
  }
  return text;
}

function booleanOf(value: string): TableCell {
  if (/^(1|true)$/i.test(value)) return { text: 'yes' };
  if (/^(0|false)$/i.test(value)) return { text: 'no' };
  return { text: value, wrong: problem('cell.notBoolean') };
}

function numberOf(value: string, style: Style | undefined, context: CellContext): TableCell {
  if (!NUMBER.test(value)) return { text: value, wrong: problem('cell.notNumber') };
  if (style?.isDate) {
    const date = isoDate(Number(value), context.epoch1904);
    return date === null ? { text: value, wrong: problem('cell.noDate') } : { text: date };
  }
  const number = exact(value);
  const shown = shownBy(style?.format ?? '', number);
  return shown === null || shown === number ? { text: number } : { text: shown, number };
}

/** Days since the workbook's epoch; day 60 of 1900 never was, so later days are one less. */
function isoDate(serial: number, epoch1904: boolean): string | null {
  const days = Math.floor(serial);
  if (!epoch1904 && (days < 1 || days === 60)) return null;
  const epoch = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(epoch + days * MS_PER_DAY);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : dayOf(date);
}

/**
 * The digits that stand in the file. Without a point where only zeros are behind it; a fraction of more
 * digits than a program is certain of, as 7.0000000000000001, as the program shows it. A power of ten is
 * written out where no digit is missing for that: 1.234E+3, but not 1.2E+11.
 */
function exact(text: string): string {
  const [, sign = '', whole = '', fraction = '', power] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(power ?? 0);
  if (power !== undefined && point > digits.length) return text;
  if (power !== undefined && point <= 0) return shortest(text);
  const integer = digits.slice(0, point);
  const rest = digits.slice(point).replace(/0+$/, '');
  const minus = sign === '-' ? '-' : '';
  if (rest === '') return minus + integer;
  const isNoise = digits.replace(/^0+/, '').length > CERTAIN && integer.length <= CERTAIN;
  return isNoise ? shortest(text) : `${minus}${integer || '0'}.${rest}`;
}

function shortest(text: string): string {
  return String(Number(Number(text).toPrecision(CERTAIN)));
}
