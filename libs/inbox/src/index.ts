export { InboxModule } from './inbox.module.js';
export {
  INBOX_OWNERS,
  InboxService,
  STUCK_REASONS,
  type Colleague,
  type InboxCount,
  type InboxOwner,
  type InboxSubject,
  type InboxFilter,
  type InboxItem,
  type StuckItem,
  type StuckReason,
} from './inbox.service.js';
export { isUpkeep, WAITING_KINDS, type WaitingKind } from './waiting.js';
