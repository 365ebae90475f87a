import {
  isHidden,
  lettersOf,
  type ColumnMap,
  type HeaderEvidence,
  type ImportField,
  type Looked,
  type Looks,
} from '#directory';

/** Values of a column that are shown, and characters of each. */
const SAMPLES = 3;
const LONGEST_SAMPLE = 80;

/** How it is known what a column is; `mapping` is what the coordinator said. */
export type ColumnEvidence = HeaderEvidence | 'mapping';

/** A column of the file, and what it is taken for. */
export interface FoundColumn {
  readonly sheet: string | null;
  /** Its letter: `A`. */
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

/** Notes what readers find; a file may be read several times. */
export class ShapeFinder implements Looks {
  private names: readonly string[] = [];
  private readonly tables = new Map<string | null, Looked>();

  constructor(private readonly columns: ColumnMap) {}

  sheets(names: readonly string[]): void {
    this.names = names;
  }

  table(sheet: string | null, looked: Looked): void {
    this.tables.set(sheet, looked);
  }

  get shape(): FoundShape {
    const tables = [...this.tables];
    return {
      sheets: this.names,
      headerRows: tables.map(([sheet, { shape }]) => ({ sheet, row: shape.rows[0] })),
      columns: tables.flatMap(([sheet, looked]) => this.columnsOf(sheet, looked)),
    };
  }

  /** Equal for lists of one shape; null where nothing tells it. */
  get key(): string | null {
    if (this.names.length > 1) return JSON.stringify(['sheets', ...this.names.toSorted()]);
    const [first] = this.tables.values();
    if (!first) return null;
    return JSON.stringify([
      'headers',
      ...first.shape.columns.map(({ header }) => header).toSorted(),
    ]);
  }

  private columnsOf(sheet: string | null, { shape, top }: Looked): FoundColumn[] {
    const [, last] = shape.rows;
    const behind = top.filter(({ number, hidden }) => number > last && !hidden);
    return shape.columns.flatMap(({ header, column, evidence }, i) => {
      if (header === '') return [];
      const texts = behind.flatMap(({ cells }) => cells[i]?.text.trim() || []);
      const samples = [...new Set(texts)].slice(0, SAMPLES);
      return [
        {
          sheet,
          place: lettersOf(i),
          header,
          field: column?.field ?? null,
          language: column?.language ?? null,
          value: column?.value ?? null,
          purposes: column?.purposes ?? [],
          evidence: column && (this.columns.mapped(header) ? ('mapping' as const) : evidence),
          samples: samples.map((text) => text.slice(0, LONGEST_SAMPLE).toWellFormed()),
          isPrivate: column === null || isHidden(column.field),
        },
      ];
    });
  }
}
