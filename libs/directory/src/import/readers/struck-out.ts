import { problem } from '#messages';

/** Letters with a line through each (U+0336), and Markdown's marks, which programs write where they export rich text. */
const MARKED = /\u0336|~~[^~]+~~/u;

/** Whether a text is struck out by characters of its own. A workbook says it in its formats. */
export function isStruckOut(text: string): boolean {
  return MARKED.test(text);
}

/** What is said of such a cell: whether the text holds cannot be told. */
export const STRUCK_OUT = problem('value.struckOut');
