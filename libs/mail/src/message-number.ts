import { asciiDigits } from '#vocabulary';

/** Country code and number: seven to fifteen digits behind the + (ITU-T E.164). */
const NUMBER = /^\+[1-9]\d{6,14}$/;
/** What people put between the digits, and marks that set the direction of writing. */
const BETWEEN = /[\s().\-\u2010-\u2015\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A telephone number as a gateway takes it: `+` and digits, from a text that holds this one number with its country.
 * Null for anything else, such as several numbers, a number without a country, or one with a `(0)` in it, which is
 * dialled in its own country only.
 */
export function messageNumber(text: string): string | null {
  const folded = asciiDigits(text.normalize('NFKC'));
  if (/\(\s*0\s*\)/.test(folded)) return null;
  const number = folded.replaceAll(BETWEEN, '');
  return NUMBER.test(number) ? number : null;
}
