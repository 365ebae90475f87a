import type { ProfileChanges, WorkingMode } from '#directory';
import { InvalidInputError } from '#kernel';
import type {
  AvailabilityBand,
  ExpertiseLevel,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  Support,
  Track,
} from '#vocabulary';
import { Field, InputType, Int } from '@nestjs/graphql';
import {
  ExpertiseLevelEnum,
  AvailabilityEnum,
  PhaseEnum,
  ProcessTypeEnum,
  ProficiencyEnum,
  RoleEnum,
  SupportEnum,
  TrackEnum,
  WorkingModeEnum,
} from '../graphql/enums.js';
import { Day } from '../graphql/days.scalar.js';

@InputType({ description: 'A text and the language in which it is written.' })
export class LocalizedTextInput {
  @Field(() => String, { description: 'The language as a BCP 47 code, such as `fr`.' })
  language!: string;

  @Field(() => String, { description: 'The text, plain and at most 20,000 characters.' })
  text!: string;
}

@InputType({ description: 'A language that the mediator works in, and her level.' })
export class LanguageSkillInput {
  @Field(() => String, { description: 'The language as a BCP 47 code, such as `sw` or `ary`.' })
  code!: string;

  @Field(() => ProficiencyEnum, { description: 'How well she speaks or signs the language.' })
  level!: Proficiency;
}

@InputType({ description: 'A field of expertise of the mediator, and her level.' })
export class ExpertiseSkillInput {
  @Field(() => String, {
    description: 'The code of a domain, such as `mediation`, or of one of its topics.',
  })
  code!: string;

  @Field(() => ExpertiseLevelEnum, { description: 'How well she knows the field.' })
  level!: ExpertiseLevel;
}

@InputType({
  description: 'A period in which the mediator is available, first and last day included.',
})
export class DayRangeInput {
  @Field(() => Day, { nullable: true, description: 'The first day of the period. Open if absent.' })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day of the period. Open if absent.' })
  to?: string | null;
}

@InputType({ description: 'How available the mediator is, roughly and by days.' })
export class ProfileAvailabilityInput {
  @Field(() => AvailabilityEnum, { description: 'How available she is in general.' })
  band!: AvailabilityBand;

  @Field(() => [DayRangeInput], {
    nullable: true,
    description:
      'The periods in which she is available, at most 60. Without any, she is available on all days, or on none if `band` is UNAVAILABLE.',
  })
  periods?: DayRangeInput[] | null;
}

@InputType({ description: 'A deployment of the mediator in a peace process.' })
export class ExperienceInput {
  @Field(() => String, { description: 'The name of the peace process, at most 1,000 characters.' })
  processName!: string;

  @Field(() => ProcessTypeEnum, { nullable: true, description: 'The type of the peace process.' })
  processType?: ProcessType | null;

  @Field(() => PhaseEnum, { nullable: true, description: 'The phase in which she worked.' })
  phase?: Phase | null;

  @Field(() => RoleEnum, { nullable: true, description: 'The role that she had in the process.' })
  role?: Role | null;

  @Field(() => TrackEnum, { nullable: true, description: 'The track on which she worked.' })
  track?: Track | null;

  @Field(() => String, {
    nullable: true,
    description: 'The territory of the process, as an ISO 3166-1 alpha-2 code.',
  })
  territory?: string | null;

  @Field(() => Int, { nullable: true, description: 'The year in which her deployment began.' })
  yearFrom?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The year in which her deployment ended. Absent if it has not ended.',
  })
  yearTo?: number | null;
}

@InputType({
  description:
    "What a source states about a mediator from now on. A field that is absent stays as it is. A field that is null withdraws the statement, so that another source's shows.",
})
export class ProfileChangesInput {
  @Field(() => String, { nullable: true, description: 'Her full name, at most 200 characters.' })
  fullName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name that is shown to the public, at most 200 characters.',
  })
  displayName?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Other spellings of her name, at most 60.',
  })
  nameVariants?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The name that is shown in place of hers while she is pseudonymous, at most 100 characters.',
  })
  codeName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True shows her by code name and regions only. She is pseudonymous as long as any source says so.',
  })
  pseudonymous?: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Her nationalities, as ISO 3166-1 alpha-2 codes.',
  })
  nationalities?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The territory in which she lives, as an ISO 3166-1 alpha-2 code.',
  })
  residence?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Her year of birth. Others than her curators see an age band only.',
  })
  birthYear?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Her years of mediation experience, as a whole number.',
  })
  years?: number | null;

  @Field(() => [TrackEnum], {
    nullable: true,
    description: 'The tracks of diplomacy that she has worked on.',
  })
  tracks?: Track[] | null;

  @Field(() => [RoleEnum], {
    nullable: true,
    description: 'The roles that she takes in a process.',
  })
  roles?: Role[] | null;

  @Field(() => [SupportEnum], {
    nullable: true,
    description: 'The kinds of mediation support that she gives.',
  })
  supports?: Support[] | null;

  @Field(() => ProfileAvailabilityInput, {
    nullable: true,
    description: 'How available she is for an assignment.',
  })
  availability?: ProfileAvailabilityInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days of notice she needs before an assignment.',
  })
  noticeDays?: number | null;

  @Field(() => WorkingModeEnum, {
    nullable: true,
    description: 'Whether she works in person, remotely or both.',
  })
  workingMode?: WorkingMode | null;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'Texts about her. The list replaces the texts in all languages.',
  })
  biography?: LocalizedTextInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her education in free text, at most 20,000 characters.',
  })
  education?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her publications in free text, at most 20,000 characters.',
  })
  publications?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her mediation training in free text, at most 20,000 characters.',
  })
  training?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Territories to which she must not be sent, as ISO 3166-1 alpha-2 codes. A territory stays ruled out as long as any source says so.',
  })
  ruledOut?: string[] | null;

  @Field(() => Day, {
    nullable: true,
    description:
      'The day on which she last confirmed her profile. The latest of all sources counts.',
  })
  confirmedOn?: string | null;

  @Field(() => [LanguageSkillInput], {
    nullable: true,
    description: 'The languages that she works in, with her levels.',
  })
  languages?: LanguageSkillInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Territories that she knows from her work, as ISO 3166-1 alpha-2 codes.',
  })
  territories?: string[] | null;

  @Field(() => [ExpertiseSkillInput], {
    nullable: true,
    description: 'Her fields of expertise, with her levels.',
  })
  expertise?: ExpertiseSkillInput[] | null;

  @Field(() => [ExperienceInput], {
    nullable: true,
    description: 'Her deployments in peace processes.',
  })
  experience?: ExperienceInput[] | null;
}

/** The input in the words of the room. @throws InvalidInputError where a language is named twice */
export function toChanges(input: ProfileChangesInput): ProfileChanges {
  const { biography, availability, experience, ...rest } = input;
  return {
    ...rest,
    biography: biography && toBiography(biography),
    availability: availability && {
      band: availability.band,
      periods: (availability.periods ?? []).map(({ from = null, to = null }) => ({ from, to })),
    },
    languages: rest.languages?.map(({ code, level }) => ({ code, level })) ?? rest.languages,
    expertise: rest.expertise?.map(({ code, level }) => ({ code, level })) ?? rest.expertise,
    experience: experience?.map(toExperience) ?? experience,
  } as ProfileChanges;
}

function toBiography(texts: readonly LocalizedTextInput[]): Record<string, string> {
  const languages = texts.map(({ language }) => language);
  const twice = languages.findIndex((language, i) => languages.indexOf(language) < i);
  if (twice !== -1) {
    const path = `biography.${twice}.language`;
    throw new InvalidInputError([{ path, code: 'DUPLICATE', message: 'This is stated twice.' }]);
  }
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
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
