import type { Transaction } from '#database';
import { openJson, sealJson, type SealedColumns, type SealedTable, type Vault } from '#vault';
import type { FeedbackDraft } from './check-feedback.js';

export async function sealFeedback(
  tx: Transaction,
  vault: Vault,
  id: string,
  draft: FeedbackDraft,
): Promise<SealedColumns> {
  return sealJson(tx, vault, draft, feedbackPlace(id));
}

export async function openFeedback(
  vault: Vault,
  row: SealedColumns & { readonly id: string },
): Promise<FeedbackDraft> {
  return openJson(vault, row, feedbackPlace(row.id));
}

export async function sealReply(
  tx: Transaction,
  vault: Vault,
  feedbackId: string,
  text: string,
): Promise<SealedColumns> {
  const { keyId, bytes } = (await vault.sealer(tx)).seal(text, replyPlace(feedbackId));
  return { keyId, sealed: bytes };
}

export async function openReply(
  vault: Vault,
  { feedbackId, keyId, sealed }: SealedColumns & { readonly feedbackId: string },
): Promise<string> {
  return vault.open({ keyId, bytes: sealed }, replyPlace(feedbackId));
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
