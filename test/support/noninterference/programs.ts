import { WebhookSend, WebhookService } from '#following';
import { OPERATOR, type IndexedClearance } from '#identity';
import type { TestApi } from '../api.js';
import { WebhookReceiver, type ReceivedMessage } from '../webhook-receiver.js';

const CLEARANCES: readonly IndexedClearance[] = ['PUBLIC', 'VETTED'];

/** Differs from one sending to the next: the id is drawn by lot, the rest follows from it and from the clock. */
const OF_EACH = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const ID = /^msg_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const FULL_FIVE_MINUTES = /T\d\d:\d[05]:00\.000Z/;

/** A program of each clearance with a webhook, and what is sent there. The one that sees least is of a network. */
export class Programs {
  private constructor(
    private readonly api: TestApi,
    private readonly receivers: ReadonlyMap<IndexedClearance, WebhookReceiver>,
  ) {}

  static async open(api: TestApi, networkId: string): Promise<Programs> {
    const receivers = new Map<IndexedClearance, WebhookReceiver>();
    for (const clearance of CLEARANCES) {
      const isPublic = clearance === 'PUBLIC';
      const { account } = await api.services.identity.serviceAccounts.create(OPERATOR, {
        name: `Follower ${clearance}`,
        scopes: isPublic ? ['profiles.read'] : ['directory.read'],
        networkIds: isPublic ? [networkId] : [],
        days: 30,
      });
      const receiver = new WebhookReceiver();
      await receiver.open();
      await api.app.get(WebhookService).create(OPERATOR, account.id, receiver.url);
      receivers.set(clearance, receiver);
    }
    return new Programs(api, receivers);
  }

  async close(): Promise<void> {
    for (const receiver of this.receivers.values()) await receiver.close();
  }

  /** Sends what waits. */
  async send(): Promise<void> {
    await this.api.app.get(WebhookSend).handle();
  }

  forget(): void {
    for (const { received } of this.receivers.values()) received.length = 0;
  }

  /** What programs were sent who see no more than this, in order. */
  messages(clearance: IndexedClearance): string[] {
    return CLEARANCES.slice(0, CLEARANCES.indexOf(clearance) + 1).flatMap((each) =>
      (this.receivers.get(each)?.received ?? []).map((message) => `${each} ${textOf(message)}`),
    );
  }
}

function textOf({ headers, body }: ReceivedMessage): string {
  const rest = Object.entries(headers).filter(([name]) => !OF_EACH.some((one) => one === name));
  const id = ID.test(String(headers['webhook-id'])) ? 'by lot' : headers['webhook-id'];
  const { host: _, ...others } = Object.fromEntries(rest);
  return JSON.stringify([id, others, body.replace(FULL_FIVE_MINUTES, 'at full five minutes')]);
}
