export { AdmissionService, type Admission, type Applicant } from './admission/admission.service.js';
export {
  AudienceService,
  fieldAudiences,
  type AudienceChange,
  type FieldAudience,
} from './audience/audience.service.js';
export { CHANNELS, HEARD_CHANNELS, type Channel, type HeardChannel } from './consent/channels.js';
export {
  allConsentTexts,
  consentTexts,
  shownTexts,
  LINKED_ELSEWHERE,
  RULED_OUT_IN_RANKINGS,
  WIDER_AUDIENCE,
  type ConsentText,
} from './consent/consent-texts.js';
export type { ConsentView } from './consent/consent-view.js';
export { ConsentService, type GivenConsent, type HeardConsent } from './consent/consent.service.js';
export {
  CORRECTION_STATES,
  CORRECTION_STEPS,
  type CorrectionState,
} from './correction/correction-steps.js';
export { CorrectionService } from './correction/correction.service.js';
export type { CorrectionView } from './correction/correction-view.js';
export {
  CONTACT_FIELDS,
  LISTED_CONTACT_FIELDS,
  NO_CONTACT,
  UNSAFE_CHANNELS,
  type UnsafeChannels,
  type Contact,
  type ContactField,
  type ListedContact,
  type SourceContact,
} from './contact/contact.js';
export {
  CONTACT_PURPOSES,
  type ContactPurpose,
  type AccessPurpose,
} from './contact/contact-purpose.js';
export { addressProblem, telephoneProblem } from './contact/check-contact.js';
export { ContactRepository, type Reach } from './contact/contact-repository.js';
export {
  ContactService,
  type ContactChange,
  type ContactEdit,
  type ContactView,
} from './contact/contact.service.js';
export type { ContactAccess } from './contact/read-accesses.js';
export { MemberInvitationService } from './contact/member-invitations.js';
export { herLocale } from './contact/her-address.js';
export { sealClearContacts } from './contact/seal-clear-contacts.js';
export { directorySealedTables } from './sealed-tables.js';
export { ExportService, type ExportRequest } from './export/export.service.js';
export { cellTexts } from './export/cell-texts.js';
export {
  EXPORT_FORMATS,
  fileOf,
  FILES as EXPORT_FILES,
  type ExportFormat,
} from './export/list-files.js';
export type { WomanToErase } from './erasure/erasure.service.js';
export { foldExternalId } from './mediator/external-id.js';
export { DirectoryModule } from './directory.module.js';
export { directoryEntities } from './entities.js';
export type { Completeness, MissingField } from './assertion/completeness.js';
export { completenessOf } from './assertion/completeness.js';
export {
  mergeAssertions,
  type Merged,
  type Source,
  type SourceKey,
} from './assertion/merge-assertions.js';
export { ALWAYS, type Availability } from './fields/field-values.js';
export {
  DEFINITIONS,
  isByLanguage,
  STATED_FIELDS,
  typeOf,
  type StatedField,
  type HeldFields,
  type StatedFields,
} from './fields/stated.js';
export { statementOf, type Statement } from './assertion/statement.js';
export { completenessTable, stepsTable } from './curation/curation-tables.js';
export type { ProfileChanges } from './curation/check-changes.js';
export { CurationService, type NewProfile } from './curation/curation.service.js';
export { MediatorIds, type NamedWoman } from './mediator/mediator-ids.js';
export { ConfirmationJob } from './confirmation/confirmation-job.js';
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
  type NextStep,
  type StepDetails,
  type StepResult,
} from './curation/life-cycle.service.js';
export {
  editedState,
  importedState,
  mergedState,
  REQUIRED_FIELDS,
  PROFILE_STEPS,
  STEP_NEEDS,
  type ImportFacts,
  type Step,
  type StepFacts,
  type StepNeed,
} from './curation/states.js';
export * from './import/index.js';
export { womenEverListedBy } from './hiding/ever-listed.js';
export { heldStanding, standingsOf, type Standing } from './mediator/standing.js';
export {
  directorySize,
  networkRules,
  SELECT_HER_NETWORKS,
  holdMediators,
  SELECT_AVAILABLE,
  listingNetworks,
  listingNetworksOf,
  SELECT_LISTING,
  SELECT_CONTACTABLE,
  SELECT_COUNTED,
  SELECT_HER_NAMES,
  herRecords,
  ofHerRecords,
  SELECT_HER_RECORDS,
  SELECT_RECORDS_OF_ALL,
  SELECT_IN_STATISTICS,
  SELECT_KEPT,
  SELECT_KEPT_NAMES,
  SELECT_NAMED,
  SELECT_RANKED_BY_NAME,
  SELECT_SHOWN,
  selectHeld,
  selectNamesOfNetworks,
  selectVerifiedSlugs,
  shownMediators,
  womenListedBy,
  type KnownAs,
} from './mediator/read-models.js';
export { askableMembers, memberOf, ExternalIds, type ExternalId } from './mediator/external-ids.js';
export {
  NetworkService,
  type NetworkChanges,
  type NetworkView,
  type NewNetwork,
} from './network/network.service.js';
export type { FieldDefinition, FieldType } from './fields/field-types.js';
export { PROFILE_FIELDS } from './fields/profile-fields.js';
export { fieldsOf, STANDARD_AUDIENCE, VIEWS, type ProfileField } from './fields/views.js';
export { AGE_BANDS, ageBand, type AgeBand } from './fields/bands.js';
export { WORKING_MODES } from './fields/field-values.js';
export { PROFILE_STATES } from './fields/closed-lists.js';
export { NETWORK_ROLES, type NetworkRole } from './fields/closed-lists.js';
export { CONSENT_PURPOSES } from './profile/profile-record.js';
export { ErasureService } from './erasure/erasure.service.js';
export { namingHer } from './mediator/naming-her.js';
export { directoryParts } from './personal-data/directory-parts.js';
export { hasHeading } from './personal-data/pdf/headings.js';
export { heading as personalDataHeading, personalDataLabel } from './personal-data/pdf/headings.js';
export { personalDataPdf } from './personal-data/personal-data-pdf.js';
export { PersonalDataParts } from './personal-data/personal-data-parts.js';
export { PublishedLessons } from './published-lessons.js';
export { PersonalDataService, type PersonalData } from './personal-data/personal-data.service.js';
export type {
  DayRange,
  Experience,
  ExpertiseSkill,
  LanguageSkill,
  WorkingMode,
} from './fields/field-values.js';
export type { ProfileState } from './fields/closed-lists.js';
export type { ConsentPurpose, NetworkMembership, ProfileRecord } from './profile/profile-record.js';
export { heldFactsOf, type HeldFacts } from './profile/held-facts.js';
export { ProfileReader } from './profile/profile-reader.js';
export { vettedViews } from './profile/vetted-views.js';
export { projectProfile, type ProfileView } from './profile/profile-view.js';
export { keywordsOf, searchable, searchedTexts } from './profile/searchable.js';
export { PseudonymRenewal } from './pseudonym/pseudonym-renewal.js';
export {
  PseudonymService,
  type CodeNameView,
  type RenewedClasses,
} from './pseudonym/pseudonym.service.js';
export type { WholeProfile } from './curation/whole-profile.js';
export { ProfileService } from './profile.service.js';
export {
  WORK_KINDS,
  WorkListService,
  type KeptReject,
  type MergeNotice,
  type WorkItem,
  type WorkKind,
} from './work-list/work-list.service.js';
export {
  MEMBER_MARKS,
  MEMBER_SORTS,
  MembersService,
  type MemberCounts,
  type MemberFilter,
  type MemberMark,
  type MemberSort,
} from './work-list/members.service.js';
export { numberIndex } from './contact/contact-rows.js';
export { HerLinks, type HerLink, type HerLinkPurpose } from './mediator/her-links.js';
export {
  MEMBER_QUESTIONS,
  MemberQuestionService,
  type MemberQuestion,
  type OpenQuestion,
} from './question/member-questions.js';
export { SELECT_WAITING_PROFILES } from './work-list/waiting.js';
export { selectUpkeep } from './work-list/upkeep.js';
export { AcrossSearch } from './duplicates/across-search.js';
export { DuplicateSearch } from './duplicates/duplicate-search.js';
export { LinkLabelling, type LabelledPair } from './duplicates/link-labelling.js';
export {
  HerDuplicateService,
  type HerAnswer,
  type HerDuplicate,
} from './duplicates/her-duplicates.service.js';
export { ExchangePartners, type ExchangePartner } from './exchange/exchange-partners.js';
export { ExchangeService, type WriteFile } from './exchange/exchange.service.js';
export {
  HerDirectories,
  type HerAgreement,
  type HerDirectory,
} from './exchange/her-directories.js';
export { InstallationKeys } from './exchange/installation-keys.js';
export { ToldListings, type ToldListing } from './exchange/told-listings.js';
export { DuplicateService, type LinkDeed } from './duplicates/duplicate.service.js';
export type { LinkExplanation, LinkHerWord, LinkSuggestion } from './duplicates/duplicate-view.js';
export {
  measureDuplicates,
  type DuplicateMeasures,
  type LinkTruth,
  type TruePair,
  type TrueRow,
} from './duplicates/measure-duplicates.js';
export { linkModel } from './duplicates/link-model.js';
export {
  LINK_COMPARISONS,
  LINK_STATES,
  HER_WORDS,
  LINK_VERDICTS,
  type HerWord,
  type LinkComparison,
  type LinkState,
  type LinkVerdict,
} from './duplicates/verdicts.js';
export { AffiliationService } from './merge/affiliation.service.js';
export { MERGE_KEEPS, type MergeChoice, type MergeKeep } from './merge/merge-choices.js';
export {
  MergeService,
  type MergedField,
  type MergePreview,
  type MergeRequest,
} from './merge/merge.service.js';
export { CopiesService, type IssuedCopy } from './copies/copies.service.js';
export { COPY_FORMATS, COPY_KINDS, type CopyFormat, type CopyKind } from './copies/copy-kinds.js';
export { CopyRecalledError, issueCopy, womenInCopies, type NewCopy } from './copies/issue-copy.js';
export { HIDING_REASONS, type HidingReason } from './hiding/hiding-reasons.js';
export {
  HidingService,
  type Hiding,
  type HidingRequest,
  type Lifting,
} from './hiding/hiding.service.js';
export {
  ReplayService,
  type LeftRecord,
  type Repetition,
  type Replay,
} from './replay/replay.service.js';
