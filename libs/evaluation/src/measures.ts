/** Grades from 0 (not for this) to 3 (put forward first), by the number of a document in TREC's sense: here a candidate. */
export type Judged = ReadonlyMap<string, Grade>;
export type Grade = number;

/** Judgements of many topics (needs), by topic. TREC's qrels. */
export type Qrels = ReadonlyMap<string, Judged>;

/** What a system ranked for each topic, best first. TREC's run. */
export type Run = ReadonlyMap<string, readonly string[]>;

export const HIGHEST_GRADE = 3;

/** From which grade on a candidate counts as relevant, where a measure knows only relevant or not. */
export const RELEVANT_FROM = 2;

/**
 * Measures of one ranking against the judgements of its topic, as `trec_eval` 9 computes them: what
 * is not judged counts as grade 0, and a measure whose divisor is 0 is 0.
 */

/**
 * Discounted cumulative gain at `k`, over that of the best possible ranking. The gain is the grade
 * itself and the discount log2(rank + 1) (Järvelin and Kekäläinen 2002, in the form that
 * `ndcg_cut` gives it); it needs no threshold.
 */
export function ndcg(ranking: readonly string[], judged: Judged, k: number): number {
  const ideal = [...judged.values()].toSorted((a, b) => b - a);
  return share(dcg(gradesOf(ranking, judged), k), dcg(ideal, k));
}

/** Relevant ones among the first `k`, over `k`: places that were left empty count as misses. */
export function precision(relevance: readonly boolean[], k: number): number {
  return count(relevance.slice(0, k)) / k;
}

/** Relevant ones among the first `k`, over all that are relevant. */
export function recall(relevance: readonly boolean[], relevant: number, k: number): number {
  return share(count(relevance.slice(0, k)), relevant);
}

/** One over the rank of the first relevant one. */
export function reciprocalRank(relevance: readonly boolean[]): number {
  const first = relevance.indexOf(true);
  return first < 0 ? 0 : 1 / (first + 1);
}

/** The mean, over all relevant ones, of the precision at the rank of each; 0 for who is not ranked. */
export function averagePrecision(relevance: readonly boolean[], relevant: number): number {
  let found = 0;
  let sum = 0;
  relevance.forEach((is, i) => {
    if (is) sum += ++found / (i + 1);
  });
  return share(sum, relevant);
}

/**
 * How often a relevant one is ranked above those judged not relevant; who was not judged takes no
 * part, so an incomplete pool costs nothing (Buckley and Voorhees 2004).
 */
export function bpref(ranking: readonly string[], judged: Judged, threshold: number): number {
  const grades = [...judged.values()];
  const relevant = grades.filter((grade) => grade >= threshold).length;
  const bound = Math.min(relevant, grades.length - relevant);
  let missed = 0;
  let sum = 0;
  for (const docno of ranking) {
    const grade = judged.get(docno);
    if (grade === undefined) continue;
    if (grade < threshold) missed++;
    else sum += missed === 0 ? 1 : 1 - Math.min(missed, relevant) / bound;
  }
  return share(sum, relevant);
}

/** How many of the first `k` that were ranked had been judged: below 1, other measures are a lower bound. */
export function judgedShare(ranking: readonly string[], judged: Judged, k: number): number {
  const first = ranking.slice(0, k);
  return share(first.filter((docno) => judged.has(docno)).length, first.length);
}

/** Whether each of a ranking is relevant, in its order. */
export function relevanceOf(
  ranking: readonly string[],
  judged: Judged,
  threshold: number,
): boolean[] {
  return gradesOf(ranking, judged).map((grade) => grade >= threshold);
}

function gradesOf(ranking: readonly string[], judged: Judged): number[] {
  return ranking.map((docno) => judged.get(docno) ?? 0);
}

function dcg(grades: readonly number[], k: number): number {
  return grades.slice(0, k).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
}

function count(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
