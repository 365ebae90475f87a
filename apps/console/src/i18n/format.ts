import { useMemo } from 'react';
import { isolate } from '../../../../libs/messages/src/isolate.js';
import { useLocale, type Locale } from './locale.js';

/** Dates and numbers as the language of the page writes them. */
export interface Format {
  /** A calendar day, `2026-11-29`, which is the same day everywhere. */
  readonly day: (day: string) => string;
  /** The same in a column: short, and on one line. */
  readonly shortDay: (day: string) => string;
  /** A moment in the time zone of the browser. */
  readonly moment: (instant: string) => string;
  readonly number: (value: number) => string;
  /** A share from 0 to 1. */
  readonly percent: (share: number) => string;
  /** How far a moment is from now: "in 3 days", "2 hours ago". */
  readonly relative: (instant: string, now?: number) => string;
  /** "a, b and c"; what is written in the other direction does not reorder the rest. */
  readonly list: (items: readonly string[]) => string;
  /** "a, b, c", as list(). */
  readonly joined: (items: readonly string[]) => string;
}

const NO_BREAK = '\u00a0';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function useFormat(): Format {
  const locale = useLocale();
  return useMemo(() => formatOf(locale), [locale]);
}

function formatOf(locale: Locale): Format {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale);
  const comma = locale === 'ar' ? '، ' : ', ';
  const dateOf = (value: string): Date => new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return {
    day: (value) => day.format(dateOf(value)),
    shortDay: (value) => shortDay.format(dateOf(value)).replaceAll(' ', NO_BREAK),
    // The hour and "p.m." stay on one line.
    moment: (value) => {
      const parts = moment.formatToParts(new Date(value));
      const hour = parts.findIndex(({ type }) => type === 'hour');
      return parts
        .map((part, at) => (at < hour ? part.value : part.value.replaceAll(' ', NO_BREAK)))
        .join('');
    },
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    relative: (value, now = Date.now()) => {
      const distance = new Date(value).getTime() - now;
      const size = Math.abs(distance);
      if (size < HOUR) return relative.format(Math.round(distance / MINUTE), 'minute');
      if (size < 2 * DAY) return relative.format(Math.round(distance / HOUR), 'hour');
      return relative.format(Math.round(distance / DAY), 'day');
    },
    list: (items) => list.format(items.map((item) => isolate(item, locale))),
    joined: (items) => items.map((item) => isolate(item, locale)).join(comma),
  };
}
