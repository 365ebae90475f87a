import type { Audience, IndexedClearance } from '#identity';
import type {
  ExpertiseLevel,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  Support,
  Track,
  YearsBand,
} from '#vocabulary';
import type { AgeBand } from './bands.js';
import type { ProfileField } from './profile-fields.js';

export const PROFILE_STATES = [
  'draft',
  'submitted',
  'verified',
  'published',
  'stale',
  'suspended',
  'withdrawn',
] as const;
export type ProfileState = (typeof PROFILE_STATES)[number];

export const CONSENT_PURPOSES = [
  'LISTED',
  'MATCHED',
  'CONTACTED',
  'PUBLISHED_ABROAD',
  'STATISTICS',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export type AvailabilityBand = 'available' | 'limited' | 'unavailable';

export const WORKING_MODES = ['in-person', 'remote', 'both'] as const;
export type WorkingMode = (typeof WORKING_MODES)[number];

export const NETWORK_ROLES = ['member', 'mentor', 'young-member'] as const;
export type NetworkRole = (typeof NETWORK_ROLES)[number];

export interface LanguageSkill {
  readonly code: string;
  readonly level: Proficiency;
}

export interface ExpertiseSkill {
  readonly code: string;
  readonly level: ExpertiseLevel;
}

/** Days she can serve, both ends included, as ISO 8601 dates; null is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** One deployment in a peace process, as she or her network reports it. */
export interface Experience {
  readonly processName: string;
  readonly processType: ProcessType | null;
  readonly phase: Phase | null;
  readonly role: Role | null;
  readonly track: Track | null;
  readonly territory: string | null;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
}

export interface NetworkMembership {
  readonly networkId: string;
  readonly slug: string;
  /** The network's name by locale. */
  readonly names: Readonly<Record<string, string>>;
  readonly role: NetworkRole;
  readonly since: string | null;
}

/**
 * What a class of women shows at one clearance. Every value is true of each of them, and says less than
 * their own: "at least" for levels and years, "at most" for days of notice, "not before" for the year.
 *
 * The values form a lattice: `generalised(a, b)` is the most that is true wherever `a` or `b` is, and `NOTHING`
 * is its top. Sets hold whatever follows from their members (the continent of a region, the domain of a topic),
 * so that the common part of two sets is the common part of what they say.
 */
export interface PublishedValues {
  /** M49 regions; the world always. */
  readonly areas: readonly string[];
  /** Her role by slug of a network that lists her; `member` where they differ. */
  readonly networks: Readonly<Record<string, NetworkRole>>;
  /** By language of wider use, at least this level; never native. */
  readonly languages: Readonly<Record<string, Proficiency>>;
  /** By topic and domain, at least this level. */
  readonly expertise: Readonly<Record<string, ExpertiseLevel>>;
  readonly tracks: readonly Track[];
  readonly roles: readonly Role[];
  readonly supports: readonly Support[];
  readonly workingModes: readonly Exclude<WorkingMode, 'both'>[];
  readonly yearsFrom: YearsBand | null;
  readonly availabilityBand: AvailabilityBand | null;
  /** All the same, or not said. */
  readonly available: readonly DayRange[] | null;
  readonly noticeAtMost: number | null;
  readonly confirmedSince: number | null;
  readonly ageBand: AgeBand | null;
}

/** What a class shows, by clearance. */
export type Published = Readonly<Record<IndexedClearance, PublishedValues>>;

/**
 * All that is held about one mediator, contact and security data excepted. It never leaves this
 * room except through `projectProfile`.
 */
export interface ProfileRecord {
  /** Internal: it leaves to her curators and herself only. */
  readonly id: string;
  /** What all others know her by; another one since she became pseudonymous or stopped being so. */
  readonly publicId: string;
  /** Breaks ties in rankings; secret. */
  readonly lot: string;
  readonly state: ProfileState;
  readonly revision: number;
  /** Purposes she has consented to and not withdrawn. */
  readonly consents: readonly ConsentPurpose[];
  /** Her own audience for a field, where it differs from the standard one. */
  readonly audience: Readonly<Partial<Record<ProfileField, Audience>>>;
  readonly fullName: string;
  readonly displayName: string;
  readonly nameVariants: readonly string[];
  readonly codeName: string | null;
  readonly pseudonymous: boolean;
  /** What her class shows while she is pseudonymous; null where she has none. */
  readonly published: Published | null;
  readonly nationalities: readonly string[];
  readonly residence: string | null;
  readonly birthYear: number | null;
  readonly years: number;
  readonly tracks: readonly Track[];
  readonly roles: readonly Role[];
  readonly supports: readonly Support[];
  /** Null where nobody has stated it. */
  readonly availabilityBand: AvailabilityBand | null;
  readonly available: readonly DayRange[];
  readonly noticeDays: number | null;
  readonly workingMode: WorkingMode | null;
  /** Text by language (BCP 47). */
  readonly biography: Readonly<Record<string, string>>;
  readonly education: string | null;
  readonly publications: string | null;
  readonly training: string | null;
  /** Territories she has ruled out for her safety. */
  readonly ruledOut: readonly string[];
  readonly confirmedOn: string | null;
  readonly languages: readonly LanguageSkill[];
  readonly territories: readonly string[];
  readonly expertise: readonly ExpertiseSkill[];
  readonly experience: readonly Experience[];
  readonly networks: readonly NetworkMembership[];
  readonly createdAt: string;
  readonly updatedAt: string;
}
