import { MODEL } from '../model.js';
import { discountOf } from './discount.js';

/** How many needs a woman came before their organizers for at one place. */
export interface ExposureCount {
  id: string;
  /** From 1. */
  place: number;
  needs: number;
}

/** As many first places as the most exposed is taken to have had at least: little exposure is no renown. */
const FEW = 5;

/**
 * Each woman's exposure as a share of the largest one, in micro-units from 0 to 1,000,000, rounded down.
 * Her exposure is the sum of the discounts of her places. The largest counts as `FEW` first places where
 * it is less, so that one who was shown once is not treated as one who is shown everywhere.
 */
export function exposureShares(counts: readonly ExposureCount[]): Map<string, number> {
  const exposures = new Map<string, bigint>();
  for (const { id, place, needs } of counts) {
    const more = BigInt(discountOf(place)) * BigInt(needs);
    exposures.set(id, (exposures.get(id) ?? 0n) + more);
  }
  const unit = BigInt(MODEL.unit);
  let largest = BigInt(FEW) * unit;
  for (const exposure of exposures.values()) if (exposure > largest) largest = exposure;
  return new Map([...exposures].map(([id, exposure]) => [id, Number((exposure * unit) / largest)]));
}
