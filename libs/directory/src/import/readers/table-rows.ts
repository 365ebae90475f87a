import { problem, type Problem } from '#messages';
import { MARKED_LIST, plainText } from '#kernel';
import type { Column } from '../columns/column.js';
import type { ColumnMap } from '../columns/column-map.js';
import { isList, isSafety, mayBeDoubled } from '../columns/doubled.js';
import { leveledBy, NAME_PARTS, type ImportField } from '../columns/fields.js';
import { HEADER_WITHIN } from '../columns/mapping.js';
import { refuseNegatedConsent, refuseUnclearSafety } from '../columns/unclear-safety.js';
import { ImportRefusedError } from '../import-refused-error.js';
import { MergedCells } from './merged.js';
import { isFilled, lettersOf, type Table, type TableCell, type TableRow } from './table.js';
import type { RawCell, RawRow, Remark } from './raw-row.js';
import type { Looked } from './reading.js';
import { LOOKED_AT, nearlyHeader, shapeOf, type Shape, type ShapeColumn } from './shape.js';
import {
  FEWEST_FOR_SECTIONS,
  isPlace,
  SECTION_TITLE,
  sectionOf,
  titleOf,
  titlesIn,
  type Section,
} from './sections.js';
import { STRUCK_OUT } from './struck-out.js';
import { RowNumbers } from './row-numbers.js';
import { isUnderstoodAs } from './understood.js';

/** A table's own columns, read once its header is known. */
interface Header {
  readonly shape: Shape;
  /** By index; null for a column that is left out. */
  readonly read: readonly ((ShapeColumn & { readonly column: Column }) | null)[];
  /** Texts of the header's last row. */
  readonly cells: readonly string[];
  /** Columns up to the last one with a name. */
  readonly width: number;
  readonly hasNumbers: boolean;
  /** Apostrophes before signs of a formula are marks. */
  readonly isMarked: boolean;
  /** Kobo or ODK has written it: between the choices of a question stand spaces. */
  readonly isOfForm: boolean;
}

/** What is left out of the rows behind the header, or put together. */
interface Told {
  readonly hidden: RowNumbers;
  readonly struck: RowNumbers;
  readonly sections: RowNumbers;
  readonly headers: RowNumbers;
  readonly numbersOnly: RowNumbers;
  readonly continued: RowNumbers;
  readonly joined: RowNumbers;
  /** Cells with a text under no header, by column. */
  readonly nameless: Map<number, number>;
}

/**
 * The rows behind the header, empty ones left out, and remarks on what is left out; tells in the end
 * whether there was a header. Merged cells say in each row what they say in the first; rows that say more of the
 * woman above them are whole rows with her name and number.
 *
 * @throws ImportRefusedError when two columns say one thing that only one can say, or when a column that seems to keep
 * women from being shown is not understood.
 */
export async function* tableRows(
  table: Table,
  columns: ColumnMap,
  onLook?: (looked: Looked) => void,
): AsyncGenerator<RawRow | Remark, boolean> {
  const rows = table.rows[Symbol.asyncIterator]();
  const top: TableRow[] = [];
  let next = await rows.next();
  try {
    while (!next.done && top.length < LOOKED_AT && next.value.number <= LOOKED_AT) {
      top.push(next.value);
      next = await rows.next();
    }
    const shape = shapeOf(top, table.merged, columns, table.isStrict);
    if (!shape) return false;
    onLook?.({ shape, top, titles: titlesIn(top, shape, table, columns) });
    const header = yield* headerOf(shape, top, table, columns);
    yield* aboveHeader(top, shape);
    const reader = new RowReader(header, table, columns);
    const [, last] = shape.rows;
    for (const row of top) {
      const read = row.number > last ? reader.read(row) : null;
      if (read) yield read;
    }
    for (; !next.done; next = await rows.next()) {
      const read = reader.read(next.value);
      if (read) yield read;
    }
    yield* reader.remarks();
    return true;
  } finally {
    await rows.return?.();
  }
}

/**
 * @param top the first rows of the table that looks most like a list
 */
export function noHeader(top: readonly TableRow[], columns: ColumnMap): ImportRefusedError {
  const nearly = nearlyHeader(top, columns);
  return new ImportRefusedError(
    nearly === null
      ? problem('refused.noHeader', { rows: HEADER_WITHIN })
      : problem(nearly.isNamed ? 'refused.nearlyHeader' : 'refused.noNames', {
          row: nearly.row,
          count: nearly.understood,
        }),
  );
}

function* aboveHeader(top: readonly TableRow[], { rows: [first] }: Shape): Generator<Remark> {
  const titles = new RowNumbers();
  const others = new RowNumbers();
  for (const { number, cells } of top) {
    const filled = cells.filter(isFilled).length;
    if (number >= first || filled === 0) continue;
    (filled === 1 ? titles : others).add(number);
  }
  yield* titles.remark('noted', problem('remark.title'));
  yield* others.remark('left out', problem('remark.aboveHeader'));
}

function* headerOf(
  shape: Shape,
  top: readonly TableRow[],
  { hiddenColumns }: Table,
  columns: ColumnMap,
): Generator<Remark, Header> {
  const [first, last] = shape.rows;
  const rows = top.filter(({ number }) => number >= first && number <= last);
  const read: Header['read'][number][] = [];
  const places = new Map<string, { readonly column: Column; readonly at: number[] }>();
  for (const [i, one] of shape.columns.entries()) {
    const { header, column, evidence } = one;
    const hides = hiddenColumns.has(i)
      ? 'hidden'
      : rows.some(({ cells }) => cells[i]?.wrong === STRUCK_OUT)
        ? 'struck'
        : null;
    const isRead = column !== null && (hides === null || countsHidden(column.field));
    read.push(isRead ? { ...one, column } : null);
    if (isRead) {
      refuseNegatedConsent(column, header, lettersOf(i));
      const key = `${column.field}:${column.language}:${column.value ?? column.edge ?? ''}`;
      const place = places.get(key) ?? { column, at: [] };
      place.at.push(i);
      places.set(key, place);
      if (hides !== null) yield columnRemark(i, header, 'noted', problem(`remark.${hides}Counts`));
      if (evidence === 'values') {
        const told = column.value === undefined ? 'byValues' : 'marks';
        yield columnRemark(i, header, 'noted', problem(`remark.${told}`, { field: column.field }));
      }
    } else if (header === MARKED_LIST || one.isLevel) {
      continue;
    } else if (columns.isLeftOut(header)) {
      yield columnRemark(i, header, 'noted', problem('remark.mappedOut'));
    } else if (header !== '') {
      refuseUnclearSafety(header, columns, lettersOf(i));
      const reason = hides ? problem(`remark.${hides}Column`) : problem(unknownBecause(one));
      yield columnRemark(i, header, 'left out', reason);
    }
  }
  const headers = shape.columns.map(({ header }) => header);
  for (const { column, at } of places.values()) {
    if (at.length > 1 && !mayBeDoubled(column.field)) throw doubled(column.field, at, headers);
  }
  const hasNumbers = places.has('external_id:null:');
  if (!hasNumbers && !columns.defaults.some(({ field }) => field === 'external_id')) {
    yield { part: 'rows', name: '', fate: 'noted', reason: problem('remark.madeNumbers') };
  }
  const cells = (rows.at(-1)?.cells ?? []).map(({ text }) => text.trim());
  const width = headers.findLastIndex((name) => name !== '') + 1;
  const isMarked = headers.includes(MARKED_LIST);
  const isOfForm = headers.some((name) => OF_FORMS.test(name));
  return { shape, read, cells, width, hasNumbers, isMarked, isOfForm };
}

/** Columns that Kobo and ODK write into every export. */
const OF_FORMS = /^(?:_uuid|_submission_time|meta[/-]instanceID|KEY)$/u;

function unknownBecause({ evidence }: ShapeColumn) {
  if (evidence === 'form') return 'remark.formAccount';
  if (evidence === 'nobody') return 'remark.formNobody';
  if (evidence === 'summary') return 'remark.summary';
  return evidence === 'group' ? 'remark.unknownInGroup' : 'remark.unknownHeader';
}

/** Without these a hidden column would expose a woman, or there would be no row at all. */
function countsHidden(field: ImportField): boolean {
  return isSafety(field) || field === 'external_id' || field === 'full_name';
}

function doubled(field: ImportField, at: readonly number[], cells: readonly string[]) {
  const columns = { and: at.map((i) => `${lettersOf(i)} "${cells[i]}"`) };
  return new ImportRefusedError(problem('refused.doubled', { columns, field }));
}

function columnRemark(i: number, name: string, fate: Remark['fate'], reason: Problem): Remark {
  return { part: 'column', name, place: lettersOf(i), fate, reason };
}

/** Reads the rows behind a header, one after the other. */
class RowReader {
  private readonly told: Told = {
    hidden: new RowNumbers(),
    struck: new RowNumbers(),
    sections: new RowNumbers(),
    headers: new RowNumbers(),
    numbersOnly: new RowNumbers(),
    continued: new RowNumbers(),
    joined: new RowNumbers(),
    nameless: new Map(),
  };
  private readonly merged: MergedCells;
  /** The row above, where it is one of a woman that the next may say more of. */
  private above: { readonly number: number; readonly cells: readonly RawCell[] } | null = null;
  /** The last title within the list. */
  private title: string | null = null;
  /** One of the titles is a country, which says something of the women below it. */
  private namesPlaces = false;
  /** Columns of her name. */
  private readonly names: readonly number[];
  /** The column of numbers is the one that Baraza asks for where it cannot tell women by their names. */
  private readonly mayLackNumbers: boolean;

  constructor(
    private readonly header: Header,
    private readonly table: Table,
    private readonly columns: ColumnMap,
  ) {
    const meaningOf = (i: number) => {
      const { field, language, purposes, edge } = header.read[i]?.column ?? {};
      return [field, language, purposes, edge].join(':');
    };
    this.merged = new MergedCells(
      table.merged,
      (i) => Boolean(header.read[i]),
      (at) => new Set(at.map(meaningOf)).size === 1,
    );
    this.names = header.read.flatMap((one, i) => (one && isName(one.column.field) ? [i] : []));
    this.mayLackNumbers = header.read.some(
      (one) => one?.header.trim().toLowerCase() === 'external_id',
    );
  }

  /** Null for a row that says nothing of a woman. */
  read(given: TableRow): RawRow | null {
    const { told } = this;
    const isEmpty = given.broken === undefined && !given.cells.some(isFilled);
    const row = this.merged.fill(given);
    if (isEmpty && !row.cells.some(isFilled)) return null;
    if (given.hidden) return this.leaveOut(told.hidden, given);
    if (this.isStruckOut(row)) return this.leaveOut(told.struck, given);
    if (this.repeatsHeader(row)) return this.leaveOut(told.headers, given);
    const section = this.sectionOf(given);
    if (section === 'sections') {
      this.title = titleOf(given);
      this.namesPlaces ||= isPlace(this.title);
    }
    if (section) return this.leaveOut(told[section], given);
    const joined = row.broken === undefined ? this.joined(row) : null;
    if (joined) told.joined.add(row.number);
    const broken = row.broken ?? (joined ? undefined : this.brokenBy(given)) ?? this.onlyName(row);
    const own = [...this.cellsOf(joined ?? row, broken !== undefined), ...this.titled()];
    const above = broken === undefined && this.above?.number === row.number - 1 ? this.above : null;
    const more = above && this.saysMore(row) ? withMore(above.cells, own) : null;
    if (more) told.continued.add(row.number);
    const continues = above !== null && (more !== null || this.hasNameOfAbove(given, row));
    const cells = more ?? (continues ? withNumber(above.cells, own) : own);
    this.above = broken === undefined ? { number: row.number, cells } : null;
    return {
      number: row.number,
      cells,
      ...(broken === undefined ? {} : { broken }),
      ...(this.isUnnumbered(cells) ? { unnumbered: true as const } : {}),
      ...(continues ? { continues: true as const } : {}),
    };
  }

  /** The title above, where somebody has said what the titles within the list are. */
  private titled(): RawCell[] {
    const column = this.title === null ? null : this.columns.mapped(SECTION_TITLE);
    return column ? [{ header: SECTION_TITLE, column, text: this.title ?? '' }] : [];
  }

  /** In a list that has no numbers, or that has `external_id` for the women only who are not told by their names. */
  private isUnnumbered(cells: readonly RawCell[]): boolean {
    if (!this.header.hasNumbers) return true;
    return this.mayLackNumbers && !cells.some((cell) => isNumber(cell) && isFilled(cell));
  }

  /** Whether her name is that of the row above, with which its cell is merged. */
  private hasNameOfAbove(given: TableRow, { cells }: TableRow): boolean {
    const { names } = this;
    return (
      names.some((i) => cells[i] && isFilled(cells[i])) &&
      !names.some((i) => given.cells[i] && isFilled(given.cells[i]))
    );
  }

  *remarks(): Generator<Remark> {
    const { hidden, struck, sections, headers, numbersOnly, continued, joined, nameless } =
      this.told;
    yield* hidden.remark('left out', problem('remark.hiddenRows'));
    yield* struck.remark('left out', problem('remark.struckRows'));
    const isSaid =
      this.columns.mapped(SECTION_TITLE) !== null || this.columns.isLeftOut(SECTION_TITLE);
    yield* sections.remark(isSaid ? 'noted' : 'left out', problem('remark.sections'));
    if (this.namesPlaces && !isSaid) {
      const reason = problem('remark.sectionTitles');
      yield { part: 'column', name: SECTION_TITLE, fate: 'left out', reason };
    }
    yield* headers.remark('noted', problem('remark.repeatedHeader'));
    yield* numbersOnly.remark('noted', problem('remark.numbersOnly'));
    yield* continued.remark('noted', problem('remark.continued'));
    yield* joined.remark('noted', problem('remark.joined'));
    for (const [i, cells] of [...nameless].toSorted(([a], [b]) => a - b)) {
      yield columnRemark(i, '', 'left out', problem('remark.noHeaderColumn', { cells }));
    }
  }

  private leaveOut(rows: RowNumbers, { number }: TableRow): null {
    rows.add(number);
    // What follows is not about the woman above it.
    this.above = null;
    return null;
  }

  /** Whether all that is read of a row is struck out, as women are who have left. */
  private isStruckOut({ cells, broken }: TableRow): boolean {
    if (broken !== undefined) return false;
    const isRead = (cell: TableCell, i: number) => this.header.read[i] && isFilled(cell);
    return (
      cells.every((cell, i) => cell.wrong === STRUCK_OUT || !isRead(cell, i)) && cells.some(isRead)
    );
  }

  private repeatsHeader({ cells, broken }: TableRow): boolean {
    const { cells: names, shape } = this.header;
    if (broken !== undefined) return false;
    const textOf = (i: number) => (cells[i]?.text ?? '').trim();
    if (names.every((name, i) => name === textOf(i))) return true;
    // The same in another language: each column that is read is named once more.
    const isNamed = ({ column }: ShapeColumn, i: number) =>
      !column || textOf(i) === '' || this.columns.column(textOf(i))?.field === column.field;
    // Short texts come again and again, and what they mean is known: the shortest tells most rows apart.
    let shortest = -1;
    let filled = 0;
    for (const [i, { column }] of shape.columns.entries()) {
      const { length } = column ? textOf(i) : '';
      if (length === 0) continue;
      filled += 1;
      if (shortest === -1 || length < textOf(shortest).length) shortest = i;
    }
    const first = shape.columns[shortest];
    return (
      first !== undefined &&
      isNamed(first, shortest) &&
      filled >= FEWEST_NAMED &&
      shape.columns.every(isNamed)
    );
  }

  private sectionOf(row: TableRow): Section | null {
    const { shape, width } = this.header;
    return sectionOf(row, shape, width, (i) => this.merged.isWideAt(i));
  }

  private cellsOf(row: TableRow, isBroken: boolean): RawCell[] {
    const cells: RawCell[] = [];
    this.header.read.forEach((read, i) => {
      // Sheets leave out the empty cells at the end of a row.
      if (read) cells.push({ header: read.header, column: read.column, ...this.leveled(row, i) });
    });
    row.cells.forEach((cell, i) => {
      if (
        !this.header.shape.columns[i]?.header &&
        !this.header.read[i] &&
        !isBroken &&
        isFilled(cell)
      ) {
        this.told.nameless.set(i, (this.told.nameless.get(i) ?? 0) + 1);
      }
    });
    return cells;
  }

  /** The cell, with the level of its value where that stands in a column beside it. */
  private leveled({ cells }: TableRow, i: number): TableCell {
    const cell = this.chosen(this.unmarked(cells[i] ?? NO_CELL), i);
    const { levelAt } = this.header.read[i] ?? {};
    const level = levelAt === undefined ? undefined : cells[levelAt];
    if (!level || !isFilled(level) || cell.text.trim() === '') return cell;
    const { wrong } = level;
    return { ...cell, text: `${cell.text} (${level.text.trim()})`, ...(wrong && { wrong }) };
  }

  /** "fr en ar", where a form writes the codes of several choices so, and each of them is understood. */
  private chosen(cell: TableCell, i: number): TableCell {
    const field = this.header.read[i]?.column.field;
    if (!this.header.isOfForm || field === undefined || !isList(field)) return cell;
    const codes = cell.text.trim().split(/\s+/u);
    const isPlain = codes.length > 1 && codes.every((code) => /^[\p{L}\p{N}_-]+$/u.test(code));
    if (!isPlain) return cell;
    const names = codes.map((code) => code.replaceAll('_', ' '));
    if (!names.every((name) => isUnderstoodAs(field, name))) return cell;
    const text = names.join('; ');
    // "elections mediation" may be two choices, or the label of one.
    const isOne = isUnderstoodAs(field, cell.text);
    return isOne
      ? { ...cell, wrong: problem('cell.choices', { values: text }) }
      : { ...cell, text };
  }

  private unmarked(cell: TableCell): TableCell {
    return this.header.isMarked ? { ...cell, text: plainText(cell.text) } : cell;
  }

  /**
   * Whether a row says more of the woman in the row above: only values of lists behind her name, and neither number nor
   * name. A value before her name may as well be a title.
   */
  private saysMore({ cells }: TableRow): boolean {
    const { read } = this.header;
    const [name = -1] = this.names;
    let isMore = false;
    for (const [i, cell] of cells.entries()) {
      const field = read[i]?.column.field;
      if (field === undefined || !isFilled(cell)) continue;
      if (i <= name || !(isList(field) || leveledBy(field) !== null)) return false;
      isMore = true;
    }
    return isMore;
  }

  /**
   * A row of separated text with cells too many, of which some are one list whose values are divided by the mark that
   * divides the columns: put together where that can be in one place only for every column to be understood.
   */
  private joined(row: TableRow): TableRow | null {
    const { cells: names } = this.header;
    const more = row.cells.length - names.length;
    if (!this.table.isStrict || more < 1 || more > MOST_JOINED) return null;
    const found = names.flatMap((_, at) => {
      const field = this.header.read[at]?.column.field;
      if (field === undefined || !isList(field)) return [];
      const text = row.cells
        .slice(at, at + more + 1)
        .map((cell) => cell.text.trim())
        .join('; ');
      const cells = [...row.cells.slice(0, at), { text }, ...row.cells.slice(at + more + 1)];
      const isUnderstood = cells.every((cell, i) => {
        const of = this.header.read[i]?.column;
        return !of || cell.text.trim() === '' || isUnderstoodAs(of.field, cell.text);
      });
      return isUnderstood ? [{ ...row, cells }] : [];
    });
    const [only] = found;
    return only && found.length === 1 ? only : null;
  }

  /** A name alone, without a number, may be a title, such as "Kenya", which is a woman's name as well. */
  private onlyName({ cells }: TableRow): Problem | undefined {
    const { width, read } = this.header;
    if (width < FEWEST_FOR_SECTIONS) return undefined;
    const isRead = (cell: TableCell, i: number) => read[i] && isFilled(cell);
    return cells.every((cell, i) => this.names.includes(i) || !isRead(cell, i)) &&
      cells.some(isRead)
      ? problem('row.onlyName')
      : undefined;
  }

  private brokenBy(row: TableRow): Problem | undefined {
    if (!this.table.isStrict) return undefined;
    const { cells, width } = this.header;
    const { length } = row.cells;
    if (row.cells.findLastIndex(isFilled) >= cells.length) {
      return problem('row.tooWide', { length, header: cells.length });
    }
    return length < width ? problem('row.tooNarrow', { length, header: cells.length }) : undefined;
  }
}

function isName(field: ImportField): boolean {
  return field === 'full_name' || (NAME_PARTS as readonly ImportField[]).includes(field);
}

const NO_CELL: TableCell = { text: '' };

/** Columns that a row names that is the header in another language. */
const FEWEST_NAMED = 2;

/** Cells that an unquoted list may have too many. */
const MOST_JOINED = 10;

/** The row with the number of the row above, where it has none of its own. */
function withNumber(above: readonly RawCell[], cells: readonly RawCell[]): RawCell[] {
  const isStated = (cell: RawCell) => isNumber(cell) && isFilled(cell);
  return cells.some(isStated) ? [...cells] : [...cells, ...above.filter(isStated)];
}

function isNumber({ column }: RawCell): boolean {
  return column?.field === 'external_id';
}

/** The row above, with the values of this one in the place of its own. */
function withMore(before: readonly RawCell[], cells: readonly RawCell[]): RawCell[] {
  const isSaid = (cell: RawCell) => cell.column && isList(cell.column.field);
  const isLevel = (cell: RawCell) => cell.column && leveledBy(cell.column.field) !== null;
  return [...before.filter((cell) => !isSaid(cell) && !isLevel(cell)), ...cells.filter(isFilled)];
}
