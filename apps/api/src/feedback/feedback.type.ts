import type { FeedbackSide, OrganizerQuestion, Quality, Rating } from '#deployments';
import type { Locale } from '#vocabulary';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../graphql/days.scalar.js';
import {
  FeedbackQualityEnum,
  FeedbackSideEnum,
  OrganizerQuestionEnum,
} from '../graphql/enums/engagement.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'How one side of a deployment rates a quality of the other.' })
export class QualityRating {
  @Field(() => FeedbackQualityEnum, { description: 'The quality that is rated.' })
  quality!: Quality;

  @Field(() => Int, { description: 'From 1 (not at all) to 4 (fully).' })
  rating!: Rating;
}

@ObjectType({ description: 'What one side of a deployment said of the other.' })
export class GivenFeedback {
  @Field(() => FeedbackSideEnum, { description: 'The side that said it.' })
  side!: FeedbackSide;

  @Field(() => [QualityRating], {
    description: 'Its ratings. A quality that was not observed is not among them.',
  })
  ratings!: QualityRating[];

  @Field(() => Boolean, {
    description: 'Whether the organizer would engage her again, or she would go again.',
  })
  again!: boolean;

  @Field(() => String, { nullable: true, description: 'What it said in its own words.' })
  text!: string | null;

  @Field(() => Instant, { description: 'When it said so the first time, in UTC.' })
  givenAt!: string;

  @Field(() => String, { nullable: true, description: 'What the other side replied.' })
  reply!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the other side replied, in UTC.' })
  repliedAt!: string | null;

  @Field(() => Int, { description: 'The number of the present revision. Quote it to change it.' })
  revision!: number;
}

@ObjectType({
  description:
    'What the organizer and the mediator of a deployment say of each other. Blind until both have said it, or 21 days have passed.',
})
export class DeploymentFeedback {
  readonly __typename = 'DeploymentFeedback';

  @Field(() => ID, { description: 'The id of the deployment, as it was asked for.' })
  deploymentId!: string;

  @Field(() => FeedbackSideEnum, {
    nullable: true,
    description: 'The side for which you speak. Null for the desk of her network.',
  })
  ownSide!: FeedbackSide | null;

  @Field(() => Instant, { description: 'Until when feedback can be given and changed, in UTC.' })
  closesAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'Since when both sides can read it, in UTC. Null before.',
  })
  releasedAt!: string | null;

  @Field(() => [GivenFeedback], {
    description: 'What your own side said, and what the other said once it is released.',
  })
  given!: GivenFeedback[];
}

@ObjectType({ description: 'The answers of one side in the review of a deployment.' })
export class AfterAction {
  @Field(() => FeedbackSideEnum, { description: 'The side that answered.' })
  side!: FeedbackSide;

  @Field(() => LocaleEnum, { description: 'The language in which it answered.' })
  language!: Locale;

  @Field(() => String, { description: 'What was meant to happen, in its own words.' })
  meant!: string;

  @Field(() => String, { description: 'What happened, in its own words.' })
  happened!: string;

  @Field(() => String, { description: 'Why it was so, in its own words.' })
  why!: string;

  @Field(() => String, { description: 'What should be kept next time.' })
  keep!: string;

  @Field(() => String, { description: 'What should be changed next time.' })
  change!: string;

  @Field(() => Instant, { description: 'When it answered, in UTC.' })
  givenAt!: string;

  @Field(() => Int, { description: 'The number of the present revision. Quote it to change it.' })
  revision!: number;
}

@ObjectType({
  description: 'The review of a deployment, of which a draft of a lesson is made.',
})
export class AfterActionReview {
  readonly __typename = 'AfterActionReview';

  @Field(() => ID, { description: 'The id of the deployment, as it was asked for.' })
  deploymentId!: string;

  @Field(() => [AfterAction], {
    description: 'What your own side answered; for the desk, what both sides did.',
  })
  answers!: AfterAction[];
}

@ObjectType({ description: 'What mediators said of an organizer on one question.' })
export class OrganizerFigure {
  @Field(() => OrganizerQuestionEnum, { description: 'The question that was answered.' })
  question!: OrganizerQuestion;

  @Field(() => Int, { description: 'How many answers are counted, of five mediators or more.' })
  answers!: number;

  @Field(() => Int, {
    description:
      'How many answers of five are favourable, rounded: 1 stands for one or none, 4 for four or all.',
  })
  ofFive!: number;
}

@ObjectType({
  description:
    'What mediators said of an organization that they worked for. It changes at the end of a quarter, by the answers of five mediators or more.',
})
export class OrganizerFigures {
  @Field(() => String, { description: 'The name of the organization.' })
  organization!: string;

  @Field(() => Int, { description: 'How many mediators’ answers are counted.' })
  answers!: number;

  @Field(() => Day, { description: 'The last day that is counted.' })
  until!: string;

  @Field(() => [OrganizerFigure], {
    description: 'One figure for each question that five mediators or more answered.',
  })
  figures!: OrganizerFigure[];
}

export const DeploymentFeedbackResult = resultOf(DeploymentFeedback);
export const AfterActionReviewResult = resultOf(AfterActionReview);
