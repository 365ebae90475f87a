import { minutesOf } from '#kernel';
import { DateTime } from 'luxon';
import type { Preference } from './preference.js';

/**
 * The first moment, from this one on, at which something may be sent to her: this one itself outside her quiet hours,
 * else their end, by the clocks of her zone. An end that a change of the clocks leaves out is an hour later.
 */
export function afterQuiet(
  { timeZone, quietFrom, quietUntil }: Pick<Preference, 'timeZone' | 'quietFrom' | 'quietUntil'>,
  at: Date,
): Date {
  if (quietFrom === null || quietUntil === null) return at;
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  const [minute, from, until] = [
    60 * local.hour + local.minute,
    minutesOf(quietFrom),
    minutesOf(quietUntil),
  ];
  const isQuiet =
    from < until ? from <= minute && minute < until : from <= minute || minute < until;
  if (!isQuiet) return at;
  const day = minute < until ? local : local.plus({ days: 1 });
  const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 };
  return day.set({ ...midnight, hour: Math.floor(until / 60), minute: until % 60 }).toJSDate();
}
