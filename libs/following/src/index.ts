/** How programs follow what changes in the directory: a feed for each clearance. */
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
