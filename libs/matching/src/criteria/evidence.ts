import type {
  AreaCode,
  ExpertiseCode,
  ExpertiseLevel,
  LanguageCode,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  Track,
} from '#vocabulary';

/**
 * Per criterion, what the need wanted and what was found in the candidate. Where several items are
 * wanted, `found[i]` answers `wanted[i]`, null when nothing she has earns anything; `fit` is what it
 * earned, in micro-units. Plain data, so that a shortlist can freeze it as JSON.
 */
export interface Evidence {
  LANGUAGE: {
    wanted: { code: LanguageCode; level: Proficiency; weight: number }[];
    found: (FoundLanguage | null)[];
  };
  REGION: { wanted: { code: AreaCode; weight: number }[]; found: (FoundTerritory | null)[] };
  EXPERTISE: {
    wanted: { code: ExpertiseCode; level: ExpertiseLevel; weight: number }[];
    found: (FoundExpertise | null)[];
  };
  /** The first accepted role with the best standing. */
  ROLE: { wanted: Role[]; found: { role: Role; standing: 'served' | 'stated' } | null };
  TRACK: { wanted: { code: Track; weight: number }[]; found: (FoundTrack | null)[] };
  PROCESS: {
    wanted: { type: ProcessType | null; phase: Phase | null };
    found: { type: ProcessType; phase: Phase; same: 'type-and-phase' | 'type' | 'phase' } | null;
  };
  YEARS: { wanted: number; found: number };
  /** `days` is null where the profile does not name any: her time is limited, or nothing is said of it. */
  AVAILABILITY: {
    wanted: { from: string; to: string; days: number };
    found: { days: number } | { days: null; said: 'limited' | 'unknown' };
  };
  /** Days since the last confirmation; null when there was none. Negative when it came after `asOf`. */
  FRESHNESS: {
    wanted: { asOf: string };
    found: { confirmedOn: string; days: number } | null;
  };
  /** The 1-based place among the matches of the free-text brief. */
  TEXT: { wanted: { matches: number }; found: { place: number } | null };
  /** Those of the preferred networks that list her. */
  NETWORK: { wanted: string[]; found: string[] };
}

export interface FoundLanguage {
  code: LanguageCode;
  level: Proficiency;
  /**
   * `member`: of the wanted macrolanguage. `macrolanguage`: of the wanted member. `sibling`: another
   * member of the same macrolanguage.
   */
  relation: 'same' | 'member' | 'macrolanguage' | 'sibling';
  fit: number;
}

export interface FoundTerritory {
  code: AreaCode;
  /** `near`: in one regional economic community, or in one M49 sub-region. `continent`: M49 region. */
  relation: 'same' | 'inside' | 'neighbour' | 'near' | 'continent';
  fit: number;
}

export interface FoundExpertise {
  code: ExpertiseCode;
  level: ExpertiseLevel;
  /** `child`: a topic of the wanted domain. `domain`: of the wanted topic. `sibling`: under one domain. */
  relation: 'same' | 'child' | 'domain' | 'sibling';
  fit: number;
}

export interface FoundTrack {
  code: Track;
  relation: 'same' | 'next';
  fit: number;
}
