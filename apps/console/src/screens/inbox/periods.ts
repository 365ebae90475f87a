const HOUR = 3_600_000;
const HOURS = { TOMORROW: 24, THREE_DAYS: 72, WEEK: 168, MONTH: 720 } as const;

/** For how long something is put off. */
export type Period = keyof typeof HOURS;
export const PERIODS = Object.keys(HOURS) as readonly Period[];

/** When such a period that begins now ends, in ISO 8601. */
export function momentAfter(period: Period): string {
  return new Date(Date.now() + HOURS[period] * HOUR).toISOString();
}
