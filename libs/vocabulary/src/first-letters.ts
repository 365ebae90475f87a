/**
 * The first `most` letters of a text, whole ones: beyond the first plane of Unicode a letter is two code
 * units, and half of one is no text that a database or a reader takes.
 */
export function firstLetters(text: string, most: number): string {
  return text.length <= most ? text : Array.from(text).slice(0, most).join('');
}
