import type {
  Audience,
  ProfileChangesInput,
  ProfileField,
  StatedField,
} from '../../graph/types.js';

/** A field that sources state: what an input calls it, and under which names of fields others see it. */
export interface RecordField<Field extends StatedField = StatedField> {
  readonly field: Field;
  readonly name: keyof ProfileChangesInput;
  /** Without any only her curators see it. */
  readonly seenAs: readonly ProfileField[];
}

const field = <Field extends StatedField>(
  of: Field,
  name: keyof ProfileChangesInput,
  ...seenAs: readonly ProfileField[]
): RecordField<Field> => ({ field: of, name, seenAs });

/** Every field, in the groups in which they are shown and written. */
export const FIELD_GROUPS = {
  name: [
    field('FULL_NAME', 'fullName', 'FULL_NAME'),
    field('DISPLAY_NAME', 'displayName', 'NAME'),
    field('NAME_VARIANTS', 'nameVariants', 'NAME_VARIANTS'),
  ],
  skills: [
    field('LANGUAGES', 'languages', 'LANGUAGES'),
    field('EXPERTISE', 'expertise', 'EXPERTISE'),
    field('TERRITORIES', 'territories', 'TERRITORIES'),
    field('ROLES', 'roles', 'ROLES'),
    field('TRACKS', 'tracks', 'TRACKS'),
    field('SUPPORTS', 'supports', 'SUPPORTS'),
    field('YEARS', 'years', 'YEARS_BAND', 'YEARS'),
    field('EXPERIENCE', 'experience', 'EXPERIENCE'),
  ],
  work: [
    field('AVAILABILITY', 'availability', 'AVAILABILITY_BAND', 'AVAILABLE'),
    field('NOTICE_DAYS', 'noticeDays', 'NOTICE_DAYS'),
    field('WORKING_MODE', 'workingMode', 'WORKING_MODE'),
  ],
  person: [
    field('NATIONALITIES', 'nationalities', 'NATIONALITIES'),
    field('RESIDENCE', 'residence', 'RESIDENCE'),
    field('BIRTH_YEAR', 'birthYear', 'AGE_BAND'),
  ],
  texts: [
    field('BIOGRAPHY', 'biography', 'BIOGRAPHY'),
    field('TRAINING', 'training', 'TRAINING'),
    field('EDUCATION', 'education', 'EDUCATION'),
    field('PUBLICATIONS', 'publications', 'PUBLICATIONS'),
  ],
  safety: [
    field('PSEUDONYMOUS', 'pseudonymous'),
    field('CODE_NAME', 'codeName'),
    field('RULED_OUT', 'ruledOut', 'RULED_OUT'),
    field('CONFIRMED_ON', 'confirmedOn', 'CONFIRMED_ON'),
  ],
} as const;

export type FieldGroup = keyof typeof FIELD_GROUPS;

export const GROUPS = Object.keys(FIELD_GROUPS) as FieldGroup[];

export const RECORD_FIELDS: readonly RecordField[] = GROUPS.flatMap((group) => [
  ...FIELD_GROUPS[group],
]);

type Grouped = (typeof FIELD_GROUPS)[FieldGroup][number]['field'];
/** Does not compile while a field of the schema is in no group. */
export const NO_FIELD_IS_FORGOTTEN: [Exclude<StatedField, Grouped>] extends [never] ? true : never =
  true;

/** What a profile states before it can be submitted. */
export const REQUIRED: readonly StatedField[] = [
  'FULL_NAME',
  'DISPLAY_NAME',
  'LANGUAGES',
  'TERRITORIES',
  'EXPERTISE',
];

/** From most to fewest people. */
export const AUDIENCES: readonly Audience[] = ['PUBLIC', 'VETTED', 'CURATOR'];
