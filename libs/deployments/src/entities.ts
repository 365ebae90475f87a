import { AlongsidePlaceEntity } from './alongside/alongside-place.entity.js';
import { MentoringEntity } from './alongside/mentoring.entity.js';
import { CheckInEntity } from './check-in/check-in.entity.js';
import { ClearanceLineEntity } from './clearance/clearance-line.entity.js';
import { DeploymentGoneEntity } from './deployment/deployment-gone.entity.js';
import { DeploymentEntity } from './deployment/deployment.entity.js';
import { DeploymentFeedbackEntity } from './feedback/deployment-feedback.entity.js';
import { FeedbackReplyEntity } from './feedback/feedback-reply.entity.js';
import { FeedbackRoundEntity } from './feedback/feedback-round.entity.js';
import { AfterActionEntity } from './lesson/after-action.entity.js';
import { LessonEntity } from './lesson/lesson.entity.js';
import { OrganizerFigureEntity } from './organizer-figures/organizer-figure.entity.js';
import { EmergencyOpeningEntity } from './emergency/emergency-opening.entity.js';
import { IncidentEntity } from './incident/incident.entity.js';

/** Entities of this module. */
export const deploymentsEntities = [
  DeploymentEntity,
  DeploymentGoneEntity,
  ClearanceLineEntity,
  CheckInEntity,
  IncidentEntity,
  EmergencyOpeningEntity,
  FeedbackRoundEntity,
  DeploymentFeedbackEntity,
  FeedbackReplyEntity,
  OrganizerFigureEntity,
  AfterActionEntity,
  AlongsidePlaceEntity,
  MentoringEntity,
  LessonEntity,
];
