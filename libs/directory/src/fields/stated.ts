import type { AvailabilityBand } from '#vocabulary';
import type { FieldDefinition, FieldType, HeldOf, ValueOf } from './field-types.js';
import type { DayRange } from './field-values.js';
import { PROFILE_FIELDS } from './profile-fields.js';

type Fields = typeof PROFILE_FIELDS;

/** A field that a source can state; contact data and consents are no such fields. */
export type StatedField = keyof Fields;

/** Everything that can be stated of a woman. */
export type StatedFields = { readonly [K in StatedField]: ValueOf<Fields[K]['type']> };

/** What all sources together state of her, null or empty where none does. */
export type HeldFields = {
  readonly [K in Exclude<StatedField, 'availability'>]: HeldOf<Fields[K]['type']>;
} & {
  /** Null where nobody has stated it. */
  readonly availabilityBand: AvailabilityBand | null;
  readonly available: readonly DayRange[];
};

/** In the order in which they are shown, compared and recorded. */
export const STATED_FIELDS = Object.keys(PROFILE_FIELDS) as readonly StatedField[];

/** Each field with its definition, whatever its type. */
export const DEFINITIONS: readonly (readonly [StatedField, FieldDefinition])[] = STATED_FIELDS.map(
  (field) => [field, PROFILE_FIELDS[field]],
);

/** Whether what stands under this name is a text in each of several languages. */
export function isByLanguage(name: string): boolean {
  return BY_LANGUAGE.has(name);
}

const BY_LANGUAGE: ReadonlySet<string> = new Set(
  DEFINITIONS.filter(([, { type }]) => type.kind === 'texts').map(([field]) => field),
);

/** The field's type, whatever it is. */
export function typeOf(field: StatedField): FieldType {
  return PROFILE_FIELDS[field].type;
}
