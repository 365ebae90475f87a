/** An area and a place, such as `Africa/Nairobi`; an offset such as `+03:00` is no zone, for it knows no summer time. */
const IANA_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)+$/;

/** Whether the text names a time zone of the IANA database (https://www.iana.org/time-zones) that this runtime knows: `UTC`, or an area and a place. */
export function isTimeZone(text: string): boolean {
  if (text === 'UTC') return true;
  if (!IANA_NAME.test(text)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    // Intl takes a name in any letters. A name in other letters is not the one of the database.
    return timeZone.toLowerCase() !== text.toLowerCase() || timeZone === text;
  } catch {
    return false;
  }
}

/** A time of day, `00:00` to `23:59`. */
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a time of day, written `HH:MM` in 24 hours. */
export function isTimeOfDay(text: string): boolean {
  return TIME_OF_DAY.test(text);
}

/** Minutes since midnight. The text must be a time of day. */
export function minutesOf(timeOfDay: string): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return 60 * hours + minutes;
}
