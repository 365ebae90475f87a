import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InputError, type FieldProblem } from './input-error.js';

/** Checks input classes and reports every problem with the path of its field. */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    exceptionFactory: (errors) => new InputError(problemsOf(errors)),
  });
}

function problemsOf(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = parent === '' ? property : `${parent}.${property}`;
    const own = Object.entries(constraints).map(([rule, message]) => ({
      path,
      code: CODES[rule] ?? 'MALFORMED',
      message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
    }));
    return [...own, ...problemsOf(children, path)];
  });
}

/** class-validator's rules in the words of `FieldProblem.code`. */
const CODES: Record<string, string> = {
  maxLength: 'TOO_LONG',
  arrayMaxSize: 'TOO_MANY',
  min: 'OUT_OF_RANGE',
  max: 'OUT_OF_RANGE',
  isVocabularyCode: 'UNKNOWN',
};
