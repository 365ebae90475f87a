import type { ActorKind, Ministry, OfficePosition, OfficeRole, Sharing } from '#wps';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Day } from '../graphql/days.scalar.js';
import {
  ActorKindEnum,
  MinistryEnum,
  OfficePositionEnum,
  OfficeRoleEnum,
  SharingEnum,
} from '../graphql/enums/wps.js';
import { PageArgs } from '../graphql/page.js';
import { LocalizedTextInput } from '../graphql/profile-values.input.js';

// The service checks what is written here, and names every problem by its path.

@ArgsType()
export class WpsActorsArgs extends PageArgs {
  @Field(() => [ActorKindEnum], {
    nullable: true,
    description: 'Only actors of these kinds. All if absent.',
  })
  kinds?: ActorKind[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of a regional organization or network: only its members.',
  })
  memberOf?: string | null;

  @Field(() => Day, {
    nullable: true,
    description:
      'The day on which they are members. Defaults to today. Where a day is not known, the membership counts as lasting.',
  })
  on?: string | null;
}

@InputType({ description: 'A membership of an actor.' })
export class WpsMembershipInput {
  @Field(() => String, { description: 'The code of the regional organization or network.' })
  grouping!: string;

  @Field(() => Day, { nullable: true, description: 'The first day, if it is known.' })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day, if it has ended.' })
  until?: string | null;

  @Field(() => String, {
    description: 'The document that says so, at most 500 characters.',
  })
  source!: string;

  @Field(() => Day, { description: 'The day on which the source stood so.' })
  asOf!: string;
}

@InputType({ description: 'An office of an actor in a network.' })
export class OfficeTermInput {
  @Field(() => String, { description: 'The code of the network.' })
  grouping!: string;

  @Field(() => OfficeRoleEnum, { description: 'Which office it holds.' })
  role!: OfficeRole;

  @Field(() => Day, { nullable: true, description: 'The first day, if it is known.' })
  from?: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day, if it has ended.' })
  until?: string | null;

  @Field(() => String, {
    description: 'The document that says so, at most 500 characters.',
  })
  source!: string;
}

@InputType({ description: 'An actor with all its memberships and offices.' })
export class SaveWpsActorInput {
  @Field(() => String, {
    description:
      'ISO 3166-1 alpha-2 of a state, ISO 3166-2 of a local government, the code of a grouping, or a slug.',
  })
  code!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that you read. Without one, the actor is new. If it has changed since, the answer is Conflict.',
  })
  revision?: number | null;

  @Field(() => ActorKindEnum, { description: 'What kind of actor it is.' })
  kind!: ActorKind;

  @Field(() => [LocalizedTextInput], {
    defaultValue: [],
    description:
      'Its names, at most 200 characters each. Needed unless the vocabulary has the code.',
  })
  names!: LocalizedTextInput[];

  @Field(() => String, {
    nullable: true,
    description: 'The code of the actor to which it belongs.',
  })
  parent?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the organization whose people act for it. Null takes it away; without one, it stays as it is.',
  })
  organization?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True if it is made up for a demo or a training.',
  })
  fictional!: boolean;

  @Field(() => [WpsMembershipInput], {
    defaultValue: [],
    description: 'All its memberships, past ones among them. What is left out is deleted.',
  })
  memberships!: WpsMembershipInput[];

  @Field(() => [OfficeTermInput], {
    defaultValue: [],
    description: 'All its offices, past ones among them. What is left out is deleted.',
  })
  offices!: OfficeTermInput[];
}

@InputType({ description: 'A focal point of an actor.' })
export class SaveFocalPointInput {
  @Field(() => String, { description: 'The code of the actor.' })
  actor!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the focal point that is changed. Without one, a new one is added.',
  })
  id?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that you read, with `id`. If it has changed since, the answer is Conflict.',
  })
  revision?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Her name, at most 200 characters. Only if she has agreed to be named; without it, she is named no more.',
  })
  person?: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which she agreed to be named. Needed with `person`.',
  })
  consentedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Her title, at most 200 characters.' })
  title?: string | null;

  @Field(() => String, { description: 'The name of the office, at most 200 characters.' })
  office!: string;

  @Field(() => OfficePositionEnum, { description: 'Where the office stands.' })
  officePosition!: OfficePosition;

  @Field(() => MinistryEnum, {
    nullable: true,
    description: 'To which family of ministries the office belongs.',
  })
  ministry?: Ministry | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the office has staff of its own.',
  })
  ownStaff?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the office has a budget of its own.',
  })
  ownBudget?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'To whom the office reports, at most 200 characters.',
  })
  reportsTo?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True for whoever stands in for the focal point.',
  })
  deputy!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'A page of the office, which begins with https://. Never an address of the person.',
  })
  channel?: string | null;

  @Field(() => Day, { description: 'The first day on which she is it.' })
  from!: string;

  @Field(() => Day, { nullable: true, description: 'The last day, once it has ended.' })
  until?: string | null;

  @Field(() => SharingEnum, {
    defaultValue: 'own',
    description: 'With whom this is shared.',
  })
  sharing!: Sharing;
}
