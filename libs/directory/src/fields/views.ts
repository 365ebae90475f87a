import { CLEARANCES, type Audience } from '#identity';
import type { Criterion } from '#matching';
import type { EmptyKind, FieldDefinition, FieldKind, Shown } from './field-types.js';
import { NETWORKS, PROFILE_FIELDS } from './profile-fields.js';
import { DEFINITIONS, type HeldFields, type StatedField } from './stated.js';

type Fields = typeof PROFILE_FIELDS;

type ViewsOf<K extends StatedField> = Fields[K] extends { views: infer V }
  ? V
  : Record<K, Fields[K]>;

/** A field of the profile as others see it: what has an audience. */
export type ProfileField = { [K in StatedField]: keyof ViewsOf<K> }[StatedField] | 'networks';

/** The field whose statement is shown as this one. */
type SourceOf<V> = { [K in StatedField]: V extends keyof ViewsOf<K> ? K : never }[StatedField];

type ShownAs<V, K extends StatedField> = V extends keyof ViewsOf<K> ? ViewsOf<K>[V] : never;

type Held<V> = V extends keyof HeldFields ? HeldFields[V] : never;

type Visible<V, K extends StatedField> =
  ShownAs<V, K> extends { of: (...args: never) => infer R }
    ? R | null
    : ShownAs<V, K> extends { withheld: null }
      ? Held<V> | null
      : Fields[K]['type'] extends { kind: Exclude<EmptyKind, 'flag'> }
        ? Held<V>
        : Held<V> | null;

/** What is seen of her statements: null or empty where it is withheld or nobody has stated it. */
export type SeenFields = {
  readonly [V in Exclude<ProfileField, 'name' | 'networks'>]: Visible<V, SourceOf<V>>;
};

/** Fields of which a pseudonymous woman shows what her class has in common. */
export type SharedField = {
  [V in Exclude<ProfileField, 'name'>]: V extends 'networks'
    ? V
    : ShownAs<V, SourceOf<V>> extends { pseudonymous: 'class' }
      ? V
      : never;
}[Exclude<ProfileField, 'name'>];

/** One field as others see it. */
export interface FieldView extends Shown {
  readonly field: ProfileField;
  /** What it is called in `ProfileRecord`. */
  readonly held: keyof HeldFields | 'networks';
  /** What stands in its place where it is withheld. */
  readonly empty: unknown;
}

const EMPTY: Readonly<Partial<Record<FieldKind, unknown>>> = {
  names: Object.freeze([]),
  codes: Object.freeze([]),
  skills: Object.freeze([]),
  experience: Object.freeze([]),
  texts: Object.freeze({}),
};

/** Every field that has an audience, those that most people see first. */
export const VIEWS: readonly FieldView[] = [
  ...DEFINITIONS.flatMap(([field, definition]) => viewsOf(field, definition)),
  { ...NETWORKS, field: 'networks', held: 'networks', empty: Object.freeze([]) } as const,
].toSorted((a, b) => CLEARANCES.indexOf(a.audience) - CLEARANCES.indexOf(b.audience));

const BY_FIELD: ReadonlyMap<string, FieldView> = new Map(VIEWS.map((view) => [view.field, view]));

/** How a field is shown; undefined for what is no such field: nobody sees it. */
export function viewOf(field: ProfileField): FieldView | undefined {
  return BY_FIELD.get(field);
}

/** Who sees each field if she decides nothing. */
export const STANDARD_AUDIENCE = Object.fromEntries(
  VIEWS.map(({ field, audience }) => [field, audience]),
) as Readonly<Record<ProfileField, Audience>>;

/** The fields that the evidence of a criterion is taken from. */
export function fieldsOf(criterion: Criterion): ProfileField[] {
  return VIEWS.filter(({ criteria }) => criteria?.includes(criterion)).map(({ field }) => field);
}

function viewsOf(field: StatedField, definition: FieldDefinition): FieldView[] {
  const { type, views = { [field]: definition } } = definition;
  return Object.entries(views).map(
    ([called, { audience, widest, pseudonymous, withheld, ...rest }]): FieldView => {
      const { of, criteria, search } = rest;
      return {
        field: called as ProfileField,
        // How available she is, is held as her band and her days.
        held:
          type.kind === 'availability' ? (called as keyof HeldFields) : (field as keyof HeldFields),
        empty: withheld === null || of ? null : (EMPTY[type.kind] ?? null),
        audience,
        widest,
        pseudonymous,
        of,
        criteria,
        search,
      };
    },
  );
}
