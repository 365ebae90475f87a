import { DEFINITIONS, type FieldType, type ProfileChanges } from '#directory';
import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import { InputType } from '@nestjs/graphql';
import { statedFields } from '../graphql/profile-fields.js';
import type {
  ExperienceInput,
  ExpertiseSkillInput,
  LanguageSkillInput,
  LocalizedTextInput,
  ProfileAvailabilityInput,
} from '../graphql/profile-values.input.js';

@InputType({
  description:
    "What a source states about a mediator from now on. A field that is absent stays as it is. A field that is null withdraws the statement, so that another source's shows.",
})
export class ProfileChangesInput extends statedFields() {}

/** The input in the words of the service. @throws InvalidInputError where a language is named twice */
export function toChanges(input: ProfileChangesInput): ProfileChanges {
  const given = DEFINITIONS.filter(([field]) => input[field] !== undefined);
  return Object.fromEntries(
    given.map(([field, { type }]) => {
      const value = input[field];
      return [field, value === null ? null : toValue(field, type, value)];
    }),
  );
}

function toValue(field: string, { kind }: FieldType, value: unknown): unknown {
  switch (kind) {
    case 'texts':
      return toTexts(field, value as LocalizedTextInput[]);
    case 'availability':
      return toAvailability(value as ProfileAvailabilityInput);
    case 'skills':
      return (value as (LanguageSkillInput | ExpertiseSkillInput)[]).map(({ code, level }) => ({
        code,
        level,
      }));
    case 'experience':
      return (value as ExperienceInput[]).map(toExperience);
    default:
      return value;
  }
}

function toTexts(field: string, texts: readonly LocalizedTextInput[]): Record<string, string> {
  const languages = texts.map(({ language }) => language);
  const twice = languages.findIndex((language, i) => languages.indexOf(language) < i);
  if (twice !== -1) {
    const path = `${field}.${twice}.language`;
    throw new InvalidInputError([{ path, code: 'DUPLICATE', message: refusal('list.twice') }]);
  }
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}

function toAvailability({ band, periods }: ProfileAvailabilityInput) {
  return { band, periods: (periods ?? []).map(({ from = null, to = null }) => ({ from, to })) };
}

function toExperience({
  processName,
  processType = null,
  phase = null,
  role = null,
  track = null,
  territory = null,
  yearFrom = null,
  yearTo = null,
}: ExperienceInput) {
  return { processName, processType, phase, role, track, territory, yearFrom, yearTo };
}
