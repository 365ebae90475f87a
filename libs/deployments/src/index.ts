export {
  CHECK_IN_CHANNELS,
  CHECK_IN_STATES,
  type CheckInChannel,
  type CheckInState,
} from './check-in/lists.js';
export {
  covers,
  DAYS_BEFORE_START,
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
  AT_WORK,
  BEFORE_START,
  CLOSE_DAYS,
  DEPLOYMENT_STATES,
  DEPLOYMENT_STEPS,
  type DeploymentState,
} from './deployment/deployment-steps.js';
export {
  END_REASONS,
  EXPERIENCE_OFFERS,
  OUTCOME_READERS,
  OUTCOMES,
  PLACES,
  RHYTHMS,
  SIDES,
  type EndReason,
  type ExperienceOffer,
  type Outcome,
  type OutcomeReaders,
  type Place,
  type Rhythm,
  type Side,
} from './deployment/lists.js';
export { DeploymentClocks } from './deployment-clocks.js';
export { DeploymentStore } from './deployment-store.js';
export { DeskDeploymentService, type DeskDeploymentFilter } from './desk-deployment.service.js';
export {
  APPROVE_HOURS,
  EmergencyService,
  OPEN_HOURS,
  OPENING_STEPS,
  type OpeningStep,
  type OpeningView,
} from './emergency.service.js';
export { IncidentService, type IncidentInput, type IncidentView } from './incident.service.js';
export type {
  CheckInPlanInput,
  EditInput,
  ExperienceInput,
  LineInput,
  OutcomeInput,
  PlanInput,
  ReasonInput,
  SpokenInput,
} from './inputs.js';
export {
  OrganizerDeploymentService,
  type OrganizerFilter as OrganizerDeploymentFilter,
} from './organizer-deployment.service.js';
export { OwnDeploymentService } from './own-deployment.service.js';
export type {
  CheckInView,
  DeskDeployment,
  LineView,
  OrganizerDeployment,
  OwnDeployment,
  WholeLineView,
} from './views.js';
export { deploymentsParts } from './deployments-parts.js';
export { withConsequences, type Held } from './held.js';
export { agreed, finished, handed, lineAfter, proposed, reopened } from './line-changes.js';
export { isClosed, UNTOUCHED, type Line } from './clearance/line.js';
export { nextCheckIn, wakeAt } from './clock/clock.js';
export { factsOf } from './held.js';
export { AlongsideMails } from './alongside/alongside-mails.js';
export { FeedbackMails } from './feedback/feedback-mails.js';
export { DeploymentMails } from './deployment-mails.js';
export { DeploymentsModule, deploymentsProviders } from './deployments.module.js';
export { deploymentsEntities } from './entities.js';
export {
  INCIDENT_KINDS,
  INCIDENT_REPORTERS,
  SEVERITIES,
  type IncidentKind,
  type IncidentReporter,
  type Severity,
} from './incident/lists.js';
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
export { selectWaitingDeployments } from './waiting.js';
export { BLIND_DAYS } from './feedback/blind.js';
export {
  LONGEST_FEEDBACK,
  type FeedbackDraft,
  type QualityRating,
} from './feedback/check-feedback.js';
export {
  DeploymentFeedbackService,
  type DeploymentFeedbackView,
  type GivenFeedback,
} from './feedback/deployment-feedback.service.js';
export {
  FEEDBACK_SIDES,
  MEDIATOR_QUALITIES,
  ORGANIZER_QUALITIES,
  RATINGS,
  type FeedbackSide,
  type Quality,
  type Rating,
} from './feedback/feedback-lists.js';
export { AfterActionService, type AfterActionView } from './lesson/after-action.service.js';
export {
  AFTER_ACTION_QUESTIONS,
  type AfterActionDraft,
  type AfterActionQuestion,
  type LessonContents,
} from './lesson/after-action.js';
export { LESSON_STATES, LESSON_STEPS, type LessonState } from './lesson/lesson-steps.js';
export { LessonService, type LessonView, type PublishedLesson } from './lesson/lesson.service.js';
export { LookBackClocks } from './look-back-clocks.js';
export { ORGANIZER_QUESTIONS, type OrganizerQuestion } from './organizer-figures/figure-sums.js';
export {
  OrganizerFiguresService,
  type OrganizerFigures,
} from './organizer-figures/organizer-figures.service.js';
export { ALONGSIDE_STEPS, ALONGSIDE_DAYS } from './alongside/alongside-steps.js';
export {
  ALONGSIDE_PARTIES,
  ALONGSIDE_ROLES,
  ALONGSIDE_SHOWN,
  AlongsideService,
  type AlongsideParty,
  type AlongsideProposal,
  type AlongsideShown,
  type AlongsideView,
} from './alongside/alongside.service.js';
export {
  MENTORING_PARTS,
  MentoringService,
  type MentoringPart,
  type OwnMentoring,
  type ShownMentoring,
} from './alongside/mentoring.service.js';
export { womenOfDeployments } from './women-of.js';
