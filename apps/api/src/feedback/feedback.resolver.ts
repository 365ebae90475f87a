import {
  AfterActionService,
  DeploymentFeedbackService,
  OrganizerFiguresService,
  type AfterActionView,
  type DeploymentFeedbackView,
} from '#deployments';
import type { Viewer } from '#identity';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { deploymentKey } from '../graphql/global-id.js';
import { RefusableMutation, RefusableQuery } from '../graphql/refusals.js';
import {
  AnswerAfterActionInput,
  DeploymentIdArgs,
  GiveDeploymentFeedbackInput,
  ReplyArgs,
} from './feedback.inputs.js';
import {
  AfterActionReview,
  AfterActionReviewResult,
  DeploymentFeedback,
  DeploymentFeedbackResult,
  OrganizerFigures,
} from './feedback.type.js';

/** Looking back on a deployment: what both sides say of each other, and its review. */
@Resolver()
export class FeedbackResolver {
  constructor(
    private readonly feedback: DeploymentFeedbackService,
    private readonly reviews: AfterActionService,
    private readonly figures: OrganizerFiguresService,
  ) {}

  @RefusableQuery(() => DeploymentFeedbackResult, {
    description:
      'What the organizer and the mediator of a deployment say of each other. For both of them and the desk of her network.',
  })
  async deploymentFeedback(
    @Args() { deploymentId }: DeploymentIdArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeploymentFeedback> {
    const view = await this.feedback.of(viewer, deploymentKey(deploymentId));
    return toFeedback(view, deploymentId);
  }

  @RefusableMutation(() => DeploymentFeedbackResult, {
    description:
      'Says what your side has to say of the other, or says it otherwise until it is released. No rating enters the score of a ranking.',
  })
  async giveDeploymentFeedback(
    @Args('input', { description: 'The deployment, your ratings and your words.' })
    { deploymentId, revision = null, text = null, ratings, again }: GiveDeploymentFeedbackInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeploymentFeedback> {
    const draft = {
      ratings: ratings.map(({ quality, rating }) => ({ quality, rating })),
      again,
      text,
    };
    const key = deploymentKey(deploymentId, 'deploymentId');
    return toFeedback(await this.feedback.give(viewer, key, revision, draft), deploymentId);
  }

  @RefusableMutation(() => DeploymentFeedbackResult, {
    description:
      'Replies, once, to what the other side said of yours. Both sides and the desk read the reply.',
  })
  async replyToDeploymentFeedback(
    @Args() { deploymentId, text }: ReplyArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeploymentFeedback> {
    const view = await this.feedback.reply(viewer, deploymentKey(deploymentId), text);
    return toFeedback(view, deploymentId);
  }

  @RefusableQuery(() => AfterActionReviewResult, {
    description:
      'What your side answered in the review of a deployment; for the desk, what both did.',
  })
  async afterActionReview(
    @Args() { deploymentId }: DeploymentIdArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AfterActionReview> {
    return toReview(await this.reviews.of(viewer, deploymentKey(deploymentId)), deploymentId);
  }

  @RefusableMutation(() => AfterActionReviewResult, {
    description:
      'Answers the questions of the review for your side. When both sides have answered, the desk receives a draft of a lesson.',
  })
  async answerAfterAction(
    @Args('input', { description: 'The deployment, and your answers.' })
    { deploymentId, revision = null, ...draft }: AnswerAfterActionInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AfterActionReview> {
    const { language, meant, happened, why, keep, change } = draft;
    const answers = { language, meant, happened, why, keep, change };
    const key = deploymentKey(deploymentId, 'deploymentId');
    return toReview(await this.reviews.answer(viewer, key, revision, answers), deploymentId);
  }

  @Cost({ items: 20 })
  @Query(() => [OrganizerFigures], {
    description:
      'What mediators said of the organizations that they worked for, by the name of the organization. For everyone; from five mediators on.',
  })
  async organizerFigures(): Promise<OrganizerFigures[]> {
    const all = await this.figures.all();
    return all.map(({ figures, ...one }) => ({ ...one, figures: [...figures] }));
  }
}

function toFeedback(view: DeploymentFeedbackView, deploymentId: string): DeploymentFeedback {
  return {
    __typename: 'DeploymentFeedback',
    deploymentId,
    ownSide: view.ownSide,
    closesAt: view.closesAt.toISOString(),
    releasedAt: view.releasedAt?.toISOString() ?? null,
    given: view.given.map(({ givenAt, repliedAt, ratings, ...one }) => ({
      ...one,
      ratings: ratings.map((rating) => ({ ...rating })),
      givenAt: givenAt.toISOString(),
      repliedAt: repliedAt?.toISOString() ?? null,
    })),
  };
}

function toReview(views: readonly AfterActionView[], deploymentId: string): AfterActionReview {
  return {
    __typename: 'AfterActionReview',
    deploymentId,
    answers: views.map(({ givenAt, ...one }) => ({ ...one, givenAt: givenAt.toISOString() })),
  };
}
