import { memoize } from '#kernel';
import type { TeamCandidate } from './team-candidates.js';
import type { TeamRequest } from './team-request.js';

/** How many women who serve at least as well make another one dispensable. */
export interface Places {
  /** In this team and all teams before it that share nobody with it. */
  readonly all: number;
  /** The same for women of one network, and for women of one nationality. */
  readonly ofNetwork: number;
  readonly ofNationality: number;
}

/** Places in disjoint teams that keep every limit. */
export function strictPlaces({ size, alternatives = 0, constraints }: TeamRequest): Places {
  const teams = 1 + alternatives;
  const most = (limit = size) => teams * Math.min(limit, size);
  const { perNetwork, perNationality } = constraints;
  return {
    all: teams * size,
    ofNetwork: most(perNetwork),
    ofNationality: most(perNationality),
  };
}

/** Places in one team in which limits may give way. */
export function relaxedPlaces({ size }: TeamRequest): Places {
  return { all: size, ofNetwork: size, ofNationality: size };
}

/**
 * The candidates without those whom an optimal team can always do without; their order is kept.
 *
 * One woman **serves at least as well** as another when she counts towards everything at least that
 * the other counts towards, belongs to no network and has no nationality (where they matter) that the
 * other has not, neither is named in a pair, and she comes before the other in the order by score and
 * tie key. A woman is left out when `places.all` women who stay serve at least as well.
 *
 * Why that keeps an optimal solution: take an optimal team in which a woman left out has a place. Of
 * those who serve at least as well, at most `places.all - 1` have a place in this team or in the
 * better teams before it, since all those teams together have `places.all` places and she holds one of
 * them. Put a free one in hers: every sum that must reach something grows or stays, every sum that
 * must not exceed something falls or stays, nationalities that must stay apart are only fewer, the
 * size stays, and (total, tie sum) is not worse. Each swap moves a place forward in one total order, so
 * repeating it ends, in a team of women who stay. The argument holds for the relaxed model too:
 * its slacks only take the same sums.
 *
 * Where all who serve at least as well belong to a network of hers, teams that keep its limit hold at
 * most `places.ofNetwork` of them, so that many are enough; so for a nationality of hers.
 */
export function preselect(
  candidates: readonly TeamCandidate[],
  request: TeamRequest,
  places: Places,
): TeamCandidate[] {
  const { apart = [] } = request.constraints;
  const named = new Set(apart.flatMap(({ first, second }) => [first, second]));
  /** By networks, nationalities and name in a pair: how many stay, by what they count towards. */
  const staying = new Map<string, Map<bigint, number>>();
  const subsets = memoize(subsetsOf);
  return candidates.filter((candidate) => {
    const { mask, networks, nationalities, id } = candidate;
    const name = named.has(id) ? id : '';
    if (name === '' && isDispensable(candidate, staying, places, subsets)) return false;
    const key = keyOf(networks, nationalities, name);
    let masks = staying.get(key);
    if (!masks) staying.set(key, (masks = new Map()));
    masks.set(mask, (masks.get(mask) ?? 0) + 1);
    return true;
  });
}

function isDispensable(
  { mask, networks, nationalities }: TeamCandidate,
  staying: ReadonlyMap<string, ReadonlyMap<bigint, number>>,
  places: Places,
  subsets: typeof subsetsOf,
): boolean {
  const ofNetwork = new Map(networks.map((network) => [network, 0]));
  const ofNationality = new Map(nationalities.map((nationality) => [nationality, 0]));
  let all = 0;
  for (const inNetworks of subsets(networks)) {
    for (const withNationalities of subsets(nationalities)) {
      for (const [other, count] of staying.get(keyOf(inNetworks, withNationalities, '')) ?? []) {
        if ((other & mask) !== mask) continue;
        if ((all += count) >= places.all) return true;
        if (reaches(ofNetwork, inNetworks, count, places.ofNetwork)) return true;
        if (reaches(ofNationality, withNationalities, count, places.ofNationality)) return true;
      }
    }
  }
  return false;
}

/** Adds to the count of each group, and tells whether one has reached what is enough. */
function reaches(
  counts: Map<string, number>,
  groups: readonly string[],
  count: number,
  enough: number,
): boolean {
  for (const group of groups) counts.set(group, counts.get(group)! + count);
  return groups.some((group) => counts.get(group)! >= enough);
}

function keyOf(
  networks: readonly string[],
  nationalities: readonly string[],
  name: string,
): string {
  return `${networks.join()}|${nationalities.join()}|${name}`;
}

/** Most groups of which all subsets are looked at; with more, only the whole. */
const MOST_GROUPS = 4;

/** Every subset of a short list, in its order; the list alone when it is long. */
function subsetsOf(groups: readonly string[]): readonly (readonly string[])[] {
  if (groups.length > MOST_GROUPS) return [groups];
  return Array.from({ length: 1 << groups.length }, (_, bits) =>
    groups.filter((_group, i) => (bits & (1 << i)) !== 0),
  );
}
