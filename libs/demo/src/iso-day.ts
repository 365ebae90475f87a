/** The day so many days after `today` (before it, where negative), in ISO 8601. */
export function isoDay(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
