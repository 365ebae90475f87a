/** How many characters a UUID has. */
export const UUID_LENGTH = 36;
const HYPHEN = 0x2d;
/** Where in the text each byte of a UUID has its two digits. */
const BYTE_AT = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/** More than four digits make together, wherever among them it stands. */
const NO_DIGIT = 0x10000;
/** By UTF-16 code unit, the value of a hex digit; a table for all of them needs no comparison. */
const DIGITS = new Int32Array(0x10000).fill(NO_DIGIT);
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16);
  DIGITS[digit.charCodeAt(0)] = value;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

const unused = new Uint32Array(4);

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && readUuid(text, unused);
}

/** Writes the four 32-bit words of a UUID; false when the text is not one. */
export function readUuid(text: string, words: Uint32Array): boolean {
  if (text.length !== UUID_LENGTH) return false;
  for (let at = 8; at <= 23; at += 5) if (text.charCodeAt(at) !== HYPHEN) return false;
  const a = fourDigits(text, 0);
  const b = fourDigits(text, 4);
  const c = fourDigits(text, 9);
  const d = fourDigits(text, 14);
  const e = fourDigits(text, 19);
  const f = fourDigits(text, 24);
  const g = fourDigits(text, 28);
  const h = fourDigits(text, 32);
  words[0] = (a << 16) | b;
  words[1] = (c << 16) | d;
  words[2] = (e << 16) | f;
  words[3] = (g << 16) | h;
  return (a | b | c | d | e | f | g | h) < NO_DIGIT;
}

/** The number that four hex digits make; NO_DIGIT or more when one of them is none. */
function fourDigits(text: string, at: number): number {
  return (
    (DIGITS[text.charCodeAt(at)]! << 12) |
    (DIGITS[text.charCodeAt(at + 1)]! << 8) |
    (DIGITS[text.charCodeAt(at + 2)]! << 4) |
    DIGITS[text.charCodeAt(at + 3)]!
  );
}

const HEX = Array.from({ length: 0x10000 }, (_, i) => i.toString(16).padStart(4, '0'));

/** The canonical lower-case text of the UUID whose words start at `offset`. */
export function writeUuid(words: Uint32Array, offset: number): string {
  const high = (i: number) => HEX[words[offset + i]! >>> 16]!;
  const low = (i: number) => HEX[words[offset + i]! & 0xffff]!;
  return `${high(0)}${low(0)}-${high(1)}-${low(1)}-${high(2)}-${low(2)}${high(3)}${low(3)}`;
}

const ASCII = Uint8Array.from('0123456789abcdef', (letter) => letter.charCodeAt(0));

/** Writes the canonical lower-case text as ASCII, without making a string of it. */
export function writeUuidText(
  words: Uint32Array,
  offset: number,
  text: Uint8Array,
  start: number,
): void {
  for (let at = 8; at <= 23; at += 5) text[start + at] = HYPHEN;
  for (let byte = 0; byte < 16; byte++) {
    const value = (words[offset + (byte >> 2)]! >>> (24 - 8 * (byte & 3))) & 0xff;
    const at = start + BYTE_AT[byte]!;
    text[at] = ASCII[value >> 4]!;
    text[at + 1] = ASCII[value & 15]!;
  }
}
