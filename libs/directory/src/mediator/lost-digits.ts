import { problem } from '#messages';
import { asciiDigits } from '#vocabulary';

/** As spreadsheet programs write a long number in a narrow column: its last digits are gone. */
const POWER_OF_TEN =
  /^[+-]?\d+(?:\.\d*\s*(?:[eED]|[x*]\s*10\s*\^?)|[eED](?=[+-])|\s*[x*]\s*10\s*\^)\s*[+-]?\d+$/;

/** Letters and marks of other keyboards that stand for those of a power of ten; `أس` is its Arabic name. */
const WRITTEN_FOR: readonly (readonly [written: RegExp, plain: string])[] = [
  [/[⁰¹²³⁴-⁹]+/gu, '^$&'],
  [/·(?=\s*\p{Nd}{2}\s*\^)/gu, '*'],
  [/[,٫·]/gu, '.'],
  [/[ЕеΕε]|أس/gu, 'E'],
  [/[×⋅∙]/gu, '*'],
  [/[−–]/gu, '-'],
];

/** Whether a text is a number of which a spreadsheet program kept no more than the first digits. */
export function hasLostDigits(text: string): boolean {
  // Most numbers: what follows is about other characters.
  if (/^\p{ASCII}*$/u.test(text)) return POWER_OF_TEN.test(text.replaceAll(',', '.').trim());
  const plain = WRITTEN_FOR.reduce((changed, [from, to]) => changed.replace(from, to), text);
  return POWER_OF_TEN.test(asciiDigits(plain.normalize('NFKC')).trim());
}

export const LOST_DIGITS = problem('number.lostDigits');
