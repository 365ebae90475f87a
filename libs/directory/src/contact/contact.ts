/** Ways to a woman that others may look at: her mailbox, the messages on her telephone, or both. */
export const UNSAFE_CHANNELS = ['mail', 'message', 'both'] as const;
export type UnsafeChannels = (typeof UNSAFE_CHANNELS)[number];

/** Contact and security data as a list of a network can state it. */
export interface ListedContact {
  readonly email: string | null;
  readonly telephone: string | null;
  readonly postalAddress: string | null;
  readonly emergencyContact: string | null;
  readonly securityNotes: string | null;
  /** ISO date. */
  readonly dateOfBirth: string | null;
}

/** What one source stated of how to reach a woman, and of her safety. */
export interface Contact extends ListedContact {
  /** Nothing is sent to her this way, at whatever address or number, whoever stated it (`UnsafeChannels`). */
  readonly unsafeChannels: string | null;
}

export type ContactField = keyof Contact;

/** What a source states from now on. What nothing is said of that may be left out stays as it is. */
export type ContactStatement = Omit<ListedContact, 'emergencyContact'> &
  Partial<Pick<Contact, 'emergencyContact' | 'unsafeChannels'>>;

export const NOTHING_LISTED: ListedContact = {
  email: null,
  telephone: null,
  postalAddress: null,
  emergencyContact: null,
  securityNotes: null,
  dateOfBirth: null,
};

export const NO_CONTACT: Contact = { ...NOTHING_LISTED, unsafeChannels: null };

export const LISTED_CONTACT_FIELDS = Object.keys(NOTHING_LISTED) as (keyof ListedContact)[];
export const CONTACT_FIELDS = Object.keys(NO_CONTACT) as ContactField[];

/** What one source stated, as it stands. */
export interface SourceContact {
  readonly mediatorId: string;
  /** Null is herself. */
  readonly networkId: string | null;
  readonly contact: Contact;
  /** Another with each change: what an edit must quote. */
  readonly version: string;
  readonly updatedAt: Date;
}

/** Whether one of these sources says that others may look at what is sent to her this way. */
export function isUnsafe(
  stated: readonly Pick<SourceContact, 'contact'>[],
  channel: Exclude<UnsafeChannels, 'both'>,
): boolean {
  return stated.some(
    ({ contact: { unsafeChannels } }) => unsafeChannels === channel || unsafeChannels === 'both',
  );
}

/** The ways to her that one of these sources says others may look at. */
export function unsafeWays(
  stated: readonly Pick<SourceContact, 'contact'>[],
): Exclude<UnsafeChannels, 'both'>[] {
  return (['mail', 'message'] as const).filter((one) => isUnsafe(stated, one));
}

/** Whether nothing is stated. */
export function isEmpty(contact: Contact): boolean {
  return CONTACT_FIELDS.every((field) => contact[field] === null);
}

/** The fields in which two states differ. */
export function changedFields(before: Contact, after: Contact): ContactField[] {
  return CONTACT_FIELDS.filter((field) => before[field] !== after[field]);
}

/** As it is kept: trimmed, an empty text as none, fields that were not given left out. */
export function tidied(fields: Partial<Contact>): Partial<Contact> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([field, value]) => [field, value?.trim() || null]));
}

/** The form in which two spellings of one e-mail address are the same. */
export function normalEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
