import type { SharedWord } from './shown.js';

/** Why a mediator declines; several may be named. Her network reads them, and nobody else. */
export const ASK_DECLINE_REASONS = [
  'not-available',
  'notice-too-short',
  'safety-self',
  'safety-family-or-community',
  'conflict-of-interest',
  'not-impartial-to-party',
  'role-too-junior',
  'role-mismatch',
  'terms-unclear',
  'mandate-or-process-concern',
  'organizer-concern',
  'terms',
  'employer-release',
  'care-duties',
  'health-or-access',
  'travel-or-visa',
  'language',
  'other',
  'no-reason',
] as const;
export type AskDeclineReason = (typeof ASK_DECLINE_REASONS)[number];

/** Reasons that another time would mend. None of them tells of health, safety or family. */
const OF_TIME: ReadonlySet<AskDeclineReason> = new Set([
  'not-available',
  'notice-too-short',
  'employer-release',
  'travel-or-visa',
]);

/** The word for the organizer where she lets one be read. */
export function sharedWord(reasons: readonly AskDeclineReason[]): SharedWord {
  const later = reasons.length > 0 && reasons.every((reason) => OF_TIME.has(reason));
  return later ? 'available-later' : 'not-this';
}

/** Why the desk of her network refuses. */
export const REFUSAL_REASONS = [
  'not-suitable',
  'safety',
  'conflict-of-interest',
  'ruled-out',
  'not-reachable',
  'terms',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Why an organizer withdraws a request. */
export const WITHDRAWAL_REASONS = [
  'chosen-another',
  'need-changed',
  'dates-changed',
  'funding',
  'security',
  'mistake',
  'other',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** Why nobody was engaged after channels were released. */
export const NOT_ENGAGED_REASONS = [
  'chosen-another',
  'need-cancelled',
  'need-changed',
  'no-agreement-on-terms',
  'clearance-failed',
  'no-visa',
  'parties-objected',
  'host-refused',
  'funding',
  'no-contact-after-introduction',
  'other',
] as const;
export type NotEngagedReason = (typeof NOT_ENGAGED_REASONS)[number];

/** What the system finds for the desk. The organizer is told nothing of it. */
export const DESK_FINDINGS = [
  'ruled-out-territory',
  'conflict-with-party',
  'earlier-role',
  'no-consent',
  'suspended',
  'too-many-asks',
] as const;
export type DeskFinding = (typeof DESK_FINDINGS)[number];
