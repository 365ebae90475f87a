import { HARD_CRITERIA, type Criterion } from '../model.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { Flag } from '../pool/columns.js';
import { compileCriteria } from '../rank/compile.js';
import { criteriaOf, Eligibility } from '../rank/eligibility.js';
import type { Droppable } from './finding.js';

/** How many more are eligible once one requirement is dropped. */
export interface Relief {
  readonly requirement: Droppable;
  /** Eligible without it, those included who are with it. */
  readonly eligible: number;
}

/** What one pass over the pool tells of a need. */
export interface Survey {
  readonly considered: number;
  readonly eligible: number;
  /** Who is excluded for conflict of interest, whatever else excludes her. */
  readonly conflicting: number;
  /** One for each requirement without which more are eligible, in the order of checking. */
  readonly reliefs: readonly Relief[];
  /** Criteria with a weight in which all who are eligible, two at least, have the same value. */
  readonly same: readonly Criterion[];
}

/** Looks at everyone in the pool once. */
export function survey(pool: CandidatePool, need: Need): Survey {
  const eligibility = new Eligibility(pool, need);
  const criteria = compileCriteria(pool, need).filter(({ weight }) => weight > 0);
  const firsts: number[] = [];
  let alike = criteria.map((_, i) => i);
  let eligible = 0;
  let conflicting = 0;
  const onlyFailure = new Map<Droppable, number>();
  for (let row = 0; row < pool.rows; row++) {
    const flags = pool.columns.flags[row]!;
    if ((flags & Flag.live) === 0) continue;
    const failed = eligibility.failures(row);
    if (failed === 0) {
      if (eligible === 0) criteria.forEach(({ gauge }, i) => (firsts[i] = gauge.measure(row)));
      else alike = alike.filter((i) => criteria[i]!.gauge.measure(row) === firsts[i]);
      eligible++;
      continue;
    }
    const reasons = criteriaOf(failed);
    if (reasons.includes('CONFLICT_OF_INTEREST')) conflicting++;
    const [reason] = reasons;
    if (reasons.length > 1 || reason === undefined || !isDroppable(reason)) continue;
    // Dropping it lets in who confirmed too long ago, and nobody who is not published.
    if (reason === 'STATE' && (flags & Flag.stale) === 0) continue;
    onlyFailure.set(reason, (onlyFailure.get(reason) ?? 0) + 1);
  }
  return {
    considered: pool.size,
    eligible,
    conflicting,
    reliefs: HARD_CRITERIA.filter(isDroppable).flatMap((requirement) => {
      const more = onlyFailure.get(requirement) ?? 0;
      return more === 0 ? [] : [{ requirement, eligible: eligible + more }];
    }),
    same: eligible < 2 ? [] : alike.map((i) => criteria[i]!.criterion),
  };
}

function isDroppable(criterion: string): criterion is Droppable {
  return criterion !== 'CONSENT' && criterion !== 'SAFETY';
}
