import { refusal } from '#messages';
import { Matches } from 'class-validator';

/** No control characters and no half of a character: a text that a person can have written on one line. */
export function IsPlainText(): PropertyDecorator {
  return Matches(/^[^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}][^\p{Cc}\p{Cs}]*$/u, {
    context: refusal('input.plainText'),
  });
}
