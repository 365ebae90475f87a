import type { FeedbackReason, Verdict } from '#engagement';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { FeedbackReasonEnum, VerdictEnum } from '../graphql/enums/engagement.js';
import { PageArgs } from '../graphql/page.js';

// The services check what is written here, and name every problem by its path.

@ArgsType()
export class ShortlistsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of a need of your organization. All of its needs if absent.',
  })
  needId?: string | null;
}

@ArgsType()
export class ShortlistStepArgs {
  @Field(() => ID, { description: 'The id of the shortlist that takes the step.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the shortlist has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@InputType({ description: 'A mediator to put on a shortlist, with a note.' })
export class ChoiceInput {
  @Field(() => ID, { description: 'The id of the mediator, who must be eligible for the need.' })
  mediatorId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why she was chosen, in at most 2,000 characters. She can read it too.',
  })
  note?: string | null;
}

@InputType({ description: 'Mediators to put on a shortlist.' })
export class AddToShortlistInput {
  @Field(() => ID, { description: 'The id of the shortlist. It has at most 50 entries.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the shortlist has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => [ChoiceInput], {
    description: 'The mediators to add. Each must be eligible for the need of the shortlist.',
  })
  entries!: ChoiceInput[];
}

@InputType({ description: 'What became of a mediator on a shortlist, and why.' })
export class FeedbackInput {
  @Field(() => ID, { description: 'The id of the entry of the shortlist.' })
  entryId!: string;

  @Field(() => VerdictEnum, { description: 'Whether she was kept or dropped.' })
  verdict!: Verdict;

  @Field(() => [FeedbackReasonEnum], {
    nullable: true,
    description: 'The reasons. At least one is needed for a mediator who is dropped.',
  })
  reasons?: FeedbackReason[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A note in at most 2,000 characters. She can read it too.',
  })
  note?: string | null;
}
