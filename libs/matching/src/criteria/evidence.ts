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
import type { CandidateMode } from '../candidate.js';
import type { Criterion } from '../model.js';
import type { Stance, WantedMode } from '../need/need.js';

/**
 * Per criterion, what the need wanted and what was found in the candidate. Where several items are
 * wanted, `found[i]` answers `wanted[i]`, null when nothing she has earns anything; `fit` is what it
 * earned, in micro-units. Plain data, so that a shortlist can freeze it as JSON.
 */
export interface Evidence {
  LANGUAGE: {
    wanted: { code: LanguageCode; level: Proficiency; weight: number; essential?: number }[];
    found: (FoundLanguage | null)[];
  };
  REGION: {
    wanted: { code: AreaCode; weight: number; essential?: number }[];
    found: (FoundTerritory | null)[];
  };
  EXPERTISE: {
    wanted: { code: ExpertiseCode; level: ExpertiseLevel; weight: number; essential?: number }[];
    found: (FoundExpertise | null)[];
  };
  /** The first accepted role with the best standing. */
  ROLE: { wanted: Role[]; found: { role: Role; standing: 'served' | 'stated' } | null };
  TRACK: { wanted: { code: Track; weight: number }[]; found: (FoundTrack | null)[] };
  PROCESS: {
    wanted: { type: ProcessType | null; phase: Phase | null };
    /** `year`, the last of the deployment, in model 2. */
    found: {
      type: ProcessType | null;
      phase: Phase | null;
      same: 'type-and-phase' | 'type' | 'phase';
      year?: number | null;
    } | null;
  };
  /** `atMost`: the years above which more earn less, in model 2. */
  YEARS: { wanted: number | { from: number; atMost: number }; found: number };
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
  ORIGIN: {
    wanted: { stance: Stance; territories: TerritoryCode[] };
    /** Those of the territories that tie her. */
    found: { tie: 'national' | 'resident' | 'none' | 'unstated'; territories: TerritoryCode[] };
  };
  WORKING_MODE: { wanted: WantedMode; found: CandidateMode | null };
  /** In days. */
  NOTICE: { wanted: number; found: number | null };
  MENTOR: { wanted: boolean; found: boolean | null };
}

interface FoundLanguage {
  code: LanguageCode;
  level: Proficiency;
  /**
   * `member`: of the wanted macrolanguage. `macrolanguage`: of the wanted member. `sibling`: another
   * member of the same macrolanguage. `understood`: another, whose speakers understand the wanted one.
   */
  relation: 'same' | 'member' | 'macrolanguage' | 'sibling' | 'understood';
  fit: number;
}

interface FoundTerritory {
  code: AreaCode;
  /** `near`: in one regional economic community, or in one M49 sub-region. `continent`: M49 region. */
  relation: 'same' | 'inside' | 'neighbour' | 'near' | 'continent';
  fit: number;
  /** In model 2, where a deployment shows it: the last year of that, null where it is not shown. */
  deployed?: { year: number | null };
}

interface FoundExpertise {
  code: ExpertiseCode;
  level: ExpertiseLevel;
  /** `child`: a topic of the wanted domain. `domain`: of the wanted topic. `sibling`: under one domain. */
  relation: 'same' | 'child' | 'domain' | 'sibling';
  fit: number;
  /** As of a territory. */
  deployed?: { year: number | null };
}

interface FoundTrack {
  code: Track;
  relation: 'same' | 'next';
  fit: number;
}

/** What one criterion brought to a score, and from what. */
export interface ContributionOf<C extends Criterion> {
  criterion: C;
  wanted: Evidence[C]['wanted'];
  found: Evidence[C]['found'];
  /** In micro-units, from 0 to 1,000,000. */
  value: number;
  weight: number;
  /** In micro-units; the contributions of one candidate add up to her score. */
  contribution: number;
  /** In model 2: her profile says nothing of it, which is neither none nor all. */
  unstated?: true;
  /** In model 2, in micro-units: what is kept of the value, because something essential is lacking or she is not available. */
  kept?: number;
  /** In model 2: she says that she is not available, and the need does not ask about days. */
  notAvailable?: true;
}

export type Contribution = { [C in Criterion]: ContributionOf<C> }[Criterion];

/**
 * The score floor(S / W) and its parts floor(w * s / W), the missing units given one by one to the
 * largest remainders, the earlier part first among equal ones; so the parts add up to the score.
 *
 * Exact: S is at most 15 criteria * weight 1000 * 10^6 = 1.5 * 10^10, far below 2^53, and W at most
 * 15,000, so that floor() of the rounded division is floor() of the true one.
 *
 * @param products w * s of each stated criterion, in the model's order
 * @param totalWeight W
 */
export function shareOut(
  products: readonly number[],
  totalWeight: number,
): { score: number; parts: number[] } {
  const total = products.reduce((sum, product) => sum + product, 0);
  const score = Math.floor(total / totalWeight);
  const parts = products.map((product) => Math.floor(product / totalWeight));
  const missing = score - parts.reduce((sum, part) => sum + part, 0);
  // Array.sort is stable, so equal remainders stay in the order of criteria.
  const byRemainder = products
    .map((product, i) => ({ i, remainder: product % totalWeight }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { i } of byRemainder.slice(0, missing)) parts[i]!++;
  return { score, parts };
}
