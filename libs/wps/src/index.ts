export { WpsModule, wpsProviders } from './wps.module.js';
export { wpsEntities } from './entities.js';
export type { Texts } from './records/checks.js';
export { actorNameIn } from './actor/actor-name.js';
export { SHARINGS, type Sharing } from './records/lists.js';
export type { Seen } from './records/write-row.js';
export type { ActorDraft, MembershipDraft, OfficeTermDraft } from './actor/actor-draft.js';
export { ActorKeeper } from './network/actor-keeper.js';
export { ActorService, type ActorFilter } from './network/actor.service.js';
export { FocalPointService } from './network/focal-point.service.js';
export {
  ACTOR_KINDS,
  MINISTRIES,
  NETWORK_CODE,
  OFFICE_POSITIONS,
  OFFICE_ROLES,
  type ActorKind,
  type Ministry,
  type OfficePosition,
  type OfficeRole,
} from './actor/lists.js';
export type {
  ActorName,
  ActorView,
  FocalPointDraft,
  FocalPointView,
  MembershipView,
  OfficeTermView,
} from './actor/views.js';
export { MEETING_KINDS, type MeetingKind } from './meeting/lists.js';
export type { MeetingDraft } from './meeting/meeting-draft.js';
export type { MeetingView } from './meeting/meeting-reader.js';
export type { MeetingDocument } from './meeting/meeting.entity.js';
export { MeetingService } from './meeting/meeting.service.js';
export { readNetworkFile } from './network-import/network-file.js';
export {
  NetworkImport,
  type NetworkImportReport,
} from './network-import/network-import.service.js';
export {
  COMMITMENT_SOURCES,
  COMMITMENT_STATES,
  COMMITMENT_STEPS,
  type CommitmentSource,
  type CommitmentState,
  type CommitmentStep,
} from './commitment/commitment-steps.js';
export {
  CommitmentService,
  type CommitmentDraft,
  type CommitmentFilter,
  type CommitmentView,
} from './commitment/commitment.service.js';
export { MailChoiceService, type MailChoice } from './mails/mail-choice.service.js';
export { WpsMailsJob } from './mails/wps-mails-job.js';
export { MeetingPackService, type MeetingPack } from './pack/meeting-pack.service.js';
export { printPack } from './pack/print-pack.js';
export { OWED_KINDS, OwingService, type Owed, type OwedKind } from './owing/owing.service.js';
export {
  NarrowingService,
  WITHDRAWING_STEPS,
  WITHDRAWN_KINDS,
  type NarrowedKind,
} from './narrowing/narrowing.service.js';
export {
  REDACTED_FIELDS,
  RedactionService,
  type RedactedField,
  type RedactedPart,
} from './plan/redaction.service.js';
export { budgetFigures, type BudgetFigures } from './plan/budget-figures.js';
export { InvolvementService, type OwnInvolvement } from './plan/involvement.service.js';
export {
  BUDGET_STATUSES,
  INVOLVED,
  INVOLVED_ANSWERS,
  INVOLVED_HOW,
  INVOLVED_NAMES,
  INVOLVED_STAGES,
  ITEM_KINDS,
  PILLARS,
  PLAN_FOCUSES,
  PLAN_LEVELS,
  PROGRESSES,
  type BudgetStatus,
  type Involved,
  type InvolvedAnswer,
  type InvolvedHow,
  type InvolvedName,
  type InvolvedStage,
  type ItemKind,
  type Pillar,
  type PlanFocus,
  type PlanLevel,
  type Progress,
} from './plan/lists.js';
export type { PlanIndicator } from './plan/plan-item.entity.js';
export { PlanPartService } from './plan/plan-part.service.js';
export { PLAN_CRITERIA, type PlanCriterion, type PlanFinding } from './plan/plan-quality.js';
export { PlanService, type PlanFilter } from './plan/plan.service.js';
export { PLAN_STATES, PLAN_STEPS, type PlanState, type PlanStep } from './plan/plan-steps.js';
export type {
  BudgetLineDraft,
  BudgetLineView,
  InvolvementDraft,
  InvolvementView,
  PlanDraft,
  PlanItemDraft,
  PlanItemView,
  PlanParts,
  PlanView,
} from './plan/views.js';
export { CONCEPT_CODES, CONCEPTS, type Concept } from './indicator/concepts.js';
export {
  DIRECTIONS,
  FITS,
  INDICATOR_LEVELS,
  OBSERVATION_STATUSES,
  UNITS,
  type Direction,
  type Fit,
  type IndicatorLevel,
  type ObservationStatus,
  type Unit,
} from './indicator/lists.js';
export { ObservationService, type ObservationFilter } from './indicator/observation.service.js';
export {
  ObservationImport,
  type ObservationImportReport,
} from './observation-import/observation-import.service.js';
export {
  checkColumns,
  type LineReject,
  type ObservationColumn,
  type ObservationLine,
} from './observation-import/observation-lines.js';
export { checkPaxColumns, paxYears, type PaxLine } from './observation-import/pax-agreements.js';
export {
  IATI_AMOUNTS,
  readIatiActivities,
  type IatiAmounts,
  type IatiFile,
} from './observation-import/iati-activities.js';
export { iatiYears } from './observation-import/iati-years.js';
export { LicensedImport, type LicensedImportReport } from './observation-import/licensed-import.js';
export type { Caveat, SheetRow } from './indicator/sheet.js';
export type {
  FrameworkView,
  IndicatorView,
  ObservationDraft,
  ObservationView,
} from './indicator/views.js';
export {
  AnalysisService,
  type AnalysisDraft,
  type AnalysisFilter,
  type AnalysisView,
} from './analysis/analysis.service.js';
export {
  ANALYSIS_QUESTIONS,
  ANALYSIS_TIMINGS,
  ANALYSIS_USES,
  type AnalysisQuestion,
  type AnalysisTiming,
  type AnalysisUse,
} from './analysis/lists.js';
export {
  EVIDENCE_GRADES,
  WPS_LESSON_STATES,
  WPS_LESSON_STEPS,
  type EvidenceGrade,
  type WpsLessonState,
  type WpsLessonStep,
} from './lesson/lesson-steps.js';
export type {
  LessonUseDraft,
  LessonUseView,
  WpsLessonDraft,
  WpsLessonView,
} from './lesson/views.js';
export { WpsLessonService, type WpsLessonFilter } from './lesson/wps-lesson.service.js';
export { CommentService } from './report/comment.service.js';
export { gapsOf, gapsOfCell, type ReportContent } from './report/content.js';
export {
  CELL_KINDS,
  RECORD_LISTS,
  RHYTHMS,
  type CellKind,
  type RecordList,
  type Rhythm,
} from './report/lists.js';
export { metricRowName } from './report/metric-rows.js';
export {
  REPORT_STATES,
  REPORT_STEPS,
  type ReportState,
  type ReportStep,
} from './report/report-steps.js';
export {
  ReportService,
  type PlainReportStep,
  type Recommendation,
  type ReportListFilter,
} from './report/report.service.js';
export type {
  CommentView,
  FormView,
  ReadReport,
  ReportChange,
  ReportDraft,
  ReportView,
} from './report/views.js';
export type { WordingCheck } from './records/wording-check.js';
export { WordingService, type Wording } from './wording/wording.service.js';
export type { PrintedCell, PrintedReport, PrintedTable } from './report/print/printed-report.js';
export {
  printed,
  PRINTED_FORMATS,
  printedFile,
  REPORT_FORMATS,
  reportFile,
  type ReportFile,
  type ReportFormat,
} from './report/print/report-file.js';
