import { ProfileEvidenceEntity } from './curation/profile-evidence.entity.js';
import { ProfileFieldChangeEntity } from './curation/profile-field-change.entity.js';
import { ProfileImportEntity } from './curation/profile-import.entity.js';
import { ProfileNoteEntity } from './curation/profile-note.entity.js';
import { ProfileReminderEntity } from './confirmation/profile-reminder.entity.js';
import { ProfileStepEntity } from './curation/profile-step.entity.js';
import { AudienceConsentEntity } from './audience/audience-consent.entity.js';
import { ConsentObjectionEntity } from './consent/consent-objection.entity.js';
import { ConsentProofEntity } from './consent/consent-proof.entity.js';
import { ConsentEntity } from './consent/consent.entity.js';
import { CorrectionEntity } from './correction/correction.entity.js';
import {
  DuplicateDecisionEntity,
  DuplicateLookEntity,
  DuplicatePairEntity,
  DuplicateSearchEntity,
} from './duplicates/duplicate.entities.js';
import {
  ExchangeConsentEntity,
  ExchangeEntryEntity,
  ExchangePartnerEntity,
  ExchangeRunEntity,
  ExchangeSecretEntity,
  InstallationKeyEntity,
  ListedElsewhereEntity,
} from './exchange/exchange.entities.js';
import { ErasedKeyEntity } from './erased/erased-key.entity.js';
import { ContactAccessEntity } from './contact/contact-access.entity.js';
import { ContactChangeEntity } from './contact/contact-change.entity.js';
import { MediatorContactEntity } from './contact/mediator-contact.entity.js';
import { IssuedCopyEntity, IssuedCopyMediatorEntity } from './copies/copies.entities.js';
import { HidingEntity, HidingMediatorEntity } from './hiding/hiding.entities.js';
import { AffiliationEntity } from './mediator/affiliation.entity.js';
import { ExperienceEntity } from './mediator/experience.entity.js';
import { MediatorErasedEntity } from './mediator/mediator-erased.entity.js';
import { MediatorExpertiseEntity } from './mediator/mediator-expertise.entity.js';
import { MediatorLanguageEntity } from './mediator/mediator-language.entity.js';
import { MediatorTerritoryEntity } from './mediator/mediator-territory.entity.js';
import { MediatorEntity } from './mediator/mediator.entity.js';
import { ProfileRevisionEntity } from './mediator/profile-revision.entity.js';
import { ProfileMergeEntity } from './merge/profile-merge.entity.js';
import { NetworkEntity } from './network/network.entity.js';
import { PseudonymClassEntity } from './pseudonym/pseudonym-class.entity.js';
import { PseudonymEntity } from './pseudonym/pseudonym.entity.js';
import { ImportRejectEntity } from './work-list/import-reject.entity.js';

/** Every table of this module, for the connection and for the test that they agree with the migrations. */
export const directoryEntities = [
  NetworkEntity,
  MediatorEntity,
  MediatorContactEntity,
  ContactAccessEntity,
  ContactChangeEntity,
  AffiliationEntity,
  MediatorLanguageEntity,
  MediatorTerritoryEntity,
  MediatorExpertiseEntity,
  ExperienceEntity,
  ConsentEntity,
  ConsentProofEntity,
  ConsentObjectionEntity,
  AudienceConsentEntity,
  CorrectionEntity,
  ProfileRevisionEntity,
  MediatorErasedEntity,
  ProfileFieldChangeEntity,
  ProfileStepEntity,
  ProfileImportEntity,
  ProfileEvidenceEntity,
  ProfileNoteEntity,
  ProfileReminderEntity,
  ProfileMergeEntity,
  ImportRejectEntity,
  DuplicateSearchEntity,
  DuplicatePairEntity,
  DuplicateDecisionEntity,
  DuplicateLookEntity,
  InstallationKeyEntity,
  ExchangePartnerEntity,
  ExchangeConsentEntity,
  ExchangeRunEntity,
  ExchangeSecretEntity,
  ExchangeEntryEntity,
  ListedElsewhereEntity,
  ErasedKeyEntity,
  PseudonymClassEntity,
  PseudonymEntity,
  HidingEntity,
  IssuedCopyEntity,
  IssuedCopyMediatorEntity,
  HidingMediatorEntity,
];
