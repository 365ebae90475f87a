import type { InputProblem } from '#identity';
import type { Contact, ContactField } from './contact.js';
import type { StatedPurpose } from './contact-purpose.js';
import { isDate } from '../import/row/cells.js';

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

/** Whether a text has the form of an e-mail address. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** All that is wrong with the fields given; no problem repeats a value. */
export function contactProblems(contact: Partial<Contact>): InputProblem[] {
  return Object.entries(contact).flatMap(([path, value]) => {
    if (value === null) return [];
    const problem = (code: string, message: string) => [{ path, code, message }];
    if (!isText(value)) return problem('MALFORMED', 'The text holds a character that no text has.');
    const longest = LONGEST[path as ContactField];
    if (value.length > longest) {
      return problem('TOO_LONG', `The text is longer than ${longest} characters.`);
    }
    if (path === 'email' && !isEmail(value)) {
      return problem('MALFORMED', 'This is not an e-mail address.');
    }
    if (path === 'dateOfBirth' && !(isDate(value) && value < '2101')) {
      return problem('MALFORMED', 'This must be a date that exists, written YYYY-MM-DD.');
    }
    return [];
  });
}

/** All that is wrong with a purpose. */
export function purposeProblems({ reason }: StatedPurpose): InputProblem[] {
  const { length } = reason.trim();
  if (isText(reason) && length >= SHORTEST_REASON && length <= LONGEST_REASON) return [];
  const message = `Say why, in ${SHORTEST_REASON} to ${LONGEST_REASON} characters: she will read it.`;
  return [{ path: 'reason', code: 'OUT_OF_RANGE', message }];
}

function isText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
