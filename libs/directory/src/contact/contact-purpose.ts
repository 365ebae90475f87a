/** Why contact data is looked at: one of these, and a reason in the viewer's own words. */
export const CONTACT_PURPOSES = [
  'CONTACT_FOR_REQUEST',
  'VERIFY_IDENTITY',
  'SECURITY',
  'CORRECTION',
] as const;

export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/** What a viewer must state. She whose data it is will read it. */
export interface AccessPurpose {
  readonly purpose: ContactPurpose;
  /** 3 to 500 characters. */
  readonly reason: string;
}
