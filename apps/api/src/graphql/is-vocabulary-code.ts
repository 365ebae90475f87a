import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import {
  canonicalCode,
  isArea,
  isExpertise,
  isLanguage,
  parseArea,
  parseExpertise,
  parseLanguage,
  type Parsed,
} from '#vocabulary';
import { firstLetters } from '#kernel';

const LISTS = {
  language: { is: isLanguage, parse: parseLanguage },
  area: { is: isArea, parse: parseArea },
  expertise: { is: isExpertise, parse: parseExpertise },
} as const;

const LONGEST_SHOWN = 40;

/**
 * The text, or each text of the list, is a code of that vocabulary. Another code of the same thing is
 * read as the canonical one, as imports do.
 */
export function IsVocabularyCode(
  list: keyof typeof LISTS,
  options: { each?: boolean } = {},
): PropertyDecorator {
  const { is, parse } = LISTS[list];
  const canonical = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(canonical);
    return typeof value === 'string' ? canonicalCode(list, value) : value;
  };
  const isCode = ValidateBy(
    {
      name: 'isVocabularyCode',
      validator: {
        validate: (value) => typeof value === 'string' && is(value),
        defaultMessage: (args) => sentence(list, args, is, parse),
      },
    },
    options,
  );
  return applyDecorators(
    Transform(({ value }) => canonical(value)),
    isCode,
  );
}

function sentence(
  list: string,
  args: ValidationArguments | undefined,
  is: (code: string) => boolean,
  parse: (text: string) => Parsed<string>,
): string {
  const values: unknown[] = [args?.value].flat();
  const wrong = values.find((value) => typeof value !== 'string' || !is(value));
  const text = typeof wrong === 'string' ? firstLetters(wrong, LONGEST_SHOWN).toWellFormed() : '';
  const parsed = parse(text);
  const meant = parsed.ok ? [parsed.value] : parsed.problem.suggestions.map(({ code }) => code);
  const hint = meant.length > 0 ? `; perhaps ${meant.slice(0, 3).join(', ')}` : '';
  return `"${text}" is not a code of the ${list} vocabulary${hint}`;
}
