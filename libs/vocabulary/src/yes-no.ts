import { asciiDigits } from './whole-number.js';

const YES: ReadonlySet<string> = new Set(
  'yes y true 1 oui vrai sí si verdadero sim verdadeiro ja ndiyo ndio نعم أجل x ✓ ✔ ☑ ✅'.split(
    ' ',
  ),
);
const NO: ReadonlySet<string> = new Set(
  'no n false 0 non faux falso não nao nei hapana لا كلا ✗ ✘ ☐ ❌'.split(' '),
);
/** How an emoji is to be shown. */
const VARIATION = /[\ufe0e\ufe0f]/gu;

/**
 * Yes or no in six languages and by marks, for a column whose meaning is known; null for all else. "X" is
 * the mark of a form and says yes.
 */
export function readYesNo(text: string): boolean | null {
  const plain = asciiDigits(text.normalize('NFC').replaceAll(VARIATION, '')).trim().toLowerCase();
  const word = plain.replace(/[.!]$/u, '');
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
