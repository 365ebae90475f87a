/** As spreadsheet programs write a long number in a narrow column: its last digits are gone. */
const POWER_OF_TEN =
  /^[+-]?\p{Nd}+(?:[.,٫]\p{Nd}*\s*(?:[eED]|أس|[x×*]\s*10\s*\^?)|[eED](?=[+−-])|\s*[x×*]\s*10\s*\^)\s*[+−-]?\p{Nd}+$/u;

/** Whether a text is a number of which a spreadsheet program kept no more than the first digits. */
export function hasLostDigits(text: string): boolean {
  return POWER_OF_TEN.test(text.trim());
}

export const LOST_DIGITS =
  'The last digits were lost in a spreadsheet: format the column as text and enter the number anew.';
