import {
  DEFINITIONS,
  fieldAudiences,
  type FieldChange,
  type MergeNotice,
  type SourceKey,
  type StatedField,
  type WholeProfile,
} from '#directory';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { HELD_FIELDS, type HeldField } from '../graphql/profile-fields.js';
import { toTexts } from '../graphql/texts.js';
import { toGraph } from '../graphql/to-profile-values.js';
import type { ProfileChange } from './profile-past.type.js';
import type { FieldSource, FieldStatement, Profile, ProfileSource } from './profile.type.js';
import { statedInput } from './stated-input.js';
import { statedWords } from './stated-words.js';
import type { ProfileMerge } from './work-list.type.js';

/** The graph's whole profile: the service has decided that this viewer may see it. */
export function toProfile(whole: WholeProfile, locale: Locale): Profile {
  const fields = Object.fromEntries(
    HELD_FIELDS.map(([field, { type }]) => [field, toGraph(type, whole[field], locale)]),
  ) as unknown as Pick<Profile, HeldField>;
  const { percent, missing } = whole.completeness;
  return {
    __typename: 'Profile',
    whole,
    id: globalId('Profile', whole.id),
    state: whole.state,
    revision: whole.revision,
    consents: [...whole.consents],
    affiliations: whole.networks.map(({ networkId, role, since }) => ({ networkId, role, since })),
    completeness: {
      percent,
      missing: missing.map((one) => ({ ...one, filters: [...one.filters] })),
    },
    sources: toFieldSources(whole),
    audiences: fieldAudiences(whole.audience),
    availability: whole.availabilityBand,
    available: whole.available.map(({ from, to }) => ({ from, to })),
    biographies: toTexts(whole.biography),
    ...fields,
  };
}

export function toSource(key: SourceKey): ProfileSource {
  return key === 'herself'
    ? { herself: true, networkId: null }
    : { herself: false, networkId: key };
}

function toFieldSources({ sourcesOf, conflicts }: WholeProfile): FieldSource[] {
  return Object.entries(sourcesOf).map(([name, keys]) => {
    const field = name as StatedField;
    return { field, sources: keys.map(toSource), inConflict: conflicts.includes(field) };
  });
}

/** What each source states, field by field in the order of fields, and in each in order of precedence. */
export function toStatements(
  { statements, sourcesOf }: WholeProfile,
  locale: Locale,
): FieldStatement[] {
  return DEFINITIONS.flatMap(([field]) =>
    statements.flatMap(({ key, statement: { [field]: value } }) =>
      value === undefined
        ? []
        : [
            {
              field,
              source: toSource(key),
              value: statedInput(field, value),
              words: statedWords(field, value, locale),
              counts: sourcesOf[field]?.includes(key) ?? false,
            },
          ],
    ),
  );
}

export function toProfileChange({ id, source, ...change }: FieldChange): ProfileChange {
  return {
    __typename: 'ProfileChange',
    ...change,
    id: globalId('FieldChange', id),
    source: toSource(source),
  };
}

export function toProfileMerge({ id, ...merge }: MergeNotice): ProfileMerge {
  return { __typename: 'ProfileMerge', ...merge, id: globalId('Merge', id) };
}
