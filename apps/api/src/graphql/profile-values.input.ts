import type {
  AvailabilityBand,
  ExpertiseLevel,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  Track,
} from '#vocabulary';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Day } from './days.scalar.js';
import {
  AvailabilityEnum,
  ExpertiseLevelEnum,
  PhaseEnum,
  ProcessTypeEnum,
  ProficiencyEnum,
  RoleEnum,
  TrackEnum,
} from './enums/vocabulary.js';

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
