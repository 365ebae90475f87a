import type { ExpertiseLevel, Phase, ProcessType, Proficiency, Role, Track } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Area } from './coded.type.js';
import { Day } from './days.scalar.js';
import {
  ExpertiseLevelEnum,
  PhaseEnum,
  ProcessTypeEnum,
  ProficiencyEnum,
  RoleEnum,
  TrackEnum,
} from './enums/vocabulary.js';

@ObjectType({ description: 'A language that a mediator speaks or signs, and her level.' })
export class LanguageSkill {
  @Field(() => String, { description: 'The language as a BCP 47 code, such as `sw` or `ary`.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => ProficiencyEnum, { description: 'How well she speaks or signs it.' })
  level!: Proficiency;
}

@ObjectType({ description: 'A field of expertise of a mediator, and her level.' })
export class ExpertiseSkill {
  @Field(() => String, {
    description: 'The code of a domain, such as `mediation`, or of one of its topics.',
  })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => ExpertiseLevelEnum, { description: 'How well she knows the field.' })
  level!: ExpertiseLevel;
}

@ObjectType({ description: 'A period in days, first and last day included.' })
export class DayRange {
  @Field(() => Day, {
    nullable: true,
    description: 'The first day of the period. Null if it is open.',
  })
  from!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The last day of the period. Null if it is open.',
  })
  to!: string | null;
}

@ObjectType({ description: 'A deployment of the mediator in a peace process.' })
export class Experience {
  @Field(() => String, { description: 'The name of the peace process.' })
  process!: string;

  @Field(() => ProcessTypeEnum, {
    nullable: true,
    description: 'The type of the process. Null if it is not stated.',
  })
  type!: ProcessType | null;

  @Field(() => PhaseEnum, {
    nullable: true,
    description: 'The phase in which she worked. Null if it is not stated.',
  })
  phase!: Phase | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'The role that she had in the process. Null if it is not stated.',
  })
  role!: Role | null;

  @Field(() => TrackEnum, {
    nullable: true,
    description: 'The track on which she worked. Null if it is not stated.',
  })
  track!: Track | null;

  @Field(() => Area, {
    nullable: true,
    description: 'The territory of the process. Null if it is not stated.',
  })
  territory!: Area | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The year in which her deployment began. Null if it is not stated.',
  })
  yearFrom!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The year in which her deployment ended. Null if it has not ended or is not stated.',
  })
  yearTo!: number | null;
}
