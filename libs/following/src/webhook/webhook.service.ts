import { CLOCK, type Clock } from '#config';
import { Database, type Transaction } from '#database';
import {
  changeRecord,
  hidden,
  may,
  programFacts,
  recordAudit,
  SELECT_LIVE_PROGRAMS,
  type Viewer,
} from '#identity';
import { InvalidInputError, InvalidStateError, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { sealJson, Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { newSecret } from './sign.js';
import { webhookAddressProblems } from './webhook-address.js';
import type { EventKind } from './webhook-delivery.entity.js';
import { WEBHOOK_SEND } from './webhook-events.js';
import { WebhookPoster } from './webhook-poster.js';
import {
  openWebhook,
  readDeliveries,
  toWebhookView,
  WEBHOOK_COLUMNS,
  type DeliveryView,
  type WebhookRow,
  type WebhookView,
} from './webhook-views.js';
import { webhookPlace, type SealedWebhook, type WebhookState } from './webhook.entity.js';

/** Hours for which a secret that was changed signs beside the new one. */
export const SECRET_HOURS = 24;
export const MOST_WEBHOOKS = 5;
const SHOWN_DELIVERIES = 20;

/** A webhook with its secret, which is given when it is made and never again. */
export interface WebhookWithSecret {
  readonly webhook: WebhookView;
  readonly secret: string;
}

/** Where programs are told that something changed. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly poster: WebhookPoster,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Those of a service account, the oldest first; none where the viewer does not keep them. */
  async ofAccount(viewer: Viewer, serviceAccountId: string): Promise<WebhookView[]> {
    if (!(await this.keeps(this.database, viewer, serviceAccountId))) return [];
    const rows = await this.database.query<WebhookRow>(
      `SELECT ${WEBHOOK_COLUMNS} FROM webhook w WHERE w.service_account_id = $1 ORDER BY w.id`,
      [serviceAccountId],
    );
    return Promise.all(
      rows.map(async (row) => toWebhookView(row, await openWebhook(this.vault, row))),
    );
  }

  /**
   * When the feed that the program of a service account reads had something new last. Null if it has nothing, if the token is
   * not accepted any more, or where the viewer does not keep its webhooks.
   */
  async feedToldAt(viewer: Viewer, serviceAccountId: string): Promise<Date | null> {
    if (!(await this.keeps(this.database, viewer, serviceAccountId))) return null;
    const [row] = await this.database.query<{ toldAt: Date | null }>(
      `SELECT max(b.told_at) FILTER (WHERE b.last > 0) AS "toldAt" FROM feed_batch b
       JOIN (${SELECT_LIVE_PROGRAMS}) p ON p.clearance = b.clearance WHERE p.id = $1 AND b.told_at <= $2`,
      [serviceAccountId, this.now()],
    );
    return row?.toldAt ?? null;
  }

  /** @throws NotFoundError alike where there is none and where the viewer does not keep it */
  async byId(viewer: Viewer, id: string): Promise<WebhookView> {
    const { row, sealed } = await this.own(this.database, viewer, id);
    return toWebhookView(row, sealed);
  }

  /** The last messages to it. @throws as `byId` */
  async deliveries(viewer: Viewer, id: string): Promise<DeliveryView[]> {
    await this.own(this.database, viewer, id);
    return readDeliveries(this.database, id, SHOWN_DELIVERIES);
  }

  /** @throws NotFoundError, InvalidStateError, InvalidInputError */
  async create(viewer: Viewer, serviceAccountId: string, url: string): Promise<WebhookWithSecret> {
    throwIfProblems(webhookAddressProblems(url.trim(), this.poster.rules));
    const secret = newSecret();
    const id = uuidv7();
    const webhook = await this.database.transaction(async (tx) => {
      const program = await programFacts(tx, serviceAccountId, true);
      if (!program || !(await this.keeps(tx, viewer, serviceAccountId))) {
        throw hidden(viewer, 'serviceAccount');
      }
      if (!program.live) throw new InvalidStateError(NOT_LIVE);
      const [count] = await tx.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM webhook WHERE service_account_id = $1',
        [serviceAccountId],
      );
      if ((count?.count ?? 0) >= MOST_WEBHOOKS) {
        const message = refusal('webhooks.most', { most: MOST_WEBHOOKS });
        throw new InvalidInputError([{ path: 'url', code: 'TOO_MANY', message }]);
      }
      const value: SealedWebhook = { url: url.trim(), secret };
      const { keyId, sealed } = await sealJson(tx, this.vault, value, webhookPlace(id));
      await tx.query(
        'INSERT INTO webhook (id, service_account_id, key_id, sealed) VALUES ($1, $2, $3, $4)',
        [id, serviceAccountId, keyId, sealed],
      );
      return this.recorded(tx, viewer, 'create', null, id);
    });
    return { webhook, secret };
  }

  /** Makes a new secret. The one before signs, too, for a day, so that the receiver can change at leisure. @throws as `byId` */
  async rotateSecret(viewer: Viewer, id: string): Promise<WebhookWithSecret> {
    const secret = newSecret();
    const webhook = await this.change(viewer, id, 'rotate-secret', async (tx, { sealed }) => {
      const until = new Date(this.now().getTime() + SECRET_HOURS * 3_600_000).toISOString();
      const value: SealedWebhook = {
        url: sealed.url,
        secret,
        previous: { secret: sealed.secret, until },
      };
      const columns = await sealJson(tx, this.vault, value, webhookPlace(id));
      await tx.query('UPDATE webhook SET key_id = $2, sealed = $3 WHERE id = $1', [
        id,
        columns.keyId,
        columns.sealed,
      ]);
    });
    return { webhook, secret };
  }

  /** Nothing is sent until it is resumed. @throws as `byId`, InvalidStateError */
  async pause(viewer: Viewer, id: string): Promise<WebhookView> {
    return this.change(viewer, id, 'pause', (tx, { row }) =>
      setState(tx, row, ['active'], 'paused'),
    );
  }

  /** Goes on, also after it was disabled; it is told at once that there may be something to read. @throws as `pause` */
  async resume(viewer: Viewer, id: string): Promise<WebhookView> {
    return this.change(viewer, id, 'resume', async (tx, { row }) => {
      await mustBeLive(tx, row);
      await setState(tx, row, ['paused', 'disabled'], 'active');
      await tx.query(`DELETE FROM webhook_delivery WHERE webhook_id = $1 AND state = 'waiting'`, [
        id,
      ]);
      await this.queue(tx, id, 'changes');
    });
  }

  /** Sends a message that says that it is a test, whatever the state; it is tried once. @throws as `byId`, InvalidStateError where its account is revoked or expired */
  async test(viewer: Viewer, id: string): Promise<WebhookView> {
    return this.change(viewer, id, 'test', async (tx, { row }) => {
      await mustBeLive(tx, row);
      await this.queue(tx, id, 'test');
    });
  }

  /** @throws as `byId` */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { row, sealed } = await this.own(tx, viewer, id, true);
      await tx.query('DELETE FROM webhook WHERE id = $1', [id]);
      await recordAudit(tx, viewer, [
        changeRecord('webhook.remove', 'webhook', toWebhookView(row, sealed), null),
      ]);
    });
  }

  private async queue(tx: Transaction, id: string, kind: EventKind): Promise<void> {
    await tx.query(
      'INSERT INTO webhook_delivery (id, webhook_id, kind, told_at, due_at) VALUES ($1, $2, $3, $4, $4)',
      [uuidv7(), id, kind, this.now()],
    );
    await tx.addJob({ name: WEBHOOK_SEND, queue: WEBHOOK_SEND });
  }

  private async change(
    viewer: Viewer,
    id: string,
    step: string,
    work: (tx: Transaction, own: OwnWebhook) => Promise<void>,
  ): Promise<WebhookView> {
    return this.database.transaction(async (tx) => {
      const own = await this.own(tx, viewer, id, true);
      await work(tx, own);
      return this.recorded(tx, viewer, step, toWebhookView(own.row, own.sealed), id);
    });
  }

  private async recorded(
    tx: Transaction,
    viewer: Viewer,
    step: string,
    before: WebhookView | null,
    id: string,
  ): Promise<WebhookView> {
    const { row, sealed } = await this.own(tx, viewer, id);
    const after = toWebhookView(row, sealed);
    await recordAudit(tx, viewer, [changeRecord(`webhook.${step}`, 'webhook', before, after)]);
    return after;
  }

  private async own(
    reader: Pick<Transaction, 'query'>,
    viewer: Viewer,
    id: string,
    lock = false,
  ): Promise<OwnWebhook> {
    const [row] = await reader.query<WebhookRow>(
      `SELECT ${WEBHOOK_COLUMNS} FROM webhook w WHERE w.id = $1 ${lock ? 'FOR UPDATE' : ''}`,
      [id],
    );
    if (!row || !(await this.keeps(reader, viewer, row.serviceAccountId))) {
      throw hidden(viewer, 'webhook');
    }
    return { row, sealed: await openWebhook(this.vault, row) };
  }

  private async keeps(
    reader: Pick<Transaction, 'query'>,
    viewer: Viewer,
    serviceAccountId: string,
  ): Promise<boolean> {
    const program = await programFacts(reader, serviceAccountId);
    return (
      program !== null && may(viewer, 'keep', { kind: 'webhook', networkId: program.networkId })
    );
  }
}

interface OwnWebhook {
  readonly row: WebhookRow;
  readonly sealed: SealedWebhook;
}

const NOT_LIVE = refusal('webhooks.notLive');

/** What is queued for a program whose token is not accepted any more would wait for ever. @throws InvalidStateError */
async function mustBeLive(tx: Transaction, { serviceAccountId }: WebhookRow): Promise<void> {
  const program = await programFacts(tx, serviceAccountId, true);
  if (!program?.live) throw new InvalidStateError(NOT_LIVE);
}

async function setState(
  tx: Transaction,
  { id, state }: WebhookRow,
  from: readonly WebhookState[],
  to: WebhookState,
): Promise<void> {
  if (!from.includes(state))
    throw new InvalidStateError(
      refusal('webhooks.isState', { state: refusal(`state.is.${state}`) }),
    );
  await tx.query('UPDATE webhook SET state = $2, failing_since = NULL WHERE id = $1', [id, to]);
}
