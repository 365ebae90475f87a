import type { Candidate } from '../candidate.js';
import type { Need } from '../need/need.js';
import { CandidatePool } from '../pool/candidate-pool.js';
import { compileCriteria } from '../rank/compile.js';
import { Eligibility } from '../rank/eligibility.js';
import { applyChange, type Change } from './change.js';

/** A change and the value that its criterion would have. */
export interface MeasuredChange {
  change: Change;
  value: number;
}

/**
 * What each change would be worth: the candidates that she would be go into a pool of their own and
 * are measured by the model like any other. Those whom a hard criterion would stop are left out: a
 * preferred network may be one that the need excludes.
 */
export function measureChanges(
  her: Candidate,
  need: Need,
  changes: readonly Change[],
): MeasuredChange[] {
  if (changes.length === 0) return [];
  const pool = new CandidatePool();
  changes.forEach((change, i) => {
    pool.upsert({ ...applyChange(her, change, need), id: idOf(i) });
  });
  const gauges = new Map(
    compileCriteria(pool, withoutText(need)).map(({ criterion, gauge }) => [criterion, gauge]),
  );
  const eligibility = new Eligibility(pool, need);
  return changes.flatMap((change, i) => {
    const row = pool.ids.find(idOf(i));
    if (eligibility.failures(row) !== 0) return [];
    return [{ change, value: gauges.get(change.criterion)!.measure(row) }];
  });
}

/** An id of the pool's form for each variant. */
function idOf(i: number): string {
  return `00000000-0000-0000-0000-${i.toString(16).padStart(12, '0')}`;
}

/** No change moves TEXT, and its matches may be thousands. */
function withoutText(need: Need): Need {
  return { ...need, soft: { ...need.soft, text: undefined } };
}
