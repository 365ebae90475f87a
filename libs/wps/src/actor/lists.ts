/** What takes part: states, what they have formed, and who works beside them. A network has members and offices. */
export const ACTOR_KINDS = [
  'state',
  'regional-organization',
  'un-entity',
  'local-government',
  'civil-society',
  'network',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Kinds that have members. */
export const GROUPING_KINDS: readonly ActorKind[] = ['regional-organization', 'network'];

/** The code of the Women, Peace and Security Focal Points Network. */
export const NETWORK_CODE = 'wps-focal-points';

/** Offices of the network, as its Technical Operative Guidelines name them (A/72/782-S/2018/178). */
export const OFFICE_ROLES = ['chair', 'co-chair', 'troika', 'host', 'secretariat'] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** Where in its government or organization the office of a focal point stands, from the top. */
export const OFFICE_POSITIONS = [
  'head-of-state-or-government',
  'cabinet-minister',
  'deputy-minister',
  'director',
  'unit',
  'focal-person-only',
] as const;
export type OfficePosition = (typeof OFFICE_POSITIONS)[number];

/** To which family of ministries an office belongs, as wpsnaps.org codes lead agencies. */
export const MINISTRIES = [
  'foreign',
  'defence',
  'gender',
  'interior',
  'justice',
  'social',
  'cross-government',
] as const;
export type Ministry = (typeof MINISTRIES)[number];
