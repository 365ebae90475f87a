import { createHash } from 'node:crypto';
import { weightOf } from './link.js';
import type { LinkagePool } from './linkage-pool.js';

/** A band of weights: from `least` milli-bits on, up to the next. The lowest has none. */
export interface SampledBand {
  readonly least: number | null;
  /** How many pairs of the pool are in it, of those that are compared at all. */
  readonly pairs: number;
}

export interface SampledPair {
  readonly a: string;
  readonly b: string;
  /** Place of its band. */
  readonly band: number;
}

export interface PairSample {
  /** The lowest first. */
  readonly bands: readonly SampledBand[];
  /** In an order that tells nothing of the weights. */
  readonly drawn: readonly SampledPair[];
}

/** Where bands begin beside the thresholds of the model, in milli-bits. */
const SURE = 10_000;

interface Drawn extends SampledPair {
  readonly lot: string;
}

/**
 * Draws pairs to be labelled by people: equally many of each band of weights, as far as it has so many, so that rare true
 * pairs are among them. The same pool and seed draw the same, in whatever order the records came.
 */
export function samplePairs(
  pool: LinkagePool,
  { seed, size }: { readonly seed: number; readonly size: number },
): PairSample {
  const { possible, likely } = pool.model;
  const bounds = [null, -SURE, weightOf(possible), 0, weightOf(likely), SURE];
  const counts = bounds.map(() => 0);
  const lots: Drawn[][] = bounds.map(() => []);
  for (const [one, other] of pool.candidatePairs()) {
    const { a, b, weight } = pool.pair(pool.get(one.id)!, pool.get(other.id)!);
    const band = bounds.findLastIndex((least) => least === null || weight >= least);
    counts[band]! += 1;
    const [first, second] = [a.record.id, b.record.id];
    lots[band]!.push({ a: first, b: second, band, lot: lotOf(seed, first, second) });
    if (lots[band]!.length > 4 * size) lots[band] = smallest(lots[band]!, size);
  }
  const kept = lots.map((drawn) => smallest(drawn, size));
  const drawn = smallest(spread(kept, size), size);
  return {
    bands: bounds.map((least, band) => ({ least, pairs: counts[band]! })),
    drawn: drawn.map(({ a, b, band }) => ({ a, b, band })),
  };
}

/** One of each band after another, while there are any. */
function spread(bands: readonly (readonly Drawn[])[], size: number): Drawn[] {
  const all: Drawn[] = [];
  for (let round = 0; round < size && all.length < size; round++) {
    all.push(...bands.flatMap((drawn) => drawn[round] ?? []));
  }
  return all.slice(0, size);
}

function smallest(drawn: readonly Drawn[], size: number): Drawn[] {
  return drawn.toSorted((one, other) => (one.lot < other.lot ? -1 : 1)).slice(0, size);
}

function lotOf(seed: number, a: string, b: string): string {
  return createHash('sha256')
    .update(JSON.stringify([seed, a, b]))
    .digest('hex');
}
