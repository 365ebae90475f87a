import { characterCount, isStorable } from '#base';
import { refusal } from '#messages';
import type { InputProblem } from './errors.js';

/** What is wrong with a text that a person wrote: missing, not storable, or longer than `longest` characters. */
export function textProblems(
  path: string,
  text: string,
  longest: number,
  required: boolean,
): InputProblem[] {
  if (text.trim() === '') {
    return required ? [{ path, code: 'MISSING', message: refusal('text.missing') }] : [];
  }
  if (!isStorable(text)) {
    return [{ path, code: 'MALFORMED', message: refusal('text.notStorable') }];
  }
  if (characterCount(text) <= longest) return [];
  return [{ path, code: 'TOO_LONG', message: refusal('text.tooLong', { most: longest }) }];
}
