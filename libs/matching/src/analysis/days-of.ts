import { AvailableDays } from '../criteria/availability.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import type { Days } from './shortfall.js';

/** Days of the need's period, and those on which the candidate of a row is available; null without one. */
export function daysOf(pool: CandidatePool, need: Need, row: number): Days | null {
  if (!need.period) return null;
  const column = pool.lists.available;
  const days = new AvailableDays(column, need.period);
  return { available: days.of(column.numbers[row]!), period: days.period };
}
