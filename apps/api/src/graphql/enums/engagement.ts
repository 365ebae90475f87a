import {
  DIMENSIONS,
  NEED_STATES,
  ALERT_RHYTHMS,
  CONFIDENTIALITIES,
  URGENCIES,
  INSIDER_TIES,
  ALONGSIDE,
  SHORTLIST_STATES,
  VERDICTS,
  FEEDBACK_REASONS,
  TEAM_RUN_STATES,
} from '#engagement';
import {
  ALONGSIDE_PARTIES,
  ALONGSIDE_SHOWN,
  MENTORING_PARTS,
  FEEDBACK_SIDES,
  MEDIATOR_QUALITIES,
  ORGANIZER_QUALITIES,
  ORGANIZER_QUESTIONS,
  LESSON_STATES,
} from '#deployments';
import { graphEnum } from './graph-enum.js';

export const ExposureDimensionEnum = graphEnum(
  'ExposureDimension',
  'The dimension by which exposure is reported.',
  DIMENSIONS,
);
export const AlongsidePartyEnum = graphEnum(
  'AlongsideParty',
  'A party of a second place beside a mediator: the desk proposes, the others agree.',
  ALONGSIDE_PARTIES,
);
export const AlongsideShownEnum = graphEnum(
  'AlongsideState',
  'How a second place beside a mediator stands.',
  ALONGSIDE_SHOWN,
);
export const MentoringPartEnum = graphEnum(
  'MentoringPart',
  'What a mediator was in a mentoring.',
  MENTORING_PARTS,
);
export const FeedbackSideEnum = graphEnum(
  'FeedbackSide',
  'A side of a deployment that gives feedback on the other.',
  FEEDBACK_SIDES,
);
export const FeedbackQualityEnum = graphEnum(
  'FeedbackQuality',
  'What one side of a deployment rates of the other. Organizers rate the first six, mediators the others.',
  [...MEDIATOR_QUALITIES, ...ORGANIZER_QUALITIES],
);
export const OrganizerQuestionEnum = graphEnum(
  'OrganizerQuestion',
  'What mediators say of an organizer. AGAIN is whether they would go again.',
  ORGANIZER_QUESTIONS,
);
export const LessonStateEnum = graphEnum(
  'LessonState',
  'Whether a lesson waits for review, can be read by everyone, or was taken back.',
  LESSON_STATES,
);
export const NeedStateEnum = graphEnum(
  'NeedState',
  'The state of a need in its life cycle.',
  NEED_STATES,
);
export const AlertRhythmEnum = graphEnum(
  'AlertRhythm',
  'How often an organizer is told by mail of mediators who have become eligible, if there are any.',
  ALERT_RHYTHMS,
  {
    meanings: {
      daily: 'Each morning, if somebody is new.',
      weekly: 'On Monday mornings, if somebody is new.',
    },
  },
);
export const ConfidentialityEnum = graphEnum(
  'Confidentiality',
  'PUBLIC: everyone sees the need while it is open. RESTRICTED: only its organization sees it.',
  CONFIDENTIALITIES,
);
export const UrgencyEnum = graphEnum(
  'Urgency',
  'How soon a mediator is needed. It sets how long she, and her network, have to answer an introduction.',
  URGENCIES,
  {
    meanings: {
      flash: 'She has 24 hours to answer.',
      urgent: 'She has 72 hours to answer.',
      routine: 'She has 7 days to answer.',
    },
  },
);
export const InsiderTiesEnum = graphEnum(
  'InsiderTies',
  'What ties of a mediator to a party, a side or a place mean for the need.',
  INSIDER_TIES,
  {
    meanings: {
      barred: 'A mediator with such ties cannot take the work.',
      disclosed: 'She states her ties, and the desk of her network and the organizer decide.',
      wanted: 'The work is for an insider mediator, whose ties are her strength. She states them.',
    },
  },
);
export const AlongsideEnum = graphEnum(
  'Alongside',
  'A second place beside the mediator, for a young leader or a newcomer to Track 1.',
  ALONGSIDE,
  {
    meanings: {
      shadow: 'She follows the work of the mediator and learns.',
      'note-taker': 'She takes the notes of the talks.',
      'co-mediator': 'She mediates together with the mediator.',
    },
  },
);
export const ShortlistStateEnum = graphEnum(
  'ShortlistState',
  'Whether a shortlist is being made, was sent or is closed.',
  SHORTLIST_STATES,
);
export const VerdictEnum = graphEnum(
  'Verdict',
  'Whether a mediator on a shortlist was kept or dropped.',
  VERDICTS,
);
export const FeedbackReasonEnum = graphEnum(
  'FeedbackReason',
  'Why a mediator was kept or dropped. docs/needs.md says which reasons go with which verdict.',
  FEEDBACK_REASONS,
);

export const TeamRunStateEnum = graphEnum(
  'TeamRunState',
  'The state of a team run. QUEUED and RUNNING are under way, the others have ended.',
  TEAM_RUN_STATES,
);
