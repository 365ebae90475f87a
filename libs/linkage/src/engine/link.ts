import type { LinkagePool, WeighedPair } from './linkage-pool.js';
import type { PreparedRecord } from './prepared-record.js';
import { bitsOf } from './weigh.js';

/** LIKELY is one woman as far as can be told; POSSIBLE is for a person to look at. */
export const BANDS = ['LIKELY', 'POSSIBLE'] as const;
export type Band = (typeof BANDS)[number];

export interface LinkedPair {
  /** Ids of the two records; the smaller one comes first. */
  readonly a: string;
  readonly b: string;
  /** log2 of the odds that they are one woman, in milli-bits: what `explainPair` adds up, and `through`. */
  readonly weight: number;
  readonly probability: number;
  readonly band: Band;
  /** A record that both are likely the same woman as, and the milli-bits that it adds; null where it adds nothing. */
  readonly through: { readonly id: string; readonly bits: number } | null;
}

export interface Linked {
  /** The heaviest first; ties by id. */
  readonly pairs: readonly LinkedPair[];
  /** Ids of records that are likely one woman, two or more, each in order. */
  readonly clusters: readonly (readonly string[])[];
}

export interface LinkOptions {
  /** Ids of records that are known to be two women: they never become a pair, nor part of one cluster. */
  readonly different?: Iterable<readonly [string, string]>;
}

/** Two records of a cluster that contradict each other by as much as this are strangers, whatever links them, in milli-bits. */
const CONTRADICTION = -8_000;

/** log2 of the odds of a probability, in milli-bits. */
export function weightOf(probability: number): number {
  return bitsOf(probability / (1 - probability));
}

/** The probability of a weight in milli-bits. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** (-weight / 1_000));
}

/**
 * Links all records of a pool: pairs that are worth a look, and clusters of records that are likely one woman. The
 * heaviest pairs are put together first. A list holds a woman once, unless two of its own entries are likely the same;
 * nobody comes into a cluster with a record that contradicts hers; and a cluster has at most `largestCluster` records.
 */
export function link(pool: LinkagePool, options: LinkOptions = {}): Linked {
  const { likely, possible } = pool.model;
  const [upper, lower] = [weightOf(likely), weightOf(possible)];
  const different = keysOfPairs(options.different);
  const kept = new Map<string, WeighedPair>();
  for (const pair of pool.pairs(lower)) {
    const key = keyOf(pair.a.record.id, pair.b.record.id);
    if (!different.has(key)) kept.set(key, pair);
  }
  const heavy = [...kept.values()].filter(({ weight }) => weight >= upper).toSorted(byWeight);
  const clusters = clustersOf(pool, { heavy, upper, different });
  const pairs = new Map<string, LinkedPair>();
  for (const [key, pair] of kept) pairs.set(key, linkedPair(pair, 'POSSIBLE', null));
  for (const cluster of clusters) {
    for (const pair of pairsWithin(pool, cluster)) pairs.set(keyOf(pair.a, pair.b), pair);
  }
  return {
    pairs: [...pairs.values()].toSorted(heaviestFirst),
    clusters: clusters
      .map((cluster) => cluster.map(({ record }) => record.id).toSorted())
      .toSorted((one, other) => compareIds(one[0]!, other[0]!)),
  };
}

/**
 * The pairs of one record of the pool that are worth a look, the heaviest first. Each is taken by itself: that a list
 * holds a woman once plays no part. An unknown id has none.
 */
export function pairsOf(pool: LinkagePool, id: string, options: LinkOptions = {}): LinkedPair[] {
  const { likely, possible } = pool.model;
  const upper = weightOf(likely);
  const different = keysOfPairs(options.different);
  return pool
    .pairsOf(id, weightOf(possible))
    .filter(({ a, b }) => !different.has(keyOf(a.record.id, b.record.id)))
    .map((pair) => linkedPair(pair, pair.weight >= upper ? 'LIKELY' : 'POSSIBLE', null))
    .toSorted(heaviestFirst);
}

function linkedPair(
  { a, b, weight }: WeighedPair,
  band: Band,
  through: LinkedPair['through'],
): LinkedPair {
  const whole = weight + (through?.bits ?? 0);
  return {
    a: a.record.id,
    b: b.record.id,
    weight: whole,
    probability: probabilityOf(whole),
    band,
    through,
  };
}

function heaviestFirst(one: LinkedPair, other: LinkedPair): number {
  return other.weight - one.weight || compareIds(one.a, other.a) || compareIds(one.b, other.b);
}

function byWeight(one: WeighedPair, other: WeighedPair): number {
  return other.weight - one.weight || order(one.a, other.a) || order(one.b, other.b);
}

function order(one: PreparedRecord, other: PreparedRecord): number {
  return compareIds(one.record.id, other.record.id);
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function keyOf(one: string, other: string): string {
  return JSON.stringify(one < other ? [one, other] : [other, one]);
}

function keysOfPairs(pairs: LinkOptions['different']): ReadonlySet<string> {
  return new Set(Array.from(pairs ?? [], ([one, other]) => keyOf(one, other)));
}

interface Grounds {
  readonly heavy: readonly WeighedPair[];
  readonly upper: number;
  readonly different: ReadonlySet<string>;
}

function clustersOf(pool: LinkagePool, grounds: Grounds): PreparedRecord[][] {
  const clusterOf = new Map<PreparedRecord, PreparedRecord[]>();
  for (const { a, b } of grounds.heavy) {
    const [one, other] = [clusterOf.get(a) ?? [a], clusterOf.get(b) ?? [b]];
    if (one === other || one.length + other.length > pool.model.largestCluster) continue;
    if (!one.every((each) => other.every((its) => fit(pool, each, its, grounds)))) continue;
    const together = [...one, ...other];
    for (const each of together) clusterOf.set(each, together);
  }
  return [...new Set(clusterOf.values())];
}

function fit(pool: LinkagePool, a: PreparedRecord, b: PreparedRecord, grounds: Grounds): boolean {
  if (grounds.different.has(keyOf(a.record.id, b.record.id))) return false;
  const least = a.record.list === b.record.list ? grounds.upper : CONTRADICTION;
  return pool.pair(a, b).weight >= least;
}

/** The pairs of a cluster; one that is weak by itself is as sure as both are of a third. */
function pairsWithin(pool: LinkagePool, cluster: readonly PreparedRecord[]): LinkedPair[] {
  const records = cluster.toSorted(order);
  const weighed = records.map((a) => records.map((b) => (a === b ? null : pool.pair(a, b))));
  const probability = (i: number, j: number) => probabilityOf(weighed[i]![j]!.weight);
  const pairs: LinkedPair[] = [];
  for (let i = 0; i < records.length; i++) {
    for (let j = i + 1; j < records.length; j++) {
      const pair = weighed[i]![j]!;
      let through: LinkedPair['through'] = null;
      for (let k = 0; k < records.length; k++) {
        if (k === i || k === j) continue;
        const bits = weightOf(probability(i, k) * probability(k, j)) - pair.weight;
        if (bits > (through?.bits ?? 0)) through = { id: records[k]!.record.id, bits };
      }
      pairs.push(linkedPair(pair, 'LIKELY', through));
    }
  }
  return pairs;
}
