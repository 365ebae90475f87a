import type {
  AskChannel,
  DeskFinding,
  IntroductionState,
  RefusalReason,
  SpokenChannel,
} from '#introductions';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Instant } from '../graphql/days.scalar.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import {
  AskChannelEnum,
  DeskFindingEnum,
  IntroductionStateEnum,
  RefusalReasonEnum,
  SpokenChannelEnum,
} from './introduction.enums.js';
import { AskedIntroduction } from './introduction-parts.type.js';

@ObjectType({ description: 'A step that an introduction has taken.' })
export class IntroductionStepRecord {
  @Field(() => String, { description: 'What was done, such as `forward`.' })
  step!: string;

  @Field(() => IntroductionStateEnum, {
    nullable: true,
    description: 'The state before the step. Null for the request itself.',
  })
  fromState!: IntroductionState | null;

  @Field(() => IntroductionStateEnum, { description: 'The state after the step.' })
  toState!: IntroductionState;

  @Field(() => String, { description: 'The opaque name of who took it.' })
  actor!: string;

  @Field(() => Instant, { description: 'When it was taken, in UTC.' })
  at!: string;
}

@ObjectType({ description: 'An answer that the mediator spoke and a coordinator recorded.' })
export class SpokenAnswer {
  @Field(() => String, { description: 'What she decided, such as `accept`.' })
  step!: string;

  @Field(() => SpokenChannelEnum, { description: 'How the coordinator heard it.' })
  channel!: SpokenChannel;

  @Field(() => String, { description: 'Where the proof lies, such as the note of a call.' })
  proof!: string;

  @Field(() => Instant, { description: 'When it was recorded, in UTC.' })
  at!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'An introduction as the desk of the network works on it.',
})
export class DeskIntroduction extends AskedIntroduction {
  override readonly __typename = 'DeskIntroduction';

  @Field(() => ID, { description: 'The id of the need that she is asked for.' })
  needId!: string;

  @Field(() => ID, { description: 'What `profile` finds her by, for her curators.' })
  profileId!: string;

  @Field(() => String, { nullable: true, description: 'Her name, as your network lists her.' })
  mediatorName!: string | null;

  @Field(() => AskChannelEnum, {
    description: 'How she wants to be told. With TELEPHONE the desk calls her.',
  })
  channel!: AskChannel;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the organizer passed over mediators of a better rank. Null if it passed over nobody.',
  })
  outOfOrder!: string | null;

  @Field(() => Instant, { description: 'When the desk is overdue, in UTC.' })
  deskDueAt!: string;

  @Field(() => Instant, {
    description: 'When the request expires if the desk does nothing, in UTC.',
  })
  deskEndsAt!: string;

  @Field(() => [DeskFindingEnum], {
    description: 'What the directory knows that you should consider before you forward it.',
  })
  findings!: DeskFinding[];

  @Field(() => RefusalReasonEnum, {
    nullable: true,
    description: 'Why the desk refused. Null if it did not.',
  })
  refusal!: RefusalReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the desk wrote, to the organizer or for itself. Null if it wrote nothing.',
  })
  deskWords!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What she wrote to her network when she declined. Null if she wrote nothing.',
  })
  declineWords!: string | null;

  @Field(() => [SpokenAnswer], { description: 'Answers that she spoke, the earliest first.' })
  spoken!: SpokenAnswer[];

  @Field(() => [IntroductionStepRecord], { description: 'All steps so far, the earliest first.' })
  steps!: IntroductionStepRecord[];
}

export const DeskIntroductionResult = resultOf(DeskIntroduction);

@ObjectType({ description: 'An introduction of the desk on a page, with its cursor.' })
export class DeskIntroductionEdge extends EdgeOf(DeskIntroduction) {}

@ObjectType({ description: 'A page of introductions of a network, the oldest first.' })
export class DeskIntroductionConnection extends ConnectionOf(DeskIntroductionEdge) {}
