/** Contact and security data: what one source stated of how to reach a woman, and of her safety. */
export interface Contact {
  readonly email: string | null;
  readonly telephone: string | null;
  readonly postalAddress: string | null;
  readonly emergencyContact: string | null;
  readonly securityNotes: string | null;
  /** ISO date. */
  readonly dateOfBirth: string | null;
}

export type ContactField = keyof Contact;

/** What a source states from now on. Whom to call in an emergency stays as it is where nothing is said of it. */
export type ContactStatement = Omit<Contact, 'emergencyContact'> &
  Partial<Pick<Contact, 'emergencyContact'>>;

export const NO_CONTACT: Contact = {
  email: null,
  telephone: null,
  postalAddress: null,
  emergencyContact: null,
  securityNotes: null,
  dateOfBirth: null,
};

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
