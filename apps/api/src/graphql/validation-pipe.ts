import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type InputProblem, InvalidInputError, type ProblemCode } from '#kernel';

/** Checks input classes and reports every problem with the path of its field. */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    exceptionFactory: (errors) => new InvalidInputError(problemsOf(errors)),
  });
}

function problemsOf(errors: readonly ValidationError[], parent = ''): InputProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = parent === '' ? property : `${parent}.${property}`;
    const own = Object.entries(constraints).map(([rule, message]): InputProblem => ({
      path,
      code: CODES[rule] ?? 'MALFORMED',
      message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
    }));
    return [...own, ...problemsOf(children, path)];
  });
}

/** The problem codes of class-validator's rules. */
const CODES: Record<string, ProblemCode> = {
  maxLength: 'TOO_LONG',
  arrayMaxSize: 'TOO_MANY',
  min: 'OUT_OF_RANGE',
  max: 'OUT_OF_RANGE',
  isVocabularyCode: 'UNKNOWN',
};
