import { CommandFailure } from './failure.js';

/** Reads a whole number from 1 to `most`, or fails with a sentence that names the option. */
export function positiveInteger(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > most) {
    throw new CommandFailure(`${option} takes a whole number from 1 to ${most}, not "${text}".`);
  }
  return number;
}

/** The same from 0. */
export function wholeNumber(option: string, text: string, most: number): number {
  if (text === '0') return 0;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) {
    throw new CommandFailure(`${option} takes a whole number from 0 to ${most}, not "${text}".`);
  }
  return number;
}
