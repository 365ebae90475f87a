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
