import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import { ConflictError, InvalidStateError, textProblems, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { closesAt, isReleased, releasedAt } from './blind.js';
import { feedbackProblems, LONGEST_FEEDBACK, type FeedbackDraft } from './check-feedback.js';
import { DeploymentFeedbackEntity } from './deployment-feedback.entity.js';
import { endedDeployment } from './ended-deployment.js';
import { FEEDBACK_SIDES, type FeedbackSide } from './feedback-lists.js';
import { FeedbackReplyEntity } from './feedback-reply.entity.js';
import { FeedbackMails } from './feedback-mails.js';
import { givenOf, openRound, releaseRound, roundOf } from './feedback-rounds.js';
import { openFeedback, openReply, sealFeedback, sealReply } from './sealed-feedback.js';

/** What one side said, as it may be read. */
export interface GivenFeedback extends FeedbackDraft {
  readonly side: FeedbackSide;
  readonly givenAt: Date;
  readonly revision: number;
  /** What the other side replied. */
  readonly reply: string | null;
  readonly repliedAt: Date | null;
}

/** Feedback on a deployment as one viewer may read it. */
export interface DeploymentFeedbackView {
  readonly deploymentId: string;
  /** For which side the viewer speaks; null for the desk of her network. */
  readonly ownSide: FeedbackSide | null;
  readonly closesAt: Date;
  /** When both sides could read it; null before. */
  readonly releasedAt: Date | null;
  /** What the viewer's own side said, and once it is released what the other did. */
  readonly given: readonly GivenFeedback[];
}

/** What each side may do with feedback. */
const ACTIONS = {
  organizer: { give: 'give', reply: 'reply' },
  mediator: { give: 'give-own', reply: 'reply-own' },
} as const;

/** What an organizer and a mediator say of each other after a deployment, blind until both have said it. */
@Injectable()
export class DeploymentFeedbackService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly mails: FeedbackMails,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** For the two sides and the desk of her network. @throws NotFoundError, InvalidStateError before the end */
  async of(viewer: Viewer, deploymentId: string): Promise<DeploymentFeedbackView> {
    return this.database.transaction(async (tx) => this.view(tx, viewer, deploymentId));
  }

  /**
   * Says what the viewer's side has to say of the other, or says it otherwise until it is released.
   *
   * @param revision the one that the viewer saw; null if her side has said nothing
   * @throws NotFoundError, InvalidStateError, ConflictError, InvalidInputError
   */
  async give(
    viewer: Viewer,
    deploymentId: string,
    revision: number | null,
    draft: FeedbackDraft,
  ): Promise<DeploymentFeedbackView> {
    return this.database.transaction(async (tx) => {
      const { side, endedAt } = await this.ended(tx, viewer, deploymentId, 'give');
      throwIfProblems(feedbackProblems(side, draft));
      const now = this.now();
      await openRound(tx, deploymentId, endedAt, null);
      const given = await givenOf(tx, deploymentId);
      if (isReleased(roundOf(endedAt, given), now)) {
        throw new InvalidStateError(refusal('deployments.feedbackOver'));
      }
      const before = given.find((one) => one.side === side) ?? null;
      if ((before?.revision ?? null) !== revision) {
        throw new ConflictError(refusal('deployments.feedbackChanged'));
      }
      const id = before?.id ?? uuidv7();
      const text = draft.text?.trim() || null;
      const row = {
        id,
        deploymentId,
        side,
        ...(await sealFeedback(tx, this.vault, id, { ...draft, text })),
        givenBy: viewer.name,
        givenAt: before?.givenAt ?? now,
        revision: (revision ?? 0) + 1,
      };
      if (before) await tx.manager.update(DeploymentFeedbackEntity, { id }, row);
      else await tx.manager.insert(DeploymentFeedbackEntity, row);
      const after = roundOf(endedAt, await givenOf(tx, deploymentId));
      if (isReleased(after, now)) {
        await releaseRound(tx, deploymentId, now);
        await this.mails.released(tx, deploymentId);
      }
      const view = await this.view(tx, viewer, deploymentId);
      await recordAudit(tx, viewer, [
        changeRecord('feedback.give', 'feedback', before && { id, revision: before.revision }, {
          id,
          revision: row.revision,
        }),
      ]);
      return view;
    });
  }

  /**
   * Replies, once, to what the other side said of the viewer's. Both sides and the desk read it.
   *
   * @throws NotFoundError, InvalidStateError, ConflictError, InvalidInputError
   */
  async reply(viewer: Viewer, deploymentId: string, text: string): Promise<DeploymentFeedbackView> {
    return this.database.transaction(async (tx) => {
      const { side, endedAt } = await this.ended(tx, viewer, deploymentId, 'reply');
      throwIfProblems(textProblems('text', text, LONGEST_FEEDBACK, true));
      const now = this.now();
      await openRound(tx, deploymentId, endedAt, null);
      const given = await givenOf(tx, deploymentId);
      if (!isReleased(roundOf(endedAt, given), now)) {
        throw new InvalidStateError(refusal('deployments.feedbackNotReleased'));
      }
      const theirs = given.find((one) => one.side !== side);
      if (!theirs) throw new InvalidStateError(refusal('deployments.otherSaidNothing'));
      const feedbackId = theirs.id;
      if (await tx.manager.existsBy(FeedbackReplyEntity, { feedbackId })) {
        throw new ConflictError(refusal('deployments.repliedAlready'));
      }
      await tx.manager.insert(FeedbackReplyEntity, {
        feedbackId,
        ...(await sealReply(tx, this.vault, feedbackId, text.trim())),
        repliedBy: viewer.name,
        repliedAt: now,
      });
      const view = await this.view(tx, viewer, deploymentId);
      await recordAudit(tx, viewer, [
        changeRecord('feedback.reply', 'feedback', null, { id: feedbackId }),
      ]);
      return view;
    });
  }

  /** The deployment, once it has ended, and the side for which the viewer speaks. */
  private async ended(
    tx: Transaction,
    viewer: Viewer,
    deploymentId: string,
    step: 'give' | 'reply',
  ): Promise<{ readonly side: FeedbackSide; readonly endedAt: Date }> {
    const { subject, endedAt } = await endedDeployment(tx, viewer, deploymentId);
    const side = FEEDBACK_SIDES.find((one) => may(viewer, ACTIONS[one][step], subject));
    if (!side) throw hidden(viewer, 'deployment');
    return { side, endedAt };
  }

  private async view(
    tx: Transaction,
    viewer: Viewer,
    deploymentId: string,
  ): Promise<DeploymentFeedbackView> {
    const { subject, endedAt } = await endedDeployment(tx, viewer, deploymentId);
    const ownSide = FEEDBACK_SIDES.find((one) => may(viewer, ACTIONS[one].give, subject)) ?? null;
    const given = await givenOf(tx, deploymentId);
    const round = roundOf(endedAt, given);
    const isOpen = isReleased(round, this.now());
    // What is not released is not even opened.
    const shown = given.filter(({ side }) => isOpen || side === ownSide);
    return {
      deploymentId,
      ownSide,
      closesAt: closesAt(round),
      releasedAt: isOpen ? releasedAt(round) : null,
      given: await Promise.all(shown.map((one) => this.opened(tx, one, isOpen))),
    };
  }

  private async opened(
    tx: Transaction,
    row: DeploymentFeedbackEntity,
    isOpen: boolean,
  ): Promise<GivenFeedback> {
    const { id, side, givenAt, revision } = row;
    const reply = isOpen
      ? await tx.manager.findOneBy(FeedbackReplyEntity, { feedbackId: id })
      : null;
    return {
      ...(await openFeedback(this.vault, row)),
      side,
      givenAt,
      revision,
      reply: reply && (await openReply(this.vault, reply)),
      repliedAt: reply?.repliedAt ?? null,
    };
  }
}
