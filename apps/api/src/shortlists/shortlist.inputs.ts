import type { FeedbackReason, Verdict } from '#engagement';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { FeedbackReasonEnum, VerdictEnum } from '../graphql/enums.js';
import { PageArgs } from '../graphql/page.js';

// The rooms check what is written here, and name every problem by its path.

@ArgsType()
export class ShortlistsArgs extends PageArgs {
  @Field(() => ID, { description: 'A need of your organization.' })
  needId!: string;
}

@ArgsType()
export class ShortlistStepArgs {
  @Field(() => ID, { description: 'The shortlist.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw.' })
  revision!: number;
}

@InputType({ description: 'A woman to be put on a shortlist.' })
export class ChoiceInput {
  @Field(() => ID, { description: 'Who she is: eligible for the need.' })
  mediatorId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in your words, at most 2,000 characters. She reads it too.',
  })
  note?: string | null;
}

@InputType({ description: 'Whom to put on a shortlist.' })
export class AddToShortlistInput {
  @Field(() => ID, { description: 'The shortlist.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw.' })
  revision!: number;

  @Field(() => [ChoiceInput], { description: 'Women of the ranking of its need.' })
  entries!: ChoiceInput[];
}

@InputType({ description: 'What became of a woman on a shortlist, and why.' })
export class FeedbackInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => VerdictEnum, { description: 'Kept or dropped.' })
  verdict!: Verdict;

  @Field(() => [FeedbackReasonEnum], {
    nullable: true,
    description: 'Why; whoever is dropped has one at least.',
  })
  reasons?: FeedbackReason[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'In your words, at most 2,000 characters. She reads it too.',
  })
  note?: string | null;
}
