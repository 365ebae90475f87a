import type { AvailabilityBand, Proficiency, Role, Track } from '#vocabulary';

/** Clearances that have documents. Curators read the database itself. */
export const INDEXED_CLEARANCES = ['PUBLIC', 'VETTED'] as const;
export type IndexedClearance = (typeof INDEXED_CLEARANCES)[number];

/**
 * Grows whenever an engine makes other rows of the same documents, so that an index made by an older
 * program is found and built anew.
 */
export const PROJECTION_VERSION = 3;

/** What the index may know of a profile: a view of one clearance satisfies it. */
export interface SearchableProfile {
  readonly id: string;
  /** What she is called outside: random, and so what breaks ties. */
  readonly publicId: string;
  readonly clearance: 'PUBLIC' | 'VETTED' | 'CURATOR';
  /** What she is called. */
  readonly name: string;
  /** What else she is called. */
  readonly otherNames: readonly string[];
  /** Labels in six languages of all that is coded, and network names. */
  readonly keywords: readonly string[];
  /** Running text by where it stands, such as `education` or `biography.fr`. */
  readonly texts: Readonly<Record<string, string>>;
  readonly networks: readonly { readonly slug: string }[];
  readonly languages: readonly { readonly code: string; readonly level: Proficiency }[];
  readonly territories: readonly string[];
  readonly expertise: readonly { readonly code: string }[];
  readonly tracks: readonly Track[];
  readonly roles: readonly Role[];
  readonly years: number | null;
  readonly yearsBand: number | null;
  readonly availabilityBand: AvailabilityBand | null;
  readonly confirmedOn: string | null;
}

/** One document: one mediator as one clearance sees her. It holds no contact or security data. */
export interface SearchDocument {
  /** `mediatorId-clearance`. */
  readonly id: string;
  readonly mediatorId: string;
  /** Breaks ties, and marks places in cursors. */
  readonly publicId: string;
  readonly clearance: IndexedClearance;
  /** Says which document it is: another one has another digest. SHA-256, base64url, of all the rest. */
  readonly digest: string;
  /** Display name, full name and variants, as far as they are seen. */
  readonly names: readonly string[];
  /** Labels in six languages of all that is coded, and network names. */
  readonly keywords: readonly string[];
  /** Running text by field, for finding. */
  readonly texts: Readonly<Record<string, string>>;
  /** Stems and concepts, by which briefs find and search boxes do not (`documentTokens`). */
  readonly tokens: readonly string[];
  readonly networks: readonly string[];
  /** Languages and the macrolanguages they satisfy. */
  readonly languages: readonly string[];
  /** `code-rank` for each of those and each rank from 1 to hers. */
  readonly languageLevels: readonly string[];
  /** Territories and every region and grouping that contains them. */
  readonly territories: readonly string[];
  /** Topics and their domains. */
  readonly expertise: readonly string[];
  readonly tracks: readonly Track[];
  readonly roles: readonly Role[];
  readonly availability: readonly AvailabilityBand[];
  readonly years: number;
  /** Lower bounds of the bands she reaches, so that a facet counts what the filter finds. */
  readonly yearsAtLeast: readonly string[];
  /** Days since 1970, or -1 when she never confirmed. */
  readonly confirmedDay: number;
  /** The beginning of the folded name: no engine can order by a text of any length. */
  readonly sortName: string;
}
