/** What the links in mails are for, each with a page behind it. */
export const PAGE_PURPOSES = [
  'invitation',
  'verify-email',
  'password-reset',
  'sign-in',
  'confirm-profile',
  'application',
  'introduction',
  'check-in',
  'feedback',
  'second-place',
  'correction',
  'breach',
] as const;

export type PagePurpose = (typeof PAGE_PURPOSES)[number];
