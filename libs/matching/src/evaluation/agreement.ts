import { HIGHEST_GRADE, type Qrels } from './measures.js';

/** How far two passes over the same candidates agree. */
interface Agreement {
  /** Candidates that both judged for the same topic. */
  readonly pairs: number;
  /** Share of them with the same grade. */
  readonly same: number;
  /** Share of them whose grades lie at most one apart. */
  readonly withinOne: number;
  /** Cohen's kappa with linear weights: 1 is agreement throughout, 0 what chance gives. */
  readonly kappa: number;
}

/**
 * Agreement of two assessors, or of one at two times. A disagreement weighs as much as the grades
 * lie apart (Cohen 1968, linear weights): kappa = 1 - observed / expected distance, the expected one
 * from how often each gives each grade.
 */
export function agreement(first: Qrels, second: Qrels): Agreement {
  const pairs = pairsOf(first, second);
  const share = (is: (distance: number) => boolean) =>
    pairs.length === 0 ? 0 : pairs.filter(([a, b]) => is(Math.abs(a - b))).length / pairs.length;
  return {
    pairs: pairs.length,
    same: share((distance) => distance === 0),
    withinOne: share((distance) => distance <= 1),
    kappa: weightedKappa(pairs),
  };
}

type Pair = readonly [first: number, second: number];

function pairsOf(first: Qrels, second: Qrels): Pair[] {
  return [...first].flatMap(([topic, judged]) =>
    [...judged].flatMap(([docno, grade]) => {
      const other = second.get(topic)?.get(docno);
      return other === undefined ? [] : [[grade, other] as const];
    }),
  );
}

function weightedKappa(pairs: readonly Pair[]): number {
  const observed = pairs.reduce((sum, [a, b]) => sum + Math.abs(a - b), 0);
  const of = (side: 0 | 1, grade: number) => pairs.filter((pair) => pair[side] === grade).length;
  let expected = 0;
  for (let a = 0; a <= HIGHEST_GRADE; a++) {
    for (let b = 0; b <= HIGHEST_GRADE; b++) {
      expected += (Math.abs(a - b) * of(0, a) * of(1, b)) / pairs.length;
    }
  }
  return expected === 0 ? 1 : 1 - observed / expected;
}
