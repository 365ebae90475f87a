import { TRACKS } from '#vocabulary';
import { bitsOf } from '../bit-sets.js';
import { HARD_CRITERIA, type HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
import { AvailableDays } from './candidate-lists.js';
import type { CandidatePool } from './candidate-pool.js';
import { type Columns, Flag, roleMasks, TRACK_SHIFT, Trait } from './columns.js';
import { addFailures, FailureTable, type ListCheck, SetCheck, ShareCheck } from './list-checks.js';
import type { ListColumn } from './list-column.js';

/** The bit of each hard criterion in a row's failures; a lower bit is checked earlier. */
const BIT = Object.fromEntries(HARD_CRITERIA.map((criterion, i) => [criterion, 1 << i])) as Record<
  HardCriterion,
  number
>;

/** The hard criteria of each set of failures, in order. */
export const FAILURE_SETS: readonly (readonly HardCriterion[])[] = Array.from(
  { length: 1 << HARD_CRITERIA.length },
  (_, failures) => HARD_CRITERIA.filter((criterion) => (failures & BIT[criterion]) !== 0),
);

/** The bit of a row that holds nobody. */
export const VACANT = FAILURE_SETS.length;

/**
 * Criteria that cannot be applied where a profile does not show what they need: nationality, residence,
 * networks, days, or what the mediator has ruled out. She stays eligible, because nothing known excludes
 * her, and only her network can check. Hidden and never recorded facts are treated alike.
 */
export const UNCHECKABLE = ['CONFLICT_OF_INTEREST', 'AVAILABILITY', 'SAFETY'] as const;
export type Uncheckable = (typeof UNCHECKABLE)[number];

/** The bit of each in what `FailuresOfRows` writes, above those of failures and of vacancy. */
const UNCHECKED = Object.fromEntries(
  UNCHECKABLE.map((criterion, i) => [criterion, (2 * VACANT) << i]),
) as Record<Uncheckable, number>;

/** The bits of failures and of vacancy: 0 among them says that she is eligible. */
export const FAILED = 2 * VACANT - 1;

/** One more than the largest set of failures, vacancy and what could not be checked. */
export const SCREENED_SETS = (2 * VACANT) << UNCHECKABLE.length;

/** Writes failures, vacancy and what could not be checked of the `count` rows from `start` on. */
type FailuresOfRows = (failures: Uint16Array, start: number, count: number) => void;

/** The hard criteria of one need, compiled for one version of the pool. */
export class Eligibility {
  /** Consent, state and what the need states, in order; not all can be applied to everybody. */
  readonly inForce: readonly HardCriterion[];

  private readonly columns: Columns;
  /** Vacancy, consent, state and track, by the byte of flags. */
  private readonly byFlags: Uint16Array;
  private readonly minimumYears: number;
  /** Bits of which one is needed. */
  private readonly roles: number;
  /** The bit of the criterion, 0 where no role is needed. */
  private readonly role: number;
  private readonly checks: ListCheck[];
  /** The bit of those who do not show what they rule out; 0 where that decides nothing. */
  private readonly safety: number;
  /** What is found of one row. */
  private readonly one = new Uint16Array(1);

  constructor(pool: CandidatePool, need: Need) {
    const { allowStale = false, tracks = [], minimumYears = 0, roles = [] } = need.hard;
    this.columns = pool.columns;
    this.byFlags = failuresByFlags(allowStale, bitsOf(TRACKS, tracks) << TRACK_SHIFT);
    this.minimumYears = minimumYears;
    const { stated, served } = roleMasks(roles);
    this.roles = stated | served;
    this.role = roles.length > 0 ? BIT.ROLE : 0;
    this.checks = listChecks(pool, need);
    this.safety = need.territories?.length ? UNCHECKED.SAFETY : 0;
    this.inForce = criteriaOf(
      BIT.CONSENT |
        BIT.STATE |
        (tracks.length > 0 ? BIT.TRACK : 0) |
        (minimumYears > 0 ? BIT.YEARS : 0) |
        (roles.length > 0 ? BIT.ROLE : 0) |
        this.checks.reduce((bits, { bit }) => bits | bit, 0),
    );
  }

  /** The bits of all hard criteria that a row fails; 0 when she is eligible. */
  failures(row: number): number {
    return this.screened(row) & FAILED;
  }

  /** The criteria that only her network can check. */
  unchecked(row: number): Uncheckable[] {
    return [...uncheckedOf(this.screened(row))];
  }

  private screened(row: number): number {
    this.writeColumnFailures(this.one, row, 1);
    return this.checks.reduce(
      (found, check) => found | check.of(check.column.numbers[row]!),
      this.one[0]!,
    );
  }

  /** The same for a pass over many rows: a list that several rows share is checked once. */
  ofRows(): FailuresOfRows {
    const columns = new Set(this.checks.map(({ column }) => column));
    const tables = [...columns]
      .map((column) => new FailureTable(column, this.checks))
      .filter(({ failsSome }) => failsSome);
    return (failures, start, count) => {
      this.writeColumnFailures(failures, start, count);
      for (let i = 0; i < tables.length; i += 2) {
        addFailures(tables[i]!, tables[i + 1] ?? tables[i]!, failures, start, count);
      }
    };
  }

  private writeColumnFailures(failures: Uint16Array, start: number, count: number): void {
    const { byFlags, minimumYears, safety, roles, role } = this;
    const { flags, years, traits, roles: held } = this.columns;
    for (let i = 0; i < count; i++) {
      const row = start + i;
      failures[i] =
        byFlags[flags[row]!]! |
        (isBelow(years[row]!, minimumYears) * BIT.YEARS) |
        (hasNone(traits[row]!, Trait.showsRuledOut) * safety) |
        (hasNone(held[row]!, roles) * role);
    }
  }
}

/** 1 when none of the bits is in the mask, else 0; without a branch: only 0 - 1 has its sign set. */
function hasNone(bits: number, mask: number): number {
  return ((bits & mask) - 1) >>> 31;
}

/** 1 when a number below 2^31 is below another, else 0; without a branch, likewise. */
function isBelow(number: number, other: number): number {
  return (number - other) >>> 31;
}

/** @param tracks bits of the flags, one of which is required; 0 when none is */
function failuresByFlags(allowStale: boolean, tracks: number): Uint16Array {
  const states = Flag.published | (allowStale ? Flag.stale : 0);
  return Uint16Array.from({ length: 256 }, (_, flags) => {
    const vacant = (flags & Flag.live) === 0 ? VACANT : 0;
    const consent = (flags & Flag.consent) === 0 ? BIT.CONSENT : 0;
    const state = (flags & states) === 0 ? BIT.STATE : 0;
    const track = tracks !== 0 && (flags & tracks) === 0 ? BIT.TRACK : 0;
    return vacant | consent | state | track;
  });
}

function listChecks({ lists, dictionaries }: CandidatePool, need: Need): ListCheck[] {
  const { hard } = need;
  const { languages, served, territories, networks } = dictionaries;
  const spoken = need.version === 2 ? served : languages;
  const checks: ListCheck[] = (hard.languages ?? []).map(
    ({ code, level }) =>
      new SetCheck(BIT.LANGUAGE, lists.languages, spoken.setWithin(code, level), 1),
  );
  const holdsNone = (bit: number, column: ListColumn, set: Uint8Array, ofEmpty: number) =>
    checks.push(new SetCheck(bit, column, set, 0, ofEmpty));
  const conflictUnchecked = UNCHECKED.CONFLICT_OF_INTEREST;
  const { territories: conflicting = [], networks: rivals = [] } = hard.conflictOfInterest ?? {};
  if (conflicting.length > 0) {
    const set = territories.setOf(conflicting);
    holdsNone(BIT.CONFLICT_OF_INTEREST, lists.nationalities, set, conflictUnchecked);
    holdsNone(BIT.CONFLICT_OF_INTEREST, lists.residence, set, conflictUnchecked);
  }
  if (rivals.length > 0) {
    const set = networks.setOf(rivals);
    holdsNone(BIT.CONFLICT_OF_INTEREST, lists.networks, set, conflictUnchecked);
  }
  if (hard.availability) {
    const days = new AvailableDays(lists.available, need.period!);
    const { minimumShare } = hard.availability;
    checks.push(
      new ShareCheck(BIT.AVAILABILITY, lists.available, days, minimumShare, UNCHECKED.AVAILABILITY),
    );
  }
  if (hard.networks?.length) {
    checks.push(new SetCheck(BIT.NETWORK, lists.networks, networks.setOf(hard.networks), 1));
  }
  if (need.territories?.length) {
    holdsNone(BIT.SAFETY, lists.ruledOut, territories.setOf(need.territories), 0);
  }
  return checks;
}

/** The hard criteria among the bits found for a row, in order. */
export function criteriaOf(found: number): readonly HardCriterion[] {
  return FAILURE_SETS[found & (FAILURE_SETS.length - 1)]!;
}

/** The criteria that could not be checked, among the bits found for a row, in order. */
export function uncheckedOf(screened: number): readonly Uncheckable[] {
  return UNCHECKED_SETS[Math.floor(screened / (2 * VACANT))]!;
}

const UNCHECKED_SETS = Array.from({ length: 1 << UNCHECKABLE.length }, (_, set) =>
  UNCHECKABLE.filter((_criterion, i) => (set & (1 << i)) !== 0),
);
