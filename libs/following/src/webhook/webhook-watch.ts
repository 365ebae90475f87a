import { Database } from '#database';
import { SELECT_LIVE_PROGRAMS } from '#identity';
import { gauge, WatchedPart, type Standing, type Watched } from '#telemetry';
import { Injectable } from '@nestjs/common';
import { WEBHOOK_STATES, type WebhookState } from './webhook.entity.js';

/** Messages are sent every minute; one that has waited longer for its first try waits for a worker. */
const LATE_SECONDS = 300;

const webhooks = gauge('baraza_webhooks', 'Webhooks, by state.', ['state']);
const failing = gauge('baraza_webhooks_failing', 'Active webhooks to which nothing gets now.');
const waiting = gauge(
  'baraza_webhooks_waiting_seconds',
  'Seconds since the oldest message to a webhook should have been sent.',
);

const STANDING = `
SELECT (SELECT coalesce(json_object_agg(state, count), '{}') FROM
    (SELECT state, count(*)::int AS count FROM webhook GROUP BY state) AS s) AS states,
  (SELECT count(*)::int FROM webhook WHERE state = 'active' AND failing_since IS NOT NULL) AS failing,
  (SELECT greatest(0, coalesce(floor(extract(epoch FROM now() - min(due_at))), 0))::int
   FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
     JOIN (${SELECT_LIVE_PROGRAMS}) p ON p.id = w.service_account_id
   WHERE d.state = 'waiting' AND (w.state = 'active' OR d.kind = 'test')) AS "waitingSeconds"`;

interface Row {
  readonly states: Partial<Record<WebhookState, number>>;
  readonly failing: number;
  readonly waitingSeconds: number;
}

/** Whether webhooks are told in time. Nothing is said of whose they are, or where. */
@Injectable()
@WatchedPart()
export class WebhookWatch implements Watched {
  readonly part = 'webhooks';

  constructor(private readonly database: Database) {}

  async look(): Promise<Standing> {
    const [row] = (await this.database.query<Row>(STANDING)) as [Row];
    for (const state of WEBHOOK_STATES) webhooks.set({ state }, row.states[state] ?? 0);
    failing.set(row.failing);
    waiting.set(row.waitingSeconds);
    return {
      status: row.waitingSeconds > LATE_SECONDS ? 'late' : 'up',
      active: row.states.active ?? 0,
      failing: row.failing,
      waitingSeconds: row.waitingSeconds,
    };
  }
}
