export { engagementEntities } from './entities.js';
export { CandidatePools } from './match/candidate-pools.js';
export { MatchService, type MatchPage } from './match/match.service.js';
export { NeedPreparation, type NeedRequest, type PreparedNeed } from './match/prepare-need.js';
export type { NeedCriteria } from './need/need.entity.js';
export {
  NeedService,
  type NeedView,
  type NewNeed,
  type NewPeaceProcess,
} from './need/need.service.js';
export { engagementParts } from './engagement-parts.js';
export { TEAM_SECONDS } from './team/assemble-team.js';
export type { StoredMember, StoredOutcome, StoredTeam } from './team/stored-outcome.js';
export { TeamPurge, TEAM_RUN_DAYS } from './team/team-purge.js';
export { TEAM_RUN_STATES, type TeamRunState } from './team/team-run.entity.js';
export { TeamRunner } from './team/team-runner.js';
export {
  MOST_TEAM_RUNS,
  TeamService,
  type AssembledTeam,
  type TeamAsk,
} from './team/team.service.js';
export type { TeamRunView } from './team/team-view.js';
