import type { Transaction } from '#database';
import type { SealedTable, Vault } from '#vault';
import type { FeedbackDraft } from './check-feedback.js';

interface SealedRow {
  readonly keyId: number;
  readonly sealed: Buffer;
}

export async function sealFeedback(
  tx: Transaction,
  vault: Vault,
  id: string,
  draft: FeedbackDraft,
): Promise<SealedRow> {
  return seal(tx, vault, JSON.stringify(draft), feedbackPlace(id));
}

export async function openFeedback(
  vault: Vault,
  { id, keyId, sealed }: SealedRow & { readonly id: string },
): Promise<FeedbackDraft> {
  const text = await vault.open({ keyId, bytes: sealed }, feedbackPlace(id));
  return JSON.parse(text) as FeedbackDraft;
}

export async function sealReply(
  tx: Transaction,
  vault: Vault,
  feedbackId: string,
  text: string,
): Promise<SealedRow> {
  return seal(tx, vault, text, replyPlace(feedbackId));
}

export async function openReply(
  vault: Vault,
  { feedbackId, keyId, sealed }: SealedRow & { readonly feedbackId: string },
): Promise<string> {
  return vault.open({ keyId, bytes: sealed }, replyPlace(feedbackId));
}

async function seal(
  tx: Transaction,
  vault: Vault,
  text: string,
  place: string,
): Promise<SealedRow> {
  const { keyId, bytes } = (await vault.sealer(tx)).seal(text, place);
  return { keyId, sealed: bytes };
}

function feedbackPlace(id: string): string {
  return `deployment_feedback:${id}`;
}

function replyPlace(feedbackId: string): string {
  return `feedback_reply:${feedbackId}`;
}

/** What is sealed of feedback, for the rotation of data keys. */
export const feedbackSealedTables: readonly SealedTable[] = [
  { name: 'deployment_feedback', id: 'id', columns: ['sealed'], place: feedbackPlace },
  { name: 'feedback_reply', id: 'feedback_id', columns: ['sealed'], place: replyPlace },
];
