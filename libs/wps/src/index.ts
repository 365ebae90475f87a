export { WpsModule } from './wps.module.js';
export { wpsEntities } from './entities.js';
export type { Texts } from './records/checks.js';
export { SHARINGS, type Sharing } from './records/lists.js';
export type { Seen } from './records/write-row.js';
export type { ActorDraft, MembershipDraft, OfficeTermDraft } from './actor/actor-draft.js';
export { ActorKeeper } from './network/actor-keeper.js';
export { ActorService, type ActorFilter } from './network/actor.service.js';
export { FocalPointService } from './network/focal-point.service.js';
export {
  ACTOR_KINDS,
  MINISTRIES,
  NETWORK_CODE,
  OFFICE_POSITIONS,
  OFFICE_ROLES,
  type ActorKind,
  type Ministry,
  type OfficePosition,
  type OfficeRole,
} from './actor/lists.js';
export type {
  ActorName,
  ActorView,
  FocalPointDraft,
  FocalPointView,
  MembershipView,
  OfficeTermView,
} from './actor/views.js';
export { MEETING_KINDS, type MeetingKind } from './meeting/lists.js';
export type { MeetingDraft } from './meeting/meeting-draft.js';
export type { MeetingView } from './meeting/meeting-reader.js';
export type { MeetingDocument } from './meeting/meeting.entity.js';
export { MeetingService } from './meeting/meeting.service.js';
export { readNetworkFile } from './network-import/network-file.js';
export {
  NetworkImport,
  type NetworkImportReport,
} from './network-import/network-import.service.js';
