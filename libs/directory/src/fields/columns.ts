import { isOneOf } from '#database';
import { AVAILABILITY_BANDS } from '#vocabulary';
import type { ColumnOptions } from 'typeorm';
import type { FieldType } from './field-types.js';
import type { DayRange } from './field-values.js';
import { DEFINITIONS, type HeldFields, type StatedField, type StatedFields } from './stated.js';

type PresentFields = { readonly [K in StatedField]?: StatedFields[K] };

/** A column of `mediator` that sources speak to. */
export interface FieldColumn {
  readonly name: string;
  /** As PostgreSQL names it. */
  readonly type: string;
  /** What it is called in `ProfileRecord`. */
  readonly property: keyof HeldFields;
  /** Reads it from `mediator m` as `ProfileRecord` holds it. */
  readonly sql: string;
  /** What it holds where this is stated. */
  readonly of: (profile: PresentFields) => unknown;
  /** What stands in it if nobody states anything; undefined where somebody has to. */
  readonly unstated: unknown;
  /** It keeps its value when the last source that stated it has gone. */
  readonly kept: boolean;
  /** The name and condition of its constraint. */
  readonly check: readonly [name: string, condition: string] | null;
}

/** Other kinds have a table of their own, or several columns. */
const COLUMN_TYPES: Readonly<Partial<Record<FieldType['kind'], string>>> = {
  name: 'text',
  names: 'text[]',
  flag: 'boolean',
  code: 'text',
  codes: 'text[]',
  number: 'smallint',
  year: 'smallint',
  choice: 'text',
  text: 'text',
  texts: 'jsonb',
  'past-day': 'date',
};

/** In the order of the fields. What has a table of its own is not among them. */
export const COLUMNS: readonly FieldColumn[] = DEFINITIONS.flatMap(([field, { type }]) =>
  type.kind === 'availability' ? availabilityColumns() : columnOf(field, type),
);

/** As an entity declares it. */
export function entityColumn({ name, type, unstated }: FieldColumn): ColumnOptions {
  const array = type.endsWith('[]');
  return {
    name,
    type: (array ? type.slice(0, -2) : type) as ColumnOptions['type'] & string,
    array,
    nullable: unstated === null,
    ...(unstated !== null && unstated !== undefined && { default: unstated }),
  };
}

function columnOf(field: StatedField, type: FieldType): FieldColumn[] {
  const columnType = COLUMN_TYPES[type.kind];
  if (columnType === undefined || ('table' in type && type.table !== undefined)) return [];
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const unstated = unstatedOf(type);
  return [
    {
      name: column,
      type: columnType,
      property: field as keyof HeldFields,
      // A JavaScript Date would move a day across time zones.
      sql: type.kind === 'past-day' ? `m.${column}::text` : `m.${column}`,
      of: (profile) => profile[field] ?? unstated ?? null,
      unstated,
      kept: type.kind === 'name' && type.kept,
      check: checkOf(column, type),
    },
  ];
}

function unstatedOf(type: FieldType): unknown {
  switch (type.kind) {
    case 'name':
      return type.kept ? undefined : null;
    case 'names':
    case 'codes':
      return [];
    case 'flag':
      return false;
    case 'number':
      return type.unstated;
    case 'texts':
      return {};
    default:
      return null;
  }
}

function checkOf(column: string, type: FieldType): FieldColumn['check'] {
  switch (type.kind) {
    case 'name':
      return [`mediator_${column}_length`, `length(${column}) BETWEEN 1 AND ${type.longest}`];
    case 'number':
      return [
        type.check ?? `mediator_${column}_range`,
        `${column} BETWEEN ${type.from} AND ${type.to}`,
      ];
    case 'year':
      return [`mediator_${column}_range`, `${column} BETWEEN 1900 AND 2100`];
    case 'choice':
      return [`mediator_${column}_known`, isOneOf(column, type.of)];
    case 'code':
      return type.of === 'territory'
        ? [`mediator_${column}_form`, `${column} ~ '^[A-Z]{2}$'`]
        : null;
    default:
      return null;
  }
}

/** What a source states of it is one field; the band and the days are columns. */
function availabilityColumns(): FieldColumn[] {
  return [
    {
      name: 'availability_band',
      type: 'text',
      property: 'availabilityBand',
      sql: 'm.availability_band',
      of: ({ availability }) => availability?.band ?? null,
      unstated: null,
      kept: false,
      check: ['mediator_availability_known', isOneOf('availability_band', AVAILABILITY_BANDS)],
    },
    {
      name: 'available',
      type: 'datemultirange',
      property: 'available',
      sql: `(SELECT coalesce(json_agg(json_build_object('from', lower(r)::text, 'to', (upper(r) - 1)::text) ORDER BY r), '[]')
     FROM unnest(m.available) AS r)`,
      of: ({ availability }) => multirange(availability?.periods ?? []),
      unstated: '{}',
      kept: false,
      check: null,
    },
  ];
}

/** As PostgreSQL writes a datemultirange. */
function multirange(periods: readonly DayRange[]): string {
  return `{${periods.map(({ from, to }) => `[${from ?? ''},${to ?? ''}]`).join(',')}}`;
}
