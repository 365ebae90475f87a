import { FeedBatchEntity } from './feed/feed-batch.entity.js';
import { WebhookDeliveryEntity } from './webhook/webhook-delivery.entity.js';
import { WebhookEntity } from './webhook/webhook.entity.js';
import { FollowedProfileEntity } from './feed/followed-profile.entity.js';

/** Every table of this module, for the connection and for the test that they agree with the migrations. */
export const followingEntities = [
  FollowedProfileEntity,
  FeedBatchEntity,
  WebhookEntity,
  WebhookDeliveryEntity,
];
