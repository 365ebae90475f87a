import type { FieldChange, MergeNotice, SourceKey, StatedField, WholeProfile } from '#directory';
import { label, type Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { toAreas, toTexts } from '../graphql/texts.js';
import { toExperience } from '../mediators/to-mediator.js';
import type { ProfileChange } from './profile-past.type.js';
import type { FieldSource, Profile, ProfileSource } from './profile.type.js';
import type { ProfileMerge } from './work-list.type.js';

/** The graph's whole profile: the room has decided that this viewer may see it. */
export function toProfile(whole: WholeProfile, locale: Locale): Profile {
  const area = (code: string | null) =>
    code === null ? null : (toAreas([code], locale)[0] ?? null);
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
    fullName: whole.fullName,
    displayName: whole.displayName,
    nameVariants: [...whole.nameVariants],
    codeName: whole.codeName,
    pseudonymous: whole.pseudonymous,
    nationalities: toAreas(whole.nationalities, locale),
    residence: area(whole.residence),
    birthYear: whole.birthYear,
    years: whole.years,
    tracks: [...whole.tracks],
    roles: [...whole.roles],
    supports: [...whole.supports],
    availability: whole.availabilityBand,
    available: whole.available.map(({ from, to }) => ({ from, to })),
    noticeDays: whole.noticeDays,
    workingMode: whole.workingMode,
    biographies: toTexts(whole.biography),
    education: whole.education,
    publications: whole.publications,
    training: whole.training,
    ruledOut: toAreas(whole.ruledOut, locale),
    confirmedOn: whole.confirmedOn,
    languages: whole.languages.map(({ code, level }) => ({
      code,
      label: label('language', code, locale),
      level,
    })),
    territories: toAreas(whole.territories, locale),
    expertise: whole.expertise.map(({ code, level }) => ({
      code,
      label: label('expertise', code, locale),
      level,
    })),
    experience: whole.experience.map((deployment) => toExperience(deployment, locale)),
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
