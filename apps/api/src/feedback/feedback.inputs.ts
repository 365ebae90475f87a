import type { Quality, Rating } from '#deployments';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { FeedbackQualityEnum } from '../graphql/enums/engagement.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';

// The services check what is written here, and name every problem by its path.

@ArgsType()
export class DeploymentIdArgs {
  @Field(() => ID, { description: 'The id of a deployment that has ended.' })
  deploymentId!: string;
}

@InputType({ description: 'A rating of one quality of the other side.' })
export class QualityRatingInput {
  @Field(() => FeedbackQualityEnum, { description: 'A quality that your side rates.' })
  quality!: Quality;

  @Field(() => Int, { description: 'From 1 (not at all) to 4 (fully).' })
  rating!: Rating;
}

@InputType({ description: 'What your side of a deployment says of the other.' })
export class GiveDeploymentFeedbackInput {
  @Field(() => ID, { description: 'The id of a deployment that has ended.' })
  deploymentId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision that you read. Absent if your side has said nothing yet.',
  })
  revision?: number | null;

  @Field(() => [QualityRatingInput], {
    description: 'Your ratings. Leave out what you did not observe.',
  })
  ratings!: QualityRatingInput[];

  @Field(() => Boolean, {
    description: 'Whether you would engage her again, or would go again.',
  })
  again!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Your own words, at most 4,000 characters. Both sides and the desk read them.',
  })
  text?: string | null;
}

@ArgsType()
export class ReplyArgs extends DeploymentIdArgs {
  @Field(() => String, {
    description: 'Your reply to what the other side said, at most 4,000 characters.',
  })
  text!: string;
}

@InputType({ description: 'The answers of your side in the review of a deployment.' })
export class AnswerAfterActionInput {
  @Field(() => ID, { description: 'The id of a deployment that has ended.' })
  deploymentId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision that you read. Absent if your side has answered nothing yet.',
  })
  revision?: number | null;

  @Field(() => LocaleEnum, { description: 'The language in which you answer.' })
  language!: Locale;

  @Field(() => String, { defaultValue: '', description: 'What was meant to happen. Name nobody.' })
  meant!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'What happened instead, or as meant. Name nobody.',
  })
  happened!: string;

  @Field(() => String, { defaultValue: '', description: 'Why it happened as it did. Name nobody.' })
  why!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'What should be kept next time. Name nobody.',
  })
  keep!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'What should be changed next time. Name nobody.',
  })
  change!: string;
}
