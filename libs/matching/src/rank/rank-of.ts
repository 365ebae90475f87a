import type { Need } from '../need/need.js';
import { checkNeed } from '../need/validate-need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { compileCriteria } from './compile.js';
import { Eligibility } from './eligibility.js';
import type { RankPosition } from './order.js';
import { rank, type RankedCandidate } from './rank.js';
import { tieKey } from './tie-keys.js';

/**
 * One candidate with the rank, score and contributions that the whole ranking gives her; null where the
 * pool does not hold her or she is not eligible. Takes one ranking, whatever her place.
 *
 * Throws InvalidNeed for a need with problems.
 */
export function rankOf(pool: CandidatePool, need: Need, id: string): RankedCandidate | null {
  checkNeed(need);
  const row = pool.ids.find(id);
  if (row < 0 || new Eligibility(pool, need).failures(row) !== 0) return null;
  const total = compileCriteria(pool, need).reduce(
    (sum, { weight, gauge }) => sum + weight * gauge.measure(row),
    0,
  );
  const her = { total, tieKey: tieKey(need, pool.ids.idOf(row)), id: pool.ids.idOf(row) };
  return rank(pool, need, { limit: 1, after: justBefore(her) }).results[0] ?? null;
}

const KEY_DIGITS = 16;
const ALL_DIGITS = 48;

/** The last place before a place: its tie key and id as one number, less one. */
function justBefore({ total, tieKey: key, id }: RankPosition): RankPosition {
  const place = BigInt(`0x${key}${id.replaceAll('-', '')}`);
  const before = place > 0n ? place - 1n : (1n << BigInt(4 * ALL_DIGITS)) - 1n;
  const digits = before.toString(16).padStart(ALL_DIGITS, '0');
  return {
    total: place > 0n ? total : total + 1,
    tieKey: digits.slice(0, KEY_DIGITS),
    id: digits.slice(KEY_DIGITS).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  };
}
