import type { Audience, IndexedClearance } from '#identity';
import type {
  AvailabilityBand,
  ExpertiseLevel,
  Proficiency,
  Role,
  Support,
  Track,
  YearsBand,
} from '#vocabulary';
import type { DayRange, WorkingMode } from '../fields/field-values.js';
import type { HeldFields } from '../fields/stated.js';
import type { NetworkRole, ProfileState } from '../fields/closed-lists.js';
import type { AgeBand } from '../fields/bands.js';
import type { ProfileField } from '../fields/views.js';

export const CONSENT_PURPOSES = [
  'LISTED',
  'MATCHED',
  'CONTACTED',
  'PUBLISHED_ABROAD',
  'STATISTICS',
  'LINKED',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

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
 * library except through `projectProfile`.
 */
export interface ProfileRecord extends HeldFields {
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
  /** What her class shows while she is pseudonymous; null where she has none. */
  readonly published: Published | null;
  readonly networks: readonly NetworkMembership[];
  readonly createdAt: string;
  readonly updatedAt: string;
}
