import type {
  AnalysisQuestion,
  AnalysisTiming,
  AnalysisUse,
  BudgetStatus,
  CommitmentSource,
  CommitmentState,
  EvidenceGrade,
  Involved,
  InvolvedHow,
  InvolvedName,
  InvolvedStage,
  Ministry,
  ObservationStatus,
  OfficePosition,
  PlanFocus,
  PlanItemKind,
  PlanLevel,
  PlanProgress,
  PlanState,
  Sharing,
  WpsActorKind,
  WpsLessonState,
  WpsMeetingKind,
  WpsOfficeRole,
  WpsPillar,
  WpsReportState,
} from '../../graph/types.js';
import type { Tone } from '../../ui/feedback.js';

export const PLAN_STATES: readonly PlanState[] = [
  'DRAFT',
  'ADOPTED',
  'IN_FORCE',
  'EXPIRED',
  'SUPERSEDED',
];

export const OFFICE_ROLES: readonly WpsOfficeRole[] = [
  'CHAIR',
  'CO_CHAIR',
  'TROIKA',
  'HOST',
  'SECRETARIAT',
];

export const MEETING_KINDS: readonly WpsMeetingKind[] = [
  'CAPITAL',
  'NEW_YORK',
  'REGIONAL',
  'EXPERT',
  'BILATERAL',
];

/** Kinds of actors that have members, offices and meetings. */
export const GROUPINGS: readonly WpsActorKind[] = ['NETWORK', 'REGIONAL_ORGANIZATION'];

export const PLAN_LEVELS: readonly PlanLevel[] = ['NATIONAL', 'REGIONAL', 'LOCAL'];

export const PLAN_FOCUSES: readonly PlanFocus[] = ['INWARD', 'OUTWARD', 'BOTH'];

export const BUDGET_STATUSES: readonly BudgetStatus[] = [
  'NONE',
  'MENTIONED',
  'ESTIMATED',
  'COSTED',
  'ALLOCATED',
  'SPENT_REPORTED',
];

export const OFFICE_POSITIONS: readonly OfficePosition[] = [
  'HEAD_OF_STATE_OR_GOVERNMENT',
  'CABINET_MINISTER',
  'DEPUTY_MINISTER',
  'DIRECTOR',
  'UNIT',
  'FOCAL_PERSON_ONLY',
];

export const MINISTRIES: readonly Ministry[] = [
  'FOREIGN',
  'DEFENCE',
  'GENDER',
  'INTERIOR',
  'JUSTICE',
  'SOCIAL',
  'CROSS_GOVERNMENT',
];

export const ITEM_KINDS: readonly PlanItemKind[] = ['GOAL', 'OUTCOME', 'ACTION'];

export const PILLARS: readonly WpsPillar[] = [
  'PREVENTION',
  'PARTICIPATION',
  'PROTECTION',
  'RELIEF_AND_RECOVERY',
  'CROSS_CUTTING',
];

export const PROGRESSES: readonly PlanProgress[] = ['NOT_STARTED', 'UNDER_WAY', 'DONE', 'STOPPED'];

export const INVOLVED: readonly Involved[] = [
  'CSO',
  'WOMEN_CSO',
  'YOUTH',
  'PARLIAMENT',
  'ACADEMIA',
  'PRIVATE',
  'SECURITY_SECTOR',
  'LOCAL_AUTHORITY',
];

export const INVOLVED_NAMES: readonly InvolvedName[] = ['BODY', 'PERSON'];

export const INVOLVED_STAGES: readonly InvolvedStage[] = [
  'DRAFTING',
  'ADOPTION',
  'IMPLEMENTATION',
  'MONITORING',
  'REVIEW',
];

export const INVOLVED_HOW: readonly InvolvedHow[] = [
  'INFORMED',
  'CONSULTED',
  'MEMBER_OF_BODY',
  'CO_LEAD',
  'FUNDED',
];

export const OBSERVATION_STATUSES: readonly ObservationStatus[] = [
  'VERIFIED',
  'REPORTED',
  'ESTIMATED',
];

export const COMMITMENT_SOURCES: readonly CommitmentSource[] = [
  'MEETING',
  'RESOLUTION',
  'PLEDGE',
  'PLAN',
  'TREATY_BODY',
  'REPORT',
];

export const PLAN_TONES: Readonly<Record<PlanState, Tone>> = {
  DRAFT: 'neutral',
  ADOPTED: 'accent',
  IN_FORCE: 'good',
  EXPIRED: 'warm',
  SUPERSEDED: 'neutral',
};

export const PROGRESS_TONES: Readonly<Record<PlanProgress, Tone>> = {
  NOT_STARTED: 'neutral',
  UNDER_WAY: 'accent',
  DONE: 'good',
  STOPPED: 'danger',
};

export const COMMITMENT_TONES: Readonly<Record<CommitmentState, Tone>> = {
  OPEN: 'neutral',
  ON_TRACK: 'accent',
  AT_RISK: 'warm',
  DONE: 'good',
  DROPPED: 'neutral',
};

export const LESSON_STATES: readonly WpsLessonState[] = ['DRAFT', 'REVIEWED', 'SHARED', 'RETIRED'];

export const EVIDENCE_GRADES: readonly EvidenceGrade[] = ['ANECDOTE', 'MONITORED', 'EVALUATED'];

export const ANALYSIS_QUESTIONS: readonly AnalysisQuestion[] = [
  'ACTORS',
  'NORMS',
  'EFFECTS',
  'PEACE_WORK',
  'SPOILERS',
  'PROTECTION',
  'ENTRY_POINTS',
  'DATA_GAPS',
  'CONSULTED',
  'DO_NO_HARM',
];

export const ANALYSIS_TIMINGS: readonly AnalysisTiming[] = ['BEFORE_DESIGN', 'AFTER_DESIGN'];

export const ANALYSIS_USES: readonly AnalysisUse[] = ['PLAN', 'NEED', 'PROCESS'];

export const REPORT_STATES: readonly WpsReportState[] = [
  'DRAFT',
  'CONSULTATION',
  'CLEARED',
  'SUBMITTED',
  'REVIEWED',
];

export const REPORT_TONES: Readonly<Record<WpsReportState, Tone>> = {
  DRAFT: 'neutral',
  CONSULTATION: 'warm',
  CLEARED: 'accent',
  SUBMITTED: 'good',
  REVIEWED: 'good',
};

export const SHARINGS: readonly Sharing[] = ['OWN', 'REGION', 'NETWORK', 'PUBLIC'];
