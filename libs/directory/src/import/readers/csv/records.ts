import { problem, type Problem } from '#messages';
import { LONGEST_ROW } from '../raw-row.js';

/** A record of separated text. Where something is wrong with it, the cells before that. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly broken?: Problem;
  /** The text of what was not read into cells, where something is wrong. */
  readonly unread?: string;
}

/** A record and where the next one begins. */
interface Found extends CsvRecord {
  readonly end: number;
}

/** `open`: the text ends before the closing quotation mark. `wrong`: something stands behind that mark. */
type Cell = { readonly value: string; readonly end: number } | 'open' | 'wrong';

/** A sign of ASCII that is no space. */
const isVisible = (code: number): boolean => code > 0x20 && code < 0x7f;

const UNCLOSED = problem('row.unclosed');
const STRAY = problem('row.strayMark');
const TOO_LONG = problem('row.tooLong');

/** Other marks, which group nothing in separated text, though they look as if they did. */
const OTHER_MARKS: Readonly<Record<string, string>> = {
  "'": "'",
  '`': "`'",
  '‘': '’',
  '‚': '‘’',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
};

/**
 * Records of separated text (RFC 4180) from text in pieces. A quotation mark groups a cell where it is
 * the first thing in it; spaces around the marks are no part of the text. A mark that is not closed
 * properly, or that stands within a cell alone, costs its own line and no other: reading goes on at the
 * next, which is why this is no general parser.
 */
export class CsvRecords {
  private rest = '';
  /** Within a line of which nothing more is wanted. */
  private skipping = false;

  /** What ends a cell. */
  private readonly ends: RegExp;

  constructor(private readonly delimiter: string) {
    this.ends = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  }

  /** The records that are complete with this piece; the last piece completes all. */
  *add(piece: string, isLast: boolean): Generator<CsvRecord> {
    const text = this.rest + piece;
    let from = this.skipping ? this.nextLine(text, 0) : 0;
    while (from < text.length) {
      const record = this.read(text, from, isLast);
      if (!record) break;
      yield record;
      from = record.end;
    }
    this.rest = text.slice(from);
  }

  /** Null where the record may go on behind the text. */
  private read(text: string, from: number, isLast: boolean): Found | null {
    const tooLong = text.length - from > LONGEST_ROW;
    const cells: string[] = [];
    const plain: string[] = [];
    let at = from;
    while (true) {
      const start = this.spaceEnd(text, at);
      const isQuoted = text[start] === '"';
      const cell = isQuoted ? this.quoted(text, start) : this.plain(text, at);
      if (cell === 'wrong' || (cell === 'open' && (isLast || tooLong))) {
        const end = this.nextLine(text, start);
        return { cells, broken: UNCLOSED, unread: text.slice(start, end).trimEnd(), end };
      }
      if (cell === 'open') return null;
      cells.push(cell.value);
      plain.push(isQuoted ? '' : cell.value);
      if (text[cell.end] === this.delimiter) {
        at = cell.end + 1;
        continue;
      }
      const end = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1);
      // A carriage return may have its line feed in the next piece.
      const ended = cell.end < text.length && (text[cell.end] === '\n' || end < text.length);
      if (ended || isLast) return isStray(plain) ? { cells, broken: STRAY, end } : { cells, end };
      return tooLong ? { cells, broken: TOO_LONG, end: this.nextLine(text, at) } : null;
    }
  }

  private quoted(text: string, open: number): Cell {
    let close = text.indexOf('"', open + 1);
    let hasMarks = false;
    while (close !== -1 && text[close + 1] === '"') {
      hasMarks = true;
      close = text.indexOf('"', close + 2);
    }
    if (close === -1) return 'open';
    const end = this.spaceEnd(text, close + 1);
    if (end < text.length && !this.endsCell(text[end])) return 'wrong';
    const value = text.slice(open + 1, close);
    return { value: hasMarks ? value.replaceAll('""', '"') : value, end };
  }

  private plain(text: string, from: number): Cell {
    const { ends } = this;
    ends.lastIndex = from;
    const end = ends.exec(text)?.index ?? text.length;
    return { value: text.slice(from, end), end };
  }

  private endsCell(character: string | undefined): boolean {
    return character === this.delimiter || character === '\n' || character === '\r';
  }

  /** Where spaces end that begin here; a byte order mark within the text is one. */
  private spaceEnd(text: string, from: number): number {
    let end = from;
    // Nearly always there is none.
    if (from < text.length && isVisible(text.charCodeAt(from))) return from;
    while (end < text.length && !this.endsCell(text[end]) && text[end]?.trim() === '') end += 1;
    return end;
  }

  /** The beginning of the line behind a place, or the end of the text, and then the rest is skipped. */
  private nextLine(text: string, from: number): number {
    const lineEnd = /\r\n?|\n/g;
    lineEnd.lastIndex = from;
    this.skipping = !lineEnd.test(text);
    return this.skipping ? text.length : lineEnd.lastIndex;
  }
}

/**
 * Whether marks in unquoted cells look as if they grouped several of them: an odd number of straight
 * ones, or another one that is closed in a later cell.
 */
function isStray(cells: readonly string[]): boolean {
  return cells.some((cell, i) => {
    if (cell === '') return false;
    if (cell.includes('"') && cell.split('"').length % 2 === 0) return true;
    const text = cell.trim();
    const closing = OTHER_MARKS[text[0] ?? ''];
    if (closing === undefined || isClosed(text.slice(1), closing)) return false;
    return cells.slice(i + 1).some((later) => closing.includes(later.trim().at(-1) || 'none'));
  });
}

function isClosed(text: string, closing: string): boolean {
  return closing.split('').some((mark) => text.includes(mark));
}
