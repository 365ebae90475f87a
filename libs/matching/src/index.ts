/**
 * Matching: a need and a pool of candidates give an exact, explained ranking. Pure: no database, no
 * clock, no state but the pool. The model is docs/matching.md.
 */
export { type Candidate, type Deployed, DEPLOYMENT_YEARS } from './candidate.js';
export {
  CRITERIA,
  type Criterion,
  FAIRNESS,
  HARD_CRITERIA,
  type HardCriterion,
  LATER_CRITERIA,
  MODEL,
  MODEL_VERSIONS,
  type ModelVersion,
  PROTECTED_GROUPS,
  type ProtectedGroup,
} from './model.js';
export { MODEL_2 } from './model-2.js';
export { InvalidNeed } from './problems.js';
export { integer, problemsOf } from './shapes.js';
export {
  applyChange,
  type Change,
  type ChangeOf,
  type ChangeableCriterion,
} from './analysis/changes.js';
export {
  compareCandidates,
  type ComparedCriterion,
  type Comparison,
  type TurningWeight,
} from './analysis/compare.js';
export type { Lift } from './analysis/counterfactual.js';
export {
  type Excluded,
  explainPlace,
  type Margin,
  type PlaceExplanation,
  type InsideTop,
  type OutsideTop,
} from './analysis/explain-place.js';
export type { Shortfall, ExplainableCriterion, ShortfallOf } from './analysis/shortfall.js';
export type { Neighbourhood, Stability } from './analysis/stability.js';
export {
  nearlyEligible,
  type NearlyEligible,
  type NearlyEligiblePage,
  type Waterfall,
  waterfall,
  type WaterfallStep,
} from './analysis/need-report.js';
export type { Contribution, Evidence, ContributionOf } from './criteria/evidence.js';
export { expertiseShownBy } from './criteria/shown-expertise.js';
export { CandidatePool } from './engine/candidate-pool.js';
export type { Uncheckable } from './engine/eligibility.js';
export { type RankPlace, tieKey } from './engine/order.js';
export {
  type FairnessEffect,
  type Page,
  rank,
  type RankedCandidate,
  type Ranking,
  ranksOf,
  type FairPlace,
} from './engine/rank.js';
export { type Exclusion, exclusionsOf, toBeChecked, type Unchecked } from './engine/screening.js';
export { discountOf, type ExposureCount, exposureShares } from './fairness/exposure.js';
export {
  type Fairness,
  type GroupRule,
  NEED_GROUPS,
  type NeedFairness,
  type NeedGroup,
  validateFairness,
} from './fairness/fairness.js';
export { failProbability, type Pick } from './fairness/group-test.js';
export { rankFairly } from './fairness/rank-fairly.js';
export {
  type Finding,
  type FindingCode,
  type FindingKind,
  FINDINGS,
  type Droppable,
  type Shown,
} from './need-check/finding.js';
export { type NeedReview, reviewNeed } from './need-check/review-need.js';
export { asVersion } from './need/as-version.js';
export {
  assumedTerritories,
  canonicalText,
  withAssumedTerritories,
} from './need/canonical-need.js';
export { essentialOf } from './need/essential.js';
export {
  type HardNeed,
  type Need,
  type Stance,
  STANCES,
  standardWeights,
  WANTED_MODES,
  type WantedMode,
} from './need/need.js';
export { validateNeed, withCanonicalCodes } from './need/validate-need.js';
export {
  isPreset,
  PRESET_CODES,
  type PresetCode,
  PRESETS,
  presetText,
  withPreset,
} from './presets/presets.js';
export {
  demandOf,
  domains,
  EXPERTISE_LEVEL,
  type Part,
  PARTS,
  type ScarceCombination,
  type Scarcity,
  scarcity,
  type ScarcityRequest,
  subRegions,
} from './scarcity/scarcity.js';
export {
  type RelaxedRequirement,
  type Team,
  TEAM_LIMIT_KINDS,
  TEAM_STATUSES,
  type TeamLimit,
  type TeamMember,
  type TeamResult,
  type TeamStatus,
  type Coverage,
} from './team/describe-team.js';
export { matchTeam, solveTeam, teamField } from './team/match-team.js';
export { InexactSolution } from './team/mip-model.js';
export {
  type ApartPair,
  type Requirement,
  REQUIREMENT_KINDS,
  type RequirementKind,
  TEAM_LIMITS,
  type TeamConstraints,
  type TeamRequest,
  validateTeam,
  withCanonicalTeamCodes,
} from './team/team-request.js';
