import {
  HEADER_WITHIN,
  isHidden,
  lettersOf,
  SECTION_TITLE,
  SHEET_NAME,
  type Column,
  type ColumnMap,
  type HeaderEvidence,
  type ImportField,
  type Looked,
  type Looks,
  type TableRow,
} from '#directory';

/** Values of a column that are shown, and characters of each. */
const SAMPLES = 3;
const LONGEST_SAMPLE = 80;

/** How it is known what a column is; `mapping` is what the coordinator said. */
export type ColumnEvidence = HeaderEvidence | 'mapping';

/** A column of the file, and what it is taken for. */
export interface FoundColumn {
  readonly sheet: string | null;
  /** Its letter: `A`; empty for the names of the sheets (`SHEET_NAME`) and for titles within the list (`SECTION_TITLE`). */
  readonly place: string;
  readonly header: string;
  /** Null for a column that is not read. */
  readonly field: ImportField | null;
  readonly language: string | null;
  readonly value: string | null;
  readonly purposes: readonly string[];
  readonly evidence: ColumnEvidence | null;
  readonly samples: readonly string[];
  /** Its values are contact or security data, or nobody knows what they are. */
  readonly isPrivate: boolean;
}

/** What was found in a file before its rows. */
export interface FoundShape {
  /** The visible sheets that look like lists. */
  readonly sheets: readonly string[];
  /** The row of the header of each sheet that is read, counted from 1. */
  readonly headerRows: readonly { readonly sheet: string | null; readonly row: number }[];
  readonly columns: readonly FoundColumn[];
}

const DELIMITERS = [',', ';', '\t'];

function sheetsKey(names: readonly string[]): string {
  return JSON.stringify(['sheets', ...names.toSorted()]);
}

function headersKey(texts: readonly string[]): string {
  const filled = texts.map((text) => text.trim().toLowerCase()).filter((text) => text !== '');
  return JSON.stringify(['headers', ...filled.toSorted()]);
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/u, '$1');
}

/** Notes what readers find; a file may be read several times. */
export class ShapeFinder implements Looks {
  private names: readonly string[] = [];
  private readonly tables = new Map<string | null, Looked>();
  private first: readonly TableRow[] = [];
  private named: Column | null = null;

  constructor(private readonly columns: ColumnMap) {}

  sheets(names: readonly string[]): void {
    this.names = names;
  }

  top(rows: readonly TableRow[]): void {
    this.first = rows;
  }

  sheetNames(column: Column | null): void {
    this.named = column;
  }

  table(sheet: string | null, looked: Looked): void {
    this.tables.set(sheet, looked);
  }

  get shape(): FoundShape {
    const tables = [...this.tables];
    return {
      sheets: this.names,
      headerRows: tables.map(([sheet, { shape }]) => ({ sheet, row: shape.rows[0] })),
      columns: [
        ...(tables.length > 1 ? [this.sheetColumn()] : []),
        ...titleColumn(tables.flatMap(([, { titles }]) => titles ?? [])),
        ...tables.flatMap(([sheet, looked]) => this.columnsOf(sheet, looked)),
      ],
    };
  }

  /** The sheet that is read; null where there are several, or the file has none. */
  get onlySheet(): string | null {
    const [first, ...others] = this.tables.keys();
    return others.length > 0 ? null : (first ?? null);
  }

  /** Equal for lists of one shape; null where nothing tells it. */
  get key(): string | null {
    if (this.names.length > 1) return sheetsKey(this.names);
    const [looked] = this.tables.values();
    const header = looked?.top.find(({ number }) => number === looked.shape.rows[1]);
    return header ? headersKey(header.cells.map(({ text }) => text)) : null;
  }

  /** Keys that the list may have been remembered by, also where its header is not understood. */
  get possibleKeys(): string[] {
    if (this.names.length > 1) return [sheetsKey(this.names)];
    const known = this.key;
    const rows = this.first
      .filter(({ number }) => number <= HEADER_WITHIN)
      .map(({ cells }) => cells.map(({ text }) => text));
    // Where no header is understood, nothing tells what divides the cells either.
    const divided = rows.flatMap((texts) => {
      const [only = '', ...others] = texts;
      return others.length > 0 ? [] : DELIMITERS.map((by) => only.split(by).map(unquoted));
    });
    return [...(known === null ? [] : [known]), ...[...rows, ...divided].map(headersKey)];
  }

  /** The names of the sheets, as if they stood in a column. */
  private sheetColumn(): FoundColumn {
    const names = [...this.tables.keys()].flatMap((name) => name ?? []);
    return foundColumn(this.named, {
      sheet: null,
      place: '',
      header: SHEET_NAME,
      evidence: this.named && 'mapping',
      samples: names.slice(0, SAMPLES),
    });
  }

  private columnsOf(sheet: string | null, { shape, top }: Looked): FoundColumn[] {
    const [, last] = shape.rows;
    const behind = top.filter(({ number, hidden }) => number > last && !hidden);
    return shape.columns.flatMap(({ header, column, evidence }, i) => {
      if (header === '') return [];
      const texts = behind.flatMap(({ cells }) => cells[i]?.text.trim() || []);
      const samples = [...new Set(texts)].slice(0, SAMPLES);
      return foundColumn(column, {
        sheet,
        place: lettersOf(i),
        header,
        evidence: column && (this.columns.mapped(header) ? ('mapping' as const) : evidence),
        samples: samples.map((text) => text.slice(0, LONGEST_SAMPLE).toWellFormed()),
      });
    });
  }
}

/** The titles within the list, as if they stood in a column. */
function titleColumn(titles: readonly NonNullable<Looked['titles']>[]): FoundColumn[] {
  const [first] = titles;
  if (!first) return [];
  const texts = [...new Set(titles.flatMap((one) => one.texts))].slice(0, SAMPLES);
  const found = foundColumn(first.column, {
    sheet: null,
    place: '',
    header: SECTION_TITLE,
    evidence: first.column && 'mapping',
    samples: texts.map((text) => text.slice(0, LONGEST_SAMPLE).toWellFormed()),
  });
  return [found];
}

/** What of the shape tells nothing of the rows: where its headers are. */
export function withoutValues({ headerRows }: FoundShape): FoundShape {
  return { sheets: [], headerRows, columns: [] };
}

function foundColumn(
  column: Column | null,
  where: Pick<FoundColumn, 'sheet' | 'place' | 'header' | 'evidence' | 'samples'>,
): FoundColumn {
  return {
    ...where,
    field: column?.field ?? null,
    language: column?.language ?? null,
    value: column?.value ?? null,
    purposes: column?.purposes ?? [],
    isPrivate: column === null || isHidden(column.field),
  };
}
