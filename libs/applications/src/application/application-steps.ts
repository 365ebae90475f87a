import { RETENTION_DAYS } from '#database';
import { stateMachine } from '#kernel';
import { refusal } from '#messages';

/** From the form to the answer. */
export const APPLICATION_STATES = [
  'unconfirmed',
  'submitted',
  'accepted',
  'declined',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Those that the network sees: what nobody has confirmed may have been written by anybody. */
export const SEEN_STATES = ['submitted', 'accepted', 'declined', 'withdrawn'] as const;
export type SeenState = (typeof SEEN_STATES)[number];

/** Why a network declines; she reads it in her language. */
export const DECLINE_REASONS = [
  'criteria',
  'incomplete',
  'capacity',
  'already-listed',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Days for which a woman can confirm what she has sent. Then it is removed. */
export const CONFIRM_DAYS = RETENTION_DAYS.unconfirmedApplication;

/** Days after which an application that was answered or withdrawn is removed. */
export const KEPT_DAYS = RETENTION_DAYS.decidedApplication;

/** The life of an application. She takes the steps without a policy by the link that was mailed to her. */
export const APPLICATION_STEPS = stateMachine({
  subject: 'application',
  states: APPLICATION_STATES,
  initial: 'unconfirmed',
  final: ['withdrawn'],
  transitions: {
    confirm: {
      from: ['unconfirmed'],
      to: 'submitted',
      action: null,
      audit: 'application.confirm',
      refused: refusal('applications.confirmedOnce'),
    },
    /** She becomes a profile that is submitted for review. */
    accept: {
      from: ['submitted'],
      to: 'accepted',
      action: 'decide',
      audit: 'application.accept',
      refused: refusal('applications.onlyWaitingAccepted'),
    },
    decline: {
      from: ['submitted'],
      to: 'declined',
      action: 'decide',
      audit: 'application.decline',
      refused: refusal('applications.onlyWaitingDeclined'),
    },
    /** Also after the answer: what she wrote goes, and a profile that came of it leaves the directory. */
    withdraw: {
      from: ['unconfirmed', 'submitted', 'accepted', 'declined'],
      to: 'withdrawn',
      action: null,
      audit: 'application.withdraw',
      refused: refusal('steps.withdrawnOnce'),
    },
  },
});
