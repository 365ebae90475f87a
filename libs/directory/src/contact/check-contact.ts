import { mailAddressProblem } from '#config';
import { problem, type Problem, refusal, type Sentence } from '#messages';
import { characterCount, type InputProblem, isStorable, type ProblemCode } from '#kernel';
import { UNSAFE_CHANNELS, type Contact, type ContactField } from './contact.js';
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
  unsafeChannels: 10,
};
const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

const FEWEST_DIGITS = 3;
/** No number of a telephone has an E between its digits, as a number in a list may. */
const POWER = /^\s*\d+E\d+\s*$/i;

/** Why a text is no address that mail can go to; null where it is one. The problem repeats nothing of it. */
export function addressProblem(text: string): Problem | null {
  if (/^\s*=/u.test(text)) return problem('address.formula');
  const found = mailAddressProblem(text);
  return found && problem(`address.${found}`);
}

/** Why a text is no telephone number; null where it may be one. The problem repeats nothing of it. */
export function telephoneProblem(text: string): Problem | null {
  if (/^\s*['’‘`´=]/u.test(text)) return problem('number.marked');
  // Several numbers may stand in one field.
  if (text.split(/[\n;/|]/).some((one) => hasLostDigits(one) || POWER.test(one)))
    return LOST_DIGITS;
  if (/^\s*(tel|callto|sms|fax|whatsapp):/i.test(text)) {
    return problem('telephone.prefix');
  }
  if (/^\p{Nd}+[.,]0+$/u.test(text)) return problem('telephone.fraction');
  const digits = text.match(/\p{Nd}/gu) ?? [];
  return digits.length < FEWEST_DIGITS ? problem('telephone.other') : null;
}

/** All that is wrong with the fields given; no problem repeats a value. */
export function contactProblems(contact: Partial<Contact>): InputProblem[] {
  return Object.entries(contact).flatMap(([path, value]) => {
    if (value === null) return [];
    const wrong = (code: ProblemCode, message: Sentence) => [{ path, code, message }];
    if (!isText(value)) return wrong('MALFORMED', refusal('text.noSuchCharacter'));
    const longest = LONGEST[path as ContactField];
    if (characterCount(value) > longest) {
      return wrong('TOO_LONG', refusal('text.longer', { most: longest }));
    }
    const found =
      path === 'email'
        ? addressProblem(value)
        : path === 'telephone'
          ? telephoneProblem(value)
          : null;
    if (found !== null) return wrong('MALFORMED', found);
    if (path === 'dateOfBirth' && !(isDate(value) && value < '2101')) {
      return wrong('MALFORMED', refusal('days.mustExist'));
    }
    if (path === 'unsafeChannels' && !UNSAFE_CHANNELS.some((one) => one === value)) {
      return wrong('UNKNOWN', refusal('list.oneOf', { options: UNSAFE_CHANNELS.join(', ') }));
    }
    return [];
  });
}

/** All that is wrong with a purpose. */
export function purposeProblems({ reason }: AccessPurpose): InputProblem[] {
  const length = characterCount(reason.trim());
  if (isText(reason) && length >= SHORTEST_REASON && length <= LONGEST_REASON) return [];
  const message = refusal('contacts.reason', { least: SHORTEST_REASON, most: LONGEST_REASON });
  return [{ path: 'reason', code: 'OUT_OF_RANGE', message }];
}

function isText(text: string): boolean {
  return isStorable(text);
}
