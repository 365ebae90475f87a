import { firstLetters } from '#kernel';
import { problem, say, type Words } from '#messages';
import { asciiDigits, type Locale } from '#vocabulary';
import type { ImportField } from '../columns/fields.js';
import { asShownOnWeb } from './web-letters.js';

/** What is said of a row that is not accepted. */
export interface RejectWords {
  /** The file's own header; empty when the row as a whole is wrong. */
  readonly column: Words;
  /** What stands there; of contact and security data only that it is not shown. */
  readonly value: Words;
  readonly reason: Words;
  /** What was perhaps meant, where that is known. */
  readonly suggestion: Words | null;
}

/** One thing wrong with one row: where, what and, if known, what was perhaps meant. */
export interface Reject extends RejectWords {
  readonly row: number;
  /** The sheet, where more than one is read. */
  readonly sheet?: string;
  /** What the column means; absent where the row as a whole is wrong. */
  readonly field?: ImportField;
  /** The piece of the value that is not understood, where the rest is: the name of "Swahli (C1)". */
  readonly part?: string;
}

/** The same, in words; the suggestion is '' where there is none. */
export type Said<R extends RejectWords> = Omit<R, keyof RejectWords | 'field' | 'part'> & {
  readonly [K in keyof RejectWords]: string;
};

export function sayReject<R extends RejectWords>(reject: R, locale: Locale): Said<R> {
  const {
    column,
    value,
    reason,
    suggestion,
    field: _,
    part: __,
    ...place
  } = reject as R & Pick<Reject, 'field' | 'part'>;
  return {
    ...place,
    column: say(column, locale),
    value: say(value, locale),
    reason: say(reason, locale),
    suggestion: suggestion === null ? '' : say(suggestion, locale),
  };
}

const LONGEST_SHOWN = 200;
const HIDDEN_VALUE = problem('value.hidden');
const PRIVATE = problem('value.private');
const ADDRESS = /\S@\S/u;
/**
 * Digits enough for a telephone number that slipped into another column, however they are parted. Whole numbers of Mali, Tunisia,
 * Norway and others have eight digits (ITU-T E.129, national numbering plans).
 */
const NUMBER = /\+?\d(?:[\s()./\p{Pd}\p{Cf}]*\d){7,}/gu;
/** Days and years, which have as many digits where a list of them stands. */
const DAY_OR_YEAR =
  /(?<!\d)(?:(?:19|20)\d\d([-. /]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-. /])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d|(?:19|20)\d\d)(?!\d)/gu;
/** A day with its hour, as forms write it; alone in its cell, or between words. */
const DAY_AND_HOUR =
  /(?<![\d+][\s-]*)\d{1,4}([-. /])\d{1,2}\1\d{2,4},?[T ]\d{1,2}:\d{2}(?::\d{2})?(?!\d)/gu;
/** No telephone number is longer than 15 digits (ITU-T E.164). */
const LONG_NUMBER = /\d{16,}/gu;
/** Letters of a piece of a value that a reason repeats, at least. */
const QUOTED = 2;
/** Of a longer value, what a reason that quotes it whole repeats at least. */
const LONGEST_QUOTED = 20;

/** Whether a text, or what a web page shows of it, looks as if it held an e-mail address or a telephone number. */
export function holdsContact(text: string): boolean {
  const shown = asShownOnWeb(text) ?? text;
  const plain = asciiDigits(shown).replaceAll(LONG_NUMBER, '…').replaceAll(DAY_AND_HOUR, '…');
  if (ADDRESS.test(plain)) return true;
  // Days alone: beside other digits, as after the code of a country, they are a part of a number.
  const isNoDay = (number: string) => /[+\d]/u.test(number.replaceAll(DAY_OR_YEAR, ''));
  return (plain.match(NUMBER) ?? []).some(isNoDay);
}

/** A text from the file, unless it holds contact data. */
export function shownText(text: string): Words {
  return holdsContact(text) ? HIDDEN_VALUE : text;
}

/** A name from the file, such as a header, fit to be shown: no contact data, one line, of some length. */
export function safeName(name: string): Words {
  if (holdsContact(name)) return HIDDEN_VALUE;
  return firstLetters(name.replaceAll(/[\p{C}\s]+/gu, ' ').trim(), LONGEST_SHOWN);
}

/** A reject that repeats no contact or security data, wherever it stands. */
export function safeReject({ part, ...reject }: Reject, hidden = false): Reject {
  if (hidden) return { ...reject, value: HIDDEN_VALUE, suggestion: null };
  const { value, reason } = reject;
  if (typeof value !== 'string') return reject;
  if (holdsContact(value)) {
    return {
      ...reject,
      value: HIDDEN_VALUE,
      reason: quotes(reason, value) ? PRIVATE : reason,
      suggestion: null,
    };
  }
  const shown = firstLetters(value, LONGEST_SHOWN).toWellFormed();
  const isInside = part !== undefined && part !== shown && shown.includes(part);
  return { ...reject, value: shown, ...(isInside && { part }) };
}

/** Whether the words, however deep in them, repeat a piece of the value: an address without the level beside it. */
function quotes(words: unknown, value: string): boolean {
  if (typeof words === 'string') {
    return (
      (words.length >= QUOTED && value.includes(words)) ||
      words.includes(value.trim().slice(0, LONGEST_QUOTED))
    );
  }
  return (
    typeof words === 'object' &&
    words !== null &&
    Object.values(words).some((inner) => quotes(inner, value))
  );
}
