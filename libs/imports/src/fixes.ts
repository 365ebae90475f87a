import type { Database } from '#database';
import {
  keyOf,
  safeName,
  type ColumnMap,
  type RawCell,
  type RawRow,
  type RawRows,
  type Remark,
} from '#directory';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { openSealed } from './sealed.js';

/** A cell as it was mended. */
export interface Fix {
  readonly header: string;
  /** Which of the columns of that header, from 1. */
  readonly nth: number;
  readonly text: string;
}

/** A fix as it is kept. */
export interface KeptFix extends Fix {
  /** Empty where the file has none. */
  readonly sheet: string;
  readonly row: number;
}

/** A cell of a row that was mended. */
export type MendedCell = RawCell & {
  /** What stands in the file. */
  readonly original?: string;
};

export async function readFixes(
  database: Pick<Database, 'query'>,
  vault: Vault,
  importId: string,
): Promise<Map<string, Fix[]>> {
  const rows = await database.query<{ id: string; keyId: number; sealed: Buffer }>(
    `SELECT id, key_id AS "keyId", sealed FROM staged_fix WHERE import_id = $1 ORDER BY id`,
    [importId],
  );
  const fixes = new Map<string, Fix[]>();
  for (const row of rows) {
    const kept = await openSealed<KeptFix>(vault, 'staged_fix', row);
    if (!kept) continue;
    const key = placeKey(kept.row, kept.sheet);
    fixes.set(key, [...(fixes.get(key) ?? []), kept]);
  }
  return fixes;
}

/** Which row is meant, in whatever space a sheet's name was written; the sheet is named also where one is read. */
export function placeKey(row: number, sheet: string | null | undefined): string {
  return keyOf({ row, sheet: sheet?.trim() });
}

/** What a coordinator changed in the rows of a file: cells that she wrote anew, and rows that she left out. */
export class Mending {
  private readonly found = new Set<string>();
  private readonly unknown = new Map<string, Remark>();

  /**
   * @param fixes by the key of their place, as `skipped`
   * @param onlySheet the name of the sheet, where one is read
   */
  constructor(
    private readonly fixes: ReadonlyMap<string, readonly Fix[]>,
    private readonly skipped: ReadonlySet<string>,
    private readonly columns: ColumnMap,
    private readonly onlySheet: () => string | null,
  ) {}

  /**
   * The rows of a file with the cells that were mended, and without the rows that are left out: these are told of, each
   * time the file is read.
   */
  rows(rows: RawRows, onSkipped: (row: RawRow) => void): RawRows {
    const { skipped, found } = this;
    return {
      [Symbol.asyncIterator]: async function* (this: Mending) {
        let isOut = false;
        for await (const row of rows) {
          if ('fate' in row) {
            yield row;
            continue;
          }
          const key = placeKey(row.number, row.sheet ?? this.onlySheet());
          const own = this.fixes.get(key);
          if (own || skipped.has(key)) found.add(key);
          // What says more of a woman goes with the row that names her.
          isOut = skipped.has(key) || (isOut && row.continues === true);
          if (isOut) onSkipped(row);
          else yield own ? this.mended(row, own) : row;
        }
      }.bind(this),
    };
  }

  /** Fixes of cells, and rows to be left out, that are nowhere in the file. */
  remarks(): Remark[] {
    const places = [...this.fixes.keys(), ...this.skipped].filter((key) => !this.found.has(key));
    const rows = [...new Set(places)].map((key): Remark => {
      const [, row = '', sheet = ''] = /^(\d+) (.*)$/su.exec(key) ?? [];
      return {
        part: 'rows',
        ...(sheet === '' ? {} : { sheet }),
        name: row,
        fate: 'left out',
        reason: NO_ROW,
      };
    });
    return [...rows, ...this.unknown.values()];
  }

  private mended(row: RawRow, fixes: readonly Fix[]): RawRow {
    const left = new Map(fixes.map((fix) => [cellKey(fix.header, fix.nth), fix]));
    const seen = new Map<string, number>();
    const cells: MendedCell[] = row.cells.map((cell) => {
      const nth = (seen.get(cell.header) ?? 0) + 1;
      seen.set(cell.header, nth);
      const fix = left.get(cellKey(cell.header, nth));
      if (!fix) return cell;
      left.delete(cellKey(cell.header, nth));
      const { header, column, text: original } = cell;
      return { header, column, text: fix.text, original };
    });
    // A column that the file lacks, such as one of numbers.
    for (const { header, nth, text } of left.values()) {
      if (nth === 1 && this.columns.column(header) !== null) {
        cells.push({ header, text, original: '' });
      } else this.note(row, header);
    }
    const isNumbered = cells.some(
      ({ header, column, text }) =>
        text.trim() !== '' && (column ?? this.columns.column(header))?.field === 'external_id',
    );
    const { unnumbered, ...rest } = row;
    return { ...rest, ...(unnumbered && !isNumbered ? { unnumbered } : {}), cells };
  }

  private note({ number, sheet }: RawRow, header: string): void {
    this.unknown.set(JSON.stringify([number, sheet, header]), {
      part: 'cells',
      ...(sheet === undefined ? {} : { sheet }),
      place: String(number),
      name: safeName(header),
      fate: 'left out',
      reason: NO_COLUMN,
    });
  }
}

const NO_ROW = problem('remark.noRow');
const NO_COLUMN = problem('remark.noColumn');

function cellKey(header: string, nth: number): string {
  return `${nth} ${header}`;
}
