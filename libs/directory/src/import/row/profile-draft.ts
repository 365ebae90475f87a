import type { Availability } from '../../fields/field-values.js';
import type {
  Experience,
  ExpertiseSkill,
  LanguageSkill,
  WorkingMode,
} from '../../fields/field-values.js';
import type { ConsentPurpose, NetworkMembership } from '../../profile/profile-record.js';
import type { Contact } from '../../contact/contact.js';
import type { Role, Support, Track } from '#vocabulary';

/** What a network says of a woman, checked and with every code resolved. Its lists are sorted. */
export interface ProfileDraft {
  readonly externalId: string;
  readonly fullName: string;
  readonly displayName: string;
  readonly nameVariants: readonly string[];
  readonly codeName: string | null;
  readonly pseudonymous: boolean;
  readonly nationalities: readonly string[];
  readonly residence: string | null;
  readonly years: number | null;
  readonly tracks: readonly Track[];
  readonly roles: readonly Role[];
  readonly supports: readonly Support[];
  readonly availability: Availability | null;
  readonly noticeDays: number | null;
  readonly workingMode: WorkingMode | null;
  readonly biography: Readonly<Record<string, string>>;
  readonly education: string | null;
  readonly publications: string | null;
  readonly training: string | null;
  readonly ruledOut: readonly string[];
  readonly confirmedOn: string | null;
  readonly languages: readonly LanguageSkill[];
  readonly territories: readonly string[];
  readonly expertise: readonly ExpertiseSkill[];
  readonly experience: readonly Experience[];
  readonly networkRole: NetworkMembership['role'];
  readonly memberSince: string | null;
  readonly consents: readonly ConsentPurpose[];
  readonly consentTextVersion: string;
  /** Null where the file does not say: the day of the import. */
  readonly consentOn: string | null;
  readonly contact: Contact;
}
