/**
 * Evaluation of rankings: judgements and runs in TREC's formats, the measures of `trec_eval`, and tests of
 * differences. It knows rankings and grades, and nothing of mediators or needs.
 */
export { agreement, compareEvaluations, holm, meanInterval } from './compare.js';
export { evaluate, type Evaluation, type Measures } from './evaluate.js';
export { HIGHEST_GRADE, type Judged, type Qrels, RELEVANT_FROM, type Run } from './measures.js';
export {
  type LineProblem,
  parseQrels,
  parseRun,
  UnreadableLinesError,
  writeQrels,
  writeRun,
} from './trec.js';
