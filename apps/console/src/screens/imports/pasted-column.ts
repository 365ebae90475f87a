import type { Row } from './rows-grid.js';

/** A cell into which a line is pasted. */
export interface PastedCell {
  readonly sheet: string | null;
  readonly row: number;
  /** What stands there; null where it is not shown to her. */
  readonly now: string | null;
  /** What she or a colleague has mended it to before. */
  readonly fixed: string | null;
  /** What it becomes. */
  readonly text: string;
}

/**
 * What was copied from one column, a line for each row: of several columns that were copied, the first. Programs put a
 * text with a line break or a quotation mark between quotation marks.
 */
export function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let isQuoted = false;
  for (const piece of text.replace(/\r?\n$/, '').split(/(\r?\n)/)) {
    if (!isQuoted && /^\r?\n$/.test(piece)) {
      lines.push(line);
      line = '';
      continue;
    }
    line += piece;
    // A text that begins with a quotation mark ends with one; those inside of it are doubled.
    isQuoted = line.startsWith('"') && (line.match(/"/g)?.length ?? 0) % 2 === 1;
  }
  lines.push(line);
  return text === '' ? [] : lines.map((one) => plain(one.split('\t', 1)[0] ?? ''));
}

function plain(text: string): string {
  const inner = /^"([^]*)"$/.exec(text.trim())?.[1];
  return (inner === undefined ? text : inner.replaceAll('""', '"')).trim();
}

/** Puts lines into the cells of a column, one row after another, beginning with one of the rows. */
export function pastedInto(
  rows: readonly Row[],
  first: Pick<Row, 'sheet' | 'row'>,
  { column, nth }: { readonly column: string; readonly nth: number },
  lines: readonly string[],
): readonly PastedCell[] {
  const start = rows.findIndex(({ sheet, row }) => sheet === first.sheet && row === first.row);
  if (start < 0) return [];
  return rows.slice(start, start + lines.length).map(({ sheet, row, cells }, i) => {
    const cell = cells.find((one) => one.column === column && one.nth === nth);
    return {
      sheet,
      row,
      now: cell ? (cell.fixed ?? cell.raw) : '',
      fixed: cell?.fixed ?? null,
      text: lines[i] ?? '',
    };
  });
}
