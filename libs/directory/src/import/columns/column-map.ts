import { readFile } from 'node:fs/promises';
import { foldText } from '#vocabulary';
import { ImportRefusedError } from '../import-refused-error.js';
import { IMPORT_FIELDS, type ImportField } from './fields.js';

/** What a mapping file says: which column is which, and values for columns that are not there. */
export interface Mapping {
  readonly columns: Readonly<Record<string, string>>;
  readonly defaults: Readonly<Partial<Record<ImportField, string>>>;
}

/** A column understood: its field, and for a biography its language. */
export interface Column {
  readonly field: ImportField;
  readonly language: string | null;
}

const NO_MAPPING: Mapping = { columns: {}, defaults: {} };
/** So many columns of a row must be understood for it to be a header. */
const HEADER_KNOWS = 2;

const fields = new Map<string, ImportField>();
for (const [name, { aliases }] of Object.entries(IMPORT_FIELDS)) {
  for (const alias of [name, ...aliases]) fields.set(foldText(alias), name as ImportField);
}

/** Says what each column of a file is, by mapping file first and by its name then. */
export class ColumnMap {
  private readonly known = new Map<string, Column | null>();

  constructor(private readonly mapping: Mapping = NO_MAPPING) {}

  get defaults(): Mapping['defaults'] {
    return this.mapping.defaults;
  }

  /** Null for a column that no one here understands; it is reported, not swallowed. */
  column(header: string): Column | null {
    let found = this.known.get(header);
    if (found === undefined) {
      found = columnNamed(this.mapping.columns[header] ?? header);
      this.known.set(header, found);
    }
    return found;
  }

  /** Columns met so far that are not understood. */
  get ignored(): string[] {
    return [...this.known].filter(([, column]) => !column).map(([header]) => header);
  }

  /** Whether a row of a sheet looks like its header. */
  isHeader(cells: readonly string[]): boolean {
    const understood = cells.filter((cell) => cell.trim() !== '' && this.look(cell.trim()));
    return understood.length >= HEADER_KNOWS;
  }

  private look(header: string): Column | null {
    return columnNamed(this.mapping.columns[header] ?? header);
  }
}

/** `biography:fr` is the French biography; brackets and a colon mark nothing elsewhere. */
function columnNamed(name: string): Column | null {
  const [, base = name, language] = /^(.+?)\s*[:([]\s*([a-z]{2,3})\s*[)\]]?$/i.exec(name) ?? [];
  const field = fields.get(foldText(name)) ?? fields.get(foldText(base));
  if (!field) return null;
  return { field, language: field === 'biography' ? (language?.toLowerCase() ?? null) : null };
}

/** Reads a mapping file. @throws ImportRefusedError naming what is wrong in it */
export async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ImportRefusedError(`The mapping file ${file} cannot be read.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ImportRefusedError(`The mapping file ${file} is not valid JSON.`);
  }
  const { columns = {}, defaults = {} } = (value ?? {}) as Partial<Mapping>;
  const named = {
    ...Object.fromEntries(Object.values(columns).map((name) => [name, ''])),
    ...defaults,
  };
  for (const name of Object.keys(named)) {
    if (!((name.split(':')[0] ?? '') in IMPORT_FIELDS)) {
      throw new ImportRefusedError(
        `The mapping file names a column "${name}" that does not exist: see the table in docs/import.md.`,
      );
    }
  }
  return { columns, defaults };
}
