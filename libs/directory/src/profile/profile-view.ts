import { CLEARANCES, type Clearance } from '#identity';
import { UNNAMED } from '../assertion/derived-profile.js';
import { mayRead } from './audience.js';
import {
  nearestAreas,
  nearestExpertise,
  NOTHING,
  workingModeOf,
  type PublishedValues,
} from './published-values.js';
import {
  VIEWS,
  type FieldView,
  type ProfileField,
  type SeenFields,
  type SharedField,
} from '../fields/views.js';
import type { ConsentPurpose, NetworkMembership, ProfileRecord } from './profile-record.js';

/**
 * One mediator as one clearance sees her. What that clearance may not see is null or empty here.
 *
 * GraphQL types, search documents and match candidates are all made from this and from nothing else,
 * so that a field withheld here is withheld in hits, facets, highlights, scores and explanations.
 */
export interface ProfileView extends SeenFields {
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

  const coarse = record.pseudonymous && clearance !== 'CURATOR';
  const view = { ...NOTHING_SHOWN };
  view.id = record.id;
  view.publicId = record.publicId;
  view.lot = record.lot;
  view.clearance = clearance;
  // What one of a class has narrowed would part her from the others.
  view.narrowed = coarse ? NOTHING_NARROWED : narrowedFor(record, clearance);
  view.revision = record.revision;
  // Which of a class have not confirmed would part them; the year says what may be said of it.
  view.stale = record.state === 'stale' && !coarse;
  view.pseudonymous = record.pseudonymous;
  view.matchable = record.consents.includes('MATCHED') && listed;
  view.name = shownName(record, mayRead(record, 'name', clearance), coarse);
  const values = view as unknown as Record<ProfileField, unknown>;
  for (const { field, held, of } of visible(record, clearance, coarse)) {
    values[field] = of ? of(record[held] as never, today) : record[held];
  }
  return coarse
    ? Object.assign(view, sharedFields(record, record.published?.[clearance] ?? NOTHING))
    : view;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Her name has rules of its own. */
const VALUES = VIEWS.filter(({ field }) => field !== 'name');

/** The fields of which this clearance may see what is her own. */
function visible(
  record: ProfileRecord,
  clearance: Clearance,
  coarse: boolean,
): readonly FieldView[] {
  if (!record.pseudonymous && isEmpty(record.audience)) return BY_STANDARD[clearance];
  return VALUES.filter(
    ({ field, pseudonymous }) =>
      (!coarse || pseudonymous === 'own') && mayRead(record, field, clearance),
  );
}

/** What each clearance sees of most: of who has a name and decided nothing. */
const BY_STANDARD = Object.fromEntries(
  CLEARANCES.map((clearance) => [
    clearance,
    VALUES.filter(({ field }) => mayRead({ audience: {}, pseudonymous: false }, field, clearance)),
  ]),
) as unknown as Readonly<Record<Clearance, readonly FieldView[]>>;

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}

/** What nobody has narrowed, shared by most. */
const NOTHING_NARROWED: ReadonlySet<ProfileField> = new Set();

/**
 * A view that shows nothing. Every view begins as its copy, which is many times faster than an object to which
 * fields are added one by one.
 */
const NOTHING_SHOWN: Writable<ProfileView> = {
  id: '',
  publicId: '',
  lot: '',
  clearance: 'PUBLIC',
  narrowed: NOTHING_NARROWED,
  revision: 0,
  stale: false,
  pseudonymous: false,
  matchable: false,
  name: '',
  ...(Object.fromEntries(
    VALUES.map(({ field, empty }) => [field, empty]),
  ) as unknown as SeenFields & Pick<ProfileView, 'networks'>),
};

function narrowedFor({ audience }: ProfileRecord, clearance: Clearance): ReadonlySet<ProfileField> {
  if (isEmpty(audience)) return NOTHING_NARROWED;
  const chosen = Object.keys(audience) as ProfileField[];
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
function sharedFields(
  { networks }: ProfileRecord,
  shared: PublishedValues,
): Pick<ProfileView, SharedField> {
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
