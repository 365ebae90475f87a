import { TRACKS } from '#vocabulary';
import { bitsOf } from '../bit-sets.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { TRACK_SHIFT, Trait } from '../pool/columns.js';
import type { ListColumn } from '../pool/list-column.js';
import { members } from '../rank/eligibility.js';
import { SetCheck } from '../rank/list-checks.js';
import type { GroupRule, ProtectedGroup } from './fairness.js';

/** Whether the woman of a row belongs to a group. */
export type IsMember = (row: number) => boolean;

/** Tells members of a need's protected group. Who does not state a thing is not known to have it. */
export function membership(pool: CandidatePool, rule: GroupRule): IsMember {
  return MEMBERSHIP[rule.group](pool, rule);
}

const TRACK_1 = bitsOf(TRACKS, ['1']) << TRACK_SHIFT;

const MEMBERSHIP: Record<ProtectedGroup, (pool: CandidatePool, rule: GroupRule) => IsMember> = {
  YOUNG_LEADERS:
    ({ columns }) =>
    (row) =>
      (columns.traits[row]! & Trait.youngLeader) !== 0,

  NEW_TO_TRACK_1:
    ({ columns }) =>
    (row) =>
      (columns.flags[row]! & TRACK_1) === 0,

  NETWORKS: ({ lists, dictionaries }, { networks = [] }) =>
    holds(lists.networks, members(dictionaries.networks, networks)),

  NATIONALS_OR_RESIDENTS: ({ lists, dictionaries }, { territories = [] }) => {
    const set = members(dictionaries.territories, territories);
    const isNational = holds(lists.nationalities, set);
    const isResident = holds(lists.residence, set);
    return (row) => isNational(row) || isResident(row);
  },
};

function holds(column: ListColumn, set: Uint8Array): IsMember {
  const check = new SetCheck(1, column, set, 1);
  return (row) => check.of(column.numbers[row]!) === 0;
}
