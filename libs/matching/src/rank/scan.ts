import { MODEL } from '../model.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { Flag } from '../pool/columns.js';
import type { WeightedCriterion } from './compile.js';
import type { Eligibility } from './eligibility.js';
import { ExclusionCounter } from './exclusions.js';
import type { Leaders } from './leaders.js';

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
 * Criteria are measured in the order of what they are expected to cost a row. With the rest of them at their full value a row reaches
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
  criteria: readonly WeightedCriterion[],
  leaders: Leaders,
  follows: (total: number, row: number) => boolean,
): Scan {
  const exclusions = new ExclusionCounter();
  const measured = byExpectedLoss(pool, criteria);
  const gauges = measured.map(({ gauge }) => gauge);
  const weights = measured.map(({ weight }) => weight);
  const rest = weights.map((_, i) =>
    weights.slice(i + 1).reduce((sum, weight) => sum + weight * MODEL.unit, 0),
  );
  const { flags } = pool.columns;
  let eligible = 0;
  let preceding = 0;
  for (let row = 0; row < pool.rows; row++) {
    if ((flags[row]! & Flag.live) === 0) continue;
    const failures = eligibility.failures(row);
    if (failures !== 0) {
      exclusions.add(failures);
      continue;
    }
    eligible++;
    let total = 0;
    let i = 0;
    for (; i < gauges.length; i++) {
      total += weights[i]! * gauges[i]!.measure(row);
      if (total + rest[i]! < leaders.threshold) break;
    }
    if (i < gauges.length) continue;
    if (follows(total, row)) leaders.add(row, total);
    else preceding++;
  }
  return { eligible, preceding, exclusions };
}

/** Rows looked at to choose the order of measuring, which decides only how fast the answer comes. */
const SAMPLE = 128;

/** The criteria that can add to a total, those first that leave most of their weight unearned. */
function byExpectedLoss(
  pool: CandidatePool,
  criteria: readonly WeightedCriterion[],
): WeightedCriterion[] {
  const step = Math.max(1, Math.floor(pool.rows / SAMPLE));
  return criteria
    .filter(({ weight }) => weight > 0)
    .map((criterion) => {
      let loss = 0;
      for (let row = 0; row < pool.rows; row += step) {
        if ((pool.columns.flags[row]! & Flag.live) === 0) continue;
        loss += criterion.weight * (MODEL.unit - criterion.gauge.measure(row));
      }
      return { criterion, loss };
    })
    .sort((a, b) => b.loss - a.loss)
    .map(({ criterion }) => criterion);
}
