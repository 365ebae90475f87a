import type { Column, Effect, NetworkRecord, ProfileDraft } from '#directory';
import type { MendedCell } from './fixes.js';

/** A cell as it is kept: what stands in it, and what its column is. */
export type KeptCell = Pick<MendedCell, 'header' | 'column' | 'text' | 'original'>;

/** What is kept of a row while it waits to be applied. */
export interface StagedContent {
  readonly cells: readonly KeptCell[];
  /** What the row was understood to say; null where nothing could be read. */
  readonly read: ProfileDraft | null;
  /** What it would do; null where it would do nothing. */
  readonly effect: Effect | null;
}

/** A cell as a list, without its column where that has the name of its field and no more is known of it. */
type PackedCell = readonly [
  header: string,
  text: string,
  column?: Column | null,
  original?: string,
];

/** A `StagedContent` as it is sealed. Rows that an earlier version kept hold their cells as they are. */
export interface PackedContent extends Omit<StagedContent, 'cells'> {
  readonly cells: readonly (PackedCell | KeptCell)[];
}

/** Names of columns and their meaning stand in every row: as lists they take half as much, and half the time. */
export function packed({ cells, read, effect }: StagedContent): PackedContent {
  return { cells: cells.map(packedCell), read, effect };
}

export function unpacked({ cells, read, effect }: PackedContent): StagedContent {
  return { cells: cells.map(unpackedCell), read, effect };
}

function packedCell({ header, column, text, original }: KeptCell): PackedCell {
  if (original !== undefined) return [header, text, column ?? null, original];
  if (column === undefined) return [header, text, null];
  return isPlain(column, header) ? [header, text] : [header, text, column];
}

function unpackedCell(cell: PackedCell | KeptCell): KeptCell {
  if (!('length' in cell)) return cell;
  const [header, text, column, original] = cell;
  const is = cell.length === 2 ? { field: header as Column['field'], language: null } : column;
  return {
    header,
    text,
    ...(is ? { column: is } : {}),
    ...(original === undefined ? {} : { original }),
  };
}

function isPlain(
  { field, language, value, level, edge, purposes }: Column,
  header: string,
): boolean {
  return (
    field === header &&
    language === null &&
    value === undefined &&
    level === undefined &&
    edge === undefined &&
    purposes === undefined
  );
}

/** What is kept of a row that was applied. */
export interface UndoContent {
  /** Null for a woman who was new. */
  readonly before: NetworkRecord | null;
}
