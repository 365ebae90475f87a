import { memoize } from '#kernel';
import { ascending } from '../engine/order.js';
import { TRACKS } from '#vocabulary';
import { bitsOf } from '../bit-sets.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { TRACK_SHIFT, Trait } from '../engine/columns.js';
import type { CompiledNeed } from '../engine/compiled-need.js';
import { holds } from '../engine/list-checks.js';
import type { ListColumn } from '../engine/list-column.js';
import type { Need } from '../need/need.js';
import { type AtLeast, atLeastOf, type AtMost, type TeamRequest } from './team-request.js';

/** A woman who may be in the team, and what of her matters to its constraints. */
export interface TeamCandidate {
  id: string;
  /** As in the ranking: floor(S / W) in micro-units. */
  score: number;
  /** The first 24 bits of her tie key: among teams of one total the lowest sum is taken. */
  tie: number;
  tieKey: string;
  /** The requirements of `atLeastOf` that she counts towards, one bit for each. */
  mask: bigint;
  /** Slugs of her networks where their number is limited, else none. */
  networks: readonly string[];
  /** Her nationalities where they matter, else none. */
  nationalities: readonly string[];
}

/** Everyone who meets the hard criteria and is not ruled out by name, the best first. */
export function teamCandidatesOf(compiled: CompiledNeed, request: TeamRequest): TeamCandidate[] {
  const { constraints } = request;
  const { pool, need, tieKeys, totalWeight } = compiled;
  const excluded = new Set((constraints.mustNotHave ?? []).map((id) => pool.ids.find(id)));
  const masks = countingMasks(pool, need, atLeastOf(request));
  const { networks, nationalities } = pool.lists;
  const networksOf = codesOf(networks, pool.dictionaries.networks.codes);
  const nationalitiesOf = codesOf(nationalities, pool.dictionaries.territories.codes);
  const limitsNetworks = constraints.perNetwork !== undefined;
  const mindsNationality =
    constraints.perNationality !== undefined || Boolean(constraints.nationalitiesApart?.length);

  const candidates: TeamCandidate[] = [];
  for (const row of compiled.screening.rowsWhere((failed) => failed.length === 0)) {
    if (excluded.has(row)) continue;
    const tieKey = tieKeys.of(row);
    candidates.push({
      id: pool.ids.idOf(row),
      score: Math.floor(compiled.totalOf(row) / totalWeight),
      tie: Number.parseInt(tieKey.slice(0, 6), 16),
      tieKey,
      mask: masks(row),
      networks: limitsNetworks ? networksOf(row) : NONE,
      nationalities: mindsNationality ? nationalitiesOf(row) : NONE,
    });
  }
  return candidates.sort(inRankOrder);
}

/** Whether she counts towards a requirement, by its place in `atLeastOf`. */
export function countsTowards({ mask }: TeamCandidate, requirement: number): boolean {
  return (mask & (1n << BigInt(requirement))) !== 0n;
}

/** What the members of a team are counted by for a limit. */
export function groupsOf(candidate: TeamCandidate, { kind }: AtMost): readonly string[] {
  return kind === 'PER_NETWORK' ? candidate.networks : candidate.nationalities;
}

const NONE: readonly string[] = [];

/** Score descending, then the key that breaks ties, then id. */
function inRankOrder(a: TeamCandidate, b: TeamCandidate): number {
  return b.score - a.score || ascending(a.tieKey, b.tieKey) || ascending(a.id, b.id);
}

/** The codes of a row's list; rows that have one list share one array. */
function codesOf(column: ListColumn, codes: readonly string[]): (row: number) => readonly string[] {
  return memoize(
    (row) =>
      column
        .read(row)
        .map((symbol) => codes[symbol]!)
        .sort(),
    (row) => column.numbers[row]!,
  );
}

/**
 * The requirements that a row counts towards, one bit for each.
 *
 * @param requirements what is asked at least
 */
function countingMasks(
  pool: CandidatePool,
  need: Need,
  requirements: readonly AtLeast[],
): (row: number) => bigint {
  const tests = requirements.map((requirement) => counts(requirement, pool, need));
  return (row) =>
    tests.reduce((mask, test, i) => (test(row) ? mask | (1n << BigInt(i)) : mask), 0n);
}

const TRACK_1 = bitsOf(TRACKS, ['1']) << TRACK_SHIFT;

/** Whether a row counts towards what is asked at least. */
function counts(
  requirement: AtLeast,
  { lists, dictionaries, columns, ids }: CandidatePool,
  { territories = [] }: Need,
): (row: number) => boolean {
  const { languages, expertise, territories: areas } = dictionaries;
  switch (requirement.kind) {
    case 'LANGUAGE':
      return holds(lists.languages, languages.setWithin(requirement.code, requirement.level));
    case 'EXPERTISE':
      return holds(lists.expertise, expertise.setWithin(requirement.code, requirement.level));
    case 'AREA':
      return holds(lists.territories, areas.setWithin(requirement.code));
    case 'NATIONALS':
      return holds(lists.nationalities, areas.setOf(territories));
    case 'YOUNG_LEADERS':
      return (row) => (columns.traits[row]! & Trait.youngLeader) !== 0;
    case 'NEWCOMERS':
      return (row) =>
        (columns.traits[row]! & Trait.servedOnTrackOne) === 0 &&
        (columns.flags[row]! & TRACK_1) === 0;
    default: {
      const wanted = ids.find(requirement.id);
      return (row) => row === wanted;
    }
  }
}
