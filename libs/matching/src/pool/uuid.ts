const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** Writes the four 32-bit words of a UUID; false when the text is not one. */
export function readUuid(text: string, words: Uint32Array): boolean {
  if (!isUuid(text)) return false;
  words[0] = Number.parseInt(text.slice(0, 8), 16);
  words[1] = Number.parseInt(text.slice(9, 13) + text.slice(14, 18), 16);
  words[2] = Number.parseInt(text.slice(19, 23) + text.slice(24, 28), 16);
  words[3] = Number.parseInt(text.slice(28, 36), 16);
  return true;
}

const HEX = Array.from({ length: 0x10000 }, (_, i) => i.toString(16).padStart(4, '0'));

/** The canonical lower-case text of the UUID whose words start at `offset`. */
export function writeUuid(words: Uint32Array, offset: number): string {
  const high = (i: number) => HEX[words[offset + i]! >>> 16]!;
  const low = (i: number) => HEX[words[offset + i]! & 0xffff]!;
  return `${high(0)}${low(0)}-${high(1)}-${low(1)}-${high(2)}-${low(2)}${high(3)}${low(3)}`;
}
