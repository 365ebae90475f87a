import { groupOf, lossOf, type Group } from './information.js';
import { canonical, generalised, type PublishedValues } from '../profile/published-values.js';

/** Most women who are compared with one another; larger groups are split first, by what they show. */
const MOST = 250;

/** A woman to be put with others. */
export interface Single {
  readonly id: string;
  readonly values: PublishedValues;
  /** What nobody shall learn of her from her group: the countries that she is a national of. */
  readonly nationalities: readonly string[];
}

/**
 * Parts women into groups of at least `least` each, so that little is lost when each group shows what is common
 * to it: the greedy k-member algorithm (Byun, Kamra, Bertino and Li, "Efficient k-Anonymization Using Clustering
 * Techniques", DASFAA 2007), with `lossOf` as its measure. Nobody is left over; fewer than `least` make no group.
 *
 * Where it can be had, no more than half of a group are of one nationality: what a group shows would tell it
 * otherwise, however many they are (l-diversity: Machanavajjhala, Kifer, Gehrke and Venkitasubramaniam 2007).
 * Ties are broken by `tie`, which must tell nothing of a woman. The same women with the same values and ties give
 * the same groups, in whatever order they come.
 */
export function groupsOf(
  women: readonly Single[],
  least: number,
  tie: (id: string) => string,
): string[][] {
  const keys = new Map(
    women.map(({ id, values }) => [
      id,
      `${canonical({ ...values, confirmedSince: null })} ${tie(id)}`,
    ]),
  );
  const keyOf = ({ id }: Single): string => keys.get(id) ?? '';
  const ordered = women.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const parts = Math.max(1, Math.ceil(ordered.length / MOST));
  const size = Math.ceil(ordered.length / parts);
  return Array.from({ length: parts }, (_, i) =>
    clustered(ordered.slice(i * size, (i + 1) * size), least),
  ).flat();
}

/** Whether no more than half of these women are of one nationality. */
export function isDiverse(women: readonly Pick<Single, 'nationalities'>[]): boolean {
  return [...nationals(women).values()].every((count) => 2 * count <= women.length);
}

function nationals(women: readonly Pick<Single, 'nationalities'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of women.flatMap(({ nationalities }) => nationalities)) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

interface Seeker extends Single {
  /** She alone. */
  readonly group: Group;
}

interface Cluster {
  group: Group;
  readonly women: Single[];
}

/** More than any loss: who would be one too many of a nationality is taken only where there is nobody else. */
const ONE_TOO_MANY = 1_000_000;

function clustered(women: readonly Single[], least: number): string[][] {
  const left = women.map((one): Seeker => ({ ...one, group: groupOf(one.values, 1) }));
  const clusters: Cluster[] = [];
  let [last] = left;
  while (last && left.length >= least) {
    const { group } = last;
    const first = take(left, (one) => -lossOf(one.group, group));
    const cluster: Cluster = { group: first.group, women: [first] };
    while (cluster.women.length < least) {
      last = take(left, (one) => costOf(cluster, one, least));
      add(cluster, last);
    }
    clusters.push(cluster);
  }
  for (const one of clusters.length > 0 ? left : []) {
    add(
      lowest(clusters, (cluster) => costOf(cluster, one, least)),
      one,
    );
  }
  return clusters.map(({ women: members }) => members.map(({ id }) => id));
}

function costOf({ group, women }: Cluster, one: Seeker, least: number): number {
  const counts = nationals(women);
  const most = Math.floor(Math.max(women.length + 1, least) / 2);
  const tooMany = one.nationalities.some((code) => (counts.get(code) ?? 0) >= most);
  return lossOf(one.group, group) + (tooMany ? ONE_TOO_MANY : 0);
}

function add(cluster: Cluster, one: Single): void {
  const { values, size } = cluster.group;
  cluster.group = groupOf(generalised(values, one.values), size + 1);
  cluster.women.push(one);
}

/** Takes out the first of those with the lowest cost. */
function take<T>(from: T[], cost: (item: T) => number): T {
  const found = lowest(from, cost);
  from.splice(from.indexOf(found), 1);
  return found;
}

/** The first of those with the lowest cost, of at least one. */
export function lowest<T>(items: Iterable<T>, cost: (item: T) => number): T {
  let best: { item: T; cost: number } | null = null;
  for (const item of items) {
    const its = cost(item);
    if (best === null || its < best.cost) best = { item, cost: its };
  }
  if (best === null) throw new RangeError('There is nothing to choose from.');
  return best.item;
}
