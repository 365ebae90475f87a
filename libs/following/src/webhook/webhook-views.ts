import type { Reader } from '#database';
import { openJson, type SealedColumns, type Vault } from '#vault';
import type { DeliveryProblem, DeliveryState, EventKind } from './webhook-delivery.entity.js';
import { webhookPlace, type SealedWebhook, type WebhookState } from './webhook.entity.js';

/** A webhook as whoever keeps it sees it: without its secrets. */
export interface WebhookView {
  readonly id: string;
  readonly serviceAccountId: string;
  readonly url: string;
  readonly state: WebhookState;
  readonly createdAt: Date;
  /** Since when nothing has got there; null while it works. */
  readonly failingSince: Date | null;
  /** Until when the secret before the last change signs, too; null if it does not. */
  readonly previousSecretUntil: Date | null;
}

export interface DeliveryView {
  /** As the receiver reads it in `webhook-id`. */
  readonly messageId: string;
  readonly kind: EventKind;
  readonly toldAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it is tried next; null if it is not. */
  readonly dueAt: Date | null;
  readonly status: number | null;
  readonly problem: DeliveryProblem | null;
  readonly endedAt: Date | null;
}

/** A row with what is sealed in it. */
export type WebhookRow = Omit<WebhookView, 'url' | 'previousSecretUntil'> & SealedColumns;

export const WEBHOOK_COLUMNS = `w.id, w.service_account_id AS "serviceAccountId", w.state, w.created_at AS "createdAt",
  w.failing_since AS "failingSince", w.key_id AS "keyId", w.sealed`;

const DELIVERIES = `SELECT id, kind, told_at AS "toldAt", state, attempts,
  CASE state WHEN 'waiting' THEN due_at END AS "dueAt", status, problem, ended_at AS "endedAt"
FROM webhook_delivery WHERE webhook_id = $1 ORDER BY told_at DESC, id DESC LIMIT $2`;

export async function openWebhook(
  vault: Pick<Vault, 'open'>,
  row: Pick<WebhookRow, 'id' | 'keyId' | 'sealed'>,
): Promise<SealedWebhook> {
  return openJson<SealedWebhook>(vault, row, webhookPlace(row.id));
}

export function toWebhookView(row: WebhookRow, { url, previous }: SealedWebhook): WebhookView {
  const { keyId: _key, sealed: _sealed, ...shown } = row;
  return { ...shown, url, previousSecretUntil: previous ? new Date(previous.until) : null };
}

/** The last messages to a webhook, the latest first. */
export async function readDeliveries(
  reader: Reader,
  webhookId: string,
  most: number,
): Promise<DeliveryView[]> {
  const rows = await reader.query<Omit<DeliveryView, 'messageId'> & { readonly id: string }>(
    DELIVERIES,
    [webhookId, most],
  );
  return rows.map(({ id, ...delivery }) => ({ messageId: messageId(id), ...delivery }));
}

export function messageId(deliveryId: string): string {
  return `msg_${deliveryId}`;
}
