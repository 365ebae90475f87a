import type { Candidate } from '../candidate.js';
import { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import { ascending } from '../engine/order.js';
import { CRITERIA } from '../model.js';
import type { Need } from '../need/need.js';
import {
  applyChange,
  type Change,
  codeOf,
  type Days,
  isChangeable,
  possibleChanges,
  stepsOf,
} from './changes.js';
import type { ScoreSheet } from './score-sheet.js';

/** A single change and where it would bring her. */
export interface Lift {
  change: Change;
  /** On the criterion's own scale; see `stepsOf`. */
  steps: number;
  /** The codes of other changes of that criterion that go as far and gain as much. */
  alike: string[];
  /** What S gains. */
  gain: number;
  /** The score and rank that she would have. */
  score: number;
  rank: number;
}

/** What would lift a candidate into the first k, when nobody else changes. */
export interface Counterfactual {
  /** The least gain of S that lifts her. */
  needed: number;
  /**
   * The smallest single change that suffices, for each criterion that has one; the smallest of all
   * comes first. [] when no single change suffices.
   *
   * Of two changes the smaller is the one with the lower gain of S; then the one of fewer steps; then
   * the one whose criterion comes first in the model; then the one whose code comes first.
   */
  lifts: Lift[];
  /** Where none suffices: the change that brings most, the smaller one first; null when none helps. */
  most: Lift | null;
}

/**
 * The smallest changes that lift the row at a place of the sheet to, or before, the last of the first
 * k. Nobody else moves, so she is among the first k exactly when her new S is above that of the k-th,
 * or equal to it where her tie key comes first: then
 *
 *     needed = S(k-th) - S(hers) + (0 if she precedes at the same S, else 1)
 *
 * and a change of criterion i from value s to s' suffices when w_i * (s' - s) >= needed.
 *
 * @param last the place of the k-th, who is before her
 * @param days of the period on which she is available, where the need has one
 */
export function counterfactual(
  sheet: ScoreSheet,
  need: Need,
  her: Candidate,
  { place, last }: { place: number; last: number },
  days: Days | null,
): Counterfactual {
  const total = sheet.totals[place]!;
  const needed = sheet.totals[last]! - total + (sheet.precedesAtSameTotal(place, last) ? 0 : 1);
  const movable = sheet.criteria.flatMap(({ criterion, weight }, i) =>
    weight > 0 && isChangeable(criterion)
      ? [{ criterion, weight, value: sheet.values[i]![place]! }]
      : [],
  );
  const changes = movable.flatMap(({ criterion, weight, value }) =>
    possibleChanges(criterion, her, need, days, value + Math.ceil(needed / weight)),
  );
  const before = new Map(movable.map((each) => [each.criterion, each]));
  const lifts = measureChanges(her, need, changes)
    .map(({ change, value }) => {
      const { weight, value: had } = before.get(change.criterion)!;
      return { change, steps: stepsOf(change), gain: weight * (value - had) };
    })
    .filter(({ gain }) => gain > 0)
    .sort(smallestFirst);
  const whole = (lift: Sized): Lift => ({
    ...lift,
    alike: lifts.filter((other) => isAlike(lift, other)).map(({ change }) => codeOf(change)),
    score: Math.floor((total + lift.gain) / sheet.totalWeight),
    rank: sheet.rankAt(place, total + lift.gain),
  });
  const sufficient = lifts.filter(({ gain }) => gain >= needed);
  const best = lifts.at(-1);
  const most = best && lifts.find(({ gain }) => gain === best.gain);
  return {
    needed,
    lifts: firstOfEach(sufficient).map(whole),
    most: sufficient.length > 0 || !most ? null : whole(most),
  };
}

type Sized = Pick<Lift, 'change' | 'steps' | 'gain'>;

function smallestFirst(a: Sized, b: Sized): number {
  return (
    a.gain - b.gain ||
    a.steps - b.steps ||
    CRITERIA.indexOf(a.change.criterion) - CRITERIA.indexOf(b.change.criterion) ||
    ascending(codeOf(a.change), codeOf(b.change))
  );
}

function isAlike(lift: Sized, other: Sized): boolean {
  return (
    other !== lift &&
    other.change.criterion === lift.change.criterion &&
    other.gain === lift.gain &&
    other.steps === lift.steps
  );
}

/** The first of each criterion. */
function firstOfEach(lifts: readonly Sized[]): Sized[] {
  const criteria = lifts.map(({ change }) => change.criterion);
  return lifts.filter((_, i) => criteria.indexOf(criteria[i]!) === i);
}

/** A change and the value that its criterion would have. */
interface MeasuredChange {
  change: Change;
  value: number;
}

/**
 * What each change would be worth: the candidates that she would be go into a pool of their own and
 * are measured by the model like any other. Those whom a hard criterion would stop are left out: a
 * preferred network may be one that the need excludes.
 */
function measureChanges(her: Candidate, need: Need, changes: readonly Change[]): MeasuredChange[] {
  if (changes.length === 0) return [];
  const pool = new CandidatePool();
  changes.forEach((change, i) => {
    pool.upsert({ ...applyChange(her, change, need), id: idOf(i) });
  });
  const { criteria, eligibility } = new CompiledNeed(pool, withoutText(need));
  const scorers = new Map(criteria.map(({ criterion, scorer }) => [criterion, scorer]));
  return changes.flatMap((change, i) => {
    const row = pool.ids.find(idOf(i));
    if (eligibility.failures(row) !== 0) return [];
    return [{ change, value: scorers.get(change.criterion)!.measure(row) }];
  });
}

/** An id of the pool's form for each variant. */
function idOf(i: number): string {
  return `00000000-0000-0000-0000-${i.toString(16).padStart(12, '0')}`;
}

/** No change moves TEXT, and its matches may be thousands. */
function withoutText(need: Need): Need {
  return { ...need, soft: { ...need.soft, text: undefined } };
}
