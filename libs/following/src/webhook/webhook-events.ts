import type { Transaction } from '#database';
import { SELECT_LIVE_PROGRAMS, type IndexedClearance } from '#identity';

/** The job that sends what waits, and its queue: one message is sent by one process. */
export const WEBHOOK_SEND = 'webhook-send';

/**
 * Lets webhooks be told, from a moment on, that something changed which a clearance sees. A message that waits and is not
 * sent before that does for this, too: all of them say only that there is something to read.
 */
export async function tellWebhooks(
  tx: Transaction,
  clearance: IndexedClearance,
  at: Date,
): Promise<void> {
  const told = await tx.query(
    `INSERT INTO webhook_delivery (id, webhook_id, kind, told_at, due_at)
     SELECT gen_random_uuid(), w.id, 'changes', $2, $2 FROM webhook w
     JOIN (${SELECT_LIVE_PROGRAMS}) p ON p.id = w.service_account_id
     WHERE w.state = 'active' AND p.clearance = $1 AND NOT EXISTS (
       SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.kind = 'changes' AND d.state = 'waiting' AND d.due_at >= $2)
     RETURNING id`,
    [clearance, at],
  );
  if (told.length > 0) await tx.addJob({ name: WEBHOOK_SEND, queue: WEBHOOK_SEND, notBefore: at });
}
