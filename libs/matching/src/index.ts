/**
 * Matching: a need and a pool of candidates give an exact, explained ranking. Pure: no database, no
 * clock, no state but the pool. The model is docs/matching.md.
 */
export { CANDIDATE_STATES, type Candidate, type CandidateState } from './candidate.js';
export { explain } from './explain/explain.js';
export type {
  Evidence,
  FoundExpertise,
  FoundLanguage,
  FoundTerritory,
  FoundTrack,
} from './criteria/evidence.js';
export { CRITERIA, type Criterion, HARD_CRITERIA, type HardCriterion, MODEL } from './model.js';
export { InvalidNeed } from './need/invalid-need.js';
export type {
  HardNeed,
  Need,
  SoftNeed,
  WantedArea,
  WantedExpertise,
  WantedLanguage,
  WantedTrack,
} from './need/need.js';
export { statedCriteria } from './need/stated.js';
export { type NeedProblem, validateNeed } from './need/validate-need.js';
export { CandidatePool } from './pool/candidate-pool.js';
export { InvalidCandidate } from './pool/check-candidate.js';
export { type Problem, Problems } from './problems.js';
export { type Exclusion, exclusionsOf } from './rank/exclusions.js';
export type { RankPosition } from './rank/order.js';
export { tieKey } from './rank/tie-keys.js';
export type { Contribution, ContributionOf } from './rank/contribution.js';
export { type Page, rank, type RankedCandidate, type Ranking } from './rank/rank.js';
export { matchTeam, type TeamOptions } from './team/match-team.js';
export type { Solve, SolvedProgramme, TeamProgramme } from './team/programme.js';
export { REQUIREMENT_KINDS, type Requirement, type RequirementKind } from './team/requirement.js';
export {
  type ApartPair,
  TEAM_LIMITS,
  type TeamConstraints,
  type TeamRequest,
} from './team/team-request.js';
export type {
  Coverage,
  RelaxedRequirement,
  Relaxation,
  Team,
  TeamMember,
  TeamResult,
  TeamStatus,
} from './team/team-result.js';
export { TEAM_STATUSES } from './team/team-result.js';
export { validateTeam } from './team/validate-team.js';
export { explainCoverage, explainRelaxed, type NameOf } from './team/explain/explain-team.js';
export { InexactSolution } from './team/lexicographic.js';
