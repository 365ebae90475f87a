import {
  CHECK_IN_CHANNELS,
  CHECK_IN_STATES,
  DEPLOYMENT_STATES,
  END_REASONS,
  EXPERIENCE_OFFERS,
  INCIDENT_KINDS,
  INCIDENT_REPORTERS,
  LINE_CODES,
  LINE_OWNERS,
  LINE_STATES,
  OPENING_STEPS,
  OUTCOME_READERS,
  OUTCOMES,
  PLACES,
  RHYTHMS,
  SETTINGS,
  SEVERITIES,
  SIDES,
} from '#deployments';
import { graphEnum } from '../graphql/enums/graph-enum.js';

export const DeploymentStateEnum = graphEnum(
  'DeploymentState',
  'Where a deployment is on its way from the plan to the last report.',
  DEPLOYMENT_STATES,
  {
    meanings: {
      planned: 'She is engaged, and the work is planned.',
      clearing: 'What must be clear before she begins is seen to, line by line.',
      ready: 'Every line of clearance is closed.',
      active: 'She has begun and is at work.',
      suspended: 'The work rests. She still checks in.',
      completed: 'The work was done to its last day.',
      'ended-early': 'The work ended before its last day.',
      cancelled: 'It was called off before she began.',
      closed:
        'It is over: what came of it is told and feedback is released, or 30 days have passed.',
    },
  },
);
export const DeploymentPlaceEnum = graphEnum(
  'DeploymentPlace',
  'The place of a mediator in a deployment.',
  PLACES,
  {
    meanings: {
      lead: 'The mediator who was asked for.',
      alongside: 'A young leader or newcomer who goes alongside her.',
    },
  },
);
export const ClearanceSettingEnum = graphEnum(
  'ClearanceSetting',
  'Where she works, which decides what must be clear before. Each asks for all that the one before it asks for.',
  SETTINGS,
);
export const ClearanceKindEnum = graphEnum(
  'ClearanceKind',
  'What must be clear before a deployment begins.',
  LINE_CODES,
);
export const ClearanceOwnerEnum = graphEnum(
  'ClearanceOwner',
  'Who sees to a line of clearance. A host has no account: the desk follows its lines.',
  LINE_OWNERS,
);
export const ClearanceStateEnum = graphEnum(
  'ClearanceState',
  "Where a line of clearance stands. DONE, NOT_NEEDED and WAIVED stand in nobody's way.",
  LINE_STATES,
);
export const EndReasonEnum = graphEnum(
  'EndReason',
  'Why a deployment was cancelled, suspended or ended early.',
  END_REASONS,
);
export const OutcomeEnum = graphEnum(
  'Outcome',
  'What came of the work. It says nothing of how well she worked.',
  OUTCOMES,
);
export const OutcomeReadersEnum = graphEnum(
  'OutcomeReaders',
  'Who may read what came of the work: everyone, or the three sides alone.',
  OUTCOME_READERS,
);
export const ExperienceOfferEnum = graphEnum(
  'ExperienceOffer',
  'What became of the offer to add the work to her profile.',
  EXPERIENCE_OFFERS,
);
export const EmergencyStepEnum = graphEnum(
  'EmergencyStep',
  'What is left to be done to read whom to call in an emergency.',
  OPENING_STEPS,
  {
    meanings: {
      approve: 'Another of the desk asked for it: you can approve it.',
      read: 'You asked for it or approved it: you can read whom to call.',
    },
  },
);
export const RhythmEnum = graphEnum(
  'CheckInRhythm',
  'How often she says that all is well.',
  RHYTHMS,
);
export const CheckInStateEnum = graphEnum(
  'CheckInState',
  'What became of one check-in.',
  CHECK_IN_STATES,
  {
    meanings: {
      due: 'Her word is expected next.',
      made: 'Her word came in time.',
      missed: 'It did not come within her grace. She may have been heard of since.',
      excused: 'Her plan changed, or her work ended, before it was due.',
    },
  },
);
export const CheckInChannelEnum = graphEnum(
  'CheckInChannel',
  'How her word reached the desk.',
  CHECK_IN_CHANNELS,
);
export const DeploymentSideEnum = graphEnum(
  'DeploymentSide',
  'Who took a step with a deployment.',
  SIDES,
);
export const IncidentKindEnum = graphEnum(
  'IncidentKind',
  'What sort of thing happened at work.',
  INCIDENT_KINDS,
);
export const SeverityEnum = graphEnum('Severity', 'How grave an incident is.', SEVERITIES);
export const IncidentReporterEnum = graphEnum(
  'IncidentReporter',
  'Who wrote an incident down.',
  INCIDENT_REPORTERS,
);
export const StopStepEnum = graphEnum(
  'StopStep',
  'How a deployment stops: before she begins, for a while, or before its last day.',
  ['cancel', 'suspend', 'end'],
);
export const DeskStepEnum = graphEnum(
  'DeskStep',
  'A step of a deployment that the desk takes.',
  ['ready', 'activate', 'resume', 'close'],
  {
    meanings: {
      ready: 'Every line of clearance is closed.',
      activate: 'She begins, on her first day or later.',
      resume: 'The work goes on after a rest.',
      close: 'It is over: what came of it is told, and feedback is released.',
    },
  },
);
export const ClearanceStepEnum = graphEnum(
  'ClearanceStep',
  'What the desk does with a line of clearance.',
  ['request', 'finish', 'dispense', 'reopen'],
  {
    meanings: {
      request: 'Somebody has been asked for it.',
      finish: 'What it asks for is done.',
      dispense: 'It is not needed. Refused for a line that guards her life or health.',
      reopen: 'It is open again, and a waiver of it is void.',
    },
  },
);
export const OwnClearanceStepEnum = graphEnum(
  'OwnClearanceStep',
  'What the owner of a line of clearance does with it.',
  ['request', 'finish'],
);
