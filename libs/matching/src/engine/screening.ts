import type { Candidate } from '../candidate.js';
import { HARD_CRITERIA, type HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import { CandidatePool } from './candidate-pool.js';
import {
  criteriaOf,
  Eligibility,
  FAILED,
  FAILURE_SETS,
  SCREENED_SETS,
  UNCHECKABLE,
  type Uncheckable,
  uncheckedOf,
  VACANT,
} from './eligibility.js';

/** How many candidates one hard criterion excludes. */
export interface Exclusion {
  reason: HardCriterion;
  /** Those whose stated reason it is: the first that they fail. */
  first: number;
  /** All who fail it, whatever else they fail. */
  any: number;
}

/** How many eligible women a hard criterion could not be applied to: only their networks can check it. */
export interface Unchecked {
  criterion: Uncheckable;
  count: number;
  /** Whether it could be applied to anybody at all; where not, no exclusion is listed for it. */
  applied: boolean;
}

/** What the hard criteria did. */
export interface Screened {
  /** One for each criterion in force that could be applied to somebody, in the order of checking. */
  exclusions: Exclusion[];
  /** One for each criterion in force that profiles may keep from being applied. */
  unchecked: Unchecked[];
}

/**
 * Adds what was found of the `size` rows from `start` on to the counts by set, and lists the rows without a
 * failure. Returns how many they are. Without a branch, which a processor would often mispredict: only
 * 0 - 1 has its highest bit set.
 */
export function listEligible(
  found: Uint16Array,
  start: number,
  size: number,
  eligible: Uint32Array,
  counts: Uint32Array,
): number {
  let count = 0;
  for (let i = 0; i < size; i++) {
    const set = found[i]!;
    counts[set]!++;
    eligible[count] = start + i;
    count += ((set & FAILED) - 1) >>> 31;
  }
  return count;
}

/** @param counts how many rows have each set of what was found; vacant rows are counted, and not read */
export function screenedOf(inForce: readonly HardCriterion[], counts: Uint32Array): Screened {
  const exclusions = new Map(inForce.map((reason) => [reason, { reason, first: 0, any: 0 }]));
  const unchecked = new Map(
    inForce.filter(isUncheckable).map((criterion) => [criterion, { eligible: 0, all: 0 }]),
  );
  let considered = 0;
  for (const screened of setsIn(counts)) {
    const count = counts[screened]!;
    considered += count;
    const failed = criteriaOf(screened);
    failed.forEach((reason, place) => {
      const exclusion = exclusions.get(reason)!;
      exclusion.any += count;
      if (place === 0) exclusion.first += count;
    });
    for (const criterion of uncheckedOf(screened)) {
      if (failed.includes(criterion)) continue;
      const counted = unchecked.get(criterion)!;
      counted.all += count;
      if (failed.length === 0) counted.eligible += count;
    }
  }
  const isApplied = (criterion: HardCriterion) =>
    considered === 0 || unchecked.get(criterion as Uncheckable)?.all !== considered;
  return {
    exclusions: HARD_CRITERIA.flatMap((reason) =>
      isApplied(reason) ? (exclusions.get(reason) ?? []) : [],
    ),
    unchecked: [...unchecked].map(([criterion, { eligible: count }]) => ({
      criterion,
      count,
      applied: isApplied(criterion),
    })),
  };
}

/** The sets that some row has; a loop of its own, because they are few among thousands. */
function setsIn(counts: Uint32Array): number[] {
  const sets: number[] = [];
  for (let set = 0; set < counts.length; set++) {
    if (counts[set] !== 0 && (set & VACANT) === 0) sets.push(set);
  }
  return sets;
}

function isUncheckable(criterion: HardCriterion): criterion is Uncheckable {
  return (UNCHECKABLE as readonly HardCriterion[]).includes(criterion);
}

/** The hard criteria of a valid need that what a candidate shows does not let be applied to her. */
export function toBeChecked(candidate: Candidate, need: Need): Uncheckable[] {
  const one = new CandidatePool();
  one.upsert(candidate);
  return new Eligibility(one, need).unchecked(one.ids.find(candidate.id));
}

/**
 * All hard criteria of the need that one candidate fails, the stated reason first; [] when she is
 * eligible. Throws InvalidNeed for a need with problems, RangeError when the pool does not hold her.
 */
export function exclusionsOf(pool: CandidatePool, need: Need, id: string): HardCriterion[] {
  checkNeed(need);
  const row = pool.ids.find(id);
  if (row < 0) throw new RangeError(`The pool holds no candidate ${id}.`);
  return [...criteriaOf(new Eligibility(pool, need).failures(row))];
}

/**
 * Refusing to be matched, to be listed or to be sent somewhere is hers to keep: whom one of these
 * stops is counted and never named.
 */
const NEVER_DISCLOSED = ['CONSENT', 'STATE', 'SAFETY'] as const;
type NeverDisclosed = (typeof NEVER_DISCLOSED)[number];

/** Whether it may be told that she fails this one. */
export function isDisclosed(
  criterion: HardCriterion,
): criterion is Exclude<HardCriterion, NeverDisclosed> {
  return !(NEVER_DISCLOSED as readonly HardCriterion[]).includes(criterion);
}

/** What stops each row of the pool, by one pass over the hard criteria. */
export class Screening {
  readonly inForce: readonly HardCriterion[];
  /** By row: what the hard criteria found of her, as `FailuresOfRows` writes it. */
  private readonly found: Uint16Array;
  /** How many rows have each set of what was found. */
  private readonly counts = new Uint32Array(SCREENED_SETS);

  constructor(pool: CandidatePool, eligibility: Eligibility) {
    this.inForce = eligibility.inForce;
    this.found = new Uint16Array(pool.rows);
    eligibility.ofRows()(this.found, 0, pool.rows);
    for (const found of this.found) this.counts[found]!++;
  }

  /** All that stops a row, in order; [] when nothing does. */
  of(row: number): readonly HardCriterion[] {
    return criteriaOf(this.found[row]!);
  }

  /** Whether a row is kept out by what must not be told. */
  isNeverDisclosed(row: number): boolean {
    return !this.of(row).every(isDisclosed);
  }

  /** How many each criterion excludes, and for how many only their networks can check it. */
  screened(): Screened {
    return screenedOf(this.inForce, this.counts);
  }

  /** How many each criterion alone excludes: they would be eligible without it. */
  onlyBy(): Map<HardCriterion, number> {
    const only = new Map<HardCriterion, number>();
    this.counts.forEach((count, found) => {
      if (count === 0 || (found & VACANT) !== 0) return;
      const [criterion, ...others] = criteriaOf(found);
      if (!criterion || others.length > 0) return;
      only.set(criterion, (only.get(criterion) ?? 0) + count);
    });
    return only;
  }

  /** The rows whose set of failures is as wanted. */
  rowsWhere(isWanted: (stoppedBy: readonly HardCriterion[]) => boolean): Uint32Array {
    const { found } = this;
    const wanted = FAILURE_SETS.map((failed) => isWanted(failed));
    const rows = new Uint32Array(found.length);
    let count = 0;
    for (let row = 0; row < found.length; row++) {
      // A vacant row is in none of the sets.
      if (wanted[found[row]! & FAILED]) rows[count++] = row;
    }
    return rows.slice(0, count);
  }
}
