import { areaContains, expertiseDomain, languageSatisfies, proficiencyRank } from '#vocabulary';
import type { Candidate } from '../candidate.js';
import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import type { ListColumn } from '../pool/list-column.js';
import type { AtLeast } from './requirement.js';

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
export function countingMasks(
  pool: CandidatePool,
  need: Need,
  requirements: readonly AtLeast[],
): (row: number) => bigint {
  const bits = requirements.map((requirement, i) => {
    const bit = 1n << BigInt(i);
    const likeness = likenessOf(pool, requirement);
    const known: (bigint | undefined)[] = [];
    return (row: number) =>
      (known[likeness(row)] ??= counts(requirement, pool.candidateAt(row), need) ? bit : 0n);
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
