export { directoryEntities } from './entities.js';
export type { Completeness, MissingField } from './assertion/completeness.js';
export { completenessOf } from './assertion/completeness.js';
export {
  mergeAssertions,
  type Merged,
  type Source,
  type SourceKey,
} from './assertion/merge-assertions.js';
export {
  ALWAYS,
  STATED_FIELDS,
  statementOf,
  type Availability,
  type StatedField,
  type StatedFields,
  type Statement,
} from './assertion/statement.js';
export type { ProfileChanges } from './curation/check-changes.js';
export { CurationService, type NewProfile } from './curation/curation.service.js';
export {
  HistoryService,
  type EvidenceRecord,
  type FieldChange,
  type HistoryPage,
  type ProfileNote,
  type ProfilePast,
  type StepRecord,
} from './curation/history.service.js';
export {
  LifeCycleService,
  type Evidence,
  type StepDetails,
  type StepResult,
} from './curation/life-cycle.service.js';
export {
  editedState,
  importedState,
  mergedState,
  REQUIRED_FIELDS,
  STEP_NAMES,
  STEPS,
  takeStep,
  type ImportFacts,
  type Step,
  type StepFacts,
} from './curation/states.js';
export * from './import/index.js';
export { NetworkService, type NetworkView, type NewNetwork } from './network/network.service.js';
export { STANDARD_AUDIENCE, type ProfileField } from './profile/profile-fields.js';
export type { AgeBand } from './profile/bands.js';
export {
  CONSENT_PURPOSES,
  NETWORK_ROLES,
  PROFILE_STATES,
  WORKING_MODES,
  type NetworkRole,
} from './profile/profile-record.js';
export type {
  AvailabilityBand,
  ConsentPurpose,
  DayRange,
  Experience,
  ExpertiseSkill,
  LanguageSkill,
  NetworkMembership,
  ProfileRecord,
  ProfileState,
  WorkingMode,
} from './profile/profile-record.js';
export { projectProfile, type ProfileView } from './profile/profile-view.js';
export type { WholeProfile } from './profile/whole-profile.js';
export { ProfileService } from './profile/profile.service.js';
export {
  WORK_KINDS,
  WorkListService,
  type KeptReject,
  type MergeNotice,
  type WorkItem,
  type WorkKind,
} from './work-list/work-list.service.js';
export { AffiliationService } from './merge/affiliation.service.js';
export { MergeService, type MergeRequest } from './merge/merge.service.js';
