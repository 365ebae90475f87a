/**
 * Matching: a need and a pool of candidates give an exact, explained ranking. Pure: no database, no
 * clock, no state but the pool. The model is docs/matching.md.
 */
export type { Change, ChangeableCriterion } from './analysis/changes.js';
export { dayOf } from './days.js';
export { applyChange, stepsOf } from './analysis/changes.js';
export {
  type ComparedCriterion,
  compareCandidates,
  type Comparison,
  type TurningWeight,
} from './analysis/compare.js';
export type { Counterfactual, Lift } from './analysis/counterfactual.js';
export {
  type Excluded,
  explainPlace,
  type InsideTop,
  type OutsideTop,
  type PlaceExplanation,
} from './analysis/explain-place.js';
export type { Margin } from './analysis/explain-place.js';
export {
  nearlyEligible,
  type NearlyEligible,
  type NearlyEligiblePage,
} from './analysis/nearly-eligible.js';
export type { Shortfall } from './analysis/shortfall.js';
export { NEIGHBOURHOOD, type Neighbourhood, type Stability } from './analysis/stability.js';
export { waterfall, type Waterfall, type WaterfallStep } from './analysis/waterfall.js';
export { CANDIDATE_STATES, type Candidate, type CandidateState } from './candidate.js';
export { AnalysisSentences } from './explain/analysis/sentences.js';
export { explain } from './explain/explain.js';
export type {
  Evidence,
  FoundExpertise,
  FoundLanguage,
  FoundTerritory,
  FoundTrack,
} from './criteria/evidence.js';
export type { FairnessEffect, FairPlace, Minimums } from './engine/rank.js';
export { explainFairness } from './fairness/explain-fairness.js';
export { type ExposureCount, exposureShares } from './fairness/exposure.js';
export { fairTop, type Pick } from './fairness/group-test.js';
export type { Fairness, GroupRule, Rotation } from './fairness/fairness.js';
export { FAIRNESS, PROTECTED_GROUPS, type ProtectedGroup } from './model.js';
export {
  NEED_GROUPS,
  type NeedFairness,
  type NeedGroup,
  validateFairness,
} from './fairness/fairness.js';
export { discountOf } from './fairness/exposure.js';
export { adjustedMinimums, failProbability, unadjustedMinimums } from './fairness/group-test.js';
export { rankFairly } from './fairness/rank-fairly.js';
export { CRITERIA, type Criterion, HARD_CRITERIA, type HardCriterion, MODEL } from './model.js';
export {
  assumedTerritories,
  canonicalText,
  withAssumedTerritories,
  withCanonicalCodes,
} from './need/canonical-need.js';

export { InvalidNeed } from './problems.js';
export type {
  HardNeed,
  Need,
  SoftNeed,
  WantedArea,
  WantedExpertise,
  WantedLanguage,
  WantedTrack,
} from './need/need.js';
export { statedCriteria } from './need/need.js';
export { type NeedProblem, validateNeed } from './need/validate-need.js';
export { CandidatePool } from './engine/candidate-pool.js';
export { InvalidCandidate } from './candidate.js';
export { type Problem, Problems } from './problems.js';
export { type Exclusion, exclusionsOf, toBeChecked, type Unchecked } from './engine/screening.js';
export { UNCHECKABLE, type Uncheckable } from './engine/eligibility.js';
export type { RankPlace } from './engine/order.js';
export { tieKey } from './engine/order.js';
export type { Contribution, ContributionOf } from './criteria/evidence.js';
export { ranksOf } from './engine/rank.js';
export { type Page, rank, type RankedCandidate, type Ranking } from './engine/rank.js';
export { agreement, type Agreement } from './evaluation/agreement.js';
export { compareEvaluations, type MeasureComparison } from './evaluation/compare.js';
export {
  evaluate,
  type Evaluation,
  type EvaluationSettings,
  type Measures,
} from './evaluation/evaluate.js';
export {
  HIGHEST_GRADE,
  RELEVANT_FROM,
  type Grade,
  type Judged,
  type Qrels,
  type Run,
} from './evaluation/measures.js';
export { parseQrels, writeQrels } from './evaluation/trec.js';
export { parseRun, writeRun } from './evaluation/trec.js';
export { type LineProblem, UnreadableLinesError } from './evaluation/trec.js';
export {
  presetText,
  type PresetText,
  isPreset,
  PRESET_CODES,
  PRESETS,
  type Preset,
  type PresetCode,
  withPreset,
} from './presets/presets.js';
export { explainFinding } from './need-check/explain-finding.js';
export {
  FINDINGS,
  type Droppable,
  type Finding,
  type FindingCode,
  type FindingKind,
} from './need-check/finding.js';
export { type NeedReview, reviewNeed } from './need-check/review-need.js';
export type { Relief } from './need-check/survey.js';
export type { ScarcityRequest } from './scarcity/request.js';
export {
  PARTS,
  type Part,
  scarcity,
  type Scarcity,
  type ScarceCombination,
} from './scarcity/scarcity.js';
export { withCanonicalTeamCodes } from './team/team-request.js';
export {
  matchTeam,
  solveTeam,
  teamField,
  type TeamField,
  type TeamOptions,
} from './team/match-team.js';
export type { Solve, SolvedProgramme, TeamProgramme } from './team/mip-model.js';
export { REQUIREMENT_KINDS, type Requirement, type RequirementKind } from './team/team-request.js';
export {
  type ApartPair,
  TEAM_LIMITS,
  type TeamConstraints,
  type TeamRequest,
} from './team/team-request.js';
export {
  type Coverage,
  type RelaxedRequirement,
  type Relaxation,
  type Team,
  TEAM_LIMIT_KINDS,
  type TeamLimit,
  TEAM_STATUSES,
  type TeamMember,
  type TeamResult,
  type TeamStatus,
} from './team/describe-team.js';
export { validateTeam } from './team/validate-team.js';
export { explainCoverage, explainRelaxed, type NameOf } from './team/explain/explain-team.js';
export { InexactSolution } from './team/mip-model.js';
