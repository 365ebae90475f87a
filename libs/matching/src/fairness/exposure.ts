import { MODEL } from '../model.js';

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

/**
 * What a place of a list is worth, in micro-units: 1 / log2(place + 1), the discount of discounted
 * cumulative gain (Järvelin and Kekäläinen 2002). Written out, for a logarithm is not the same to the
 * last digit on every machine.
 */
const DISCOUNTS = [
  1000000, 630930, 500000, 430677, 386853, 356207, 333333, 315465, 301030, 289065, 278943, 270238,
  262650, 255958, 250000, 244651, 239812, 235409, 231378, 227670, 224244, 221065, 218104, 215338,
  212746, 210310, 208015, 205847, 203795, 201849, 200000, 198240, 196562, 194959, 193426, 191959,
  190551, 189200, 187902, 186652, 185449, 184289, 183169, 182088, 181043, 180031, 179052, 178104,
  177184, 176291, 175425, 174583, 173765, 172970, 172195, 171442, 170707, 169992, 169294, 168613,
  167949, 167300, 166667, 166048, 165443, 164851, 164272, 163706, 163151, 162608, 162077, 161555,
  161045, 160544, 160053, 159571, 159099, 158635, 158180, 157732, 157293, 156862, 156438, 156021,
  155611, 155209, 154812, 154423, 154039, 153662, 153290, 152925, 152565, 152210, 151861, 151517,
  151178, 150844, 150515, 150190,
];

/** The discount of a place from 1; every place past the hundredth counts as the hundredth. */
export function discountOf(place: number): number {
  return DISCOUNTS[Math.min(place, DISCOUNTS.length) - 1]!;
}
