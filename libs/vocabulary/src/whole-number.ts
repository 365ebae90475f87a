/** A whole number that was read, or how the text was perhaps meant; `''` where that is not plain. */
export type WholeNumber = { readonly value: number } | { readonly perhaps: string };

/** What programs write for a whole number in a column of fractions: three zeros could be thousands. */
const NO_FRACTION = /[.,٫]\p{Nd}{1,2}$/u;
const DIGITS = /^\p{Nd}{1,15}$/u;
const SPACED = /^(\p{Nd}{1,3}(?:[\s'’_]\p{Nd}{3})+)$/u;
const GROUPED = /^\p{Nd}{1,3}(?:[.,٬]\p{Nd}{3})+$/u;
const AT_LEAST = /^(\p{Nd}{1,15})\s*\+$/u;
const DIGIT = /\p{Nd}/u;
const DIGITS_WITHIN = /\p{Nd}/gu;
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;
const ASCII = /^[\0-\x7f]*$/;

/**
 * Reads a text that is unmistakably a whole number from 0: decimal digits of one script, at most 15, with
 * no more around them than spaces and a fraction of one or two zeros ("12.0"). Signs, thousands, powers of
 * ten and other bases are not read: `1,000` is one to one reader and a thousand to another.
 */
export function readWholeNumber(text: string): WholeNumber {
  const trimmed = text.trim();
  const whole = trimmed.replace(NO_FRACTION, (tail) =>
    /^.0+$/.test(asciiDigits(tail)) ? '' : tail,
  );
  if (DIGITS.test(whole) && isOneScript(whole)) return { value: Number(asciiDigits(whole)) };
  return { perhaps: perhaps(trimmed) };
}

function perhaps(text: string): string {
  const [, spaced] = SPACED.exec(text) ?? [];
  if (spaced !== undefined) return asciiDigits(spaced).replaceAll(/\D/g, '');
  if (GROUPED.test(text)) return asciiDigits(text).replaceAll(/\D/g, '');
  return asciiDigits(AT_LEAST.exec(text)?.[1] ?? '');
}

/** The text with digits of every script as those of ASCII (Unicode, general category Nd). */
export function asciiDigits(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replaceAll(OTHER_DIGITS, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return String((code - zeroOf(code)) % 10);
  });
}

/** Whether all decimal digits of a text are of one script. */
export function isOneScript(text: string): boolean {
  const tens = (text.match(DIGITS_WITHIN) ?? []).map((digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return code - ((code - zeroOf(code)) % 10);
  });
  return new Set(tens).size <= 1;
}

/** Where the run of digits begins: scripts have theirs in tens, one after the other. */
function zeroOf(code: number): number {
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return zero;
}
