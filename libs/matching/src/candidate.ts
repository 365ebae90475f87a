import type {
  AreaCode,
  ExpertiseCode,
  ExpertiseLevel,
  LanguageCode,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  TerritoryCode,
  Track,
} from '#vocabulary';

/** Whether a profile may be matched: published, published but unconfirmed for too long, or neither. */
export const CANDIDATE_STATES = ['published', 'stale', 'unpublished'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/**
 * What the matching model knows about one mediator. It never holds a name or contact data.
 * Lists carry no weight: an item listed twice counts once.
 */
export interface Candidate {
  /** UUID of the mediator. */
  id: string;
  /** UUID by which ties are broken: random, hers alone, and known to nobody outside. */
  lot: string;
  consentMatched: boolean;
  state: CandidateState;
  languages: { code: LanguageCode; level: Proficiency }[];
  /** Territories of expertise; an M49 region for a woman who shows no more. */
  territories: AreaCode[];
  expertise: { code: ExpertiseCode; level: ExpertiseLevel }[];
  /** [] where none is shown: nobody can say then whose national she is not. */
  nationalities: TerritoryCode[];
  /** null where it is not shown. */
  residence: TerritoryCode | null;
  /** Slugs of the networks that list her; [] where none is shown. */
  networks: string[];
  /** Territories to which she must not be sent; null where it is not shown whether there are any. */
  ruledOut: TerritoryCode[] | null;
  /** Roles her profile names. */
  rolesStated: Role[];
  /** Roles she held in at least one deployment. */
  rolesServed: Role[];
  tracks: Track[];
  /** Type and phase of the processes she was deployed in. */
  processes: { type: ProcessType; phase: Phase }[];
  /** Whole years of mediation experience. */
  years: number;
  /**
   * Days on which she is available, both ends included; null is an open end; [] is never. `limited`:
   * for a part of her time, it is not said which. null: nothing is said.
   */
  available: { from: string | null; to: string | null }[] | 'limited' | null;
  /** ISO date of her last confirmation of the profile; null when she never confirmed it. */
  confirmedOn: string | null;
  /** Under 36, as far as is known; teams and fair rankings may ask for it, no criterion does. */
  youngLeader: boolean;
  /** Whether a deployment of hers was on Track 1, whatever tracks her profile states. */
  servedOnTrackOne?: boolean;
}
