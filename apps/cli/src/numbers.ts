import { readWholeNumber } from '#vocabulary';
import { CommandFailure } from '#runtime';

/** Reads a whole number from 1 to `most`, or fails with a sentence that names the option. */
export function positiveInteger(option: string, text: string, most: number): number {
  return inRange(option, text, 1, most);
}

/** The same from 0. */
export function wholeNumber(option: string, text: string, most: number): number {
  return inRange(option, text, 0, most);
}

function inRange(option: string, text: string, least: number, most: number): number {
  const number = readWholeNumber(text);
  if ('value' in number && number.value >= least && number.value <= most) return number.value;
  throw new CommandFailure(
    `${option} takes a whole number from ${least} to ${most}, not "${text}".`,
  );
}
