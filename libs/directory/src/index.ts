export {
  CONTACT_FIELDS,
  type Contact,
  type ContactField,
  type StatedContact,
} from './contact/contact.js';
export {
  CONTACT_PURPOSES,
  type ContactPurpose,
  type StatedPurpose,
} from './contact/contact-purpose.js';
export { ContactRepository } from './contact/contact-repository.js';
export {
  ContactService,
  type ContactAccess,
  type ContactEdit,
  type ContactView,
} from './contact/contact.service.js';
export { sealClearContacts } from './contact/seal-clear-contacts.js';
export { directorySealedTables } from './contact/sealed-tables.js';
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
