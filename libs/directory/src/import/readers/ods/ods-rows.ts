import { problem } from '#messages';
import { isFormulaError, NO_RESULT } from '../formula-error.js';
import { LONGEST_ROW } from '../raw-row.js';
import { STRUCK_OUT } from '../struck-out.js';
import { lettersOf, MOST_COLUMNS, type TableCell, type TableRow } from '../table.js';
import type { XmlEvent } from '../zip/xml.js';

/** How often a row with text may be repeated by one element. */
const MOST_REPEATED_ROWS = 10_000;
/** As many rows as a sheet can have. */
const MOST_ROWS = 1_048_576;
const EMPTY: TableCell = { text: '' };

/** What is struck out: styles, and columns whose cells have no style of their own. */
interface Struck {
  readonly styles: ReadonlySet<string>;
  readonly columns: ReadonlySet<number>;
}

/** The rows of one table of a spreadsheet; empty ones are passed over, as their numbers count. */
export async function* odsRows(
  events: AsyncIterable<readonly XmlEvent[]>,
  index: number,
  struck: Struck,
): AsyncGenerator<TableRow> {
  let table = -1;
  let depth = 0;
  let number = 1;
  let row: OpenRow | null = null;
  for await (const piece of events) {
    for (const event of piece) {
      if (event.kind !== 'text' && event.name === 'table') {
        depth += event.kind === 'open' ? 1 : -1;
        if (event.kind === 'open' && depth === 1) table += 1;
        if (event.kind === 'close' && depth === 0 && table === index) return;
      }
      if (table !== index || depth !== 1) continue;
      if (event.kind === 'open' && event.name === 'table-row') {
        row = new OpenRow(event.attributes, struck);
      } else if (event.kind === 'close' && event.name === 'table-row' && row) {
        const { repeats } = row;
        const isEmpty = row.isEmpty;
        if (!isEmpty) {
          for (let i = 0; i < Math.min(repeats, MOST_REPEATED_ROWS); i++)
            yield row.ended(number + i);
        }
        number = Math.min(number + repeats, MOST_ROWS);
        row = null;
      } else row?.see(event);
    }
  }
}

/** How often an element stands for itself; once where it does not say. */
export function repeated(attributes: Record<string, string>, name: string): number {
  const count = Number(attributes[name] ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, MOST_ROWS) : 1;
}

interface OpenCell {
  readonly attributes: Record<string, string>;
  readonly paragraphs: string[];
  isStruck: boolean;
}

class OpenRow {
  readonly repeats: number;
  private readonly isHidden: boolean;
  /** Of cells that have none of their own. */
  private readonly style: string | undefined;
  private readonly cells: TableCell[] = [];
  private cell: OpenCell | null = null;
  /** Depth within an annotation, whose text is no text of the cell. */
  private aside = 0;
  private isParagraph = false;
  private size = 0;
  private column = 0;
  private isBeyond = false;

  constructor(
    attributes: Record<string, string>,
    private readonly struck: Struck,
  ) {
    this.style = attributes['default-cell-style-name'];
    this.repeats = repeated(attributes, 'number-rows-repeated');
    this.isHidden = /^(collapse|filter)$/.test(attributes.visibility ?? '');
  }

  get isEmpty(): boolean {
    return !this.isBeyond && this.cells.every(({ text, wrong }) => text === '' && !wrong);
  }

  see(event: XmlEvent): void {
    if (event.kind === 'text') {
      if (this.isParagraph && this.aside === 0) this.add(event.text);
      return;
    }
    const opens = event.kind === 'open';
    switch (event.name) {
      case 'table-cell':
      case 'covered-table-cell':
        if (opens) this.cell = { attributes: event.attributes, paragraphs: [], isStruck: false };
        else this.put();
        break;
      case 'annotation':
        this.aside += opens ? 1 : -1;
        break;
      case 'p':
        if (this.aside > 0) break;
        this.isParagraph = opens;
        if (opens) {
          // Paragraphs count as the ends of lines that they become.
          if (++this.size <= LONGEST_ROW) this.cell?.paragraphs.push('');
          this.strike(event);
        }
        break;
      case 'span':
        if (opens) this.strike(event);
        break;
      case 's':
        if (opens) this.add(' '.repeat(Math.min(repeated(event.attributes, 'c'), 1_000)));
        break;
      case 'tab':
        if (opens) this.add('\t');
        break;
      case 'line-break':
        if (opens) this.add('\n');
        break;
    }
  }

  private add(text: string): void {
    const paragraphs = this.cell?.paragraphs;
    if (!paragraphs || paragraphs.length === 0 || this.aside > 0) return;
    this.size += text.length;
    if (this.size <= LONGEST_ROW) paragraphs[paragraphs.length - 1] += text;
  }

  private strike(event: XmlEvent): void {
    const style = event.kind === 'open' ? (event.attributes['style-name'] ?? '') : '';
    if (this.cell && this.struck.styles.has(style)) this.cell.isStruck = true;
  }

  private put(): void {
    const { cell } = this;
    if (!cell) return;
    const value = this.valueOf(cell);
    const count = repeated(cell.attributes, 'number-columns-repeated');
    if (value.text !== '' || value.wrong) {
      if (this.column + count > MOST_COLUMNS) this.isBeyond = true;
      const last = Math.min(this.column + count, MOST_COLUMNS);
      while (this.cells.length < this.column && this.cells.length < MOST_COLUMNS) {
        this.cells.push(EMPTY);
      }
      for (let i = this.column; i < last; i++) this.cells[i] = value;
    }
    this.column += count;
    this.cell = null;
  }

  private valueOf({ attributes, paragraphs, isStruck }: OpenCell): TableCell {
    const value = valueIn(attributes, paragraphs.join('\n'));
    const { styles, columns } = this.struck;
    const style = attributes['style-name'] ?? this.style;
    const struck = isStruck || (style === undefined ? columns.has(this.column) : styles.has(style));
    return struck && value.text.trim() !== '' ? { wrong: STRUCK_OUT, ...value } : value;
  }

  ended(number: number): TableRow {
    const { cells, isHidden: hidden } = this;
    if (this.size > LONGEST_ROW) return { number, cells, hidden, broken: problem('row.tooLong') };
    return this.isBeyond
      ? {
          number,
          cells,
          hidden,
          broken: problem('row.beyond', { column: lettersOf(MOST_COLUMNS - 1) }),
        }
      : { number, cells, hidden };
  }
}

/** The stored result of a cell; numbers with all digits that are stored, but as shown where zeros lead. */
function valueIn(attributes: Record<string, string>, shown: string): TableCell {
  const type = attributes['value-type'] ?? '';
  const { value = '' } = attributes;
  if (isFormulaError(shown.trim())) return { text: shown, wrong: NO_RESULT };
  if (attributes.formula !== undefined && type === '') return { text: shown, wrong: NO_RESULT };
  switch (type) {
    case 'float':
      return /^0\d+$/.test(shown) ? { text: shown, number: value } : { text: value };
    case 'date':
      return { text: (attributes['date-value'] ?? shown).replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1') };
    case 'boolean':
      return { text: attributes['boolean-value'] === 'true' ? 'yes' : 'no' };
    default:
      return { text: shown };
  }
}
