/**
 * What matching found, in sentences of six languages: contributions, analyses, findings on a need, fairness and teams.
 * Pure: matching gives data, and this puts it into words when somebody reads it.
 */
export { AnalysisSentences } from './analysis-sentences.js';
export { explain, headingOf } from './explain.js';
export { explainFairness } from './explain-fairness.js';
export { explainFinding } from './explain-finding.js';
export { explainCoverage, explainRelaxed } from './explain-team.js';
