import type { DateOrder, NaMeans, WholeImportFragment } from '../../graph/types.js';
import { isFieldName, type FieldName } from './fields.js';

/** What has been said of how a file is to be read, as its mapping file has it (docs/import.md). */
export interface Said {
  /** Canonical names by header; null for a column that is left out. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly defaults: Readonly<Record<string, string>>;
  readonly headerRow: number | null;
  readonly dateOrder: DateOrder | null;
  readonly naMeans: NaMeans | null;
  /** What values mean, by column and by the text in the file. */
  readonly values: readonly {
    readonly field: string;
    readonly value: string;
    readonly means: string;
  }[];
}

export function readMapping(text: string): Said {
  const file = JSON.parse(text) as {
    readonly columns?: Record<string, string | null>;
    readonly defaults?: Record<string, string>;
    readonly values?: Record<string, Record<string, string>>;
    readonly 'header-row'?: number;
    readonly 'date-order'?: DateOrder;
    readonly 'na-means'?: 'Namibia' | 'missing';
  };
  const { 'na-means': na } = file;
  return {
    columns: file.columns ?? {},
    defaults: file.defaults ?? {},
    headerRow: file['header-row'] ?? null,
    dateOrder: file['date-order'] ?? null,
    naMeans: na === undefined ? null : na === 'Namibia' ? 'NAMIBIA' : 'MISSING',
    values: Object.entries(file.values ?? {}).flatMap(([field, of]) =>
      Object.entries(of).map(([value, means]) => ({ field, value, means })),
    ),
  };
}

type Column = WholeImportFragment['columns'][number];

/** What a column is: found by the service, left out, or a field with what belongs to it. */
export interface ColumnIs {
  readonly is: FieldName | 'found' | 'none';
  /** Of the texts in it, for a biography; '' where it is not said. */
  readonly language: string;
  /** What a mark in it says, where each value has a column; '' for a column of values. */
  readonly value: string;
  /** What a yes in it consents to. */
  readonly purposes: readonly string[];
}

const NOTHING = { language: '', value: '', purposes: [] };
export const FOUND: ColumnIs = { is: 'found', ...NOTHING };
export const LEFT_OUT: ColumnIs = { is: 'none', ...NOTHING };

export function fieldIs(is: FieldName): ColumnIs {
  return { is, ...NOTHING };
}

/** What a column is now. */
export function columnIs({ field, language, value, purposes }: Column): ColumnIs {
  if (!isFieldName(field)) return LEFT_OUT;
  return { is: field, language: language ?? '', value: value ?? '', purposes };
}

/** As `setImportMapping` takes it. */
export function columnName({ is, language, value, purposes }: ColumnIs): string | null {
  if (is === 'none' || is === 'found') return null;
  if (is === 'consent' && purposes.length > 0) return `${is}:${purposes.join(',')}`;
  if (value.trim() !== '') return `${is}:${value.trim()}`;
  return language === '' ? is : `${is}:${language}`;
}

/** The columns of a file, those with the same header as one: what is said of one is said of all of them. */
export interface OfHeader {
  readonly header: string;
  readonly places: readonly string[];
  readonly first: Column;
  readonly samples: readonly string[];
}

export function byHeader(columns: readonly Column[]): readonly OfHeader[] {
  const found = new Map<string, OfHeader>();
  for (const column of columns) {
    const { header, place, samples } = column;
    const before = found.get(header);
    found.set(header, {
      header,
      first: before?.first ?? column,
      places: [...new Set([...(before?.places ?? []), place])],
      samples: [...new Set([...(before?.samples ?? []), ...samples])].slice(0, 3),
    });
  }
  return [...found.values()];
}
