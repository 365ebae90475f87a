/** Two code units that are one character together. */
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/**
 * The first `most` letters of a text, whole ones: beyond the first plane of Unicode a letter is two code
 * units, and half of one is no text that a database or a reader takes.
 */
export function firstLetters(text: string, most: number): string {
  return text.length <= most ? text : Array.from(text).slice(0, most).join('');
}

/**
 * The length of a text as PostgreSQL counts it, in characters (code points): a letter of Adlam and an emoji
 * count one, as a letter of Latin does.
 */
export function characterCount(text: string): number {
  return text.length - (text.match(PAIRS)?.length ?? 0);
}

/** Whether a text can be stored as it is: PostgreSQL takes neither NUL nor half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** JSON for a column of `jsonb`. What of its texts cannot be stored is left out, or becomes the sign for it (U+FFFD). */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\0', '').toWellFormed() : inner,
  );
}
