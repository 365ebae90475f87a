import type { HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import {
  criteriaOf,
  Eligibility,
  FAILED,
  SCREENED_SETS,
  uncheckedOf,
  type Uncheckable,
  VACANT,
} from '../rank/eligibility.js';
import { screenedOf, type Screened } from '../rank/exclusions.js';

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
