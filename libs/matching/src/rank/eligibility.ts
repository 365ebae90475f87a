import { PROFICIENCIES, ROLES, TRACKS, languageSatisfies, proficiencyRank } from '#vocabulary';
import { bitsOf } from '../bit-sets.js';
import { AvailableDays } from '../criteria/availability.js';
import { HARD_CRITERIA, type HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { type Columns, Flag, TRACK_SHIFT } from '../pool/columns.js';
import type { Dictionary } from '../pool/dictionary.js';
import { LANGUAGE_WORDS } from '../pool/dictionaries.js';
import { Section } from '../pool/record.js';

/** The bit of each hard criterion in a row's failures; a lower bit is checked earlier. */
const BIT = Object.fromEntries(HARD_CRITERIA.map((criterion, i) => [criterion, 1 << i])) as Record<
  HardCriterion,
  number
>;

/** One more than the largest set of failures. */
export const FAILURE_SETS = 1 << HARD_CRITERIA.length;

/** Neighbouring sections of a record: from the start of one to the start of the one after the last. */
interface Span {
  start: number;
  end: number;
}

const LANGUAGES: Span = { start: Section.languages, end: Section.languages + 1 };
const NETWORKS: Span = { start: Section.networks, end: Section.networks + 1 };
const TIES: Span = { start: Section.nationalities, end: Section.residence + 1 };
const RULED_OUT: Span = { start: Section.ruledOut, end: Section.ruledOut + 1 };

/** The hard criteria of one need, compiled for one version of the pool. */
export class Eligibility {
  /** Consent, state and what the need states, in order. */
  readonly inForce: HardCriterion[];

  /** Consent, state and track, by the byte of flags. */
  private readonly byFlags: Uint16Array;
  private readonly byYears: Uint16Array;
  private readonly requiredLanguages: Uint8Array[];
  private readonly excludedTerritories: Uint8Array | null;
  private readonly excludedNetworks: Uint8Array | null;
  private readonly availableDays: AvailableDays | null;
  private readonly minimumShare: number;
  private readonly roles: number;
  private readonly networks: Uint8Array | null;
  private readonly processTerritories: Uint8Array | null;

  private readonly columns: Columns;
  private readonly words: Uint16Array;
  private readonly records: Uint32Array;

  constructor(pool: CandidatePool, need: Need) {
    const { hard } = need;
    this.columns = pool.columns;
    this.words = pool.arena.words;
    this.records = pool.columns.record;
    const { languages, territories, networks } = pool.dictionaries;
    const states = Flag.published | (hard.allowStale === true ? Flag.stale : 0);
    const tracks = bitsOf(TRACKS, hard.tracks ?? []) << TRACK_SHIFT;
    this.byFlags = Uint16Array.from({ length: 256 }, (_, flags) => {
      const consent = (flags & Flag.consent) === 0 ? BIT.CONSENT : 0;
      const state = (flags & states) === 0 ? BIT.STATE : 0;
      const track = tracks !== 0 && (flags & tracks) === 0 ? BIT.TRACK : 0;
      return consent | state | track;
    });
    const minimumYears = hard.minimumYears ?? 0;
    this.byYears = Uint16Array.from({ length: 256 }, (_, years) =>
      years < minimumYears ? BIT.YEARS : 0,
    );
    this.requiredLanguages = (hard.languages ?? []).map((required) => {
      const satisfies = new Uint8Array(languages.codes.length * LANGUAGE_WORDS);
      languages.codes.forEach((code, symbol) => {
        if (!languageSatisfies(required.code, code)) return;
        PROFICIENCIES.forEach((level, i) => {
          const enough = proficiencyRank(level) >= proficiencyRank(required.level);
          satisfies[symbol * LANGUAGE_WORDS + i] = enough ? 1 : 0;
        });
      });
      return satisfies;
    });
    this.excludedTerritories = members(territories, hard.conflictOfInterest?.territories);
    this.excludedNetworks = members(networks, hard.conflictOfInterest?.networks);
    this.availableDays = hard.availability ? new AvailableDays(pool, need.period!) : null;
    this.minimumShare = hard.availability?.minimumShare ?? 0;
    this.roles = bitsOf(ROLES, hard.roles ?? []);
    this.networks = members(networks, hard.networks);
    this.processTerritories = members(territories, need.territories);

    const stated: Record<HardCriterion, boolean> = {
      CONSENT: true,
      STATE: true,
      LANGUAGE: this.requiredLanguages.length > 0,
      CONFLICT_OF_INTEREST: this.excludedTerritories !== null || this.excludedNetworks !== null,
      AVAILABILITY: this.availableDays !== null,
      ROLE: this.roles !== 0,
      TRACK: tracks !== 0,
      NETWORK: this.networks !== null,
      YEARS: minimumYears > 0,
      SAFETY: this.processTerritories !== null,
    };
    this.inForce = HARD_CRITERIA.filter((criterion) => stated[criterion]);
  }

  /** The bits of all hard criteria that a row fails; 0 when she is eligible. */
  failures(row: number): number {
    let failed = this.byFlags[this.columns.flags[row]!]! | this.byYears[this.columns.years[row]!]!;
    for (let i = 0; i < this.requiredLanguages.length; i++) {
      if (!this.has(row, this.requiredLanguages[i]!, LANGUAGES)) failed |= BIT.LANGUAGE;
    }
    if (
      (this.excludedTerritories !== null && this.has(row, this.excludedTerritories, TIES)) ||
      (this.excludedNetworks !== null && this.has(row, this.excludedNetworks, NETWORKS))
    ) {
      failed |= BIT.CONFLICT_OF_INTEREST;
    }
    if (this.availableDays !== null) {
      const { period } = this.availableDays;
      if (this.availableDays.of(row) * 100 < this.minimumShare * period) failed |= BIT.AVAILABILITY;
    }
    if (this.roles !== 0) {
      const held = this.columns.rolesStated[row]! | this.columns.rolesServed[row]!;
      if ((held & this.roles) === 0) failed |= BIT.ROLE;
    }
    if (this.networks !== null && !this.has(row, this.networks, NETWORKS)) failed |= BIT.NETWORK;
    if (this.processTerritories !== null && this.has(row, this.processTerritories, RULED_OUT)) {
      failed |= BIT.SAFETY;
    }
    return failed;
  }

  /** Whether a span of sections holds a word of the set. */
  private has(row: number, set: Uint8Array, span: Span): boolean {
    const { words } = this;
    const record = this.records[row]!;
    const end = record + words[record + span.end]!;
    for (let i = record + words[record + span.start]!; i < end; i++) {
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
