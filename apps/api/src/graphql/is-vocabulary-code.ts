import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import {
  canonicalCode,
  isArea,
  isExpertise,
  isLanguage,
  parseArea,
  parseExpertise,
  parseLanguage,
} from '#vocabulary';
import { firstLetters } from '#kernel';
import { refusal, type Sentence } from '#messages';

const LISTS = {
  language: { is: isLanguage, parse: parseLanguage },
  area: { is: isArea, parse: parseArea },
  expertise: { is: isExpertise, parse: parseExpertise },
} as const;
export type CodeListName = keyof typeof LISTS;

const LONGEST_SHOWN = 40;

/**
 * The text, or each text of the list, is a code of that vocabulary. Another code of the same thing is
 * read as the canonical one, as imports do.
 */
export function IsVocabularyCode(
  list: CodeListName,
  options: { each?: boolean } = {},
): PropertyDecorator {
  const { is } = LISTS[list];
  const canonical = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(canonical);
    return typeof value === 'string' ? canonicalCode(list, value) : value;
  };
  const isCode = ValidateBy(
    {
      name: 'isVocabularyCode',
      constraints: [list],
      validator: { validate: (value) => typeof value === 'string' && is(value) },
    },
    options,
  );
  return applyDecorators(
    Transform(({ value }) => canonical(value)),
    isCode,
  );
}

/** What is said of a value, or of the first value of a list, that is no code of the vocabulary. */
export function refusedCode(list: CodeListName, value: unknown): Sentence {
  const { is, parse } = LISTS[list];
  const values: unknown[] = [value].flat();
  const wrong = values.find((one) => typeof one !== 'string' || !is(one));
  const code = typeof wrong === 'string' ? firstLetters(wrong, LONGEST_SHOWN).toWellFormed() : '';
  const parsed = parse(code);
  const meant = parsed.ok ? [parsed.value] : parsed.problem.suggestions.map((each) => each.code);
  return meant.length > 0
    ? refusal('codes.notOfPerhaps', { code, list, meant: meant.slice(0, 3).join(', ') })
    : refusal('codes.notOf', { code, list });
}
