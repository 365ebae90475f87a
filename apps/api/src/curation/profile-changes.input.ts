import type { ProfileChanges, WorkingMode } from '#directory';
import { InvalidInputError } from '#identity';
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

@InputType({ description: 'A text in one language.' })
export class LocalizedTextInput {
  @Field(() => String, { description: 'BCP 47.' })
  language!: string;

  @Field(() => String, { description: 'Plain text.' })
  text!: string;
}

@InputType({ description: 'A language she works in.' })
export class LanguageSkillInput {
  @Field(() => String, { description: 'BCP 47.' })
  code!: string;

  @Field(() => ProficiencyEnum, { description: 'How well she speaks or signs it.' })
  level!: Proficiency;
}

@InputType({ description: 'A field of expertise.' })
export class ExpertiseSkillInput {
  @Field(() => String, { description: 'A domain or a topic of one.' })
  code!: string;

  @Field(() => ExpertiseLevelEnum, { description: 'How well she knows it.' })
  level!: ExpertiseLevel;
}

@InputType({ description: 'Days she can serve, both ends included (ISO 8601).' })
export class DayRangeInput {
  @Field(() => Day, { nullable: true, description: 'First day; open where absent.' })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day; open where absent.' })
  to?: string | null;
}

@InputType({ description: 'How available she is, roughly and by days.' })
export class ProfileAvailabilityInput {
  @Field(() => AvailabilityEnum, { description: 'Roughly.' })
  band!: AvailabilityBand;

  @Field(() => [DayRangeInput], {
    nullable: true,
    description: 'All days where none are named; none where she is unavailable.',
  })
  periods?: DayRangeInput[] | null;
}

@InputType({ description: 'A deployment in a peace process.' })
export class ExperienceInput {
  @Field(() => String, { description: 'Name of the process.' })
  processName!: string;

  @Field(() => ProcessTypeEnum, { nullable: true, description: 'Type of the process.' })
  processType?: ProcessType | null;

  @Field(() => PhaseEnum, { nullable: true, description: 'Phase she worked in.' })
  phase?: Phase | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Her role.' })
  role?: Role | null;

  @Field(() => TrackEnum, { nullable: true, description: 'Track she worked on.' })
  track?: Track | null;

  @Field(() => String, { nullable: true, description: 'Where: ISO 3166-1 alpha-2.' })
  territory?: string | null;

  @Field(() => Int, { nullable: true, description: 'First year.' })
  yearFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Last year.' })
  yearTo?: number | null;
}

@InputType({
  description:
    'What a source says of a woman from now on. A field that is absent stays as it is; null takes the source’s word back, and another source’s shows.',
})
export class ProfileChangesInput {
  @Field(() => String, { nullable: true, description: 'Her full name.' })
  fullName?: string | null;

  @Field(() => String, { nullable: true, description: 'Name shown to the public.' })
  displayName?: string | null;

  @Field(() => [String], { nullable: true, description: 'Other spellings of her name.' })
  nameVariants?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Shown instead of her name.' })
  codeName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Show her by code name and region only: so it is while any source says so.',
  })
  pseudonymous?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Territory codes.' })
  nationalities?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Territory code.' })
  residence?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  birthYear?: number | null;

  @Field(() => Int, { nullable: true, description: 'Whole years of mediation experience.' })
  years?: number | null;

  @Field(() => [TrackEnum], { nullable: true, description: 'Tracks she has worked on.' })
  tracks?: Track[] | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'Roles she takes.' })
  roles?: Role[] | null;

  @Field(() => [SupportEnum], { nullable: true, description: 'Kinds of support she gives.' })
  supports?: Support[] | null;

  @Field(() => ProfileAvailabilityInput, { nullable: true, description: 'How available she is.' })
  availability?: ProfileAvailabilityInput | null;

  @Field(() => Int, { nullable: true, description: 'Days of notice she needs.' })
  noticeDays?: number | null;

  @Field(() => WorkingModeEnum, { nullable: true, description: 'In person, remotely or both.' })
  workingMode?: WorkingMode | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: 'All languages at once.' })
  biography?: LocalizedTextInput[] | null;

  @Field(() => String, { nullable: true, description: 'Education.' })
  education?: string | null;

  @Field(() => String, { nullable: true, description: 'Publications.' })
  publications?: string | null;

  @Field(() => String, { nullable: true, description: 'Mediation training she had.' })
  training?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Territory codes; what any source rules out is ruled out.',
  })
  ruledOut?: string[] | null;

  @Field(() => Day, {
    nullable: true,
    description: 'Date she last confirmed (ISO 8601); the latest of all sources counts.',
  })
  confirmedOn?: string | null;

  @Field(() => [LanguageSkillInput], { nullable: true, description: 'What she works in.' })
  languages?: LanguageSkillInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Territory codes.' })
  territories?: string[] | null;

  @Field(() => [ExpertiseSkillInput], { nullable: true, description: 'What she is good at.' })
  expertise?: ExpertiseSkillInput[] | null;

  @Field(() => [ExperienceInput], { nullable: true, description: 'Processes she worked in.' })
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
    throw new InvalidInputError([{ path, code: 'DOUBLE', message: 'This is stated twice.' }]);
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
