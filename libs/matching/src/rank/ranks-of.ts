import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { compileCriteria, releaseGauges } from './compile.js';
import { explainedScore, type RankedCandidate } from './rank.js';
import { RowOrder } from './row-order.js';

/**
 * Some candidates, by the ids they are asked for with, with the rank, score and contributions that the whole
 * ranking gives each; those whom the pool does not hold or who are not eligible are absent. Takes one
 * pass, whatever their places and however many they are.
 *
 * Throws InvalidNeed for a need with problems.
 */
export function ranksOf(
  pool: CandidatePool,
  need: Need,
  ids: readonly string[],
): Map<string, RankedCandidate> {
  checkNeed(need);
  const criteria = compileCriteria(pool, need);
  const order = new RowOrder(pool, need, criteria);
  const asked = ids
    .map((id) => ({ id, row: pool.ids.find(id) }))
    .filter(({ row }) => row >= 0 && order.holds(row));
  const positions = [...new Set(asked.map(({ row }) => row))].map((row) => order.position(row));
  const { places } = order.standing(positions, { from: 0, to: 0 });
  const ranked = new Map(
    positions.map(({ row, ...position }) => [
      row,
      {
        ...position,
        rank: places.get(row)!,
        ...explainedScore(pool, criteria, row),
        toBeChecked: order.toBeChecked(row),
      },
    ]),
  );
  releaseGauges(criteria);
  return new Map(asked.map(({ id, row }) => [id, ranked.get(row)!]));
}
