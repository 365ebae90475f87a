import { isDay } from '#kernel';
import { CommandFailure } from '#runtime';

/** The day that an option names, null where it is left out; fails with a sentence that names the option. */
export function dayOrNull(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (isDay(text)) return text;
  throw new CommandFailure(`${option} takes a day such as 2027-01-31, not "${text}".`);
}
