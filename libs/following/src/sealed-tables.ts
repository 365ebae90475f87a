import type { SealedTable } from '#vault';
import { webhookPlace } from './webhook/webhook.entity.js';

/** What of this room is sealed: addresses of webhooks and their secrets. */
export const followingSealedTables: readonly SealedTable[] = [
  { name: 'webhook', id: 'id', columns: ['sealed'], place: webhookPlace },
];
