import { CLOCK, type Clock } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import {
  AccountMails,
  administrators,
  changeRecord,
  programFacts,
  recordAudit,
  SELECT_LIVE_PROGRAMS,
  systemViewer,
} from '#identity';
import { counter } from '#telemetry';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { signedHeaders } from './sign.js';
import type { EventKind } from './webhook-delivery.entity.js';
import { WEBHOOK_SEND } from './webhook-events.js';
import { WebhookPoster, type Answer } from './webhook-poster.js';
import { messageId, openWebhook, WEBHOOK_COLUMNS, type WebhookRow } from './webhook-views.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Milliseconds between one try and the next: three days in all, as Standard Webhooks advises. */
const PAUSES = [
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** Messages that are under way at a time. */
const AT_ONCE = 8;
const KEPT_DAYS = 30;
/** The receiver has gone for good (RFC 9110, 15.5.11). */
const GONE = 410;

const TYPES: Readonly<Record<EventKind, string>> = {
  changes: 'directory.changed',
  test: 'webhook.test',
};

const tries = counter('baraza_webhook_tries_total', 'Tries to tell webhooks.', ['outcome']);

type Due = WebhookRow & {
  readonly deliveryId: string;
  readonly kind: EventKind;
  readonly toldAt: Date;
  readonly attempts: number;
};

const DUE = `
SELECT d.id AS "deliveryId", d.kind, d.told_at AS "toldAt", d.attempts, ${WEBHOOK_COLUMNS}
FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
JOIN (${SELECT_LIVE_PROGRAMS}) p ON p.id = w.service_account_id
WHERE d.state = 'waiting' AND d.due_at <= $1 AND (w.state = 'active' OR d.kind = 'test')
ORDER BY d.due_at, d.id LIMIT ${AT_ONCE}`;

const BY_SYSTEM = systemViewer('webhooks');

/**
 * Sends the messages that are due. What failed is tried again with growing pauses; after three days, or if the receiver
 * says that it has gone, the webhook is disabled and whoever made its account is told.
 */
@Injectable()
@BackgroundJob()
export class WebhookSend implements JobHandler {
  readonly name = WEBHOOK_SEND;
  readonly schedule = '* * * * *';

  constructor(
    private readonly database: Database,
    private readonly poster: WebhookPoster,
    private readonly mails: AccountMails,
    @Inject(Vault) private readonly vault: Pick<Vault, 'open'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.database.exclusively(WEBHOOK_SEND, async (lost) => {
      for (;;) {
        const due = await this.database.query<Due>(DUE, [this.now()]);
        if (due.length === 0) break;
        // Whichever fails, none is under way any more once the lock is given back.
        const sent = await Promise.allSettled(due.map((one) => this.send(one, lost)));
        for (const one of sent) if (one.status === 'rejected') throw one.reason;
      }
      await this.database.query('DELETE FROM webhook_delivery WHERE ended_at < $1', [
        new Date(this.now().getTime() - KEPT_DAYS * 24 * HOUR),
      ]);
    });
  }

  private async send(due: Due, lost: AbortSignal): Promise<void> {
    const { url, secret, previous } = await openWebhook(this.vault, due);
    const now = this.now();
    const isAccepted = previous !== undefined && new Date(previous.until) > now;
    const body = JSON.stringify({
      type: TYPES[due.kind],
      timestamp: due.toldAt.toISOString(),
      data: {},
    });
    const message = {
      id: messageId(due.deliveryId),
      timestamp: Math.floor(now.getTime() / 1_000),
      body,
    };
    const secrets = isAccepted ? [secret, previous.secret] : [secret];
    lost.throwIfAborted();
    const answer = await this.poster.post(url, signedHeaders(message, secrets), body);
    // Also where the lock is lost: what has been taken nobody sends again.
    await this.database.transaction((tx) => this.record(tx, due, answer));
  }

  private async record(tx: Transaction, due: Due, answer: Answer): Promise<void> {
    const { status, problem } = answer;
    const isTaken = status !== null && status >= 200 && status < 300;
    const pause = due.kind === 'test' || status === GONE ? undefined : PAUSES[due.attempts];
    const state = isTaken ? 'delivered' : pause === undefined ? 'failed' : 'waiting';
    const now = this.now();
    // Locked in one order: first the webhook, which may have been removed meanwhile.
    const [webhook] = await tx.query<{ state: string }>(
      'SELECT state FROM webhook WHERE id = $1 FOR UPDATE',
      [due.id],
    );
    if (!webhook) return;
    const noted = await tx.query(
      `UPDATE webhook_delivery SET state = $2, attempts = attempts + 1, status = $3, problem = $4, due_at = $5, ended_at = $6
       WHERE id = $1 AND state = 'waiting' AND attempts = $7 RETURNING id`,
      [
        due.deliveryId,
        state,
        status,
        problem,
        new Date(now.getTime() + (pause ?? 0)),
        state === 'waiting' ? null : now,
        due.attempts,
      ],
    );
    // Somebody resumed the webhook while the try was under way, or another process that has the lock now has noted a try
    // of its own: what was sent before says nothing of it any more.
    if (noted.length === 0) return;
    tries.inc({ outcome: isTaken ? 'delivered' : state === 'waiting' ? 'failed' : 'given_up' });
    if (due.kind === 'test') return;
    await tx.query(
      `UPDATE webhook SET failing_since = CASE WHEN $2 THEN NULL ELSE coalesce(failing_since, $3) END WHERE id = $1`,
      [due.id, isTaken, now],
    );
    if (state === 'failed' && webhook.state === 'active') await this.disable(tx, due);
  }

  private async disable(tx: Transaction, { id, serviceAccountId }: Due): Promise<void> {
    await tx.query(`UPDATE webhook SET state = 'disabled' WHERE id = $1`, [id]);
    const program = await programFacts(tx, serviceAccountId);
    const all = await administrators(tx);
    const maker = all.filter((accountId) => program?.createdBy === `user:${accountId}`);
    await this.mails.toAccounts(tx, maker.length > 0 ? maker : all, {
      template: 'webhook-disabled',
      path: '/console/programs',
      parameters: {},
    });
    await recordAudit(tx, BY_SYSTEM, [
      changeRecord(
        'webhook.disable',
        'webhook',
        { id, state: 'active' },
        { id, state: 'disabled' },
      ),
    ]);
  }
}
