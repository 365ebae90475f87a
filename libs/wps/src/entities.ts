import { ActorEntity } from './actor/actor.entity.js';
import { FocalPointEntity } from './actor/focal-point.entity.js';
import { MembershipEntity } from './actor/membership.entity.js';
import { OfficeTermEntity } from './actor/office-term.entity.js';
import { AnalysisEntity } from './analysis/analysis.entity.js';
import { CommitmentEntity } from './commitment/commitment.entity.js';
import { FrameworkEntity } from './indicator/framework.entity.js';
import { IndicatorEntity } from './indicator/indicator.entity.js';
import { ObservationEntity } from './indicator/observation.entity.js';
import { MailChoiceEntity, MailToldEntity } from './mails/mail.entities.js';
import { MeetingEntity } from './meeting/meeting.entity.js';
import { MeetingParticipantEntity } from './meeting/participant.entity.js';
import { BudgetLineEntity } from './plan/budget-line.entity.js';
import { InvolvementEntity } from './plan/involvement.entity.js';
import { PlanItemEntity } from './plan/plan-item.entity.js';
import { PlanEntity } from './plan/plan.entity.js';
import { LessonUseEntity, WpsLessonEntity } from './lesson/lesson.entity.js';
import { CommentEntity } from './report/comment.entity.js';
import { FormEntity } from './report/form.entity.js';
import { ConsultedEntity, ReportEntity } from './report/report.entity.js';

/** Entities of this module. */
export const wpsEntities = [
  PlanEntity,
  PlanItemEntity,
  BudgetLineEntity,
  InvolvementEntity,
  CommitmentEntity,
  FrameworkEntity,
  IndicatorEntity,
  ObservationEntity,
  ActorEntity,
  MembershipEntity,
  OfficeTermEntity,
  FocalPointEntity,
  MeetingEntity,
  MeetingParticipantEntity,
  MailChoiceEntity,
  MailToldEntity,
  FormEntity,
  ReportEntity,
  ConsultedEntity,
  CommentEntity,
  WpsLessonEntity,
  LessonUseEntity,
  AnalysisEntity,
];
