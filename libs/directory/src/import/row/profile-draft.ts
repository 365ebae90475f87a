import type { ContactStatement } from '../../contact/contact.js';
import type { FieldType, HeldOf, ImportColumn } from '../../fields/field-types.js';
import type { PROFILE_FIELDS } from '../../fields/profile-fields.js';
import type { ConsentPurpose, NetworkMembership } from '../../profile/profile-record.js';

type Fields = typeof PROFILE_FIELDS;

type ImportedField = {
  [K in keyof Fields]: Fields[K]['imported'] extends ImportColumn ? K : never;
}[keyof Fields];

/** Null also where a column holds 0 for what is not stated. */
type DraftOf<T extends FieldType> = T extends { kind: 'number' } ? number | null : HeldOf<T>;

/** What a row states of the fields of the profile. */
export type DraftFields = { readonly [K in ImportedField]: DraftOf<Fields[K]['type']> };

/** What a network says of a woman, checked and with every code resolved. Its lists are sorted. */
export interface ProfileDraft extends DraftFields {
  readonly externalId: string;
  readonly networkRole: NetworkMembership['role'];
  readonly memberSince: string | null;
  readonly consents: readonly ConsentPurpose[];
  readonly consentTextVersion: string;
  /** Null where the file does not say: the day of the import. */
  readonly consentOn: string | null;
  readonly contact: ContactStatement;
}
