import { say, translator, type Problem, type Words } from '#messages';
import type { Locale } from '#vocabulary';
import type { Column } from '../columns/column.js';

/** A cell as it stands in the file. */
export interface RawCell {
  /** The file's own name of the column. */
  readonly header: string;
  /** What the column is, where the table has told it; else its header tells. */
  readonly column?: Column;
  /** The text that the file shows. */
  readonly text: string;
  /** The digits that are stored, where the text shows them in another form: `42` for `00042`. */
  readonly number?: string;
  /** Why the cell cannot be read. */
  readonly wrong?: Problem;
}

/** A row as it stands in the file, with nothing understood yet. */
export interface RawRow {
  /** As a person sees it in the file: the header is row 1, a line of JSON is its line. */
  readonly number: number;
  /** The sheet, where more than one is read. */
  readonly sheet?: string;
  /** The list has no numbers: one is made from her name, e-mail address and date of birth. */
  readonly unnumbered?: true;
  /** It is about the woman in the row above: its name is that of a merged cell, or it says more of her only. */
  readonly continues?: true;
  /** In the order of the file. Two columns may have one name. */
  readonly cells: readonly RawCell[];
  /** What is wrong with the row as a whole, such as a broken quote. */
  readonly broken?: Problem;
}

/** Something a coordinator must know of how the file was read. */
export interface Remark {
  readonly part: 'file' | 'sheet' | 'column' | 'rows' | 'cells';
  /** The sheet, where more than one is read. */
  readonly sheet?: string;
  /** As the file names it: a sheet's name, a column's header, numbers of rows, `B3:B5`. */
  readonly name: Words;
  /** The letter of a column. */
  readonly place?: string;
  /** `noted`: nothing that says something of a woman is left out. */
  readonly fate: 'left out' | 'noted';
  /** A main clause without its full stop. */
  readonly reason: Words;
}

export function isRemark(item: RawRow | Remark): item is Remark {
  return 'fate' in item;
}

/** The rows of a file, one at a time, with remarks between them. Breaking off the loop closes the file. */
export type RawRows = AsyncIterable<RawRow | Remark>;

/** Rows that begin with one value too many to hold in memory are refused, not swallowed. */
export const LONGEST_ROW = 1_000_000;

/** A remark in words: the part and place, its name in quotation marks, and why. */
export function sayRemark({ part, sheet, name, place, reason }: Remark, locale: Locale): string {
  const t = translator('import', locale);
  const named = say(name, locale);
  const quoted = part === 'rows' || part === 'file' || named === '' ? named : `"${named}"`;
  const within = sheet === undefined ? '' : `${t('part.sheet')} "${sheet}", `;
  const what = within + [t(`part.${part}`), place, quoted].filter(Boolean).join(' ');
  return `${what}: ${say(reason, locale)}`;
}
