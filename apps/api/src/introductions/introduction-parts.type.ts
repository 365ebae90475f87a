import type {
  AskDeclineReason,
  DeclarationOutcome,
  Interest,
  IntroductionState,
  NotEngagedReason,
  RelayAuthor,
  RelaySide,
  RelayState,
  ReleasedChannel,
  WithdrawalReason,
} from '#introductions';
import type { Confidentiality, InsiderTies, Urgency } from '#engagement';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/days.scalar.js';
import { ConfidentialityEnum, InsiderTiesEnum, UrgencyEnum } from '../graphql/enums/engagement.js';
import { Node } from '../graphql/node.type.js';
import {
  AskDeclineReasonEnum,
  DeclarationOutcomeEnum,
  InterestEnum,
  IntroductionStateEnum,
  NotEngagedReasonEnum,
  RelayAuthorEnum,
  RelaySideEnum,
  RelayStateEnum,
  ReleasedChannelEnum,
  WithdrawalReasonEnum,
} from './introduction.enums.js';
import { Terms } from './terms/terms.type.js';

@ObjectType({
  description:
    'A message between an organizer and a mediator that the desk of her network passes on.',
})
export class RelayMessage {
  @Field(() => ID, { description: 'The id of the message, for the desk that passes it on.' })
  messageId!: string;

  @Field(() => RelayAuthorEnum, { description: 'The side that wrote it.' })
  author!: RelayAuthor;

  @Field(() => RelaySideEnum, { description: 'The side that it is written to.' })
  recipient!: RelaySide;

  @Field(() => String, { description: 'What the message says.' })
  text!: string;

  @Field(() => RelayStateEnum, { description: 'Whether the desk has passed it on.' })
  state!: RelayState;

  @Field(() => String, {
    nullable: true,
    description: 'Why the desk held it back, for its author. Null if it did not.',
  })
  word!: string | null;

  @Field(() => Instant, { description: 'When it was written, in UTC.' })
  at!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the desk passed it on or held it back, in UTC. Null while it waits.',
  })
  handledAt!: string | null;
}

@ObjectType({ description: 'A tie that a mediator declares, in one line of hers.' })
export class DeclaredInterest {
  @Field(() => InterestEnum, { description: 'Which kind of tie it is.' })
  interest!: Interest;

  @Field(() => String, { description: 'What the tie is, in her words.' })
  text!: string;
}

/** What her network and she are told alike. */
@ObjectType({ isAbstract: true })
export abstract class AskedIntroduction extends Node {
  @Field(() => String, { description: 'What the organizer calls the need.' })
  needTitle!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the peace process. Null if the need names none.',
  })
  processName!: string | null;

  @Field(() => ConfidentialityEnum, { description: 'Whether the need is public.' })
  confidentiality!: Confidentiality;

  @Field(() => InsiderTiesEnum, {
    description: 'Whether ties to a party exclude her, are to be disclosed, or are wanted.',
  })
  insiderTies!: InsiderTies;

  @Field(() => String, { description: 'The name of the organization that asks for her.' })
  organizationName!: string;

  @Field(() => UrgencyEnum, { description: 'How urgent the need was when she was asked for.' })
  urgency!: Urgency;

  @Field(() => IntroductionStateEnum, { description: 'The present state of the introduction.' })
  state!: IntroductionState;

  @Field(() => Instant, { description: 'When the organizer requested it, in UTC.' })
  requestedAt!: string;

  @Field(() => Terms, { description: 'The terms of reference in force.' })
  terms!: Terms;

  @Field(() => Int, { description: 'The number of the revision of the terms in force.' })
  termsRevision!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision of the terms that she accepted. Null if she has not accepted.',
  })
  acceptedTermsRevision!: number | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the desk forwarded it to her, in UTC. Null before.',
  })
  forwardedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Until when she can answer, in UTC. Null before she is asked.',
  })
  answerDueAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description:
      'Since when her time stands still, because a question of hers waits. Null otherwise.',
  })
  pausedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it lapses if nobody does what is next, in UTC. Null if it does not.',
  })
  lapsesAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When she accepted, in UTC. Null if she has not.',
  })
  acceptedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the organizer confirmed, in UTC. Null if it has not.',
  })
  confirmedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When she released channels, in UTC. Null if she has not.',
  })
  connectedAt!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it ended, in UTC. Null before.' })
  endedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Her question to the organizer. Null if she asked none.',
  })
  question!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The answer to her question. Null if there is none.',
  })
  answer!: string | null;

  @Field(() => [DeclaredInterest], {
    nullable: true,
    description: 'The ties that she declared; empty if she declared none. Null before she does.',
  })
  declaration!: DeclaredInterest[] | null;

  @Field(() => DeclarationOutcomeEnum, {
    nullable: true,
    description: 'What the desk found of her declaration. Null before it has.',
  })
  declarationOutcome!: DeclarationOutcome | null;

  @Field(() => [AskDeclineReasonEnum], { description: 'Why she declined. Empty if she did not.' })
  declineReasons!: AskDeclineReason[];

  @Field(() => Boolean, {
    description:
      'True if she let the organizer know that another time or another task would suit her.',
  })
  shared!: boolean;

  @Field(() => WithdrawalReasonEnum, {
    nullable: true,
    description: 'Why the organizer withdrew it. Null if it did not.',
  })
  withdrawal!: WithdrawalReason | null;

  @Field(() => NotEngagedReasonEnum, {
    nullable: true,
    description: 'Why the organizer did not engage her. Null if it did, or has not decided.',
  })
  notEngaged!: NotEngagedReason | null;

  @Field(() => [ReleasedChannelEnum], {
    description: 'The channels that she has released and not taken back.',
  })
  channels!: ReleasedChannel[];

  @Field(() => [RelayMessage], { description: 'The messages of the relay, the earliest first.' })
  messages!: RelayMessage[];

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to a step, which is refused if something has changed since.',
  })
  revision!: number;
}
