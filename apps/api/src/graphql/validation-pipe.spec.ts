import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsPlainText } from './is-plain-text.js';
import { IsVocabularyCode } from './is-vocabulary-code.js';
import { MaxCharacters } from './max-characters.js';
import { inputValidation } from './validation-pipe.js';

class Part {
  @IsIn(['csv', 'xlsx'])
  format!: string;

  @Matches(/^[A-Z]{2}$/, { context: refusal('input.countryLetters') })
  country!: string;
}

class Whole {
  @MaxCharacters(3)
  name!: string;

  @IsPlainText()
  title!: string;

  @ArrayMaxSize(2)
  many!: number[];

  @ArrayMinSize(1)
  few!: number[];

  @Min(5)
  least!: number;

  @Max(100)
  most!: number;

  @IsVocabularyCode('language')
  language!: string;

  @IsVocabularyCode('area', { each: true })
  areas!: string[];

  @ValidateNested()
  @Type(() => Part)
  part!: Part;
}

const wrong = {
  name: 'four',
  title: 'two\nlines',
  many: [1, 2, 3],
  few: [],
  least: 4,
  most: 101,
  language: 'klingon',
  areas: ['KE', 'xx-nowhere'],
  part: { format: 'pdf', country: 'Kenya' },
};

async function refused(): Promise<InvalidInputError> {
  const pipe = inputValidation();
  const error: unknown = await pipe
    .transform(wrong, { type: 'body', metatype: Whole })
    .catch((thrown: unknown) => thrown);
  if (error instanceof InvalidInputError) return error;
  throw new Error('It was not refused.');
}

describe('input that breaks a rule', () => {
  it('is told with what the rule was given', async () => {
    const fields = (await refused()).fieldsIn('en');
    expect(fields.map(({ path, code, message }) => [path, code, message])).toEqual([
      ['name', 'TOO_LONG', 'At most 3 characters.'],
      ['title', 'MALFORMED', 'This is a text of one line, and not empty.'],
      ['many', 'TOO_MANY', 'At most 2 fit here.'],
      ['few', 'MALFORMED', 'At least 1.'],
      ['least', 'OUT_OF_RANGE', 'This is a number from 5 on.'],
      ['most', 'OUT_OF_RANGE', 'This is a number up to 100.'],
      ['language', 'UNKNOWN', expect.stringMatching(/^"klingon" is not a code of the language/)],
      ['areas', 'UNKNOWN', expect.stringMatching(/^"xx-nowhere" is not a code of the area/)],
      ['part.format', 'MALFORMED', 'This is one of csv or xlsx.'],
      ['part.country', 'MALFORMED', 'This is two capital letters, such as KE.'],
    ]);
  });

  it('is told in the language of the reader', async () => {
    const fields = (await refused()).fieldsIn('fr');
    expect(fields[0]?.message).toBe('3 caractères au plus.');
    expect(fields[9]?.message).toBe('Il faut ici deux lettres majuscules, comme KE.');
  });
});
