import { problem } from '#messages';
import { parseAvailability } from '#vocabulary';
import { ALWAYS, type Availability } from '../../fields/field-values.js';
import type { DayRange } from '../../fields/field-values.js';
import { isDate } from '../../fields/dates.js';
import type { Cells } from './cells.js';

/** ISO 8601 intervals of days; an end may be open. */
const INTERVAL = /^(\d{4}-\d{2}-\d{2})?\s*\/\s*(\d{4}-\d{2}-\d{2})?$/;

/** A word for all times, or the periods in which she can serve, their last days included; null where nothing is said. */
export function availabilityOf(cells: Cells): Availability | null {
  const text = cells.text('availability');
  if (text === '') return null;
  if (!text.includes('/')) {
    const band = cells.understood('availability', text, parseAvailability) ?? 'available';
    return { band, periods: band === 'unavailable' ? [] : ALWAYS };
  }
  const periods = cells.values('availability', /[;\n,]/u).flatMap((value) => {
    const range = rangeOf(value);
    if (range === null) {
      cells.reject('availability', value, problem('value.period'));
    }
    return range ?? [];
  });
  return { band: 'available', periods };
}

function rangeOf(value: string): DayRange | null {
  const [, from = '', to = ''] = INTERVAL.exec(value) ?? [];
  const dates = [from, to].filter(Boolean);
  if (dates.length === 0 || !dates.every(isDate) || (from && to && from > to)) return null;
  return { from: from || null, to: to || null };
}
