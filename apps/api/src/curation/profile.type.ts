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

@ObjectType({ description: 'Whose word something is.' })
export class ProfileSource {
  /** For the loader of `network`. */
  networkId!: string | null;

  @Field(() => Boolean, { description: 'She says it herself.' })
  herself!: boolean;
}

@ObjectType({ description: 'Whose word a field of a profile is.' })
export class FieldSource {
  @Field(() => StatedFieldEnum, { description: 'The field.' })
  field!: StatedField;

  @Field(() => [ProfileSource], { description: 'Several where their words are united.' })
  sources!: ProfileSource[];

  @Field(() => Boolean, { description: 'Another source says something else.' })
  inConflict!: boolean;
}

@ObjectType({ description: 'A field that is missing, and what that costs her.' })
export class MissingField {
  @Field(() => StatedFieldEnum, { description: 'The field.' })
  field!: StatedField;

  @Field(() => Int, { description: 'Per cent that stating it adds to completeness, rounded down.' })
  gain!: number;

  @Field(() => CriterionEnum, { description: 'The criterion of matching that it earns score in.' })
  criterion!: Criterion;

  @Field(() => [String], {
    description: 'Arguments of `mediators` that cannot find her without it.',
  })
  filters!: string[];
}

@ObjectType({ description: 'How much of what makes her findable the profile says.' })
export class Completeness {
  @Field(() => Int, { description: '0 to 100; 100 only where nothing is missing.' })
  percent!: number;

  @Field(() => [MissingField], { description: 'What would change most first.' })
  missing!: MissingField[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'All that is held about a woman, contact data excepted: for her curators and herself. What others see of her is `Mediator`.',
})
export class Profile extends Node {
  override readonly __typename = 'Profile';

  /** For what is loaded in batches. */
  whole!: WholeProfile;

  @Field(() => ProfileStateEnum, { description: 'Where it stands in its life.' })
  state!: ProfileState;

  @Field(() => Int, { description: 'Grows with each change: what an edit must quote.' })
  revision!: number;

  @Field(() => [ConsentPurposeEnum], { description: 'Her consents in force.' })
  consents!: ConsentPurpose[];

  @Field(() => [Affiliation], { description: 'The networks that list her.' })
  affiliations!: Affiliation[];

  @Field(() => Completeness, { description: 'What is missing, and what it would change.' })
  completeness!: Completeness;

  @Field(() => [FieldSource], { description: 'Whose word each field is that somebody states.' })
  sources!: FieldSource[];

  @Field(() => String, { description: 'Her full name.' })
  fullName!: string;

  @Field(() => String, { description: 'Name shown to the public.' })
  displayName!: string;

  @Field(() => [String], { description: 'Other spellings of her name.' })
  nameVariants!: string[];

  @Field(() => String, { nullable: true, description: 'Shown instead of her name.' })
  codeName!: string | null;

  @Field(() => Boolean, { description: 'Shown by code name and region only.' })
  pseudonymous!: boolean;

  @Field(() => [Area], { description: 'Countries she is a national of.' })
  nationalities!: Area[];

  @Field(() => Area, { nullable: true, description: 'Country she lives in.' })
  residence!: Area | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth; others see an age band.' })
  birthYear!: number | null;

  @Field(() => Int, { description: 'Whole years of mediation experience.' })
  years!: number;

  @Field(() => [TrackEnum], { description: 'Tracks she has worked on.' })
  tracks!: Track[];

  @Field(() => [RoleEnum], { description: 'Roles she takes.' })
  roles!: Role[];

  @Field(() => [SupportEnum], { description: 'Kinds of support she gives.' })
  supports!: Support[];

  @Field(() => AvailabilityEnum, {
    nullable: true,
    description: 'How available she is, roughly; null where nobody has stated it.',
  })
  availability!: AvailabilityBand | null;

  @Field(() => [DayRange], { description: 'Days she can serve.' })
  available!: DayRange[];

  @Field(() => Int, { nullable: true, description: 'Days of notice she needs.' })
  noticeDays!: number | null;

  @Field(() => WorkingModeEnum, { nullable: true, description: 'In person, remotely or both.' })
  workingMode!: WorkingMode | null;

  @Field(() => [LocalizedText], { description: 'Text about her, in every language.' })
  biographies!: LocalizedText[];

  @Field(() => String, { nullable: true, description: 'Education.' })
  education!: string | null;

  @Field(() => String, { nullable: true, description: 'Publications.' })
  publications!: string | null;

  @Field(() => String, { nullable: true, description: 'Mediation training she had.' })
  training!: string | null;

  @Field(() => [Area], { description: 'Territories she must not be sent to.' })
  ruledOut!: Area[];

  @Field(() => Day, { nullable: true, description: 'Date she last confirmed (ISO 8601).' })
  confirmedOn!: string | null;

  @Field(() => [LanguageSkill], { description: 'What she works in.' })
  languages!: LanguageSkill[];

  @Field(() => [Area], { description: 'Territories she knows from her work.' })
  territories!: Area[];

  @Field(() => [ExpertiseSkill], { description: 'What she is good at.' })
  expertise!: ExpertiseSkill[];

  @Field(() => [Experience], { description: 'Processes she worked in.' })
  experience!: Experience[];
}
