import { languageSatisfies, proficiencyRank } from '#vocabulary';
import { bitsOf, PROFICIENCIES, ROLES, TRACKS } from '../closed-lists.js';
import { AvailableDays } from '../criteria/availability.js';
import { HARD_CRITERIA, type HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { Flag, TRACK_SHIFT } from '../pool/columns.js';
import type { Dictionary } from '../pool/dictionary.js';
import { LANGUAGE_LEVELS, Section } from '../pool/record.js';

/** The bit of each hard criterion in a row's failures; a lower bit is checked earlier. */
const BIT = Object.fromEntries(HARD_CRITERIA.map((criterion, i) => [criterion, 1 << i])) as Record<
  HardCriterion,
  number
>;

/** One more than the largest set of failures. */
export const FAILURE_SETS = 1 << HARD_CRITERIA.length;

/** The hard criteria of one need, compiled for one version of the pool. */
export class Eligibility {
  /** Consent, state and what the need states, in order. */
  readonly inForce: HardCriterion[];

  private readonly acceptedStates: number;
  private readonly requiredLanguages: Uint8Array[];
  private readonly excludedTerritories: Uint8Array | null;
  private readonly excludedNetworks: Uint8Array | null;
  private readonly availableDays: AvailableDays | null;
  private readonly minimumShare: number;
  private readonly roles: number;
  private readonly tracks: number;
  private readonly networks: Uint8Array | null;
  private readonly minimumYears: number;
  private readonly processTerritories: Uint8Array | null;

  constructor(
    private readonly pool: CandidatePool,
    need: Need,
  ) {
    const { hard } = need;
    const { languages, territories, networks } = pool.dictionaries;
    this.acceptedStates = Flag.published | (hard.allowStale === true ? Flag.stale : 0);
    this.requiredLanguages = (hard.languages ?? []).map((required) => {
      const satisfies = new Uint8Array(languages.codes.length * LANGUAGE_LEVELS);
      languages.codes.forEach((code, symbol) => {
        if (!languageSatisfies(required.code, code)) return;
        PROFICIENCIES.forEach((level, i) => {
          const enough = proficiencyRank(level) >= proficiencyRank(required.level);
          satisfies[symbol * LANGUAGE_LEVELS + i] = enough ? 1 : 0;
        });
      });
      return satisfies;
    });
    this.excludedTerritories = members(territories, hard.conflictOfInterest?.territories);
    this.excludedNetworks = members(networks, hard.conflictOfInterest?.networks);
    this.availableDays = hard.availability ? new AvailableDays(pool, need.period!) : null;
    this.minimumShare = hard.availability?.minimumShare ?? 0;
    this.roles = bitsOf(ROLES, hard.roles ?? []);
    this.tracks = bitsOf(TRACKS, hard.tracks ?? []) << TRACK_SHIFT;
    this.networks = members(networks, hard.networks);
    this.minimumYears = hard.minimumYears ?? 0;
    this.processTerritories = members(territories, need.territories);

    const stated: Record<HardCriterion, boolean> = {
      CONSENT: true,
      STATE: true,
      LANGUAGE: this.requiredLanguages.length > 0,
      CONFLICT_OF_INTEREST: this.excludedTerritories !== null || this.excludedNetworks !== null,
      AVAILABILITY: this.availableDays !== null,
      ROLE: this.roles !== 0,
      TRACK: this.tracks !== 0,
      NETWORK: this.networks !== null,
      YEARS: this.minimumYears > 0,
      SAFETY: this.processTerritories !== null,
    };
    this.inForce = HARD_CRITERIA.filter((criterion) => stated[criterion]);
  }

  /** The bits of all hard criteria that a row fails; 0 when she is eligible. */
  failures(row: number): number {
    const { columns } = this.pool;
    const flags = columns.flags[row]!;
    let failed = 0;
    if ((flags & Flag.consent) === 0) failed |= BIT.CONSENT;
    if ((flags & this.acceptedStates) === 0) failed |= BIT.STATE;
    for (let i = 0; i < this.requiredLanguages.length; i++) {
      const satisfies = this.requiredLanguages[i]!;
      if (!this.meets(row, satisfies, Section.languages, Section.languages)) failed |= BIT.LANGUAGE;
    }
    if (
      this.meets(row, this.excludedTerritories, Section.nationalities, Section.residence) ||
      this.meets(row, this.excludedNetworks, Section.networks, Section.networks)
    ) {
      failed |= BIT.CONFLICT_OF_INTEREST;
    }
    if (this.availableDays !== null) {
      const { period } = this.availableDays;
      if (this.availableDays.of(row) * 100 < this.minimumShare * period) failed |= BIT.AVAILABILITY;
    }
    if (this.roles !== 0) {
      const held = columns.rolesStated[row]! | columns.rolesServed[row]!;
      if ((held & this.roles) === 0) failed |= BIT.ROLE;
    }
    if (this.tracks !== 0 && (flags & this.tracks) === 0) failed |= BIT.TRACK;
    if (this.networks !== null) {
      if (!this.meets(row, this.networks, Section.networks, Section.networks)) {
        failed |= BIT.NETWORK;
      }
    }
    if (columns.years[row]! < this.minimumYears) failed |= BIT.YEARS;
    if (this.meets(row, this.processTerritories, Section.ruledOut, Section.ruledOut)) {
      failed |= BIT.SAFETY;
    }
    return failed;
  }

  /** Whether the sections from the first to the last hold a word of the set. */
  private meets(row: number, set: Uint8Array | null, first: Section, last: Section): boolean {
    if (set === null) return false;
    const { words } = this.pool.arena;
    const record = this.pool.columns.record[row]!;
    const end = record + words[record + last + 1]!;
    for (let i = record + words[record + first]!; i < end; i++) {
      if (set[words[i]!] === 1) return true;
    }
    return false;
  }
}

/** The hard criteria of a set of failures, in order. */
export function criteriaOf(failures: number): HardCriterion[] {
  return HARD_CRITERIA.filter((criterion) => (failures & BIT[criterion]) !== 0);
}

/** Which symbols of a dictionary are listed; null when nothing is. */
function members(dictionary: Dictionary, codes: readonly string[] = []): Uint8Array | null {
  if (codes.length === 0) return null;
  const listed = new Set(codes);
  return Uint8Array.from(dictionary.codes, (code) => (listed.has(code) ? 1 : 0));
}
