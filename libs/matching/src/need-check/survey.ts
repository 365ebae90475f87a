import type { CandidatePool } from '../engine/candidate-pool.js';
import { Flag } from '../engine/columns.js';
import { compileCriteria } from '../engine/compile.js';
import {
  criteriaOf,
  Eligibility,
  FAILED,
  FAILURE_SETS,
  SCREENED_SETS,
  VACANT,
} from '../engine/eligibility.js';
import { screenedOf, type Unchecked } from '../engine/screening.js';
import { type Criterion, HARD_CRITERIA, type HardCriterion } from '../model.js';
import type { Need } from '../need/need.js';
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
  /** Who is excluded for conflict of interest, whatever else excludes her. */
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

/** Rows that are taken together, as a ranking takes them. */
const BLOCK = 1024;

/** Looks at everyone in the pool once. */
export function survey(pool: CandidatePool, need: Need): Survey {
  const eligibility = new Eligibility(pool, need);
  const failuresOf = eligibility.ofRows();
  const failures = new Uint16Array(BLOCK);
  const bySet = new Uint32Array(FAILURE_SETS);
  const byFound = new Uint32Array(SCREENED_SETS);
  const alike = new Alike(pool, need);
  const networkLists = new Set<number>();
  const { flags } = pool.columns;
  let stale = 0;
  for (let start = 0; start < pool.rows; start += BLOCK) {
    const size = Math.min(BLOCK, pool.rows - start);
    failuresOf(failures, start, size);
    for (let i = 0; i < size; i++) {
      const failed = failures[i]! & FAILED;
      byFound[failures[i]!]!++;
      if ((failed & VACANT) !== 0) continue;
      bySet[failed]!++;
      networkLists.add(pool.lists.networks.numbers[start + i]!);
      if (failed === 0) alike.compare(start + i);
      else if (failed === STATE_ONLY && (flags[start + i]! & Flag.stale) !== 0) stale++;
    }
  }
  const eligible = bySet[0]!;
  // Dropping it lets in who confirmed too long ago, and nobody who is not published.
  bySet[STATE_ONLY] = stale;
  const conflict = setOf('CONFLICT_OF_INTEREST');
  return {
    considered: pool.size,
    eligible,
    conflicting: bySet.reduce((sum, count, set) => sum + ((set & conflict) === 0 ? 0 : count), 0),
    reliefs: HARD_CRITERIA.filter(isDroppable).flatMap((requirement) => {
      const more = bySet[setOf(requirement)]!;
      return more === 0 ? [] : [{ requirement, eligible: eligible + more }];
    }),
    unchecked: screenedOf(
      eligibility.inForce,
      [...byFound.entries()].filter(([, count]) => count > 0),
    ).unchecked,
    same: eligible < 2 ? [] : alike.criteria,
    networks: networksOf(pool, networkLists),
  };
}

/** The criteria with a weight in which all who were compared have one value. */
class Alike {
  private readonly measured: ReturnType<typeof compileCriteria>;
  private readonly values: number[] = [];

  constructor(pool: CandidatePool, need: Need) {
    this.measured = compileCriteria(pool, need).filter(({ weight }) => weight > 0);
  }

  get criteria(): Criterion[] {
    return this.measured.map(({ criterion }) => criterion);
  }

  compare(row: number): void {
    const { measured, values } = this;
    const isFirst = values.length === 0;
    for (let i = measured.length - 1; i >= 0; i--) {
      const value = measured[i]!.gauge.measure(row);
      if (isFirst) values[i] = value;
      else if (value !== values[i]) {
        measured.splice(i, 1);
        values.splice(i, 1);
      }
    }
  }
}

/** The set of failures that has this one only. */
function setOf(criterion: HardCriterion): number {
  return FAILURES.findIndex((failed) => failed.length === 1 && failed[0] === criterion);
}

const FAILURES = Array.from({ length: FAILURE_SETS }, (_, set) => criteriaOf(set));
const STATE_ONLY = setOf('STATE');

function networksOf({ lists, dictionaries }: CandidatePool, held: Iterable<number>): Set<string> {
  const found = new Set<string>();
  const { networks } = lists;
  for (const list of held) {
    for (let i = networks.startOf(list); i < networks.endOf(list); i++) {
      found.add(dictionaries.networks.codes[networks.words[i]!]!);
    }
  }
  return found;
}

function isDroppable(criterion: HardCriterion): criterion is Droppable {
  return criterion !== 'CONSENT' && criterion !== 'SAFETY';
}
