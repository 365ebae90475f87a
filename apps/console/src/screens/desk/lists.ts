import type {
  Alongside,
  AskDeclineReason,
  ClearanceOwner,
  ClearanceSetting,
  EndReason,
  IncidentKind,
  Interest,
  IntroductionRefusalReason,
  IntroductionState,
  Severity,
} from '../../graph/types.js';
import type { Tone } from '../../ui/feedback.js';

/** In which something is still to be done, in the order of their way. */
export const OPEN_INTRODUCTIONS = [
  'REQUESTED',
  'RETURNED',
  'FORWARDED',
  'ACCEPTED',
  'CONFIRMED',
  'CONNECTED',
] as const satisfies readonly IntroductionState[];

export const INTRODUCTION_STATES: readonly IntroductionState[] = [
  ...OPEN_INTRODUCTIONS,
  'ENGAGED',
  'NOT_ENGAGED',
  'DECLINED',
  'REFUSED',
  'EXPIRED',
  'LAPSED',
  'WITHDRAWN',
  'STOOD_DOWN',
];

export const INTRODUCTION_TONES: Readonly<Record<IntroductionState, Tone>> = {
  REQUESTED: 'warm',
  RETURNED: 'neutral',
  FORWARDED: 'accent',
  ACCEPTED: 'accent',
  CONFIRMED: 'accent',
  CONNECTED: 'good',
  ENGAGED: 'good',
  NOT_ENGAGED: 'neutral',
  DECLINED: 'neutral',
  REFUSED: 'neutral',
  EXPIRED: 'danger',
  LAPSED: 'neutral',
  WITHDRAWN: 'neutral',
  STOOD_DOWN: 'neutral',
};

export const REFUSAL_REASONS: readonly IntroductionRefusalReason[] = [
  'NOT_SUITABLE',
  'SAFETY',
  'CONFLICT_OF_INTEREST',
  'RULED_OUT',
  'NOT_REACHABLE',
  'TERMS',
  'OTHER',
];

export const DECLINE_REASONS: readonly AskDeclineReason[] = [
  'NO_REASON',
  'NOT_AVAILABLE',
  'NOTICE_TOO_SHORT',
  'SAFETY_SELF',
  'SAFETY_FAMILY_OR_COMMUNITY',
  'CONFLICT_OF_INTEREST',
  'NOT_IMPARTIAL_TO_PARTY',
  'ROLE_TOO_JUNIOR',
  'ROLE_MISMATCH',
  'TERMS_UNCLEAR',
  'MANDATE_OR_PROCESS_CONCERN',
  'ORGANIZER_CONCERN',
  'TERMS',
  'EMPLOYER_RELEASE',
  'CARE_DUTIES',
  'HEALTH_OR_ACCESS',
  'TRAVEL_OR_VISA',
  'LANGUAGE',
  'OTHER',
];

export const INTERESTS: readonly Interest[] = [
  'NATIONALITY_RESIDENCE_OR_FAMILY',
  'EMPLOYMENT_OR_FEE',
  'MEMBERSHIP',
  'PUBLIC_STATEMENTS',
  'EARLIER_ROLE',
  'PROPERTY_OR_CLAIM',
  'GIFTS',
];

/** What can be done with an introduction, by the names that its history gives them. */
export const INTRODUCTION_STEPS = [
  'request',
  'return',
  'resend',
  'forward',
  'refuse',
  'ask',
  'answer',
  'accept',
  'decline',
  'review',
  'bar',
  'confirm',
  'release',
  'takeBack',
  'withdraw',
  'engage',
  'close',
  'reask',
  'expire',
  'abandon',
  'lapse',
  'standDown',
  'bowOut',
] as const;
export type IntroductionStep = (typeof INTRODUCTION_STEPS)[number];

export function isIntroductionStep(step: string): step is IntroductionStep {
  return (INTRODUCTION_STEPS as readonly string[]).includes(step);
}

/** From the least to the most that is asked for. */
export const SETTINGS: readonly ClearanceSetting[] = [
  'REMOTE',
  'OWN_COUNTRY',
  'ABROAD',
  'UN_MISSION',
];

export const OWNERS: readonly ClearanceOwner[] = ['DESK', 'MEDIATOR', 'ORGANIZER', 'HOST'];

export const END_REASONS: readonly EndReason[] = [
  'HER_DECISION',
  'SECURITY',
  'HEALTH',
  'FAMILY',
  'CLEARANCE_FAILED',
  'NO_VISA',
  'PARTIES_OBJECTED',
  'HOST_REFUSED',
  'FUNDING',
  'TERMS',
  'CONDUCT',
  'PROCESS_ENDED',
  'NEED_CHANGED',
  'NEED_CANCELLED',
  'OTHER',
];

export const INCIDENT_KINDS: readonly IncidentKind[] = [
  'SECURITY',
  'HARASSMENT_OR_SEA',
  'HEALTH',
  'TOR_BREACH',
  'DATA_BREACH',
  'RETALIATION',
];

export const SEVERITIES: readonly Severity[] = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/** What a newcomer does in a second place. */
export const FORMS: readonly Alongside[] = ['SHADOW', 'NOTE_TAKER', 'CO_MEDIATOR'];
