import { mailAddressProblem } from '#config';
import { characterCount, type InputProblem, isStorable, type ProblemCode } from '#kernel';
import type { Contact, ContactField } from './contact.js';
import type { AccessPurpose } from './contact-purpose.js';
import { hasLostDigits, LOST_DIGITS } from '../mediator/lost-digits.js';
import { isDate } from '../fields/dates.js';

/** In characters, as in an import. */
const LONGEST: Record<ContactField, number> = {
  email: 200,
  telephone: 200,
  postalAddress: 20_000,
  emergencyContact: 20_000,
  securityNotes: 20_000,
  dateOfBirth: 10,
};
const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

const FEWEST_DIGITS = 3;
/** No number of a telephone has an E between its digits, as a number in a list may. */
const POWER = /^\s*\d+E\d+\s*$/i;

/** Why a text is no telephone number, as a sentence that repeats nothing of it; null where it may be one. */
export function telephoneProblem(text: string): string | null {
  // Several numbers may stand in one field.
  if (text.split(/[\n;/|]/).some((one) => hasLostDigits(one) || POWER.test(one)))
    return LOST_DIGITS;
  if (/^\s*(tel|callto|sms|fax|whatsapp):/i.test(text)) {
    return 'Write the number alone: leave out what stands before the colon.';
  }
  if (/^\p{Nd}+[.,]0+$/u.test(text))
    return 'This is a number with a fraction: write the digits alone.';
  const digits = text.match(/\p{Nd}/gu) ?? [];
  return digits.length < FEWEST_DIGITS ? 'This is not a telephone number.' : null;
}

/** All that is wrong with the fields given; no problem repeats a value. */
export function contactProblems(contact: Partial<Contact>): InputProblem[] {
  return Object.entries(contact).flatMap(([path, value]) => {
    if (value === null) return [];
    const problem = (code: ProblemCode, message: string) => [{ path, code, message }];
    if (!isText(value)) return problem('MALFORMED', 'The text holds a character that no text has.');
    const longest = LONGEST[path as ContactField];
    if (characterCount(value) > longest) {
      return problem('TOO_LONG', `The text is longer than ${longest} characters.`);
    }
    const wrong =
      path === 'email'
        ? mailAddressProblem(value)
        : path === 'telephone'
          ? telephoneProblem(value)
          : null;
    if (wrong !== null) return problem('MALFORMED', wrong);
    if (path === 'dateOfBirth' && !(isDate(value) && value < '2101')) {
      return problem('MALFORMED', 'This must be a date that exists, written YYYY-MM-DD.');
    }
    return [];
  });
}

/** All that is wrong with a purpose. */
export function purposeProblems({ reason }: AccessPurpose): InputProblem[] {
  const length = characterCount(reason.trim());
  if (isText(reason) && length >= SHORTEST_REASON && length <= LONGEST_REASON) return [];
  const message = `Say why, in ${SHORTEST_REASON} to ${LONGEST_REASON} characters: she will read it.`;
  return [{ path: 'reason', code: 'OUT_OF_RANGE', message }];
}

function isText(text: string): boolean {
  return isStorable(text);
}
