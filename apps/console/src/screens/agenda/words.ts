import type {
  CommitmentState,
  PlanProgress,
  PlanState,
  Sharing,
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
