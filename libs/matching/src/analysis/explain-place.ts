import type { Contribution } from '../criteria/evidence.js';
import type { CandidatePool } from '../engine/candidate-pool.js';
import { CompiledNeed } from '../engine/compiled-need.js';
import type { Uncheckable } from '../engine/eligibility.js';
import type { Unchecked } from '../engine/screening.js';
import type { Criterion } from '../model.js';
import type { Need } from '../need/need.js';
import { validateNeed } from '../need/validate-need.js';
import { InvalidNeed } from '../problems.js';
import { integer, object, optional, problemsOf } from '../shapes.js';
import { counterfactual, type Counterfactual } from './counterfactual.js';
import { ScoreSheet } from './score-sheet.js';
import { daysOf, shortfall, type Shortfall } from './shortfall.js';
import { type Neighbourhood, stability, type Stability } from './stability.js';

/** Of which first k an explanation speaks, and how far weights are moved in it. */
type PlaceRequest = { top: number } & Neighbourhood;

interface Explained {
  id: string;
  /** k: the explanation says what brings her among the first k, or keeps her there. */
  top: number;
  eligible: number;
  /** S, and floor(S / W) in micro-units. */
  total: number;
  score: number;
  contributions: Contribution[];
  /** Hard criteria that only her network can check. */
  toBeChecked: Uncheckable[];
  /** Of how many of the eligible only their network can check a criterion. */
  unchecked: Unchecked[];
}

/** A candidate among the first k; the margin is null where nobody is left to overtake her. */
export interface InsideTop extends Explained {
  standing: 'inside';
  rank: number;
  margin: Margin | null;
  stability: Stability;
}

/** A candidate who is eligible and comes after the first k. */
export interface OutsideTop extends Explained {
  standing: 'outside';
  rank: number;
  counterfactual: Counterfactual;
  stability: Stability;
}

/** A candidate whom hard criteria stop, with what would meet each of them. */
export interface Excluded extends Explained {
  standing: 'excluded';
  shortfalls: Shortfall[];
  /** The rank that she would have if she met them and nothing else changed. */
  rankIfMet: number;
}

export type PlaceExplanation = InsideTop | OutsideTop | Excluded;

/**
 * Why a candidate stands where she does and what would change it; null for one whom the pool does not
 * hold, or who is kept out by CONSENT, STATE or SAFETY: nobody is told which of these it is.
 *
 * Throws InvalidNeed with all problems of the need, `top`, `delta` and `samples`.
 */
export function explainPlace(
  pool: CandidatePool,
  need: Need,
  id: string,
  request: PlaceRequest,
): PlaceExplanation | null {
  InvalidNeed.throwIf([...validateNeed(need), ...problemsOf(REQUEST, request)]);
  const { top } = request;
  const row = pool.ids.find(id);
  if (row < 0) return null;
  const compiled = new CompiledNeed(pool, need);
  const { screening } = compiled;
  if (screening.isNeverDisclosed(row)) return null;
  const stoppedBy = screening.of(row);

  const eligible = screening.rowsWhere((failed) => failed.length === 0);
  const isEligible = stoppedBy.length === 0;
  const sheet = new ScoreSheet(compiled, isEligible ? eligible : withRow(eligible, row));
  const place = sheet.placeOf(row);
  const explained = {
    id: sheet.id(place),
    top,
    eligible: eligible.length,
    total: sheet.totals[place]!,
    ...compiled.explain(row),
    unchecked: screening.screened().unchecked,
  };
  const her = pool.candidateAt(row);
  const days = daysOf(pool, need, row);
  const herRank = sheet.rankAt(place);
  if (!isEligible) {
    const shortfalls = stoppedBy.map((criterion) => shortfall(criterion, her, need, days));
    return { ...explained, standing: 'excluded', shortfalls, rankIfMet: herRank };
  }
  const leaders = sheet.first(top + 1);
  const placeAt = (i: number) => sheet.placeOf(leaders[i]!.row);
  const common = {
    ...explained,
    rank: herRank,
    stability: stability(sheet, place, top, request),
  };
  if (herRank > top) {
    const lift = counterfactual(sheet, need, her, {
      place,
      last: placeAt(top - 1),
      days,
      kept: compiled.keptOf(row),
      text: compiled.wholeValue('TEXT', row),
    });
    return { ...common, standing: 'outside', counterfactual: lift };
  }
  const isSafe = eligible.length <= top;
  return {
    ...common,
    standing: 'inside',
    margin: isSafe ? null : margin(sheet, { place, next: placeAt(top) }),
  };
}

function withRow(rows: Uint32Array, row: number): Uint32Array {
  const more = new Uint32Array(rows.length + 1);
  more.set(rows);
  more[rows.length] = row;
  return more;
}

/** What a candidate among the first k may lose and stay there, when nobody else changes. */
export interface Margin {
  /** The most of S that she may lose. */
  spare: number;
  /** The same in micro-units of score, rounded down. */
  score: number;
  /** For each stated criterion, the least value that keeps her where everything else stays. */
  leastValues: { criterion: Criterion; value: number; least: number }[];
}

/**
 * The margin of the row at a place of the sheet over the first who is not among the first k:
 *
 *     spare = S(hers) - S(k + 1st) - (0 if she precedes at the same S, else 1)
 *     least = max(0, s - floor(spare / w)), and 0 where w = 0
 *
 * @param next the place of the one after the k-th, who is behind her
 */
function margin(sheet: ScoreSheet, { place, next }: { place: number; next: number }): Margin {
  const spare =
    sheet.totals[place]! - sheet.totals[next]! - (sheet.precedesAtSameTotal(place, next) ? 0 : 1);
  return {
    spare,
    score: Math.floor(spare / sheet.totalWeight),
    leastValues: sheet.criteria.map(({ criterion, weight }, i) => {
      const value = sheet.values[i]![place]!;
      const least = weight === 0 ? 0 : Math.max(0, value - Math.floor(spare / weight));
      return { criterion, value, least };
    }),
  };
}

/** How far the numbers may go: what bounds the work. */
const REQUEST = object<PlaceRequest>({
  top: integer(1, 1000),
  delta: optional(integer(1, 100)),
  samples: optional(integer(1, 2000)),
});
