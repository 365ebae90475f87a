export { directoryEntities } from './entities.js';
export * from './import/index.js';
export { NetworkService, type NetworkView, type NewNetwork } from './network/network.service.js';
export { STANDARD_AUDIENCE, type ProfileField } from './profile/profile-fields.js';
export type { AgeBand } from './profile/bands.js';
export { NETWORK_ROLES, WORKING_MODES, type NetworkRole } from './profile/profile-record.js';
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
export { ProfileService } from './profile/profile.service.js';
