/** How many characters a UUID has. */
export const UUID_LENGTH = 36;
const HYPHEN = 0x2d;

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

/** Writes the four 32-bit words of a UUID, the first at `offset`; false when the text is not one. */
export function readUuid(text: string, words: Uint32Array, offset = 0): boolean {
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
  words[offset] = (a << 16) | b;
  words[offset + 1] = (c << 16) | d;
  words[offset + 2] = (e << 16) | f;
  words[offset + 3] = (g << 16) | h;
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

/** The canonical lower-case text of the UUID whose words start at `offset`. */
export function writeUuid(words: Uint32Array, offset: number): string {
  writeUuidText(words, offset, written, 0);
  return written.toString('latin1');
}

const written = Buffer.alloc(UUID_LENGTH);

const ASCII = Uint8Array.from('0123456789abcdef', (letter) => letter.charCodeAt(0));

/** Writes the canonical lower-case text as ASCII, without making a string of it. */
export function writeUuidText(
  words: Uint32Array,
  offset: number,
  text: Uint8Array,
  start: number,
): void {
  for (let at = 8; at <= 23; at += 5) text[start + at] = HYPHEN;
  writeFourDigits(words[offset]! >>> 16, text, start);
  writeFourDigits(words[offset]!, text, start + 4);
  writeFourDigits(words[offset + 1]! >>> 16, text, start + 9);
  writeFourDigits(words[offset + 1]!, text, start + 14);
  writeFourDigits(words[offset + 2]! >>> 16, text, start + 19);
  writeFourDigits(words[offset + 2]!, text, start + 24);
  writeFourDigits(words[offset + 3]! >>> 16, text, start + 28);
  writeFourDigits(words[offset + 3]!, text, start + 32);
}

/** The lower 16 bits of a number. */
function writeFourDigits(value: number, text: Uint8Array, at: number): void {
  text[at] = ASCII[(value >> 12) & 15]!;
  text[at + 1] = ASCII[(value >> 8) & 15]!;
  text[at + 2] = ASCII[(value >> 4) & 15]!;
  text[at + 3] = ASCII[value & 15]!;
}
