import type { Candidate } from '../candidate.js';
import { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import { ascending } from '../engine/order.js';
import { keptOf } from '../engine/scorers.js';
import { CRITERIA, MODEL } from '../model.js';
import { criteriaOf, type Need, weightOf } from '../need/need.js';
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

/** What is known of her beside her profile. */
interface Her {
  place: number;
  last: number;
  /** Of the period, on which she is available; null where the need has none. */
  days: Days | null;
  /** In micro-units: what is kept of her score. */
  kept: number;
  /** In micro-units: the value of TEXT, before that. */
  text: number;
}

/**
 * The smallest changes that lift the row at a place of the sheet to, or before, the last of the first
 * k. Nobody else moves, so she is among the first k exactly when her new S is above that of the k-th,
 * or equal to it where her tie key comes first: then
 *
 *     needed = S(k-th) - S(hers) + (0 if she precedes at the same S, else 1)
 *
 * and a change suffices when her S grows by that much: by w_i * (s' - s) where it moves criterion i alone, and by more where
 * she gains something essential, which lifts all criteria.
 *
 * @param last the place of the k-th, who is before her
 */
export function counterfactual(
  sheet: ScoreSheet,
  need: Need,
  her: Candidate,
  { place, last, days, kept, text }: Her,
): Counterfactual {
  const total = sheet.totals[place]!;
  const needed = sheet.totals[last]! - total + (sheet.precedesAtSameTotal(place, last) ? 0 : 1);
  const movable = sheet.criteria.flatMap(({ criterion, weight }, i) =>
    weight > 0 && isChangeable(criterion)
      ? [{ criterion, weight, value: sheet.values[i]![place]! }]
      : [],
  );
  const changes = movable.flatMap(({ criterion, weight, value }) =>
    possibleChanges(criterion, her, need, days, wholeOf(value + Math.ceil(needed / weight), kept)),
  );
  const lifts = measureChanges(her, need, changes, text)
    .map(({ change, gain }) => ({ change, steps: stepsOf(change), gain }))
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

/** The least value of which a share leaves so much: see `keptOf`. */
function wholeOf(value: number, kept: number): number {
  return kept === 0 ? MODEL.unit : Math.ceil((2 * value - 1) * (MODEL.unit / (2 * kept)));
}

/** A change and what S would gain. */
interface MeasuredChange {
  change: Change;
  gain: number;
}

/**
 * What each change would be worth: the candidates that she would be go into a pool of their own and
 * are measured by the model like any other. Those whom a hard criterion would stop are left out: a
 * preferred network may be one that the need excludes.
 */
function measureChanges(
  her: Candidate,
  need: Need,
  changes: readonly Change[],
  text: number,
): MeasuredChange[] {
  if (changes.length === 0) return [];
  const pool = new CandidatePool();
  changes.forEach((change, i) => {
    pool.upsert({ ...applyChange(her, change, need), id: idOf(i) });
  });
  pool.upsert({ ...her, id: idOf(changes.length) });
  const compiled = new CompiledNeed(pool, withoutText(need));
  const weight = criteriaOf(need).includes('TEXT') ? weightOf(need, 'TEXT') : 0;
  const totalAt = (i: number) => {
    const row = pool.ids.find(idOf(i));
    return compiled.totalOf(row) + weight * keptOf(text, compiled.keptOf(row));
  };
  const before = totalAt(changes.length);
  return changes.flatMap((change, i) => {
    if (compiled.eligibility.failures(pool.ids.find(idOf(i))) !== 0) return [];
    return [{ change, gain: totalAt(i) - before }];
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
