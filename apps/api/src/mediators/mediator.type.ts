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

const WITHHELD = 'Null or empty where this viewer may not see it.';

@ObjectType({ description: 'A language she speaks or signs.' })
export class LanguageSkill {
  @Field(() => String, { description: 'BCP 47, such as `sw` or `ary`.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => ProficiencyEnum, { description: 'How well she speaks or signs it.' })
  level!: Proficiency;
}

@ObjectType({ description: 'A field of expertise.' })
export class ExpertiseSkill {
  @Field(() => String, { description: 'A domain (`mediation`) or a topic of one.' })
  code!: string;

  @Field(() => String, { description: 'Its name in the language of the request.' })
  label!: string;

  @Field(() => ExpertiseLevelEnum, { description: 'How well she knows it.' })
  level!: ExpertiseLevel;
}

@ObjectType({ description: 'Years of mediation experience, both ends included.' })
export class YearsBand {
  @Field(() => Int, { description: 'Fewest years of the band.' })
  from!: number;

  @Field(() => Int, { nullable: true, description: 'Null for an open band: so many or more.' })
  to!: number | null;
}

@ObjectType({ description: 'Her place in a network that lists her.' })
export class Affiliation {
  /** For the loader of `network`. */
  networkId!: string;

  @Field(() => NetworkRoleEnum, { description: 'What she is in the network.' })
  role!: NetworkRole;

  @Field(() => Day, {
    nullable: true,
    description: 'Date she joined (ISO 8601); null where she is pseudonymous.',
  })
  since!: string | null;
}

@ObjectType({ description: 'Days, both ends included (ISO 8601).' })
export class DayRange {
  @Field(() => Day, { nullable: true, description: 'First day; null where it is open.' })
  from!: string | null;

  @Field(() => Day, { nullable: true, description: 'Last day; null where it is open.' })
  to!: string | null;
}

@ObjectType({ description: 'A deployment in a peace process.' })
export class Experience {
  @Field(() => String, { description: 'Name of the process.' })
  process!: string;

  @Field(() => ProcessTypeEnum, { nullable: true, description: 'Type of the process.' })
  type!: ProcessType | null;

  @Field(() => PhaseEnum, { nullable: true, description: 'Phase she worked in.' })
  phase!: Phase | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Her role.' })
  role!: Role | null;

  @Field(() => TrackEnum, { nullable: true, description: 'Track she worked on.' })
  track!: Track | null;

  @Field(() => Area, { nullable: true, description: 'Where.' })
  territory!: Area | null;

  @Field(() => Int, { nullable: true, description: 'First year.' })
  yearFrom!: number | null;

  @Field(() => Int, { nullable: true, description: 'Last year.' })
  yearTo!: number | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'A woman mediator, as this viewer may see her.',
})
export class Mediator extends Node {
  override readonly __typename = 'Mediator';

  @Field(() => String, { description: 'Her display name, or her code name.' })
  name!: string;

  @Field(() => Boolean, {
    description:
      'She is shown by a code name and by what at least five pseudonymous women have in common: languages at least at the level given, regions, at least so many years, at most so many days of notice.',
  })
  pseudonymous!: boolean;

  @Field(() => Boolean, {
    description:
      'She has not confirmed her profile for too long; never told where she is pseudonymous.',
  })
  stale!: boolean;

  @Field(() => [Affiliation], { description: 'The networks that list her.' })
  affiliations!: Affiliation[];

  @Field(() => [LanguageSkill], { description: 'What she works in.' })
  languages!: LanguageSkill[];

  @Field(() => [Area], {
    description: 'Territories she knows from her work; M49 regions where she is pseudonymous.',
  })
  territories!: Area[];

  @Field(() => [ExpertiseSkill], { description: 'What she is good at.' })
  expertise!: ExpertiseSkill[];

  @Field(() => [TrackEnum], { description: 'Tracks she has worked on.' })
  tracks!: Track[];

  @Field(() => [RoleEnum], { description: 'Roles she takes.' })
  roles!: Role[];

  @Field(() => [SupportEnum], { description: 'Kinds of support she gives.' })
  supports!: Support[];

  @Field(() => YearsBand, {
    nullable: true,
    description: 'Her experience as a band; null where she does not show it.',
  })
  years!: YearsBand | null;

  @Field(() => String, {
    nullable: true,
    description: 'In the language of the request, else in English, else in whichever there is.',
  })
  biography!: string | null;

  @Field(() => [LocalizedText], { description: 'In every language it is written in.' })
  biographies!: LocalizedText[];

  @Field(() => AvailabilityEnum, {
    nullable: true,
    description: 'How available she is, roughly; null where she does not show it.',
  })
  availability!: AvailabilityBand | null;

  @Field(() => Int, { nullable: true, description: 'Days of notice she needs.' })
  noticeDays!: number | null;

  @Field(() => WorkingModeEnum, {
    nullable: true,
    description: 'Whether she works in person, remotely or both.',
  })
  workingMode!: WorkingMode | null;

  @Field(() => Day, {
    nullable: true,
    description:
      'Date she last confirmed her profile (ISO 8601); where she is pseudonymous, the first day of a year in or after which she did.',
  })
  confirmedOn!: string | null;

  // What follows is seen by verified organizers and coordinators, unless she decided otherwise.

  @Field(() => String, { nullable: true, description: `Her full name. ${WITHHELD}` })
  fullName!: string | null;

  @Field(() => [String], { description: `Other spellings of her name. ${WITHHELD}` })
  nameVariants!: string[];

  @Field(() => [Area], { description: `Her nationalities. ${WITHHELD}` })
  nationalities!: Area[];

  @Field(() => Area, { nullable: true, description: `Where she lives. ${WITHHELD}` })
  residence!: Area | null;

  @Field(() => AgeBandEnum, { nullable: true, description: `Her age, roughly. ${WITHHELD}` })
  ageBand!: AgeBand | null;

  @Field(() => Int, {
    nullable: true,
    description: `Her years of mediation experience. ${WITHHELD}`,
  })
  exactYears!: number | null;

  @Field(() => [DayRange], {
    nullable: true,
    description: `When she can serve; none where she cannot. ${WITHHELD}`,
  })
  availablePeriods!: DayRange[] | null;

  @Field(() => [Experience], { description: `Her deployments. ${WITHHELD}` })
  experience!: Experience[];

  @Field(() => String, { nullable: true, description: `Her education. ${WITHHELD}` })
  education!: string | null;

  @Field(() => String, { nullable: true, description: `What she has published. ${WITHHELD}` })
  publications!: string | null;

  @Field(() => String, { nullable: true, description: `Courses she has taken. ${WITHHELD}` })
  training!: string | null;
}
