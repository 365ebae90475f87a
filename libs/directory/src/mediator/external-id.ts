import { problem, type Problem } from '#messages';
import { asciiDigits } from '#vocabulary';
import { hasLostDigits, LOST_DIGITS } from './lost-digits.js';

/** Characters that nobody sees: zero-width, bidirectional marks, fillers, variation selectors, controls. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu;
const LINES = /[\t-\r\u0085\u2028\u2029]/g;
/** Full- and half-width forms of letters and digits. */
const WIDE = /[\uff00-\uffef]+/gu;
const DASHES = /[\p{Pd}\u2212]/gu;

/** Seen, and written in one way only: most numbers. */
const PLAIN = /^[!-~]+$/;

/**
 * A network's number for a woman as it is kept and compared: what looks the same is the same. Invisible
 * characters go; composed and decomposed letters, wide and plain ones, all dashes and all spaces are one, and so are
 * the digits of all scripts.
 * Case and leading zeros tell numbers apart.
 */
export function foldExternalId(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replaceAll(LINES, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(WIDE, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .replaceAll(DASHES, '-')
    .replaceAll(/\p{Nd}+/gu, asciiDigits)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Why a text is no number of a list, and what was perhaps meant; null where it can be one. */
export function externalIdProblem(
  text: string,
): { reason: Problem; suggestion: string | null } | null {
  if (hasLostDigits(text)) return { reason: LOST_DIGITS, suggestion: null };
  const [, whole] = /^(\p{Nd}+)[.,]0+$/u.exec(text) ?? [];
  if (whole !== undefined) {
    return { reason: problem('number.fraction'), suggestion: whole };
  }
  const [, marked] = /^(?:['’‘`´]|=\s*"(?=.*"$))(.*?)"?$/su.exec(text) ?? [];
  if (marked !== undefined) {
    return { reason: problem('number.marked'), suggestion: marked };
  }
  if (/[\p{L}\p{Nd}]/u.test(foldExternalId(text))) return null;
  return { reason: problem('number.empty'), suggestion: null };
}
