import type { Need } from '../need/need.js';
import type { CandidatePool } from '../pool/candidate-pool.js';
import { compileCriteria } from '../rank/compile.js';
import type { Contribution } from '../rank/contribution.js';
import type { Uncheckable } from '../rank/eligibility.js';
import type { Unchecked } from '../rank/exclusions.js';
import { explainedScore } from '../rank/rank.js';
import { checkAnalysis } from './check-analysis.js';
import { counterfactual, type Counterfactual } from './counterfactual.js';
import { daysOf } from './days-of.js';
import { margin, type Margin } from './margin.js';
import { ScoreSheet } from './score-sheet.js';
import { KEPT_TO_HERSELF, Screening } from './screening.js';
import { shortfall, type Shortfall } from './shortfall.js';
import { stability, type Neighbourhood, type Stability } from './stability.js';

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
  { top, ...neighbourhood }: { top: number } & Neighbourhood,
): PlaceExplanation | null {
  checkAnalysis(need, { top, ...neighbourhood });
  const row = pool.ids.find(id);
  if (row < 0) return null;
  const screening = new Screening(pool, need);
  const stoppedBy = screening.of(row);
  if (stoppedBy.some((criterion) => KEPT_TO_HERSELF.has(criterion))) return null;

  const eligible = screening.rowsWhere((failed) => failed.length === 0);
  const isEligible = stoppedBy.length === 0;
  const sheet = new ScoreSheet(pool, need, isEligible ? eligible : withRow(eligible, row));
  const place = sheet.placeOf(row);
  const explained = {
    id: sheet.id(place),
    top,
    eligible: eligible.length,
    total: sheet.totals[place]!,
    ...explainedScore(pool, compileCriteria(pool, need), row),
    toBeChecked: screening.toBeChecked(row),
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
    stability: stability(sheet, place, top, neighbourhood),
  };
  if (herRank > top) {
    const lift = counterfactual(sheet, need, her, { place, last: placeAt(top - 1) }, days);
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
