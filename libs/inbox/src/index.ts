export { InboxModule } from './inbox.module.js';
export {
  InboxService,
  STUCK_REASONS,
  type InboxFilter,
  type InboxItem,
  type StuckItem,
  type StuckReason,
} from './inbox.service.js';
export { WAITING_KINDS, type WaitingKind } from './waiting.js';
