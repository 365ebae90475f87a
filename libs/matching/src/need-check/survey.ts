import type { CandidatePool } from '../engine/candidate-pool.js';
import { Flag } from '../engine/columns.js';
import type { CompiledNeed } from '../engine/compiled-need.js';
import type { Screening, Unchecked } from '../engine/screening.js';
import { type Criterion, HARD_CRITERIA, type HardCriterion } from '../model.js';
import type { Droppable } from './finding.js';

/** How many more are eligible once one requirement is dropped. */
export interface Relief {
  readonly requirement: Droppable;
  /** Eligible without it, those included who are with it. */
  readonly eligible: number;
}

/** What one pass over the pool tells of a need. */
export interface Survey {
  readonly considered: number;
  readonly eligible: number;
  /** How many are excluded for conflict of interest, alone or among other reasons. */
  readonly conflicting: number;
  /** One for each requirement without which more are eligible, in the order of checking. */
  readonly reliefs: readonly Relief[];
  /** Of how many of the eligible only their network can check a criterion. */
  readonly unchecked: readonly Unchecked[];
  /** Criteria with a weight in which all who are eligible, two at least, have the same value. */
  readonly same: readonly Criterion[];
  /** Networks that list anyone. */
  readonly networks: ReadonlySet<string>;
}

/** What the pool tells of a need. */
export function survey(compiled: CompiledNeed): Survey {
  const { pool, screening } = compiled;
  const eligible = screening.rowsWhere((failed) => failed.length === 0);
  const { exclusions, unchecked } = screening.screened();
  const onlyBy = screening.onlyBy();
  return {
    considered: pool.size,
    eligible: eligible.length,
    conflicting: exclusions.find(({ reason }) => reason === 'CONFLICT_OF_INTEREST')?.any ?? 0,
    reliefs: HARD_CRITERIA.filter(isDroppable).flatMap((requirement): Relief[] => {
      const more = requirement === 'STATE' ? staleOf(pool, screening) : onlyBy.get(requirement);
      return more ? [{ requirement, eligible: eligible.length + more }] : [];
    }),
    unchecked,
    same: eligible.length < 2 ? [] : alike(compiled, eligible),
    networks: networksOf(pool, screening),
  };
}

/** Without STATE, profiles that were confirmed too long ago are eligible; unpublished ones never are. */
function staleOf({ columns: { flags } }: CandidatePool, screening: Screening): number {
  const rows = screening.rowsWhere((failed) => failed.length === 1 && failed[0] === 'STATE');
  return rows.filter((row) => (flags[row]! & Flag.stale) !== 0).length;
}

/** The criteria with a weight in which some rows have one value. */
function alike({ criteria }: CompiledNeed, rows: Uint32Array): Criterion[] {
  return criteria
    .filter(({ weight, scorer }) => {
      if (weight === 0) return false;
      const value = scorer.measure(rows[0]!);
      return rows.every((row) => scorer.measure(row) === value);
    })
    .map(({ criterion }) => criterion);
}

function networksOf({ lists, dictionaries }: CandidatePool, screening: Screening): Set<string> {
  const { networks } = lists;
  const held = new Set<number>();
  for (const row of screening.rowsWhere(() => true)) held.add(networks.numbers[row]!);
  return new Set(
    [...held].flatMap((list) =>
      networks.list(list).map((word) => dictionaries.networks.codes[word]!),
    ),
  );
}

function isDroppable(criterion: HardCriterion): criterion is Droppable {
  return criterion !== 'CONSENT' && criterion !== 'SAFETY';
}
