import { ValidateBy, type ValidationArguments } from 'class-validator';
import {
  firstLetters,
  isArea,
  isExpertise,
  isLanguage,
  parseArea,
  parseExpertise,
  parseLanguage,
  type Parsed,
} from '#vocabulary';

const LISTS = {
  language: { is: isLanguage, parse: parseLanguage },
  area: { is: isArea, parse: parseArea },
  expertise: { is: isExpertise, parse: parseExpertise },
} as const;

const LONGEST_SHOWN = 40;

/** The text, or each text of the list, is a canonical code of that vocabulary. */
export function IsVocabularyCode(
  list: keyof typeof LISTS,
  options: { each?: boolean } = {},
): PropertyDecorator {
  const { is, parse } = LISTS[list];
  return ValidateBy(
    {
      name: 'isVocabularyCode',
      validator: {
        validate: (value) => typeof value === 'string' && is(value),
        defaultMessage: (args) => sentence(list, args, is, parse),
      },
    },
    options,
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
