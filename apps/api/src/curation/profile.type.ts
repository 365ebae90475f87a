import type {
  ConsentPurpose,
  ProfileState,
  StatedField,
  WholeProfile,
  WorkingMode,
} from '#directory';
import type { Criterion } from '#matching';
import type { AvailabilityBand, Role, Support, Track } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Area, LocalizedText } from '../graphql/coded.type.js';
import {
  AvailabilityEnum,
  ConsentPurposeEnum,
  CriterionEnum,
  StatedFieldEnum,
  ProfileStateEnum,
  RoleEnum,
  SupportEnum,
  TrackEnum,
  WorkingModeEnum,
} from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import { Day } from '../graphql/days.scalar.js';
import {
  Affiliation,
  DayRange,
  Experience,
  ExpertiseSkill,
  LanguageSkill,
} from '../mediators/mediator.type.js';

@ObjectType({
  description: 'A source of statements about a mediator: a network, or the mediator herself.',
})
export class ProfileSource {
  /** For the loader of `network`. */
  networkId!: string | null;

  @Field(() => Boolean, { description: 'True if the mediator states it herself.' })
  herself!: boolean;
}

@ObjectType({ description: 'Which sources a field of a profile rests on.' })
export class FieldSource {
  @Field(() => StatedFieldEnum, { description: 'The field that the sources state.' })
  field!: StatedField;

  @Field(() => [ProfileSource], {
    description: 'The sources whose statements are shown. Several if their statements are united.',
  })
  sources!: ProfileSource[];

  @Field(() => Boolean, { description: 'True if another source states a different value.' })
  inConflict!: boolean;
}

@ObjectType({
  description: 'A field that is missing in a profile, and what that costs the mediator.',
})
export class MissingField {
  @Field(() => StatedFieldEnum, { description: 'The field that nobody has stated.' })
  field!: StatedField;

  @Field(() => Int, {
    description: 'How much stating the field adds to completeness, in percent, rounded down.',
  })
  gain!: number;

  @Field(() => CriterionEnum, {
    description: 'The criterion of matching that the field would earn score in.',
  })
  criterion!: Criterion;

  @Field(() => [String], {
    description: 'Arguments of `mediators` that cannot find her without the field.',
  })
  filters!: string[];
}

@ObjectType({ description: 'How much of what makes a mediator findable her profile states.' })
export class Completeness {
  @Field(() => Int, { description: 'From 0 to 100. It is 100 only if nothing is missing.' })
  percent!: number;

  @Field(() => [MissingField], {
    description: 'The fields that are missing, those that would gain most first.',
  })
  missing!: MissingField[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'All that is held about a mediator except contact data, for her curators and herself. What others see of her is `Mediator`.',
})
export class Profile extends Node {
  override readonly __typename = 'Profile';

  /** For what is loaded in batches. */
  whole!: WholeProfile;

  @Field(() => ProfileStateEnum, {
    description: 'The present state of the profile in its life cycle.',
  })
  state!: ProfileState;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to an edit, which is refused if the profile has changed since.',
  })
  revision!: number;

  @Field(() => [ConsentPurposeEnum], {
    description: 'The purposes for which her consent is in force.',
  })
  consents!: ConsentPurpose[];

  @Field(() => [Affiliation], { description: 'The networks that list her, with her role in each.' })
  affiliations!: Affiliation[];

  @Field(() => Completeness, {
    description: 'What is missing in the profile, and what it would change.',
  })
  completeness!: Completeness;

  @Field(() => [FieldSource], {
    description: 'For each field that somebody has stated, the sources it rests on.',
  })
  sources!: FieldSource[];

  @Field(() => String, { description: 'Her full name. Null if nobody has stated it.' })
  fullName!: string;

  @Field(() => String, { description: 'The name that is shown to the public.' })
  displayName!: string;

  @Field(() => [String], {
    description: 'Other spellings of her name, such as transliterations.',
  })
  nameVariants!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'The name that is shown in place of hers while she is pseudonymous. Null if she has none.',
  })
  codeName!: string | null;

  @Field(() => Boolean, { description: 'True if others see her by code name and regions only.' })
  pseudonymous!: boolean;

  @Field(() => [Area], { description: 'The territories whose nationality she has.' })
  nationalities!: Area[];

  @Field(() => Area, {
    nullable: true,
    description: 'The territory in which she lives. Null if nobody has stated it.',
  })
  residence!: Area | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Her year of birth. Others see an age band only.',
  })
  birthYear!: number | null;

  @Field(() => Int, { description: 'Her years of mediation experience, as a whole number.' })
  years!: number;

  @Field(() => [TrackEnum], { description: 'The tracks of diplomacy that she has worked on.' })
  tracks!: Track[];

  @Field(() => [RoleEnum], { description: 'The roles that she takes in a process.' })
  roles!: Role[];

  @Field(() => [SupportEnum], { description: 'The kinds of mediation support that she gives.' })
  supports!: Support[];

  @Field(() => AvailabilityEnum, {
    nullable: true,
    description: 'How available she is in general. Null if nobody has stated it.',
  })
  availability!: AvailabilityBand | null;

  @Field(() => [DayRange], { description: 'The periods in which she is available.' })
  available!: DayRange[];

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days of notice she needs before an assignment. Null if nobody has stated it.',
  })
  noticeDays!: number | null;

  @Field(() => WorkingModeEnum, {
    nullable: true,
    description: 'Whether she works in person, remotely or both. Null if nobody has stated it.',
  })
  workingMode!: WorkingMode | null;

  @Field(() => [LocalizedText], {
    description: 'The texts about her, in every language in which there is one.',
  })
  biographies!: LocalizedText[];

  @Field(() => String, {
    nullable: true,
    description: 'Her education in free text. Null if nobody has stated it.',
  })
  education!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her publications in free text. Null if nobody has stated them.',
  })
  publications!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her mediation training in free text. Null if nobody has stated it.',
  })
  training!: string | null;

  @Field(() => [Area], { description: 'Territories to which she must not be sent.' })
  ruledOut!: Area[];

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which she last confirmed her profile. Null if she never did.',
  })
  confirmedOn!: string | null;

  @Field(() => [LanguageSkill], {
    description: 'The languages that she works in, with her levels.',
  })
  languages!: LanguageSkill[];

  @Field(() => [Area], { description: 'Territories that she knows from her work.' })
  territories!: Area[];

  @Field(() => [ExpertiseSkill], { description: 'Her fields of expertise, with her levels.' })
  expertise!: ExpertiseSkill[];

  @Field(() => [Experience], { description: 'Her deployments in peace processes.' })
  experience!: Experience[];
}
