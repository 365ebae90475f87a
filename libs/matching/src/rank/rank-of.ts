import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { compileCriteria } from './compile.js';
import { explainedScore, type RankedCandidate } from './rank.js';
import { RowOrder } from './row-order.js';

/**
 * One candidate with the rank, score and contributions that the whole ranking gives her; null where the
 * pool does not hold her or she is not eligible. Takes one pass, whatever her place.
 *
 * Throws InvalidNeed for a need with problems.
 */
export function rankOf(pool: CandidatePool, need: Need, id: string): RankedCandidate | null {
  checkNeed(need);
  const row = pool.ids.find(id);
  const criteria = compileCriteria(pool, need);
  const order = new RowOrder(pool, need, criteria);
  if (row < 0 || !order.holds(row)) return null;
  const position = order.position(row);
  const { places } = order.standing([position], { from: 0, to: 0 });
  const { total, tieKey } = position;
  return {
    total,
    tieKey,
    id: position.id,
    rank: places.get(row)!,
    ...explainedScore(pool, criteria, row),
  };
}
