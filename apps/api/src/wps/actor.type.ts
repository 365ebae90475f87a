import type { ActorKind, Ministry, OfficePosition, OfficeRole, Sharing } from '#wps';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { LocalizedText } from '../graphql/coded.type.js';
import { Day } from '../graphql/days.scalar.js';
import {
  ActorKindEnum,
  MinistryEnum,
  OfficePositionEnum,
  OfficeRoleEnum,
  SharingEnum,
} from '../graphql/enums/wps.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'An actor of the agenda of women, peace and security, by name.' })
export class WpsActorName {
  @Field(() => String, {
    description:
      'ISO 3166-1 alpha-2 of a state, ISO 3166-2 of a local government, the code of a grouping, or a slug.',
  })
  code!: string;

  @Field(() => ActorKindEnum, { description: 'What kind of actor it is.' })
  kind!: ActorKind;

  @Field(() => String, {
    description: 'Its name in the language of the request, otherwise in English or in another.',
  })
  name!: string;
}

@ObjectType({
  description: 'That an actor belongs, or belonged, to a regional organization or a network.',
})
export class WpsMembership {
  @Field(() => WpsActorName, {
    description: 'The regional organization or network to which it belongs.',
  })
  grouping!: WpsActorName;

  @Field(() => Day, { nullable: true, description: 'The first day. Null if it is not known.' })
  from!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The last day. Null while it lasts, or if its end is not known.',
  })
  until!: string | null;

  @Field(() => String, { description: 'The document that says so.' })
  source!: string;

  @Field(() => Day, { description: 'The day on which the source stood so.' })
  asOf!: string;
}

@ObjectType({ description: 'An office that an actor holds, or held, in a network.' })
export class OfficeTerm {
  @Field(() => WpsActorName, { description: 'The network in which it holds the office.' })
  grouping!: WpsActorName;

  @Field(() => OfficeRoleEnum, { description: 'Which office it holds.' })
  role!: OfficeRole;

  @Field(() => Day, { nullable: true, description: 'The first day. Null if it is not known.' })
  from!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The last day. Null while it lasts, or if its end is not known.',
  })
  until!: string | null;

  @Field(() => String, { description: 'The document that says so.' })
  source!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'Who answers for women, peace and security in an actor, or did. The person is named only if she has agreed.',
})
export class FocalPoint extends Node {
  override readonly __typename = 'FocalPoint';

  @Field(() => WpsActorName, { description: 'For which actor she answers.' })
  actor!: WpsActorName;

  @Field(() => String, {
    nullable: true,
    description: 'Her name. Null unless she has agreed to be named.',
  })
  person!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which she agreed to be named.',
  })
  consentedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Her title, such as "Ambassador".' })
  title!: string | null;

  @Field(() => String, { description: 'The name of the office.' })
  office!: string;

  @Field(() => OfficePositionEnum, { description: 'Where the office stands.' })
  officePosition!: OfficePosition;

  @Field(() => MinistryEnum, {
    nullable: true,
    description: 'To which family of ministries it belongs. Null if to none, or if unknown.',
  })
  ministry!: Ministry | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the office has staff of its own. Null if it is not known.',
  })
  ownStaff!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the office has a budget of its own. Null if it is not known.',
  })
  ownBudget!: boolean | null;

  @Field(() => String, { nullable: true, description: 'To whom the office reports.' })
  reportsTo!: string | null;

  @Field(() => Boolean, { description: 'True for whoever stands in for the focal point.' })
  deputy!: boolean;

  @Field(() => String, { nullable: true, description: 'A page of the office.' })
  channel!: string | null;

  @Field(() => Day, { description: 'The first day on which she is it.' })
  from!: string;

  @Field(() => Day, { nullable: true, description: 'The last day. Null while she is it.' })
  until!: string | null;

  @Field(() => SharingEnum, { description: 'With whom this is shared.' })
  sharing!: Sharing;

  @Field(() => Int, {
    description: 'The number of the present revision. Pass it to `saveFocalPoint`.',
  })
  revision!: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A state, an organization or a network that takes part in the agenda of women, peace and security.',
})
export class WpsActor extends Node {
  override readonly __typename = 'WpsActor';

  @Field(() => String, {
    description:
      'ISO 3166-1 alpha-2 of a state, ISO 3166-2 of a local government, the code of a grouping, or a slug.',
  })
  code!: string;

  @Field(() => ActorKindEnum, { description: 'What kind of actor it is.' })
  kind!: ActorKind;

  @Field(() => String, {
    description: 'Its name in the language of the request, otherwise in English or in another.',
  })
  name!: string;

  @Field(() => [LocalizedText], {
    description: 'Its names as they were written down. Empty where the vocabulary names it.',
  })
  names!: LocalizedText[];

  @Field(() => WpsActorName, {
    nullable: true,
    description: 'To which actor it belongs, such as the state of a local government.',
  })
  parent!: WpsActorName | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the organization whose people act for it. Null for everyone who may not save actors.',
  })
  organization!: string | null;

  @Field(() => Boolean, { description: 'True if it is made up for a demo or a training.' })
  fictional!: boolean;

  @Field(() => [WpsMembership], { description: 'Its memberships, past ones among them.' })
  memberships!: WpsMembership[];

  @Field(() => [OfficeTerm], { description: 'Its offices, past ones among them.' })
  offices!: OfficeTerm[];

  @Field(() => [FocalPoint], {
    description: 'Its focal points that are shared with you, past ones among them.',
  })
  focalPoints!: FocalPoint[];

  @Field(() => Int, {
    description: 'The number of the present revision. Pass it to `saveWpsActor`.',
  })
  revision!: number;
}

@ObjectType({ description: 'An actor on a page, with its cursor.' })
export class WpsActorEdge extends EdgeOf(WpsActor) {}

@ObjectType({ description: 'A page of actors, in the order of their codes.' })
export class WpsActorConnection extends ConnectionOf(WpsActorEdge) {}

export const WpsActorResult = resultOf(WpsActor);
export const FocalPointResult = resultOf(FocalPoint);
