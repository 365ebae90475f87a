export { engagementEntities } from './entities.js';
export { engagementParts } from './engagement-parts.js';
export {
  ExposureReportService,
  type ExposurePeriod,
  type ExposureReport,
  type ReportedNetwork,
} from './exposure/exposure-report.service.js';
export {
  DIMENSIONS,
  type Dimension,
  type ExposureRow,
  type ExposureTable,
  type Measures,
  type RowsTogether,
} from './exposure/exposure-tables.js';
export { FEWEST, rowsToSuppress } from './exposure/suppression.js';
export { underRepresentedNetworks } from './exposure/under-represented.js';
export { ExposureLedger, type Exposed } from './exposure/ledger.js';
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
