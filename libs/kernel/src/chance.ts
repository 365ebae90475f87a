import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A thing and how often it comes, relative to the others. */
export type Weighted<T> = readonly [thing: T, weight: number];

/** Chance that is the same on every machine: the seed decides everything. */
export class Chance {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return uniformInt(this.generator, from, to);
  }

  /** True in so many of a hundred cases. */
  percent(share: number): boolean {
    return this.whole(1, 100) <= share;
  }

  one<T>(things: readonly T[]): T {
    return things[this.whole(0, things.length - 1)] as T;
  }

  weighted<T>(things: readonly Weighted<T>[]): T {
    const total = things.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.whole(1, total);
    for (const [thing, weight] of things) {
      left -= weight;
      if (left <= 0) return thing;
    }
    throw new RangeError('Nothing to choose from.');
  }

  /** Up to `count` different things, the early ones oftener. */
  several<T>(things: readonly Weighted<T>[], count: number): T[] {
    const chosen = new Set<T>();
    for (let tries = 0; chosen.size < count && tries < count * 4; tries++) {
      chosen.add(this.weighted(things));
    }
    return [...chosen];
  }
}

/** The n-th thing comes 1/n as often as the first (Zipf's law): few are common, many are rare. */
export function skewed<T>(things: readonly T[]): Weighted<T>[] {
  return things.map((thing, i) => [thing, Math.ceil(1_000 / (i + 1))]);
}
