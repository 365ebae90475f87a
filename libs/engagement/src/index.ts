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
