import { MODEL } from '../model.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { Flag } from '../pool/columns.js';
import type { Gauge } from '../criteria/criterion.js';
import type { Eligibility } from './eligibility.js';
import { ExclusionCounter } from './exclusions.js';
import type { Leaders } from './leaders.js';

/** Rows that are taken through all steps together: few enough that what is known of them stays near. */
const BLOCK = 1024;

/** A gauge and its weight: a criterion of the model, or what a fair order adds. */
export interface WeightedTerm {
  gauge: Gauge;
  weight: number;
}

/** What one pass over the pool counted; who leads is in the `leaders` it was given. */
export interface Scan {
  eligible: number;
  /** Eligible candidates who come before the page. */
  preceding: number;
  exclusions: ExclusionCounter;
}

/**
 * One pass over all rows: who is eligible, who is not and why, and who leads.
 *
 * Rows go through in blocks, and in each block one step after the other: the hard criteria, then the
 * soft ones in the order of `measuringOrder`. With the rest of them at their full value a row reaches
 * at most `total + rest`; where that stays below the k-th best total so far, k rows beat it strictly,
 * whatever the tie keys, so it is left without measuring the rest. It could not have been returned,
 * and it cannot precede the page either, since every leader already follows the page's position:
 * the result is the same as without.
 *
 * @param follows whether a row with this total belongs on this page or a later one
 */
export function scan(
  pool: CandidatePool,
  eligibility: Eligibility,
  criteria: readonly WeightedTerm[],
  leaders: Pick<Leaders, 'threshold' | 'add'>,
  follows: (total: number, row: number) => boolean,
): Scan {
  const exclusions = new ExclusionCounter();
  const measured = measuringOrder(pool, criteria);
  const rest = measured.map((_, i) =>
    measured.slice(i + 1).reduce((sum, { weight }) => sum + weight * MODEL.unit, 0),
  );
  const failuresOf = eligibility.ofRows();
  const failures = new Uint16Array(BLOCK);
  const rows = new Uint32Array(BLOCK);
  const totals = new Float64Array(BLOCK);
  let eligible = 0;
  let preceding = 0;
  for (let start = 0; start < pool.rows; start += BLOCK) {
    const size = Math.min(BLOCK, pool.rows - start);
    failuresOf(failures, start, size);
    let count = exclusions.sift(failures, start, size, rows);
    eligible += count;
    totals.fill(0);
    for (let i = 0; i < measured.length; i++) {
      const { gauge, weight } = measured[i]!;
      count = gauge.sift(rows, totals, count, weight, leaders.threshold - rest[i]!);
    }
    for (let i = 0; i < count; i++) {
      const total = totals[i]!;
      if (total < leaders.threshold) continue;
      if (follows(total, rows[i]!)) leaders.add(rows[i]!, total);
      else preceding++;
    }
  }
  return { eligible, preceding, exclusions };
}

/** Rows looked at to choose the order of measuring, which decides only how fast the answer comes. */
const SAMPLE = 128;

/**
 * The criteria that can add to a total, those first that leave most of their weight unearned for
 * what they cost.
 */
function measuringOrder(pool: CandidatePool, criteria: readonly WeightedTerm[]): WeightedTerm[] {
  const step = Math.max(1, Math.floor(pool.rows / SAMPLE));
  return criteria
    .filter(({ weight }) => weight > 0)
    .map((criterion) => {
      let loss = 0;
      for (let row = 0; row < pool.rows; row += step) {
        if ((pool.columns.flags[row]! & Flag.live) === 0) continue;
        loss += criterion.weight * (MODEL.unit - criterion.gauge.measure(row));
      }
      return { criterion, loss: loss / criterion.gauge.cost };
    })
    .sort((a, b) => b.loss - a.loss)
    .map(({ criterion }) => criterion);
}
