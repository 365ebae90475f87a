import type { InputProblem } from '#identity';
import { characterCount } from '#vocabulary';

/** What is wrong with a text that a person wrote. */
export function textProblems(
  path: string,
  text: string,
  longest: number,
  required: boolean,
): InputProblem[] {
  if (text.trim() === '') {
    return required ? [{ path, code: 'MISSING', message: 'Write what is meant.' }] : [];
  }
  if (text.includes('\0') || !text.isWellFormed()) {
    const message = 'The text holds a character that cannot be kept.';
    return [{ path, code: 'MALFORMED', message }];
  }
  if (characterCount(text) <= longest) return [];
  return [{ path, code: 'TOO_LONG', message: `At most ${longest} characters.` }];
}
