import type { Transaction } from '#database';
import { IsNull } from 'typeorm';
import { closesAt, isReleased, type Round } from './blind.js';
import { DeploymentFeedbackEntity } from './deployment-feedback.entity.js';
import type { FeedbackSide } from './feedback-lists.js';
import { FeedbackRoundEntity } from './feedback-round.entity.js';

/** What the sides have said of each other. */
export async function givenOf(
  tx: Transaction,
  deploymentId: string,
): Promise<readonly DeploymentFeedbackEntity[]> {
  return tx.manager.find(DeploymentFeedbackEntity, {
    where: { deploymentId },
    order: { side: 'DESC' },
  });
}

export function roundOf(endedAt: Date, given: readonly DeploymentFeedbackEntity[]): Round {
  const at = (side: FeedbackSide) => given.find((one) => one.side === side)?.givenAt ?? null;
  return { endedAt, organizerAt: at('organizer'), mediatorAt: at('mediator') };
}

/** Whether nothing is said any more of a deployment that has ended. */
export async function isFeedbackOver(
  tx: Transaction,
  { id, endedAt }: { readonly id: string; readonly endedAt: Date | null },
  now: Date,
): Promise<boolean> {
  return endedAt !== null && isReleased(roundOf(endedAt, await givenOf(tx, id)), now);
}

/**
 * Opens the time for feedback, or finds it open, and shuts it to others until the transaction ends: of two sides at once
 * the second waits until the first has said it.
 *
 * @param askedAt when both sides were asked; null if one speaks before
 */
export async function openRound(
  tx: Transaction,
  deploymentId: string,
  endedAt: Date,
  askedAt: Date | null,
): Promise<void> {
  await tx.query(
    `INSERT INTO feedback_round AS r (deployment_id, asked_at, closes_at, wake_at) VALUES ($1, $2, $3, $3)
     ON CONFLICT (deployment_id) DO UPDATE SET asked_at = coalesce(r.asked_at, excluded.asked_at)`,
    [deploymentId, askedAt, closesAt({ endedAt })],
  );
}

/** Releases what was said, once. Whether there is something that can be read from now on. */
export async function releaseRound(
  tx: Transaction,
  deploymentId: string,
  at: Date,
): Promise<boolean> {
  const { affected } = await tx.manager.update(
    FeedbackRoundEntity,
    { deploymentId, releasedAt: IsNull() },
    { releasedAt: at },
  );
  return affected === 1 && (await tx.manager.existsBy(DeploymentFeedbackEntity, { deploymentId }));
}

/** Ends the time for feedback. */
export async function closeRound(tx: Transaction, deploymentId: string): Promise<void> {
  await tx.manager.update(FeedbackRoundEntity, { deploymentId }, { wakeAt: null });
}
