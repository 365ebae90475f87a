import type { FieldChange, MergeNotice, SourceKey, StatedField, WholeProfile } from '#directory';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { HELD_FIELDS, type HeldField } from '../graphql/profile-fields.js';
import { toTexts } from '../graphql/texts.js';
import { toGraph } from '../graphql/to-profile-values.js';
import type { ProfileChange } from './profile-past.type.js';
import type { FieldSource, FieldStatement, Profile, ProfileSource } from './profile.type.js';
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

/** What every source states, field by field, in order of precedence. */
export function toStatements({ statements, sourcesOf }: WholeProfile): FieldStatement[] {
  return statements.flatMap(({ key, statement }) =>
    Object.entries(statement).map(([name, value]) => {
      const field = name as StatedField;
      const counts = sourcesOf[field]?.includes(key) ?? false;
      return { field, source: toSource(key), value, counts };
    }),
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
