import type { MemberQuestion } from '#directory';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { MemberQuestionEnum } from '../graphql/enums/directory.js';
import { resultOf } from '../graphql/refusals.js';

@ArgsType()
export class AskMembersArgs {
  @Field(() => String, { description: 'The slug of the network that lists them.' })
  network!: string;

  @Field(() => [ID], { description: 'The ids of their profiles, at most 200.' })
  ids!: string[];

  @Field(() => MemberQuestionEnum, {
    nullable: true,
    description: 'One of the usual questions. Each mediator reads it in her language.',
  })
  question?: MemberQuestion | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The question in your own words, or what you add to the usual one, at most 2,000 characters. Nobody translates it.',
  })
  text?: string | null;
}

@ObjectType({ description: 'A mediator was asked.' })
export class MemberAsked {
  readonly __typename = 'MemberAsked';

  @Field(() => ID, { description: 'The profile of the mediator who gets the mail.' })
  profileId!: string;
}

export const MemberAskedResult = resultOf(MemberAsked);

@ObjectType({ description: 'What became of the question to one mediator.' })
export class AskOutcome {
  @Field(() => ID, { description: 'The id of the profile that was passed.' })
  profileId!: string;

  @Field(() => MemberAskedResult, { description: 'That she was asked, or why she was not.' })
  result!: typeof MemberAskedResult;
}

@ObjectType({ description: 'What became of a question to many mediators.' })
export class AskOutcomes {
  readonly __typename = 'AskOutcomes';

  @Field(() => [AskOutcome], {
    description: 'One outcome for each, in the order in which they were passed.',
  })
  outcomes!: AskOutcome[];
}

export const AskMembersResult = resultOf(AskOutcomes, 'AskMembersResult');
