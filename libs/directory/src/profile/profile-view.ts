import type { Clearance } from '#identity';
import type { Role, Support, Track, YearsBand } from '#vocabulary';
import { UNNAMED } from '../assertion/derived-profile.js';
import { mayRead } from './audience.js';
import { ageBand, yearsBand, type AgeBand } from './bands.js';
import {
  nearestAreas,
  nearestExpertise,
  NOTHING,
  workingModeOf,
  type PublishedValues,
} from '../pseudonym/published-values.js';
import type { ProfileField } from './profile-fields.js';
import type {
  AvailabilityBand,
  ConsentPurpose,
  DayRange,
  Experience,
  ExpertiseSkill,
  LanguageSkill,
  NetworkMembership,
  ProfileRecord,
  WorkingMode,
} from './profile-record.js';

/**
 * One mediator as one clearance sees her. What that clearance may not see is null or empty here.
 *
 * GraphQL types, search documents and match candidates are all made from this and from nothing else,
 * so that a field withheld here is withheld in hits, facets, highlights, scores and explanations.
 */
export interface ProfileView {
  /** The key inside this program; it is never shown. */
  readonly id: string;
  /** What she is called outside. */
  readonly publicId: string;
  /** Breaks ties in rankings; secret. */
  readonly lot: string;
  readonly clearance: Clearance;
  /** Fields that her own choice of an audience keeps from this clearance. */
  readonly narrowed: ReadonlySet<ProfileField>;
  readonly revision: number;
  readonly stale: boolean;
  readonly pseudonymous: boolean;
  /** She may take part in rankings (consent MATCHED). */
  readonly matchable: boolean;
  /** Her display name, or her code name when she is pseudonymous or keeps her name narrower. */
  readonly name: string;
  readonly networks: readonly NetworkMembership[];
  readonly languages: readonly LanguageSkill[];
  /** Territories of expertise; M49 regions instead when she is pseudonymous. */
  readonly territories: readonly string[];
  readonly expertise: readonly ExpertiseSkill[];
  readonly tracks: readonly Track[];
  readonly roles: readonly Role[];
  readonly supports: readonly Support[];
  /** The band she is in; when she is pseudonymous, one that she is in or above. */
  readonly yearsBand: YearsBand | null;
  readonly biography: Readonly<Record<string, string>>;
  readonly availabilityBand: AvailabilityBand | null;
  readonly noticeDays: number | null;
  readonly workingMode: WorkingMode | null;
  /** The day; when she is pseudonymous, the first of a year in which or since which she confirmed. */
  readonly confirmedOn: string | null;
  readonly fullName: string | null;
  readonly nameVariants: readonly string[];
  readonly nationalities: readonly string[];
  readonly residence: string | null;
  readonly ageBand: AgeBand | null;
  readonly years: number | null;
  readonly available: readonly DayRange[] | null;
  readonly experience: readonly Experience[];
  readonly education: string | null;
  readonly publications: string | null;
  readonly training: string | null;
  /** Null where she is not shown to have ruled anything out: nobody may conclude that she has not. */
  readonly ruledOut: readonly string[] | null;
}

/**
 * What a viewer of this clearance sees of a profile; null when she may not know that it exists.
 *
 * Below CURATOR a profile exists only while it is published (or stale) and consent LISTED stands:
 * consent withdrawn beats every state. A pseudonymous woman shows there what her class shows, and nothing
 * of her own but her code name (docs/pseudonymity.md).
 */
export function projectProfile(
  record: ProfileRecord,
  clearance: Clearance,
  today: Date,
): ProfileView | null {
  const listed = isListed(record);
  if (clearance !== 'CURATOR' && !listed) return null;

  const sees = (field: ProfileField): boolean => mayRead(record, field, clearance);
  const value = <T>(field: ProfileField, held: T): T | null => (sees(field) ? held : null);
  const list = <T>(field: ProfileField, held: readonly T[]): readonly T[] =>
    sees(field) ? held : [];
  const shared =
    record.pseudonymous && clearance !== 'CURATOR'
      ? (record.published?.[clearance] ?? NOTHING)
      : null;

  return {
    id: record.id,
    publicId: record.publicId,
    lot: record.lot,
    clearance,
    // What one of a class has narrowed would part her from the others.
    narrowed: shared ? NOTHING_NARROWED : narrowedFor(record, clearance),
    revision: record.revision,
    // Which of a class have not confirmed would part them; the year says what may be said of it.
    stale: record.state === 'stale' && shared === null,
    pseudonymous: record.pseudonymous,
    matchable: record.consents.includes('MATCHED') && listed,
    name: shownName(record, sees('name'), shared !== null),
    networks: list('networks', record.networks),
    languages: list('languages', record.languages),
    territories: list('territories', record.territories),
    expertise: list('expertise', record.expertise),
    tracks: list('tracks', record.tracks),
    roles: list('roles', record.roles),
    supports: list('supports', record.supports),
    yearsBand: value('yearsBand', yearsBand(record.years)),
    biography: sees('biography') ? record.biography : {},
    availabilityBand: value('availabilityBand', record.availabilityBand),
    noticeDays: value('noticeDays', record.noticeDays),
    workingMode: value('workingMode', record.workingMode),
    confirmedOn: value('confirmedOn', record.confirmedOn),
    fullName: value('fullName', record.fullName),
    nameVariants: list('nameVariants', record.nameVariants),
    nationalities: list('nationalities', record.nationalities),
    residence: value('residence', record.residence),
    ageBand: value('ageBand', ageBand(record.birthYear, today.getUTCFullYear())),
    years: value('years', record.years),
    available: value('available', record.available),
    experience: list('experience', record.experience),
    education: value('education', record.education),
    publications: value('publications', record.publications),
    training: value('training', record.training),
    ruledOut: value('ruledOut', record.ruledOut),
    ...(shared && sharedFields(record, shared)),
  };
}

/** What nobody has narrowed, shared by most. */
const NOTHING_NARROWED: ReadonlySet<ProfileField> = new Set();

function narrowedFor({ audience }: ProfileRecord, clearance: Clearance): ReadonlySet<ProfileField> {
  const chosen = Object.keys(audience) as ProfileField[];
  if (chosen.length === 0) return NOTHING_NARROWED;
  const named = { audience, pseudonymous: false };
  return new Set(chosen.filter((field) => !mayRead(named, field, clearance)));
}

/** Whether the directory may show this profile at all. */
export function isListed(record: {
  state: ProfileRecord['state'];
  consents: readonly ConsentPurpose[];
}): boolean {
  const shown = record.state === 'published' || record.state === 'stale';
  return shown && record.consents.includes('LISTED');
}

function shownName(record: ProfileRecord, seesName: boolean, coarse: boolean): string {
  if (seesName && !coarse) return record.displayName;
  return record.codeName ?? UNNAMED;
}

/** What a pseudonymous woman shows of what she shares with her class, in place of her own. */
function sharedFields({ networks }: ProfileRecord, shared: PublishedValues): Partial<ProfileView> {
  return {
    networks: networks.flatMap((network) => {
      const role = shared.networks[network.slug];
      return role === undefined ? [] : [{ ...network, role, since: null }];
    }),
    languages: Object.entries(shared.languages).map(([code, level]) => ({ code, level })),
    territories: nearestAreas(shared.areas),
    expertise: nearestExpertise(shared.expertise),
    tracks: shared.tracks,
    roles: shared.roles,
    supports: shared.supports,
    yearsBand: shared.yearsFrom,
    availabilityBand: shared.availabilityBand,
    noticeDays: shared.noticeAtMost,
    workingMode: workingModeOf(shared),
    confirmedOn: shared.confirmedSince === null ? null : `${shared.confirmedSince}-01-01`,
    ageBand: shared.ageBand,
    years: null,
    available: shared.available,
  };
}
