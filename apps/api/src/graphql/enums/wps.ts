import {
  ACTOR_KINDS,
  OFFICE_ROLES,
  OFFICE_POSITIONS,
  MINISTRIES,
  MEETING_KINDS,
  SHARINGS,
  PLAN_LEVELS,
  PLAN_FOCUSES,
  PLAN_STATES,
  PLAN_STEPS,
  BUDGET_STATUSES,
  ITEM_KINDS,
  PILLARS,
  PROGRESSES,
  PLAN_CRITERIA,
  INVOLVED,
  INVOLVED_STAGES,
  INVOLVED_HOW,
  REDACTED_FIELDS,
  INVOLVED_NAMES,
  INVOLVED_ANSWERS,
  COMMITMENT_STATES,
  COMMITMENT_SOURCES,
  COMMITMENT_STEPS,
  OWED_KINDS,
  REPORT_STATES,
  REPORT_STEPS,
  WPS_LESSON_STATES,
  WPS_LESSON_STEPS,
  EVIDENCE_GRADES,
  ANALYSIS_QUESTIONS,
  ANALYSIS_TIMINGS,
  ANALYSIS_USES,
  RHYTHMS,
  CELL_KINDS,
  CONCEPT_CODES,
  CONCEPTS,
  FITS,
  UNITS,
  DIRECTIONS,
  INDICATOR_LEVELS,
  OBSERVATION_STATUSES,
} from '#wps';
import { graphEnum } from './graph-enum.js';

export const ActorKindEnum = graphEnum(
  'WpsActorKind',
  'A kind of actor of the agenda of women, peace and security.',
  ACTOR_KINDS,
);
export const OfficeRoleEnum = graphEnum(
  'WpsOfficeRole',
  'An office in a network. TROIKA are the outgoing, the present and the next chair.',
  OFFICE_ROLES,
);
export const OfficePositionEnum = graphEnum(
  'OfficePosition',
  'Where the office of a focal point stands in its government or organization, from the top.',
  OFFICE_POSITIONS,
);
export const MinistryEnum = graphEnum(
  'Ministry',
  'A family of ministries to which an office belongs.',
  MINISTRIES,
);
export const MeetingKindEnum = graphEnum(
  'WpsMeetingKind',
  'A kind of meeting on women, peace and security.',
  MEETING_KINDS,
);
export const SharingEnum = graphEnum(
  'Sharing',
  'Who reads what an actor writes down about its work on women, peace and security.',
  SHARINGS,
  {
    meanings: {
      own: 'The people of the actor.',
      region:
        'Also the people of its regional organizations, and of their members, while it is a member.',
      network:
        'Also the people of all members of the Women, Peace and Security Focal Points Network.',
      public: 'Everyone, signed in or not.',
    },
  },
);
export const PlanLevelEnum = graphEnum(
  'PlanLevel',
  'For whom an action plan is made.',
  PLAN_LEVELS,
);
export const PlanFocusEnum = graphEnum(
  'PlanFocus',
  'Whether a plan is about the country itself (INWARD), its work abroad (OUTWARD), or both.',
  PLAN_FOCUSES,
);
export const PlanStateEnum = graphEnum('PlanState', 'Where an action plan stands.', PLAN_STATES);
export const PlanStepEnum = graphEnum(
  'PlanStep',
  'A step of an action plan. See docs/wps.md.',
  PLAN_STEPS.names.filter((step) => step !== 'edit'),
);
export const BudgetStatusEnum = graphEnum(
  'BudgetStatus',
  'How far the money of a plan is settled, each step including the ones before it.',
  BUDGET_STATUSES,
);
export const ItemKindEnum = graphEnum('PlanItemKind', 'What an item of a plan is.', ITEM_KINDS);
export const PillarEnum = graphEnum('WpsPillar', 'A pillar of resolution 1325 (2000).', PILLARS);
export const ProgressEnum = graphEnum(
  'PlanProgress',
  'How far an item of a plan has come.',
  PROGRESSES,
);
export const PlanCriterionEnum = graphEnum(
  'PlanCriterion',
  'What makes a plan one that can be carried out and followed. See docs/wps.md.',
  PLAN_CRITERIA,
);
export const InvolvedEnum = graphEnum(
  'Involved',
  'Who was involved in a plan beside its lead office.',
  INVOLVED,
);
export const InvolvedStageEnum = graphEnum(
  'InvolvedStage',
  'At which stage of a plan somebody was involved.',
  INVOLVED_STAGES,
);
export const InvolvedHowEnum = graphEnum(
  'InvolvedHow',
  'In which way somebody was involved in a plan.',
  INVOLVED_HOW,
);
export const RedactedFieldEnum = graphEnum(
  'PlanTextField',
  'A text of a plan, of its items or its involvements in which a person can have been named.',
  REDACTED_FIELDS,
);
export const InvolvedNameEnum = graphEnum(
  'InvolvedName',
  'Whose name stands for somebody who was involved: that of a body or office, or of a person who agreed to be named.',
  INVOLVED_NAMES,
);
export const InvolvedAnswerEnum = graphEnum(
  'InvolvedAnswer',
  'What those who are said to have been involved say to it.',
  INVOLVED_ANSWERS,
);
export const CommitmentStateEnum = graphEnum(
  'CommitmentState',
  'How a commitment stands.',
  COMMITMENT_STATES,
);
export const CommitmentSourceEnum = graphEnum(
  'CommitmentSource',
  'From what a commitment comes.',
  COMMITMENT_SOURCES,
);
export const CommitmentStepEnum = graphEnum(
  'CommitmentStep',
  'A step of a commitment. TRACK finds it on track, WARN at risk; KEEP needs evidence, DROP a reason.',
  COMMITMENT_STEPS.names.filter((step) => step !== 'edit'),
);
export const OwedKindEnum = graphEnum(
  'OwedKind',
  'What an actor owes: a commitment, an action of a plan in force, an answer to what a plan says of it, an observation that is missing, an answer to a comment on its report, or what was contested of its plan.',
  OWED_KINDS,
);
export const ReportStateEnum = graphEnum(
  'WpsReportState',
  'How far a report has come. From SUBMITTED on it is frozen.',
  REPORT_STATES,
);
export const ReportStepEnum = graphEnum(
  'WpsReportStep',
  'A step of a report. See docs/wps.md.',
  REPORT_STEPS.names.filter((step) => step !== 'edit' && step !== 'review' && step !== 'narrow'),
);
export const WpsLessonStateEnum = graphEnum(
  'WpsLessonState',
  'How far a lesson of an actor has come. From SHARED on others read it.',
  WPS_LESSON_STATES,
);
export const WpsLessonStepEnum = graphEnum(
  'WpsLessonStep',
  'A step of a lesson of an actor. See docs/wps.md.',
  WPS_LESSON_STEPS.names.filter((step) => step !== 'edit'),
);
export const EvidenceGradeEnum = graphEnum(
  'EvidenceGrade',
  'How well it is known that what was done had its result.',
  EVIDENCE_GRADES,
  {
    meanings: {
      anecdote: 'Somebody who was there tells it.',
      monitored: 'It was counted while it was done.',
      evaluated: 'Somebody who did not do it has looked at it.',
    },
  },
);
export const AnalysisQuestionEnum = graphEnum(
  'AnalysisQuestion',
  'A question of a gender-sensitive conflict analysis.',
  ANALYSIS_QUESTIONS,
  {
    meanings: {
      actors: 'Who takes part in the conflict and in making peace, by sex and age.',
      norms: 'What is expected of women and men, and who has power over what.',
      effects: 'How the conflict touches women, men, girls and boys.',
      'peace-work': 'What women do for peace already.',
      spoilers: 'How those who gain from the conflict use gender.',
      protection: 'What could harm whom, and what protects. Never a person or an incident.',
      'entry-points': 'Where work for peace can begin.',
      'data-gaps': 'What is not known, and who could know it.',
      consulted: 'Who was consulted, by office, role or organization.',
      'do-no-harm': 'What could do harm, and how that is avoided.',
    },
  },
);
export const AnalysisTimingEnum = graphEnum(
  'AnalysisTiming',
  'Whether an analysis was made before what it is for was designed, or after.',
  ANALYSIS_TIMINGS,
);
export const AnalysisUseEnum = graphEnum(
  'AnalysisUse',
  'For what an analysis was used.',
  ANALYSIS_USES,
);
export const RhythmEnum = graphEnum(
  'WpsFormRhythm',
  'How often a report by a form is due.',
  RHYTHMS,
);
export const FormCellKindEnum = graphEnum(
  'WpsFormCellKind',
  'What fills a place of a form: one INDICATOR, all indicators of a FRAMEWORK, a CONCEPT by whichever indicator it was observed, RECORDS of the actor, a METRIC of this directory, its SCARCITY of mediators, or words of the actor (NARRATIVE).',
  CELL_KINDS,
);
export const ConceptEnum = graphEnum(
  'WpsConcept',
  'What indicators of different frameworks measure in common.',
  CONCEPT_CODES,
  { meanings: CONCEPTS },
);
export const FitEnum = graphEnum(
  'IndicatorFit',
  'How an indicator fits the concept that it measures.',
  FITS,
);
export const UnitEnum = graphEnum('IndicatorUnit', 'What kind of value an indicator has.', UNITS);
export const DirectionEnum = graphEnum(
  'IndicatorDirection',
  'Whether more of an indicator is better, less is, or neither.',
  DIRECTIONS,
);
export const IndicatorLevelEnum = graphEnum(
  'IndicatorLevel',
  'For the world, a country or a part of a country.',
  INDICATOR_LEVELS,
);
export const ObservationStatusEnum = graphEnum(
  'ObservationStatus',
  'How sure a value is, the surest first.',
  OBSERVATION_STATUSES,
);
