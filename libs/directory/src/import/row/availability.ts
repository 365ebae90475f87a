import { problem } from '#messages';
import { parseAvailability, perhapsPeriods, readYesNo, understood, type Parsed } from '#vocabulary';
import { ALWAYS, type Availability } from '../../fields/field-values.js';
import type { DayRange } from '../../fields/field-values.js';
import { isDate } from '../../fields/dates.js';
import type { Cells } from './cells.js';
import { notUnderstood } from './not-understood.js';

type Band = Availability['band'];

const WITH_BAND = /^([^:/\d]+):\s*/u;

/**
 * A word for all times, or the periods in which she can serve, their last days included; null where nothing is said.
 * `today` is an ISO date.
 */
export function availabilityOf(cells: Cells, today: string): Availability | null {
  const text = cells.text('availability');
  if (text === '') return null;
  if (!text.includes('/')) {
    const band = bandOf(cells, text, today) ?? 'available';
    return { band, periods: band === 'unavailable' ? [] : ALWAYS };
  }
  // "limited: 2026-01-01/" says how far she is available in the periods.
  const [, word] = WITH_BAND.exec(text) ?? [];
  const read = word === undefined ? null : readBand(word);
  const periods = cells.values('availability', /[;\n,]/u).flatMap((value, i) => {
    const range = rangeOf(cells, i === 0 && read?.ok ? value.replace(WITH_BAND, '') : value);
    if (range === null) {
      cells.reject('availability', value, problem('value.period'));
    }
    return range ?? [];
  });
  return { band: read?.ok ? read.value : 'available', periods };
}

/** "From June" is a period without its year: it is rejected, with the forms of a period as suggestions. */
function bandOf(cells: Cells, text: string, today: string): Band | null {
  const read = readBand(text);
  if (read.ok) return read.value;
  const [cell] = cells.cellsOf('availability');
  // Under "Available from", June alone is when it begins.
  const begins = cell?.column?.edge === 'from' ? perhapsPeriods(`from ${text}`, today) : [];
  const periods = begins.length > 0 ? begins : perhapsPeriods(text, today);
  const { reason, suggestion } = notUnderstood(read.problem);
  if (periods.length === 0) cells.reject('availability', text, reason, suggestion);
  else cells.reject('availability', text, problem('value.periodForm'), { or: periods });
  return null;
}

/** A word, or several that say the same ("Yes, immediately"). */
function readBand(text: string): Parsed<Band> {
  const whole = readWord(text);
  if (whole.ok) return whole;
  const bands = text.split(/[,،;]/u).map((part) => readWord(part));
  const [first] = bands;
  const isOne = bands.every((band) => band.ok && first?.ok && band.value === first.value);
  return isOne && first ? first : whole;
}

function readWord(text: string): Parsed<Band> {
  const answer = readYesNo(text);
  return answer === null
    ? parseAvailability(text)
    : understood(answer ? 'available' : 'unavailable');
}

/** ISO 8601 intervals of days, or days as the file writes them; an end may be open. */
function rangeOf(cells: Cells, value: string): DayRange | null {
  const ends = value.split(/\s*\/\s*/u);
  if (ends.length !== 2) return null;
  const [from = '', to = ''] = ends.map((end) => (end === '' ? '' : cells.readDay(end)));
  const dates = [from, to].filter((end) => end !== '');
  if (dates.length === 0 || !dates.every((day) => day !== null && isDate(day))) return null;
  if (from && to && from > to) return null;
  return { from: from || null, to: to || null };
}
