const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** How many characters a UUID has. */
export const UUID_LENGTH = 36;
const HYPHEN = 0x2d;
/** Where in the text each byte of a UUID has its two digits. */
const BYTE_AT = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

const NO_DIGIT = 0x10;
/** By ASCII character, the value of a hex digit. */
const DIGITS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return value < 0 ? NO_DIGIT : value;
});

/** Writes the four 32-bit words of a UUID; false when the text is not one. */
export function readUuid(text: string, words: Uint32Array): boolean {
  if (text.length !== UUID_LENGTH) return false;
  for (let at = 8; at <= 23; at += 5) if (text.charCodeAt(at) !== HYPHEN) return false;
  let seen = 0;
  for (let i = 0; i < 4; i++) {
    let word = 0;
    for (let byte = 4 * i; byte < 4 * i + 4; byte++) {
      const high = digit(text, BYTE_AT[byte]!);
      const low = digit(text, BYTE_AT[byte]! + 1);
      seen |= high | low;
      word = (word << 8) | (high << 4) | low;
    }
    words[i] = word;
  }
  return seen < NO_DIGIT;
}

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < DIGITS.length ? DIGITS[code]! : NO_DIGIT;
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
