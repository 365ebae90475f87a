import type { StuckReason, WaitingKind } from '#inbox';
import type { WaitsFor } from '#kernel';
import { Field, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Instant } from '../graphql/days.scalar.js';
import { StuckReasonEnum, WaitingKindEnum } from '../graphql/enums/curation.js';
import { WaitsForEnum } from '../graphql/enums/directory.js';
import { resultOf } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';

@InterfaceType('Waiting', {
  description: 'Something that waits for somebody, with its clock.',
  resolveType: (value: Waiting) => value.__typename,
})
export abstract class Waiting {
  @Field(() => WaitingKindEnum, { description: 'What has to be done.' })
  kind!: WaitingKind;

  @Field(() => ID, { description: 'The id of the object that waits. `node` finds it.' })
  subjectId!: string;

  @Field(() => WaitsForEnum, { description: 'The person or side whose turn it is.' })
  waitsFor!: WaitsFor;

  @Field(() => Network, {
    nullable: true,
    description:
      'The network whose turn it is, or whose mediator it is about. Null if there is none.',
  })
  network!: Network | null;

  @Field(() => Instant, { description: 'Since when it waits, in UTC.' })
  since!: string;

  @Field(() => Instant, {
    nullable: true,
    description:
      'When it is overdue, in UTC. What is due by a day is due when that day begins: in an inbox where the mediator is, for organizers and in the list of stuck items in UTC. Null if there is no such time.',
  })
  dueAt!: string | null;

  abstract readonly __typename: string;
}

@ObjectType({ description: 'Somebody with whom you share an inbox.' })
export class Colleague {
  @Field(() => ID, { description: 'The id of her account. Pass it to `assignInboxItem`.' })
  accountId!: string;

  @Field(() => String, { description: 'The name of the person, as she gave it.' })
  name!: string;
}

@ObjectType({ implements: () => [Waiting], description: 'Something that waits for you.' })
export class InboxItem extends Waiting {
  override readonly __typename = 'InboxItem';

  @Field(() => String, {
    nullable: true,
    description:
      'For coordinators: the name of the mediator it is about, as your network lists her. Null if it is about none.',
  })
  mediatorName!: string | null;

  @Field(() => Boolean, {
    description:
      'True if nobody waits for it: it keeps profiles complete, current and free of contradictions.',
  })
  upkeep!: boolean;

  @Field(() => Boolean, { description: 'True if its time has passed.' })
  overdue!: boolean;

  @Field(() => Colleague, {
    nullable: true,
    description:
      'Who deals with it, of the coordinators or organizers for whom it waits. Null if nobody does yet.',
  })
  owner!: Colleague | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Until when you have put it off, in UTC. Null if you have not.',
  })
  snoozedUntil!: string | null;
}

@ObjectType({ description: 'How much of one kind waits for you.' })
export class InboxCount {
  @Field(() => WaitingKindEnum, { description: 'What has to be done.' })
  kind!: WaitingKind;

  @Field(() => Boolean, { description: 'True if nobody waits for what is of this kind.' })
  upkeep!: boolean;

  @Field(() => Int, { description: 'How many items wait for you and are not put off.' })
  count!: number;

  @Field(() => Int, { description: 'How many of them are overdue.' })
  overdue!: number;
}

export const InboxItemResult = resultOf(InboxItem);

@ObjectType({
  implements: () => [Waiting],
  description: 'Something that nobody seems to deal with. It holds nothing about anybody.',
})
export class StuckItem extends Waiting {
  override readonly __typename = 'StuckItem';

  @Field(() => StuckReasonEnum, { description: 'Why it is on the list.' })
  reason!: StuckReason;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the organization whose turn it is. Null if it is not one.',
  })
  organizationId!: string | null;
}

@ObjectType({ description: 'An item of an inbox on a page, with its cursor.' })
export class InboxItemEdge extends EdgeOf(InboxItem) {}

@ObjectType({ description: 'A page of what waits for you, the soonest due first.' })
export class InboxItemConnection extends ConnectionOf(InboxItemEdge) {}

@ObjectType({ description: 'A stuck item on a page, with its cursor.' })
export class StuckItemEdge extends EdgeOf(StuckItem) {}

@ObjectType({ description: 'A page of what nobody seems to deal with, the soonest due first.' })
export class StuckItemConnection extends ConnectionOf(StuckItemEdge) {}
