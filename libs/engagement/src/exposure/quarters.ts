import { dayOf } from '#kernel';

const MONTHS = 3;

/** A quarter of a year of UTC: its first and its last day (ISO 8601). */
export interface Quarter {
  readonly from: string;
  readonly to: string;
}

/** The last quarters that have ended at a moment, the latest first. */
export function endedQuarters(now: Date, count: number): Quarter[] {
  const year = now.getUTCFullYear();
  const begun = now.getUTCMonth() - (now.getUTCMonth() % MONTHS);
  return Array.from({ length: count }, (_, i) => quarterOf(year, begun - (i + 1) * MONTHS));
}

function quarterOf(year: number, month: number): Quarter {
  return {
    from: dayOf(new Date(Date.UTC(year, month, 1))),
    to: dayOf(new Date(Date.UTC(year, month + MONTHS, 0))),
  };
}

/** The quarter that begins on a day. @param from the first day of a quarter */
export function quarterFrom(from: string): Quarter {
  const day = new Date(`${from}T00:00:00Z`);
  return quarterOf(day.getUTCFullYear(), day.getUTCMonth());
}
