import type { Candidate, GroupRule, Need } from '#matching';
import { referenceRanking, type ReferenceResult } from './matching-reference.js';

/**
 * Fair rankings written a second time, from docs/fairness.md: slow, with big integers, whole lists at once.
 * It shares no code with libs/matching/src/fairness.
 */
export interface ReferenceRules {
  strength: number;
  shares: ReadonlyMap<string, number>;
  group: GroupRule | null;
}

export interface ReferencePlace {
  id: string;
  score: number;
  rankWithout: number;
  points: number;
  member: boolean;
  forced: boolean;
}

export interface FairReference {
  list: ReferencePlace[];
  /** The scores of the list without fairness. */
  plain: number[];
  required: number[];
}

export function fairReference(
  need: Need,
  candidates: readonly Candidate[],
  rules: ReferenceRules,
): FairReference {
  const { results } = referenceRanking(need, candidates);
  const byId = new Map(candidates.map((each) => [each.id, each]));
  const weights = results[0]?.contributions.map(({ weight }) => BigInt(weight)) ?? [];
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0n);
  const rotated = results
    .map((result) => {
      const share = BigInt(rules.shares.get(result.id) ?? 0);
      const total = 1000n * BigInt(result.total) - BigInt(rules.strength) * totalWeight * share;
      const member = rules.group !== null && belongs(byId.get(result.id)!, rules.group);
      const points = result.score - Number(floorOf(total, 1000n * totalWeight));
      return { result, total, member, points, forced: false };
    })
    .sort((a, b) => (a.total === b.total ? byTie(a.result, b.result) : a.total < b.total ? 1 : -1));
  const required = rules.group === null ? [] : minimumsOf(rules.group);
  return {
    list: merged(rotated, required).map(({ result, points, member, forced }) => ({
      id: result.id,
      score: result.score,
      rankWithout: result.rank,
      points,
      member,
      forced,
    })),
    plain: results.map(({ score }) => score),
    required,
  };
}

function merged<T extends { member: boolean; forced: boolean }>(
  order: readonly T[],
  required: readonly number[],
): T[] {
  const left = [...order];
  const list: T[] = [];
  for (const minimum of required) {
    const count = list.filter(({ member }) => member).length;
    const wanted = count < minimum ? left.find(({ member }) => member) : undefined;
    const next = wanted ?? left[0];
    if (next === undefined) break;
    list.push({ ...next, forced: next !== left[0] });
    left.splice(left.indexOf(next), 1);
  }
  return [...list, ...left];
}

function belongs(her: Candidate, { group, networks = [], territories = [] }: GroupRule): boolean {
  if (group === 'YOUNG_LEADERS') return her.youngLeader;
  if (group === 'NEW_TO_TRACK_1') return !her.tracks.includes('1');
  if (group === 'NETWORKS') return her.networks.some((slug) => networks.includes(slug));
  const homes = [...her.nationalities, her.residence];
  return homes.some((code) => code !== null && territories.includes(code));
}

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));

/** P(exactly t of n), over 10^6 to the power of n. */
const exactly = (t: number, n: number, p: bigint) =>
  (factorial(n) / factorial(t) / factorial(n - t)) *
  p ** BigInt(t) *
  (1_000_000n - p) ** BigInt(n - t);

/** P(at most t of n), over 10^6 to the power of n. */
const atMost = (t: number, n: number, p: bigint) =>
  Array.from({ length: t + 1 }, (_, i) => exactly(i, n, p)).reduce((sum, each) => sum + each, 0n);

const known = new Map<string, number[]>();

function minimumsOf(rule: GroupRule): number[] {
  const { proportion, alpha, places } = rule;
  const key = [proportion, alpha, places].join();
  const required = known.get(key) ?? computedMinimums(rule);
  known.set(key, required);
  return required;
}

/** Tries every significance at which the table could change. All probabilities are over 10^6 to the k. */
function computedMinimums({ proportion, alpha = 100_000, places = 20 }: GroupRule): number[] {
  const p = BigInt(proportion);
  const to = (n: number) => 1_000_000n ** BigInt(places - n);
  const target = (BigInt(alpha) * to(0)) / 1_000_000n;
  const lengths = Array.from({ length: places }, (_, i) => i + 1);
  const levels = lengths.flatMap((n) =>
    Array.from({ length: n + 1 }, (_, t) => atMost(t, n, p) * to(n)),
  );
  const tables = [0n, ...levels.filter((level) => level <= target)].map((level) =>
    lengths.map((n) => {
      let t = 0;
      while (atMost(t, n, p) * to(n) <= level) t++;
      return t;
    }),
  );
  const distinct = new Map(tables.map((table) => [table.join(), table]));
  const judged = [...distinct.values()].map((required) => {
    const off = failing(required, p) - target;
    return { required, size: required.reduce((a, b) => a + b, 0), off: off < 0n ? -off : off };
  });
  judged.sort((a, b) => (a.off === b.off ? a.size - b.size : a.off < b.off ? -1 : 1));
  return judged[0]!.required;
}

function failing(required: readonly number[], p: bigint): bigint {
  const found = new Map<string, bigint>();
  const passing = (place: number, count: number): bigint => {
    if (place > 0 && count < required[place - 1]!) return 0n;
    if (place === required.length) return 1n;
    const key = `${place} ${count}`;
    const value =
      found.get(key) ??
      p * passing(place + 1, count + 1) + (1_000_000n - p) * passing(place + 1, count);
    found.set(key, value);
    return value;
  };
  return 1_000_000n ** BigInt(required.length) - passing(0, 0);
}

function byTie(a: ReferenceResult, b: ReferenceResult): number {
  return a.tieKey < b.tieKey ? -1 : 1;
}

function floorOf(n: bigint, d: bigint): bigint {
  return n >= 0n || n % d === 0n ? n / d : n / d - 1n;
}
