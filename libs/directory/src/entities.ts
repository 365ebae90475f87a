import { ProfileEvidenceEntity } from './curation/profile-evidence.entity.js';
import { ProfileFieldChangeEntity } from './curation/profile-field-change.entity.js';
import { ProfileNoteEntity } from './curation/profile-note.entity.js';
import { ProfileReminderEntity } from './curation/profile-reminder.entity.js';
import { ProfileStepEntity } from './curation/profile-step.entity.js';
import { AffiliationEntity } from './mediator/affiliation.entity.js';
import { ConsentEntity } from './mediator/consent.entity.js';
import { ExperienceEntity } from './mediator/experience.entity.js';
import { MediatorContactEntity } from './mediator/mediator-contact.entity.js';
import { MediatorErasedEntity } from './mediator/mediator-erased.entity.js';
import { MediatorExpertiseEntity } from './mediator/mediator-expertise.entity.js';
import { MediatorLanguageEntity } from './mediator/mediator-language.entity.js';
import { MediatorTerritoryEntity } from './mediator/mediator-territory.entity.js';
import { MediatorEntity } from './mediator/mediator.entity.js';
import { ProfileRevisionEntity } from './mediator/profile-revision.entity.js';
import { ProfileMergeEntity } from './merge/profile-merge.entity.js';
import { NetworkEntity } from './network/network.entity.js';
import { ImportRejectEntity } from './work-list/import-reject.entity.js';

/** Every table of this room, for the connection and for the test that they agree with the migrations. */
export const directoryEntities = [
  NetworkEntity,
  MediatorEntity,
  MediatorContactEntity,
  AffiliationEntity,
  MediatorLanguageEntity,
  MediatorTerritoryEntity,
  MediatorExpertiseEntity,
  ExperienceEntity,
  ConsentEntity,
  ProfileRevisionEntity,
  MediatorErasedEntity,
  ProfileFieldChangeEntity,
  ProfileStepEntity,
  ProfileEvidenceEntity,
  ProfileNoteEntity,
  ProfileReminderEntity,
  ProfileMergeEntity,
  ImportRejectEntity,
];
