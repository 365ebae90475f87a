import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { type InputProblem, InvalidInputError, type ProblemCode } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { type CodeListName, refusedCode } from './is-vocabulary-code.js';

/** Checks input classes and reports every problem with the path of its field. */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => new InvalidInputError(problemsOf(errors)),
  });
}

function problemsOf(errors: readonly ValidationError[], parent = ''): InputProblem[] {
  return errors.flatMap((error) => {
    const { property, constraints = {}, children = [] } = error;
    const path = parent === '' ? property : `${parent}.${property}`;
    const own = Object.keys(constraints).map((rule): InputProblem => ({
      path,
      code: CODES[rule] ?? 'MALFORMED',
      message: sentenceOf(rule, error),
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

/** What rules say, from what they were given and the value. A rule with words of its own has them as its context. */
const SENTENCES: Record<string, (given: readonly unknown[], value: unknown) => Sentence> = {
  maxLength: ([most]) => refusal('text.tooLong', { most: Number(most) }),
  arrayMaxSize: ([most]) => refusal('list.fits', { most: Number(most) }),
  arrayMinSize: ([least]) => refusal('list.least', { least: Number(least) }),
  min: ([least]) => refusal('numbers.atLeast', { least: Number(least) }),
  max: ([most]) => refusal('numbers.atMost', { most: Number(most) }),
  isIn: ([options]) => refusal('list.oneOf', { options: { or: options as string[] } }),
  isString: () => refusal('input.text'),
  isVocabularyCode: ([list], value) => refusedCode(list as CodeListName, value),
};

function sentenceOf(
  rule: string,
  { contexts, target, property, value }: ValidationError,
): Sentence {
  const own = contexts?.[rule] as Sentence | undefined;
  if (own) return own;
  const says = SENTENCES[rule];
  if (!says || !target) return refusal('input.malformed');
  // An error names the rule that failed; what the rule was given stands where it was declared.
  const given = getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .find(({ propertyName, name }) => propertyName === property && name === rule);
  return says((given?.constraints ?? []) as unknown[], value);
}
