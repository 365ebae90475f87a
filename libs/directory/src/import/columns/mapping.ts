import { readFile } from 'node:fs/promises';
import { problem } from '#messages';
import { DATE_ORDERS, type DateOrder } from '#vocabulary';
import { ImportRefusedError } from '../import-refused-error.js';
import { ofValue } from './column.js';
import { consentColumn } from './consent-column.js';
import { columnsOf, isImportField } from './fields.js';

/** Rows above the header that coordinators use for titles and remarks. */
export const HEADER_WITHIN = 20;

/** What a mapping file says of "NA" and of the other marks for a missing value. */
export type NaMeans = 'Namibia' | 'missing';

/** What a mapping file says: which column is which, and values for columns that are not there. */
export interface Mapping {
  /** Canonical names by the file's own; null for a column that is left out. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Texts by canonical name. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Whether "NA" is Namibia, or it and the like mark what is missing; not said where absent. */
  readonly naMeans?: NaMeans;
  /** In which order the file writes day, month and year in figures; not said where absent. */
  readonly dateOrder?: DateOrder;
  /** The row of the header, where it is not to be looked for; counted from 1. */
  readonly headerRow?: number;
  /** What a value of a column means, by canonical name and by the text in the file: "Swahli" is "Swahili". */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Reads a mapping file. @throws ImportRefusedError naming what is wrong in it */
export async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ImportRefusedError(problem('mapping.unreadable', { file }));
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new ImportRefusedError(problem('mapping.notJson', { file }));
  }
  return checkedMapping(value, file);
}

/** What the JSON of a mapping file says. @throws ImportRefusedError naming what is wrong in it */
export function checkedMapping(value: unknown, file: string): Mapping {
  const {
    columns = {},
    defaults = {},
    'na-means': naMeans,
    'date-order': dateOrder,
    'header-row': headerRow,
    values = {},
    ...others
  } = (value ?? {}) as Record<string, unknown>;
  if (
    !isColumns(columns) ||
    !isTexts(defaults) ||
    !isValues(values) ||
    Object.keys(others).length > 0
  ) {
    throw new ImportRefusedError(problem('mapping.shape', { file }));
  }
  for (const name of [...Object.values(columns), ...Object.keys(defaults)]) {
    if (name === null || isColumn(name)) continue;
    // A yes that nobody gave is no default.
    if (consentColumn(name) === null || Object.hasOwn(defaults, name))
      throw new ImportRefusedError(problem('mapping.noColumn', { name }));
  }
  const unknown = Object.keys(values).find((name) => !isImportField(name));
  if (unknown !== undefined) {
    throw new ImportRefusedError(problem('mapping.noColumn', { name: unknown }));
  }
  if (naMeans !== undefined && naMeans !== 'Namibia' && naMeans !== 'missing') {
    throw new ImportRefusedError(problem('mapping.naMeans'));
  }
  if (dateOrder !== undefined && !isDateOrder(dateOrder)) {
    throw new ImportRefusedError(
      problem('mapping.dateOrder', { orders: { or: DATE_ORDERS.map((order) => `"${order}"`) } }),
    );
  }
  if (headerRow !== undefined && !isHeaderRow(headerRow)) {
    throw new ImportRefusedError(problem('mapping.headerRow', { most: HEADER_WITHIN }));
  }
  return { columns, defaults, naMeans, dateOrder, headerRow, values };
}

/** The text of a mapping file that says the same. */
export function mappingText({
  columns,
  defaults,
  naMeans,
  dateOrder,
  headerRow,
  values,
}: Mapping): string {
  const file = {
    columns,
    defaults,
    'na-means': naMeans,
    'date-order': dateOrder,
    'header-row': headerRow,
    values,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function isHeaderRow(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= HEADER_WITHIN;
}

function isDateOrder(value: unknown): value is DateOrder {
  return (DATE_ORDERS as readonly unknown[]).includes(value);
}

/** A canonical name, one of a text with its language, or one of a list with a value of it. */
function isColumn(name: string): boolean {
  const [, text] = /^(\w+):[a-z]{2,3}$/.exec(name) ?? [];
  return isImportField(name) || TEXTS.some((column) => column === text) || ofValue(name) !== null;
}

const TEXTS = columnsOf(({ type }) => type.kind === 'texts');

function isColumns(value: unknown): value is Record<string, string | null> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string' || text === null)
  );
}

function isValues(value: unknown): value is Record<string, Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isTexts)
  );
}

function isTexts(value: unknown): value is Record<string, string> {
  return isColumns(value) && !Object.values(value).includes(null);
}
