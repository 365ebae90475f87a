import type { VocabularyKind } from '../../graph/types.js';

/** What a column of a list can be, by its canonical name, in the groups of the menu of fields. */
export const FIELD_GROUPS = {
  person: [
    'external_id',
    'full_name',
    'given_name',
    'middle_name',
    'family_name',
    'second_family_name',
    'display_name',
    'name_variants',
    'nationality',
    'residence',
  ],
  work: [
    'languages',
    'language_level',
    'territories',
    'expertise',
    'expertise_level',
    'years',
    'tracks',
    'roles',
    'supports',
    'availability',
    'notice_days',
    'remote',
    'deployments',
    'biography',
    'education',
    'publications',
    'training',
    'confirmed_on',
  ],
  membership: ['network_role', 'member_since', 'consent', 'consent_text_version', 'consent_on'],
  safety: ['pseudonymous', 'code_name', 'ruled_out', 'security_notes'],
  contact: ['email', 'telephone', 'postal_address', 'emergency_contact', 'date_of_birth'],
} as const;

export type FieldGroup = keyof typeof FIELD_GROUPS;
export type FieldName = (typeof FIELD_GROUPS)[FieldGroup][number];

const NAMES: ReadonlySet<string> = new Set(Object.values(FIELD_GROUPS).flat());

export function isFieldName(name: string | null): name is FieldName {
  return name !== null && NAMES.has(name);
}

/** The vocabulary that the values of a column come from. */
export const KINDS: Partial<Record<FieldName, VocabularyKind>> = {
  nationality: 'TERRITORY',
  residence: 'TERRITORY',
  territories: 'TERRITORY',
  ruled_out: 'TERRITORY',
  languages: 'LANGUAGE',
  language_level: 'PROFICIENCY',
  expertise: 'EXPERTISE',
  expertise_level: 'EXPERTISE_LEVEL',
  tracks: 'TRACK',
  roles: 'ROLE',
  supports: 'SUPPORT',
};

/** Columns that hold several values in a cell, with semicolons between. */
export const SEVERAL: ReadonlySet<FieldName> = new Set<FieldName>([
  'nationality',
  'territories',
  'ruled_out',
  'languages',
  'expertise',
  'tracks',
  'roles',
  'supports',
]);

/** Columns of which each value may have a column of its own, with marks in it. */
export const MARKED: ReadonlySet<FieldName> = new Set<FieldName>([
  'languages',
  'expertise',
  'territories',
]);

export const PURPOSES = [
  'LISTED',
  'MATCHED',
  'CONTACTED',
  'PUBLISHED_ABROAD',
  'STATISTICS',
  'LINKED',
] as const;
export type Purpose = (typeof PURPOSES)[number];
