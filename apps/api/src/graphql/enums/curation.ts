import { INBOX_OWNERS, WAITING_KINDS, STUCK_REASONS } from '#inbox';
import { CALL_STATES, SEEN_STATES, DECLINE_REASONS } from '#applications';
import { graphEnum } from './graph-enum.js';

export const InboxOwnerEnum = graphEnum(
  'InboxOwner',
  'Who deals with an item of an inbox: the viewer, or nobody yet.',
  INBOX_OWNERS,
);
/** In the order of ISO 8601, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const WeekdayEnum = graphEnum(
  'Weekday',
  'A day of the week, as ISO 8601 orders them.',
  WEEKDAYS,
);
export const CallStateEnum = graphEnum(
  'CallState',
  'Whether the page of a call takes applications on its days: only while it is OPEN.',
  CALL_STATES,
);
export const ApplicationStateEnum = graphEnum(
  'ApplicationState',
  'SUBMITTED: it waits for an answer. WITHDRAWN: by the woman herself, and nothing that she wrote is left.',
  SEEN_STATES,
);
export const DeclineReasonEnum = graphEnum(
  'DeclineReason',
  'Why a network declines an application. She reads it in her language.',
  DECLINE_REASONS,
  {
    meanings: {
      criteria: 'The call looks for other experience than hers.',
      incomplete: 'What she wrote is not enough to decide. She is told that she can apply again.',
      capacity: 'The network has no more places at present.',
      'already-listed': 'Your network lists her already.',
      other: 'A reason that you write to her yourself, in `words`.',
    },
  },
);

export const WaitingKindEnum = graphEnum('WaitingKind', 'What somebody has to do.', WAITING_KINDS, {
  meanings: {
    'profile-review': 'A submitted profile is to be reviewed.',
    correction: 'A correction that a mediator asks for is to be handled.',
    application: 'An application to a network is to be answered.',
    'introduction-request':
      'The desk is to forward, return or refuse a request for an introduction.',
    'declaration-review': 'The desk is to review a declaration of interests.',
    'relay-message': 'The desk is to pass a message on, or to hold it.',
    'introduction-answer': 'The mediator is to answer whether she will be introduced.',
    'channel-release': 'The mediator is to release channels to the organizer.',
    'introduction-returned': 'The organizer is to change a returned request and send it again.',
    'introduction-question': 'The organizer is to answer a question of the mediator.',
    'introduction-confirmation': 'The organizer is to confirm interest in a mediator who accepted.',
    'introduction-outcome': 'The organizer is to say whether the mediator was engaged.',
    'deployment-to-clear': 'The desk is to begin the clearance of a planned deployment.',
    'clearance-lines': 'Lines of clearance are to be closed.',
    'deployment-to-begin': 'The desk is to record that a deployment has begun.',
    'waiver-agreement': 'The mediator is to say whether she agrees to a waiver.',
    'check-in': 'The mediator is to say that all is well.',
    'check-in-missed': 'The desk is to find out why a mediator has not checked in.',
    'emergency-approval':
      'A second person of the desk is to approve that an emergency contact is opened.',
    'extension-proposed': 'A proposed extension of a deployment is to be accepted or refused.',
    'deployment-outcome': 'The organizer is to say what came of a deployment.',
    'experience-offer': 'The mediator is to say whether the work is added to her profile.',
    'deployment-feedback': 'Feedback on a deployment that has ended is to be given.',
    'lesson-draft': 'The desk is to publish or withdraw the draft of a lesson.',
    'second-place': 'A second place beside a deployment is to be agreed to or declined.',
    'new-candidates': 'The organizer is to look at mediators who have become eligible for a need.',
    'profile-stale': 'Upkeep: a profile is stale, or becomes stale within 30 days.',
    'profile-incomplete': 'Upkeep: a profile lacks what would make the mediator easier to find.',
    'profile-conflict': 'Upkeep: the sources of a profile contradict each other.',
    duplicates: 'Upkeep: the list of a network perhaps holds a mediator twice.',
    'import-rejects':
      'Upkeep: the last import of a network rejected rows. One item for all of them.',
  },
});
export const StuckReasonEnum = graphEnum(
  'StuckReason',
  'Why nobody seems to deal with something.',
  STUCK_REASONS,
  {
    meanings: {
      overdue: 'Its time has passed.',
      'nobody-there': 'None of the people whose turn it is can sign in.',
      'clock-stopped': 'No background job has looked at it when it should have.',
    },
  },
);
