import type { ExposureSums, QuarterNumbers } from './exposure-releases.js';

/** A network is under-represented when its share of exposure is below this part of its share of women. */
const PARTS = { of: 4n, in: 5n };

/** Quarters of which the exposure counts: a year. */
export const YEAR = 4;

/**
 * Networks whose share of exposure in these quarters, of that of all women who were counted, is less than
 * four fifths of their share of these women in the latest. Networks of which nothing may be told by
 * themselves are not judged, nor is any where nothing is told of the exposure of all.
 *
 * @param quarters the latest first
 */
export function underRepresentedNetworks(quarters: readonly QuarterNumbers[]): string[] {
  const told = quarters.flatMap(({ sums }) => sums ?? []);
  const [latest] = told;
  if (!latest) return [];
  const exposure = (of: (sums: ExposureSums) => { exposure: number } | undefined) =>
    told.reduce((sum, sums) => sum + BigInt(of(sums)?.exposure ?? 0), 0n);
  const all = { women: BigInt(latest.all.women), exposure: exposure((sums) => sums.all) };
  return Object.entries(latest.networks).flatMap(([slug, { women }]) => {
    const hers = exposure(({ networks }) => networks[slug]);
    const isRare = hers * all.women * PARTS.in < BigInt(women) * all.exposure * PARTS.of;
    return isRare ? [slug] : [];
  });
}
