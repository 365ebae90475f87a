import type { Urgency } from '#engagement';
import type { ReleasedChannel, ShownState, ShownWord } from '#introductions';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Instant } from '../graphql/days.scalar.js';
import { UrgencyEnum } from '../graphql/enums/engagement.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Mediator } from '../mediators/mediator.type.js';
import {
  IntroductionStatusEnum,
  IntroductionWordEnum,
  ReleasedChannelEnum,
} from './introduction.enums.js';
import { RelayMessage } from './introduction-parts.type.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A request to be introduced to a mediator, as the organizer is shown it. What her network and she keep to themselves changes nothing here, not even when.',
})
export class Introduction extends Node {
  override readonly __typename = 'Introduction';

  @Field(() => ID, { description: 'The id of the need that she is asked for.' })
  needId!: string;

  @Field(() => Mediator, {
    nullable: true,
    description: 'The mediator, as you may see her now. Null if she is no longer listed.',
  })
  mediator!: Mediator | null;

  @Field(() => UrgencyEnum, { description: 'How urgent the need was when it was requested.' })
  urgency!: Urgency;

  @Field(() => IntroductionStatusEnum, { description: 'How the introduction stands now.' })
  status!: ShownState;

  @Field(() => IntroductionWordEnum, {
    nullable: true,
    description: 'How it ended. Null while it is open.',
  })
  word!: ShownWord | null;

  @Field(() => String, { description: 'The opaque name of the person who requested it.' })
  requestedBy!: string;

  @Field(() => Instant, { description: 'When it was requested, in UTC.' })
  requestedAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the present status ends by itself, in UTC. Null once it has ended.',
  })
  dueAt!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it ended, in UTC. Null while open.' })
  endedAt!: string | null;

  @Field(() => Boolean, {
    description:
      'True if you can confirm your interest: her network has reviewed her declaration of interests.',
  })
  canConfirm!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'What the network wrote when it returned the request, or of ties that she has disclosed. Null if it wrote nothing.',
  })
  deskWords!: string | null;

  @Field(() => String, { nullable: true, description: 'Her question. Null if she asked none.' })
  question!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Your answer to her question. Null if there is none.',
  })
  answer!: string | null;

  @Field(() => [ReleasedChannelEnum], {
    description:
      'The channels that she has released to you. `openIntroductionContact` reads them, and she is told.',
  })
  channels!: ReleasedChannel[];

  @Field(() => [RelayMessage], {
    description:
      'The messages of the relay that you wrote or that reached you, the earliest first.',
  })
  messages!: RelayMessage[];

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to a step, which is refused if something has changed since.',
  })
  revision!: number;
}

export const IntroductionResult = resultOf(Introduction);

@ObjectType({ description: 'An introduction on a page, with its cursor.' })
export class IntroductionEdge extends EdgeOf(Introduction) {}

@ObjectType({
  description: 'A page of introductions that your organization requested, the oldest first.',
})
export class IntroductionConnection extends ConnectionOf(IntroductionEdge) {}

@ObjectType({
  description: 'What a mediator has released to you. Each reading is recorded, and she sees it.',
})
export class IntroductionContact {
  readonly __typename = 'IntroductionContact';

  @Field(() => [ReleasedChannelEnum], { description: 'The channels that she has released.' })
  channels!: ReleasedChannel[];

  @Field(() => String, {
    nullable: true,
    description: 'Her e-mail address. Null if she has not released it.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her telephone number. Null if she has not released it.',
  })
  telephone!: string | null;
}

export const IntroductionContactResult = resultOf(IntroductionContact);
