import { foldText } from '#vocabulary';
import type { ConsentPurpose } from '../../profile/profile-record.js';
import type { ImportField } from './fields.js';

/** A column understood: its field, and its language where the field has a text in each. */
export interface Column {
  readonly field: ImportField;
  readonly language: string | null;
  /** What a mark in the column says, where there is a column for each value: "French". */
  readonly value?: string;
  /** How well she speaks each language in the column, where the header says it. */
  readonly level?: string;
  /** Which end of the time when she is available the days in the column are. */
  readonly edge?: 'from' | 'until';
  /** What a yes in a column of consent means. */
  readonly purposes?: readonly ConsentPurpose[];
}

const FROM = words(
  'available from|available as of|available as from|available since|availability from|availability date|date of availability|date available|available starting|availability start date|' +
    'disponible à partir de|disponible à partir du|disponible dès|disponibilité à partir de|date de disponibilité|' +
    'disponible desde|disponible a partir de|fecha de disponibilidad|disponibilidad desde|' +
    'disponível desde|disponível a partir de|data de disponibilidade|disponibilidade a partir de|' +
    'anapatikana kuanzia|anapatikana tangu|upatikanaji kuanzia|tarehe ya kupatikana|متاحة من|متاحة ابتداء من|متوفرة من|تاريخ التوفر|التوفر من',
);
const UNTIL = words(
  'available until|available till|available to|availability until|availability end date|' +
    'disponible jusqu’à|disponible jusqu’au|disponibilité jusqu’à|disponible hasta|disponibilidad hasta|' +
    'disponível até|disponibilidade até|anapatikana hadi|upatikanaji hadi|متاحة حتى|متوفرة حتى|التوفر حتى',
);

function words(names: string): ReadonlySet<string> {
  return new Set(names.split('|').map(foldText));
}

/** "Available from" and "Available until": the days in such a column begin or end the time when she is available. */
export function edgeOfPeriod(name: string): Column | null {
  const folded = foldText(name);
  const edge = FROM.has(folded) ? 'from' : UNTIL.has(folded) ? 'until' : null;
  return edge && { field: 'availability', language: null, edge };
}

/** Columns of lists of which each value may have a column. */
export const VALUE_COLUMNS = ['languages', 'expertise', 'territories'] as const;
const OF_VALUE = new RegExp(`^(${VALUE_COLUMNS.join('|')}):\\s*(.+)$`, 'i');

/** `expertise:Elections` is a column in which a mark says that she knows elections. */
export function ofValue(name: string): Column | null {
  const [, field, value = ''] = OF_VALUE.exec(name.trim()) ?? [];
  if (field === undefined) return null;
  return { field: field.toLowerCase() as ImportField, language: null, value: value.trim() };
}
