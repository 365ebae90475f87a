import { firstLetters } from '#kernel';

/** One thing wrong with one row: where, what and, if known, what was perhaps meant. */
export interface Reject {
  readonly row: number;
  /** The file's own header; empty when the row as a whole is wrong. */
  readonly column: string;
  /** What stands there; `(not shown)` for contact and security data. */
  readonly value: string;
  readonly reason: string;
  readonly suggestion: string;
}

const LONGEST_SHOWN = 200;
const HIDDEN_VALUE = '(not shown)';
/** An e-mail address, or digits enough for a telephone number, that slipped into another column. */
const CONTACT = /\S@\S|(?:\p{Nd}[\s().-]*){9}/u;
/** No telephone number is longer than 15 digits (ITU-T E.164). */
const LONG_NUMBER = /\p{Nd}{16,}/gu;
/** Of a value, what a reason that quotes it repeats at least. */
const QUOTED = 20;

/** A name from the file, such as a header, fit to be shown: no contact data, one line, of some length. */
export function safeName(name: string): string {
  if (CONTACT.test(name)) return HIDDEN_VALUE;
  return firstLetters(name.replaceAll(/[\p{C}\s]+/gu, ' ').trim(), LONGEST_SHOWN);
}

/** A reject that repeats no contact or security data, wherever it stands. */
export function safeReject(reject: Reject, hidden = false): Reject {
  if (hidden) return { ...reject, value: HIDDEN_VALUE, suggestion: '' };
  if (CONTACT.test(reject.value.replaceAll(LONG_NUMBER, ''))) {
    const reason = reject.reason.includes(reject.value.trim().slice(0, QUOTED))
      ? 'What stands here is not acceptable and looks like an e-mail address or a telephone number.'
      : reject.reason;
    return { ...reject, value: HIDDEN_VALUE, reason, suggestion: '' };
  }
  return { ...reject, value: firstLetters(reject.value, LONGEST_SHOWN).toWellFormed() };
}
