export { ApplicationsModule } from './applications.module.js';
export { applicationsEntities } from './entities.js';
export {
  APPLICATION_STEPS,
  CONFIRM_DAYS,
  DECLINE_REASONS,
  KEPT_DAYS,
  SEEN_STATES,
  type ApplicationState,
  type DeclineReason,
  type SeenState,
} from './application/application-steps.js';
export { applicationsSealedTables } from './application/application-contents.js';
export {
  ApplicationService,
  type ApplicationFilter,
  type ApplicationView,
  type Decline,
} from './application/application.service.js';
export {
  ApplyService,
  type CallAddress,
  type OwnApplication,
} from './application/apply.service.js';
export { SELECT_WAITING_APPLICATIONS } from './application/waiting.js';
export { CALL_STATES, CALL_STEPS, type CallState } from './call/call-steps.js';
export { phaseOf, type CallDraft, type CallPhase, type CallView } from './call/call-view.js';
export { CallService, type NetworkCalls, type PublicCall } from './call/call.service.js';
