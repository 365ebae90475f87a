import type { Candidate } from '../candidate.js';
import { HARD_CRITERIA, type HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import { CandidatePool } from './candidate-pool.js';
import {
  criteriaOf,
  Eligibility,
  FAILED,
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

/** Counts sets of failures, and reads the exclusions off them once, at the end. */
export class ExclusionCounter {
  /** By what was found of a row; vacant rows are counted too, and not read. */
  private readonly bySet = new Uint32Array(SCREENED_SETS);

  /**
   * Counts the failures of the `size` rows from `start` on, and lists those that have none. Returns
   * how many they are. Without a branch, for nobody could guess which: only of 0 - 1 the sign is set.
   */
  sift(failures: Uint16Array, start: number, size: number, eligible: Uint32Array): number {
    const { bySet } = this;
    let count = 0;
    for (let i = 0; i < size; i++) {
      const failed = failures[i]!;
      bySet[failed]!++;
      eligible[count] = start + i;
      count += ((failed & FAILED) - 1) >>> 31;
    }
    return count;
  }

  /** What was counted, also of criteria that exclude nobody. */
  screened(inForce: readonly HardCriterion[]): Screened {
    return screenedOf(
      inForce,
      [...this.bySet.entries()].filter(([, count]) => count > 0),
    );
  }
}

/**
 * @param counts how many rows have each set of failures and of what could not be checked; vacant rows
 * are left out
 */
export function screenedOf(
  inForce: readonly HardCriterion[],
  counts: readonly (readonly [screened: number, count: number])[],
): Screened {
  const exclusions = new Map(inForce.map((reason) => [reason, { reason, first: 0, any: 0 }]));
  const unchecked = new Map(
    inForce.filter(isUncheckable).map((criterion) => [criterion, { eligible: 0, all: 0 }]),
  );
  let considered = 0;
  for (const [screened, count] of counts) {
    if ((screened & VACANT) !== 0) continue;
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
  return criteriaOf(new Eligibility(pool, need).failures(row));
}

/**
 * Refusing to be matched, to be listed or to be sent somewhere is hers to keep: whom one of these
 * stops is counted and never named.
 */
export const KEPT_TO_HERSELF: ReadonlySet<HardCriterion> = new Set(['CONSENT', 'STATE', 'SAFETY']);

/** What stops each row of the pool, by one pass over the hard criteria. */
export class Screening {
  readonly inForce: readonly HardCriterion[];
  /** By row: what the hard criteria found of her, as `FailuresOfRows` writes it. */
  private readonly found: Uint16Array;
  /** The criteria of each set of failures that was met. */
  private readonly known = new Map<number, readonly HardCriterion[]>();

  constructor(
    private readonly pool: CandidatePool,
    need: Need,
  ) {
    const eligibility = new Eligibility(pool, need);
    this.inForce = eligibility.inForce;
    this.found = new Uint16Array(pool.rows);
    eligibility.ofRows()(this.found, 0, pool.rows);
  }

  /** All that stops a row, in order; [] when nothing does. */
  of(row: number): readonly HardCriterion[] {
    return this.criteria(this.found[row]! & FAILED);
  }

  /** The criteria that only the network of a row's woman can check. */
  toBeChecked(row: number): Uncheckable[] {
    return uncheckedOf(this.found[row]!);
  }

  /** Whom each criterion excludes, and of whom only her network can check it. */
  screened(): Screened {
    const counts = new Uint32Array(SCREENED_SETS);
    for (const found of this.found) counts[found]!++;
    return screenedOf(
      this.inForce,
      [...counts.entries()].filter(([, count]) => count > 0),
    );
  }

  /** How many candidates fail exactly each set of criteria. */
  counts(): Map<readonly HardCriterion[], number> {
    const bySet = new Uint32Array(2 * VACANT);
    for (const found of this.found) bySet[found & FAILED]!++;
    const counts = new Map<readonly HardCriterion[], number>();
    bySet.subarray(0, VACANT).forEach((count, failed) => {
      if (count > 0) counts.set(this.criteria(failed), count);
    });
    return counts;
  }

  /** The rows whose set of failures is as asked. */
  rowsWhere(asked: (stoppedBy: readonly HardCriterion[]) => boolean): Uint32Array {
    const { found } = this;
    const answers = new Map<number, boolean>();
    const rows = new Uint32Array(this.pool.rows);
    let count = 0;
    for (let row = 0; row < found.length; row++) {
      const failed = found[row]! & FAILED;
      if (failed >= VACANT) continue;
      let answer = answers.get(failed);
      if (answer === undefined) answers.set(failed, (answer = asked(this.criteria(failed))));
      if (answer) rows[count++] = row;
    }
    return rows.slice(0, count);
  }

  private criteria(failed: number): readonly HardCriterion[] {
    const known = this.known.get(failed) ?? criteriaOf(failed);
    this.known.set(failed, known);
    return known;
  }
}
