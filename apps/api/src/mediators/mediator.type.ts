import type { AgeBand, NetworkRole, WorkingMode } from '#directory';
import type {
  ExpertiseLevel,
  AvailabilityBand,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  Support,
  Track,
} from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Area, LocalizedText } from '../graphql/coded.type.js';
import {
  ExpertiseLevelEnum,
  AgeBandEnum,
  AvailabilityEnum,
  NetworkRoleEnum,
  PhaseEnum,
  ProcessTypeEnum,
  ProficiencyEnum,
  RoleEnum,
  SupportEnum,
  TrackEnum,
  WorkingModeEnum,
} from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import { Day } from '../graphql/days.scalar.js';

const WITHHELD = 'Null or empty if the viewer may not see it.';

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

@ObjectType({ description: 'Years of mediation experience, both ends included.' })
export class YearsBand {
  @Field(() => Int, { description: 'The fewest years of the band.' })
  from!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The most years of the band. Null if the band is open at the top.',
  })
  to!: number | null;
}

@ObjectType({ description: 'The membership of a mediator in a network that lists her.' })
export class Affiliation {
  /** For the loader of `network`. */
  networkId!: string;

  @Field(() => NetworkRoleEnum, { description: 'The role that she has in the network.' })
  role!: NetworkRole;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which she joined. Null if it is not known or she is pseudonymous.',
  })
  since!: string | null;
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

@ObjectType({
  implements: () => [Node],
  description: 'A mediator of the directory, as the viewer may see her.',
})
export class Mediator extends Node {
  override readonly __typename = 'Mediator';

  @Field(() => String, {
    description: 'Her display name, or her code name if she is pseudonymous.',
  })
  name!: string;

  @Field(() => Boolean, {
    description:
      'True if she is shown by a code name and by what at least five pseudonymous mediators have in common: languages at the level given or better, regions, at least so many years, at most so many days of notice.',
  })
  pseudonymous!: boolean;

  @Field(() => Boolean, {
    description:
      'True if she has not confirmed her profile for too long. Always false if she is pseudonymous.',
  })
  stale!: boolean;

  @Field(() => [Affiliation], { description: 'The networks that list her, with her role in each.' })
  affiliations!: Affiliation[];

  @Field(() => [LanguageSkill], {
    description: 'The languages that she works in, with her levels.',
  })
  languages!: LanguageSkill[];

  @Field(() => [Area], {
    description: 'Territories that she knows from her work. M49 regions if she is pseudonymous.',
  })
  territories!: Area[];

  @Field(() => [ExpertiseSkill], { description: 'Her fields of expertise, with her levels.' })
  expertise!: ExpertiseSkill[];

  @Field(() => [TrackEnum], { description: 'The tracks of diplomacy that she has worked on.' })
  tracks!: Track[];

  @Field(() => [RoleEnum], { description: 'The roles that she takes in a process.' })
  roles!: Role[];

  @Field(() => [SupportEnum], { description: 'The kinds of mediation support that she gives.' })
  supports!: Support[];

  @Field(() => YearsBand, {
    nullable: true,
    description: 'Her years of mediation experience as a band. Null if she does not show them.',
  })
  years!: YearsBand | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The text about her in the language of the request, otherwise in English, otherwise in any other language. Null if there is none.',
  })
  biography!: string | null;

  @Field(() => [LocalizedText], {
    description: 'The texts about her, in every language in which there is one.',
  })
  biographies!: LocalizedText[];

  @Field(() => AvailabilityEnum, {
    nullable: true,
    description: 'How available she is in general. Null if she does not show it.',
  })
  availability!: AvailabilityBand | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days of notice she needs before an assignment. Null if it is not shown.',
  })
  noticeDays!: number | null;

  @Field(() => WorkingModeEnum, {
    nullable: true,
    description: 'Whether she works in person, remotely or both. Null if it is not shown.',
  })
  workingMode!: WorkingMode | null;

  @Field(() => Day, {
    nullable: true,
    description:
      'The day on which she last confirmed her profile. If she is pseudonymous, the first day of a year in or after which she did. Null if she never did.',
  })
  confirmedOn!: string | null;

  // What follows is seen by verified organizers and coordinators, unless she decided otherwise.

  @Field(() => String, { nullable: true, description: `Her full name. ${WITHHELD}` })
  fullName!: string | null;

  @Field(() => [String], { description: `Other spellings of her name. ${WITHHELD}` })
  nameVariants!: string[];

  @Field(() => [Area], { description: `The territories whose nationality she has. ${WITHHELD}` })
  nationalities!: Area[];

  @Field(() => Area, {
    nullable: true,
    description: `The territory in which she lives. ${WITHHELD}`,
  })
  residence!: Area | null;

  @Field(() => AgeBandEnum, { nullable: true, description: `Her age as a band. ${WITHHELD}` })
  ageBand!: AgeBand | null;

  @Field(() => Int, {
    nullable: true,
    description: `Her exact years of mediation experience. ${WITHHELD}`,
  })
  exactYears!: number | null;

  @Field(() => [DayRange], {
    nullable: true,
    description: `The periods in which she is available. Empty if there are none. ${WITHHELD}`,
  })
  availablePeriods!: DayRange[] | null;

  @Field(() => [Experience], { description: `Her deployments in peace processes. ${WITHHELD}` })
  experience!: Experience[];

  @Field(() => String, { nullable: true, description: `Her education in free text. ${WITHHELD}` })
  education!: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Her publications in free text. ${WITHHELD}`,
  })
  publications!: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Her mediation training in free text. ${WITHHELD}`,
  })
  training!: string | null;
}
