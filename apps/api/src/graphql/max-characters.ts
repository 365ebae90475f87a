import { characterCount } from '#kernel';
import { MAX_LENGTH, ValidateBy, type ValidationOptions } from 'class-validator';

/**
 * A text of so many characters at most, counted as the database counts them. `MaxLength` of class-validator takes a
 * sign and the selector of its form (U+FE0F) for one, and would let more through than the database holds.
 */
export function MaxCharacters(most: number, options?: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && characterCount(value) <= most;
  return ValidateBy({ name: MAX_LENGTH, constraints: [most], validator: { validate } }, options);
}
