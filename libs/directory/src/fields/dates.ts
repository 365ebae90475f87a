import { isDay } from '#kernel';

/** Whether the text is a day that exists, written YYYY-MM-DD, in 1900 or later. */
export function isDate(text: string): boolean {
  return isDay(text) && text >= '1900';
}
