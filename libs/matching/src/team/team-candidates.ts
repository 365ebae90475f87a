import { memoize } from '#kernel';
import { ascending } from '../engine/order.js';
import { areaContains, expertiseDomain, languageSatisfies, proficiencyRank } from '#vocabulary';
import type { Candidate } from '../candidate.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { ListColumn } from '../engine/list-column.js';
import { Screening } from '../engine/screening.js';
import type { Need } from '../need/need.js';
import { type AtLeast, atLeastOf, type TeamRequest } from './team-request.js';

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
export function teamCandidatesOf(
  compiled: CompiledNeed,
  screening: Screening,
  request: TeamRequest,
): TeamCandidate[] {
  const { constraints } = request;
  const { pool, need, tieKeys, totalWeight } = compiled;
  const criteria = compiled.criteria.filter(({ weight }) => weight > 0);
  const excluded = new Set((constraints.mustNotHave ?? []).map((id) => pool.ids.find(id)));
  const masks = countingMasks(pool, need, atLeastOf(request));
  const { networks, nationalities } = pool.lists;
  const networksOf = codesOf(networks, pool.dictionaries.networks.codes);
  const nationalitiesOf = codesOf(nationalities, pool.dictionaries.territories.codes);
  const limitsNetworks = constraints.perNetwork !== undefined;
  const mindsNationality =
    constraints.perNationality !== undefined || Boolean(constraints.nationalitiesApart?.length);

  const candidates: TeamCandidate[] = [];
  for (const row of screening.rowsWhere((failed) => failed.length === 0)) {
    if (excluded.has(row)) continue;
    const total = criteria.reduce(
      (sum, { scorer, weight }) => sum + weight * scorer.measure(row),
      0,
    );
    const tieKey = tieKeys.of(row);
    candidates.push({
      id: pool.ids.idOf(row),
      score: Math.floor(total / totalWeight),
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

/** Whether a woman counts towards what is asked at least. */
export function counts(requirement: AtLeast, candidate: Candidate, need: Need): boolean {
  switch (requirement.kind) {
    case 'LANGUAGE':
      return candidate.languages.some(
        ({ code, level }) =>
          languageSatisfies(requirement.code, code) &&
          proficiencyRank(level) >= proficiencyRank(requirement.level),
      );
    case 'EXPERTISE':
      return candidate.expertise.some(
        ({ code, level }) =>
          (code === requirement.code || expertiseDomain(code) === requirement.code) &&
          level >= requirement.level,
      );
    case 'AREA':
      return candidate.territories.some((code) => areaContains(requirement.code, code));
    case 'YOUNG_LEADERS':
      return candidate.youngLeader;
    case 'NATIONALS':
      return candidate.nationalities.some((code) => need.territories?.includes(code));
    case 'NEWCOMERS':
      return !candidate.servedOnTrackOne && !candidate.tracks.includes('1');
    default:
      return candidate.id === requirement.id;
  }
}

/**
 * The same for rows of a pool, as the set of the requirements that a row counts towards, one bit for
 * each. What decides a requirement is looked at once for all rows that are alike in it.
 */
function countingMasks(
  pool: CandidatePool,
  need: Need,
  requirements: readonly AtLeast[],
): (row: number) => bigint {
  const bits = requirements.map((requirement, i) => {
    const bit = 1n << BigInt(i);
    return memoize(
      (row: number) => (counts(requirement, pool.candidateAt(row), need) ? bit : 0n),
      likenessOf(pool, requirement),
    );
  });
  return (row) => bits.reduce((mask, bit) => mask | bit(row), 0n);
}

/** A small number that is the same for rows which must count alike. */
function likenessOf(pool: CandidatePool, requirement: AtLeast): (row: number) => number {
  const { lists, columns, ids } = pool;
  const list = (numbers: ListColumn['numbers']) => (row: number) => numbers[row]!;
  switch (requirement.kind) {
    case 'LANGUAGE':
      return list(lists.languages.numbers);
    case 'EXPERTISE':
      return list(lists.expertise.numbers);
    case 'AREA':
      return list(lists.territories.numbers);
    case 'NATIONALS':
      return list(lists.nationalities.numbers);
    case 'YOUNG_LEADERS':
    case 'NEWCOMERS':
      return (row) => columns.flags[row]! | (columns.traits[row]! << 8);
    default: {
      const wanted = ids.find(requirement.id);
      return (row) => Number(row === wanted);
    }
  }
}
