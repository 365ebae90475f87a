export { CHECK_IN_CHANNELS, CHECK_IN_STATES } from './check-in/lists.js';
export {
  covers,
  kindsOf,
  LINE_CODES,
  LINE_KINDS,
  LINE_OWNERS,
  lineKind,
  mayOwn,
  SETTINGS,
  type LineCode,
  type LineKind,
  type LineOwner,
  type Setting,
} from './clearance/kinds.js';
export { LINE_STATES, LINE_STEPS, type LineState } from './clearance/line-steps.js';
export {
  CLOSE_DAYS,
  DEPLOYMENT_STATES,
  DEPLOYMENT_STEPS,
  type DeploymentState,
} from './deployment/deployment-steps.js';
export {
  DEPLOYMENT_MODES,
  END_REASONS,
  ENGAGEMENTS,
  EXPERIENCE_OFFERS,
  OUTCOME_READERS,
  OUTCOMES,
  PLACES,
  RHYTHMS,
  SIDES,
  type DeploymentMode,
  type Outcome,
  type Place,
  type Side,
} from './deployment/lists.js';
export { DeploymentsModule } from './deployments.module.js';
export { deploymentsEntities } from './entities.js';
export { INCIDENT_KINDS, SEVERITIES } from './incident/lists.js';
export { deploymentsSealedTables } from './sealed-tables.js';
export {
  begunDeployments,
  dueLines,
  firstStarts,
  mediatorDays,
  type BegunDeployment,
  type DueLine,
  type MediatorDays,
} from './metrics/deployment-metrics.js';
