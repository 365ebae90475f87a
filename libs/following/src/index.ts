/** How programs follow what changes in the directory: a feed for each clearance, and webhooks. */
export { followingEntities } from './entities.js';
export {
  ChangeFeed,
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
} from './feed/change-feed.service.js';
export { StartAgainError } from './feed/feed-cursors.js';
export { FeedJob } from './feed/feed-job.js';
export { FollowingModule } from './following.module.js';
export {
  DELIVERY_PROBLEMS,
  DELIVERY_STATES,
  EVENT_KINDS,
  type DeliveryProblem,
  type DeliveryState,
  type EventKind,
} from './webhook/webhook-delivery.entity.js';
export { WebhookPoster } from './webhook/webhook-poster.js';
export { WebhookSend } from './webhook/webhook-send.js';
export type { DeliveryView, WebhookView } from './webhook/webhook-views.js';
export { WEBHOOK_STATES, type WebhookState } from './webhook/webhook.entity.js';
export {
  MOST_WEBHOOKS,
  SECRET_HOURS,
  WebhookService,
  type WebhookWithSecret,
} from './webhook/webhook.service.js';
export { followingSealedTables } from './sealed-tables.js';
