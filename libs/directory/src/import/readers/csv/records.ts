import { LONGEST_ROW } from '../raw-row.js';

/** A record of separated text, or what is wrong with it. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly broken?: string;
}

/** A record and where the next one begins. */
interface Found extends CsvRecord {
  readonly end: number;
}

/** `open`: the text ends before the closing quotation mark. `wrong`: something stands behind that mark. */
type Cell = { readonly value: string; readonly end: number } | 'open' | 'wrong';

const UNCLOSED = 'A quotation mark is opened and not closed properly.';
const TOO_LONG = 'The row is larger than a million characters.';

/**
 * Records of separated text (RFC 4180) from text in pieces. A quotation mark means something only at
 * the beginning of a cell. One that is not closed properly costs its own line and no other: reading
 * goes on at the next, which is why this is no general parser.
 */
export class CsvRecords {
  private rest = '';
  /** Within a line of which nothing more is wanted. */
  private skipping = false;

  constructor(private readonly delimiter: string) {}

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
    let at = from;
    while (true) {
      const cell = text[at] === '"' ? this.quoted(text, at) : this.plain(text, at);
      if (cell === 'wrong' || (cell === 'open' && (isLast || tooLong))) {
        return { cells: [], broken: UNCLOSED, end: this.nextLine(text, at) };
      }
      if (cell === 'open') return null;
      cells.push(cell.value);
      if (text[cell.end] === this.delimiter) {
        at = cell.end + 1;
        continue;
      }
      const end = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1);
      // A carriage return may have its line feed in the next piece.
      const ended = cell.end < text.length && (text[cell.end] === '\n' || end < text.length);
      if (ended || isLast) return { cells, end };
      return tooLong ? { cells: [], broken: TOO_LONG, end: this.nextLine(text, at) } : null;
    }
  }

  private quoted(text: string, open: number): Cell {
    let close = text.indexOf('"', open + 1);
    while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close === -1) return 'open';
    const next = text[close + 1] ?? '\n';
    if (next !== this.delimiter && next !== '\n' && next !== '\r') return 'wrong';
    return { value: text.slice(open + 1, close).replaceAll('""', '"'), end: close + 1 };
  }

  private plain(text: string, from: number): Cell {
    let end = from;
    while (end < text.length && !this.endsCell(text[end])) end += 1;
    return { value: text.slice(from, end), end };
  }

  private endsCell(character: string | undefined): boolean {
    return character === this.delimiter || character === '\n' || character === '\r';
  }

  /** The beginning of the line behind a place, or the end of the text, and then the rest is skipped. */
  private nextLine(text: string, from: number): number {
    const lineEnd = /\r\n?|\n/g;
    lineEnd.lastIndex = from;
    this.skipping = !lineEnd.test(text);
    return this.skipping ? text.length : lineEnd.lastIndex;
  }
}
