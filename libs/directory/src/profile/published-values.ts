import type { IndexedClearance } from '#identity';
import {
  areaRegions,
  expertiseDomain,
  macrolanguageOf,
  proficiencyRank,
  PROFICIENCIES,
  WORLD,
  type AvailabilityBand,
  type ExpertiseLevel,
  type Proficiency,
} from '#vocabulary';
import { mayRead } from './audience.js';
import { ageBand, yearsBand } from '../fields/bands.js';
import type { ProfileField } from '../fields/views.js';
import type { WorkingMode } from '../fields/field-values.js';
import type { ProfileRecord, Published, PublishedValues } from './profile-record.js';

export type { Published, PublishedValues };

/** What a woman shows who has no class: that she is somewhere in the world. */
export const NOTHING: PublishedValues = {
  areas: [WORLD],
  networks: {},
  languages: {},
  expertise: {},
  tracks: [],
  roles: [],
  supports: [],
  workingModes: [],
  yearsFrom: null,
  availabilityBand: null,
  available: null,
  noticeAtMost: null,
  confirmedSince: null,
  ageBand: null,
};

/**
 * The official languages of the United Nations and the African Union: none of them tells one country. Of a
 * variety, its macrolanguage counts (`arq` is `ar`). Every other language is left out: most are spoken in one
 * or two countries, and told the nationality of 28 of 41 women of the demo.
 */
const WIDELY_USED: ReadonlySet<string> = new Set(['ar', 'en', 'es', 'fr', 'pt', 'ru', 'sw', 'zh']);

/** Days of notice are shown as at most one of these. */
const NOTICE = [7, 14, 30, 60, 90, 180, 365] as const;

/** What a woman would show at a clearance if five others were like her: nothing of what she hides there. */
export function ownValues(
  record: ProfileRecord,
  clearance: IndexedClearance,
  today: Date,
): PublishedValues {
  const sees = (field: ProfileField): boolean => mayRead(record, field, clearance);
  const list = <T>(field: ProfileField, held: readonly T[]): readonly T[] =>
    sees(field) ? held : [];
  const value = <T>(field: ProfileField, held: T): T | null => (sees(field) ? held : null);
  const { confirmedOn, noticeDays, workingMode } = record;
  return {
    areas: sorted([WORLD, ...list('territories', record.territories).flatMap(areaRegions)]),
    networks: Object.fromEntries(
      list('networks', record.networks).map(({ slug, role }) => [slug, role]),
    ),
    languages: highest(
      list('languages', record.languages).flatMap(({ code, level }): [string, Proficiency][] => {
        const wide = [code, macrolanguageOf(code)].find((one) => one && WIDELY_USED.has(one));
        return wide && level !== 'signed' ? [[wide, level === 'native' ? 'C2' : level]] : [];
      }),
      proficiencyRank,
    ),
    expertise: highest(
      list('expertise', record.expertise).flatMap(({ code, level }): [string, ExpertiseLevel][] => [
        [code, level],
        [expertiseDomain(code), level],
      ]),
      (level) => level,
    ),
    tracks: sorted(list('tracks', record.tracks)),
    roles: sorted(list('roles', record.roles)),
    supports: sorted(list('supports', record.supports)),
    workingModes: sees('workingMode') ? modesIn(workingMode) : [],
    yearsFrom: value('yearsBand', yearsBand(record.years)),
    availabilityBand: value('availabilityBand', record.availabilityBand),
    available: value('available', record.available),
    noticeAtMost:
      noticeDays === null
        ? null
        : (value(
            'noticeDays',
            NOTICE.find((n) => noticeDays <= n),
          ) ?? null),
    confirmedSince:
      confirmedOn === null ? null : value('confirmedOn', Number(confirmedOn.slice(0, 4))),
    ageBand: value('ageBand', ageBand(record.birthYear, today.getUTCFullYear())),
  };
}

/** The same at every clearance that has an index. */
export function ownPublished(record: ProfileRecord, today: Date): Published {
  return {
    PUBLIC: ownValues(record, 'PUBLIC', today),
    VETTED: ownValues(record, 'VETTED', today),
  };
}

/** A woman who is pseudonymous and listed, as classes are made of her. */
export interface Listed {
  readonly own: Published;
  /** What no class may tell of her. */
  readonly nationalities: readonly string[];
}

/** The same from her record. */
export function listedOf(record: ProfileRecord, today: Date): Listed {
  return { own: ownPublished(record, today), nationalities: record.nationalities };
}

/** The most that is true wherever either is. */
export function generalised(a: PublishedValues, b: PublishedValues): PublishedValues {
  return {
    areas: common(a.areas, b.areas),
    networks: commonKeys(a.networks, b.networks, (one, other) => (one === other ? one : 'member')),
    languages: commonKeys(a.languages, b.languages, lower),
    expertise: commonKeys(a.expertise, b.expertise, (one, other) => (one < other ? one : other)),
    tracks: common(a.tracks, b.tracks),
    roles: common(a.roles, b.roles),
    supports: common(a.supports, b.supports),
    workingModes: common(a.workingModes, b.workingModes),
    yearsFrom: both(a.yearsFrom, b.yearsFrom, (one, other) => (one < other ? one : other)),
    availabilityBand: both(a.availabilityBand, b.availabilityBand, lessAvailable),
    available: both(a.available, b.available, (one, other) =>
      canonical(one) === canonical(other) ? one : null,
    ),
    noticeAtMost: both(a.noticeAtMost, b.noticeAtMost, (one, other) => Math.max(one, other)),
    confirmedSince: both(a.confirmedSince, b.confirmedSince, (one, other) => Math.min(one, other)),
    ageBand: both(a.ageBand, b.ageBand, (one, other) => (one === other ? one : null)),
  };
}

/** The same for what each clearance sees. */
export function generalisedAll(a: Published, b: Published): Published {
  return {
    PUBLIC: generalised(a.PUBLIC, b.PUBLIC),
    VETTED: generalised(a.VETTED, b.VETTED),
  };
}

/** The same without what tells most of where somebody comes from. */
export function withoutPlace(values: PublishedValues): PublishedValues {
  const areas = values.areas.filter((code) => code === WORLD || areaRegions(code).length === 1);
  return { ...values, areas, networks: {}, languages: {} };
}

/** Whether `general` says nothing that is not true of whom `special` is: it is the same or coarser. */
export function covers(general: Published, special: Published): boolean {
  return canonical(generalisedAll(general, special)) === canonical(general);
}

/** A text that is the same for the same values, in whatever order they were written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

/** The regions that say most: without those that hold another of them. */
export function nearestAreas(areas: readonly string[]): string[] {
  const held = new Set(areas.flatMap((code) => (code === WORLD ? [] : areaRegions(code))));
  return areas.filter((code) => !held.has(code));
}

/** The topics, and the domains without a topic among them. */
export function nearestExpertise(
  expertise: PublishedValues['expertise'],
): { code: string; level: ExpertiseLevel }[] {
  const codes = Object.keys(expertise).toSorted();
  const withTopic = new Set(
    codes.filter((code) => code.includes('.')).map((code) => expertiseDomain(code)),
  );
  return codes
    .filter((code) => !withTopic.has(code))
    .map((code) => ({ code, level: expertise[code] as ExpertiseLevel }));
}

/** As a profile says it. */
export function workingModeOf({ workingModes }: PublishedValues): WorkingMode | null {
  return workingModes.length === 2 ? 'both' : (workingModes[0] ?? null);
}

function modesIn(mode: WorkingMode | null): Exclude<WorkingMode, 'both'>[] {
  if (mode === null) return [];
  return mode === 'both' ? ['in-person', 'remote'] : [mode];
}

function lower(a: Proficiency, b: Proficiency): Proficiency {
  return PROFICIENCIES.indexOf(a) < PROFICIENCIES.indexOf(b) ? a : b;
}

/** Who is available can take a limited engagement too; unavailable is no lesser form of it. */
function lessAvailable(a: AvailabilityBand, b: AvailabilityBand): AvailabilityBand | null {
  if (a === b) return a;
  return a === 'unavailable' || b === 'unavailable' ? null : 'limited';
}

function both<T>(a: T | null, b: T | null, join: (a: T, b: T) => T | null): T | null {
  return a === null || b === null ? null : join(a, b);
}

function common<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  return a.filter((one) => b.includes(one));
}

function commonKeys<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  join: (a: T, b: T) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.keys(a)
      .filter((key) => Object.hasOwn(b, key))
      .toSorted()
      .map((key) => [key, join(a[key] as T, b[key] as T)]),
  );
}

/** By key, the highest of its values. */
function highest<T>(
  entries: readonly (readonly [string, T])[],
  rank: (value: T) => number,
): Record<string, T> {
  const found = new Map<string, T>();
  for (const [key, value] of entries) {
    const held = found.get(key);
    if (held === undefined || rank(held) < rank(value)) found.set(key, value);
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function sorted<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].toSorted();
}
