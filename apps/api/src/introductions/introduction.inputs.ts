import type {
  AskDeclineReason,
  DeclarationOutcome,
  Interest,
  IntroductionState,
  NotEngagedReason,
  RefusalReason,
  RelaySide,
  ShownState,
  SpokenChannel,
  WithdrawalReason,
} from '#introductions';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { PageArgs } from '../graphql/page.js';
import {
  AskDeclineReasonEnum,
  DeclarationOutcomeEnum,
  InterestEnum,
  IntroductionStateEnum,
  IntroductionStatusEnum,
  NotEngagedReasonEnum,
  RefusalReasonEnum,
  RelaySideEnum,
  SpokenChannelEnum,
  WithdrawalReasonEnum,
} from './introduction.enums.js';

// The services check what is written here, and name every problem by its path.

@ArgsType()
export class IntroductionsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of a need of your organization. Introductions for all its needs if absent.',
  })
  needId?: string | null;

  @Field(() => [IntroductionStatusEnum], {
    nullable: true,
    description: 'Only introductions of one of these statuses. All if absent.',
  })
  statuses?: ShownState[] | null;
}

@ArgsType()
export class DeskIntroductionsArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only introductions to the mediator whose profile this is. To all if absent.',
  })
  profileId?: string | null;

  @Field(() => [IntroductionStateEnum], {
    nullable: true,
    description: 'Only introductions in one of these states. All if absent.',
  })
  states?: IntroductionState[] | null;
}

/** Which introduction, and the revision of it that was read. */
@ArgsType()
export class IntroductionStepArgs {
  @Field(() => ID, { description: 'The id of the introduction.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the introduction has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@ArgsType()
export class WordsArgs extends IntroductionStepArgs {
  @Field(() => String, { description: 'What you write, at most 2,000 characters.' })
  words!: string;
}

@ArgsType()
export class WithdrawIntroductionArgs extends IntroductionStepArgs {
  @Field(() => WithdrawalReasonEnum, { description: 'The reason, which her network reads.' })
  reason!: WithdrawalReason;
}

@ArgsType()
export class CloseIntroductionArgs extends IntroductionStepArgs {
  @Field(() => NotEngagedReasonEnum, {
    description: 'Why she was not engaged, which her network and she read.',
  })
  reason!: NotEngagedReason;
}

@ArgsType()
export class RefuseIntroductionArgs extends IntroductionStepArgs {
  @Field(() => RefusalReasonEnum, {
    description: 'The reason, for the network itself. The organizer is not told it.',
  })
  reason!: RefusalReason;

  @Field(() => String, {
    nullable: true,
    description: 'A note for the network itself, at most 2,000 characters.',
  })
  words?: string | null;
}

@ArgsType()
export class ReviewDeclarationArgs extends IntroductionStepArgs {
  @Field(() => DeclarationOutcomeEnum, { description: 'What you find of her declaration.' })
  outcome!: DeclarationOutcome;

  @Field(() => String, {
    nullable: true,
    description:
      'What the organizer is told of her ties, at most 2,000 characters. Needed with DISCLOSED_ACCEPTED.',
  })
  words?: string | null;
}

@ArgsType()
export class RelayMessageArgs extends IntroductionStepArgs {
  @Field(() => ID, { description: 'The id of the message, as `messages` gives it.' })
  messageId!: string;
}

@ArgsType()
export class HoldMessageArgs extends RelayMessageArgs {
  @Field(() => String, {
    description: 'A word to its author: why you do not pass it on. At most 2,000 characters.',
  })
  word!: string;
}

@ArgsType()
export class DeskMessageArgs extends WordsArgs {
  @Field(() => RelaySideEnum, { description: 'The side that you write to.' })
  recipient!: RelaySide;
}

@InputType({ description: 'A tie that a mediator declares.' })
export class DeclaredInterestInput {
  @Field(() => InterestEnum, { description: 'Which kind of tie it is. Each can be declared once.' })
  interest!: Interest;

  @Field(() => String, { description: 'What the tie is, in one line of at most 500 characters.' })
  text!: string;
}

@InputType({ description: 'A mediator accepts the terms.' })
export class AcceptanceInput {
  @Field(() => Int, { description: 'The revision of the terms that she has read and accepts.' })
  termsRevision!: number;

  @Field(() => [DeclaredInterestInput], {
    description: 'The ties that she declares. Empty declares that there are none.',
  })
  declaration!: DeclaredInterestInput[];
}

@InputType({ description: 'A mediator declines.' })
export class DeclineInput {
  @Field(() => [AskDeclineReasonEnum], {
    description: 'One reason or several. NO_REASON stands alone. Her network reads them.',
  })
  reasons!: AskDeclineReason[];

  @Field(() => String, {
    nullable: true,
    description: 'What she writes to her network besides, at most 2,000 characters.',
  })
  words?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True lets the organizer know at once that another time would suit her, or that this is not for her. Defaults to false: then it is told no more and no sooner than in any other case.',
  })
  share?: boolean | null;
}

@InputType({ description: 'The channels that a mediator releases to the organizer.' })
export class ReleaseInput {
  @Field(() => String, {
    nullable: true,
    description: 'The e-mail address that she releases. Absent if she releases none.',
  })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The telephone number that she releases. Absent if she releases none.',
  })
  telephone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True opens the relay: messages through the desk. Defaults to false.',
  })
  relay?: boolean | null;
}

@InputType({
  description:
    'What a mediator said to the desk of her network, with its proof. Give one of `accept`, `decline`, `question` and `release`.',
})
export class SpokenAnswerInput {
  @Field(() => ID, { description: 'The id of the introduction.' })
  id!: string;

  @Field(() => Int, { description: 'The revision of the introduction that you have read.' })
  revision!: number;

  @Field(() => SpokenChannelEnum, { description: 'How you heard what she said.' })
  channel!: SpokenChannel;

  @Field(() => String, {
    description: 'Where the proof lies, such as the note of a call. At most 500 characters.',
  })
  proof!: string;

  @Field(() => AcceptanceInput, { nullable: true, description: 'She accepts the terms.' })
  accept?: AcceptanceInput | null;

  @Field(() => DeclineInput, { nullable: true, description: 'She declines the request.' })
  decline?: DeclineInput | null;

  @Field(() => String, { nullable: true, description: 'Her question to the organizer.' })
  question?: string | null;

  @Field(() => ReleaseInput, {
    nullable: true,
    description:
      'She releases the relay. An address or a number she releases herself: with `email` or `telephone` the answer is ValidationError.',
  })
  release?: ReleaseInput | null;
}
