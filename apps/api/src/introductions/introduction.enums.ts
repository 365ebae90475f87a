import {
  ASK_CHANNELS,
  ASK_DECLINE_REASONS,
  BEARERS,
  DECLARATION_OUTCOMES,
  DESK_DUTIES,
  DESK_FINDINGS,
  ENGAGEMENTS,
  INTERESTS,
  INTRODUCTION_STATES,
  NOT_ENGAGED_REASONS,
  REFUSAL_REASONS,
  RELAY_AUTHORS,
  RELAY_SIDES,
  RELAY_STATES,
  RELEASED_CHANNELS,
  SHOWN_STATES,
  SHOWN_WORDS,
  SPOKEN_CHANNELS,
  TERMS_MODES,
  WITHDRAWAL_REASONS,
} from '#introductions';
import { graphEnum } from '../graphql/enums/graph-enum.js';

export const IntroductionStatusEnum = graphEnum(
  'IntroductionStatus',
  'How an introduction stands for the organizer who requested it.',
  SHOWN_STATES,
  {
    meanings: {
      'with-network': 'Her network and she have it. When and whether she was asked is not told.',
      returned: 'The network needs more before it asks her. Change the terms, and send it again.',
      question: 'She has a question. Her time stands still until you answer.',
      accepted: 'She agrees to be named to you. Confirm that you are interested.',
      confirmed: 'You have confirmed. She decides which channels she releases.',
      connected: 'She has released channels.',
      ended: 'It has ended. `word` says how.',
    },
  },
);
export const IntroductionWordEnum = graphEnum(
  'IntroductionWord',
  'The one word with which an introduction ends for the organizer.',
  SHOWN_WORDS,
  {
    meanings: {
      'no-answer': 'It leads to no introduction. The word is the same whatever the reason.',
      'available-later': 'She lets you know that another time would suit her.',
      'not-this': 'She lets you know that this is not for her.',
      withdrawn: 'You withdrew it, or did not send it again in time.',
      lapsed: 'You did not answer, confirm or close it in time.',
      'stood-down': 'Nobody is looked for any more.',
      engaged: 'The organizer engaged her.',
      'not-engaged': 'The organizer did not engage her.',
    },
  },
);
export const IntroductionStateEnum = graphEnum(
  'IntroductionState',
  'How an introduction stands for the mediator and the desk of her network.',
  INTRODUCTION_STATES,
  {
    meanings: {
      requested: 'It waits for the desk.',
      returned: 'The desk has returned it to the organizer.',
      forwarded: 'It waits for her answer.',
      accepted: 'She has accepted the terms, and the organizer is to confirm.',
      confirmed: 'The organizer has confirmed, and she is to release channels.',
      connected: 'She has released channels.',
      declined: 'She declined, or takes no part any more.',
      expired: 'The time of the desk or her time was over.',
      refused: 'The desk refused to forward it.',
      withdrawn: 'The organizer withdrew it.',
      lapsed: 'It lapsed, because nobody did what was next.',
      'stood-down': 'Nobody is looked for any more.',
      engaged: 'The organizer engaged her.',
      'not-engaged': 'The organizer did not engage her.',
    },
  },
);
export const InterestEnum = graphEnum(
  'Interest',
  'A tie that a mediator declares before she accepts.',
  INTERESTS,
  {
    meanings: {
      'nationality-residence-or-family': 'Nationality, residence or family in a party.',
      'employment-or-fee':
        'Employment or a fee in the last five years from a party, a state or a company with a stake.',
      membership: 'Membership in a party or an armed movement.',
      'public-statements': 'Public statements on the outcome.',
      'earlier-role': 'An earlier role in this process.',
      'property-or-claim': 'Property or a claim that the outcome affects.',
      gifts: 'Gifts that she received from a party.',
    },
  },
);
export const DeclarationOutcomeEnum = graphEnum(
  'DeclarationOutcome',
  'What the desk finds of a declaration of interests.',
  DECLARATION_OUTCOMES,
  {
    meanings: {
      none: 'There is no tie to either party.',
      'disclosed-accepted':
        'There are ties. The organizer is told of them in the words of the desk.',
      barred: 'A tie bars her. The introduction ends, and the organizer is not told why.',
    },
  },
);
export const AskDeclineReasonEnum = graphEnum(
  'AskDeclineReason',
  'Why a mediator declines to be introduced. Her network reads it, and nobody else.',
  ASK_DECLINE_REASONS,
);
export const RefusalReasonEnum = graphEnum(
  'IntroductionRefusalReason',
  'Why the desk of a network refuses a request for an introduction.',
  REFUSAL_REASONS,
);
export const WithdrawalReasonEnum = graphEnum(
  'IntroductionWithdrawalReason',
  'Why an organizer withdraws a request for an introduction.',
  WITHDRAWAL_REASONS,
);
export const NotEngagedReasonEnum = graphEnum(
  'NotEngagedReason',
  'Why an organizer did not engage a mediator after she had released channels.',
  NOT_ENGAGED_REASONS,
);
export const DeskFindingEnum = graphEnum(
  'DeskFinding',
  'What the directory knows that the desk should consider. The organizer is told nothing of it.',
  DESK_FINDINGS,
  {
    meanings: {
      'ruled-out-territory': 'She has ruled out the territory of the work.',
      'conflict-with-party': 'Her profile names a conflict of interest with a party.',
      'earlier-role': 'Her profile names an earlier role in the process.',
      'no-consent': 'She does not agree at present to be matched and contacted.',
      suspended: 'Her profile is suspended or withdrawn.',
      'too-many-asks': 'As many asks are out to her as may be.',
    },
  },
);
export const ReleasedChannelEnum = graphEnum(
  'ReleasedChannel',
  'A way to reach a mediator that she has released to one organizer.',
  RELEASED_CHANNELS,
  {
    meanings: {
      email: 'Mails to an address of hers.',
      telephone: 'Calls to a number of hers.',
      relay: 'Messages through the desk of her network, without any address.',
    },
  },
);
export const AskChannelEnum = graphEnum(
  'AskChannel',
  'How a mediator wants to be told that an organizer asks for her.',
  ASK_CHANNELS,
  {
    meanings: {
      mail: 'By a mail that says no more than that something waits.',
      telephone: 'By a call of the desk of her network.',
      message: 'By a short message to her telephone that says no more than that something waits.',
    },
  },
);
export const SpokenChannelEnum = graphEnum(
  'SpokenChannel',
  'How a coordinator heard what a mediator answers.',
  SPOKEN_CHANNELS,
);
export const RelayAuthorEnum = graphEnum(
  'RelayAuthor',
  'The side that wrote a message of the relay.',
  RELAY_AUTHORS,
);
export const RelaySideEnum = graphEnum(
  'RelaySide',
  'A side of the relay that the desk stands between.',
  RELAY_SIDES,
);
export const RelayStateEnum = graphEnum(
  'RelayState',
  'Whether the desk has passed a message of the relay on.',
  RELAY_STATES,
  {
    meanings: {
      waiting: 'The desk has not read it yet.',
      passed: 'The other side can read it.',
      held: 'The desk does not pass it on.',
    },
  },
);

export const TermsModeEnum = graphEnum(
  'TermsMode',
  'How a mediator works by terms of reference.',
  TERMS_MODES,
  {
    meanings: {
      remote: 'From where she is. Such terms have no territory.',
      'in-person': 'In the territory of the terms.',
      hybrid: 'Partly there, and partly from where she is.',
      standby: 'She is ready, and may be called within the dates.',
    },
  },
);
export const EngagementEnum = graphEnum(
  'Engagement',
  'The form in which a mediator is engaged.',
  ENGAGEMENTS,
  {
    meanings: {
      'pro-bono': 'She works without a fee.',
      consultant: 'As a consultant, for a fee.',
      secondment: 'Her employer releases her and goes on paying her.',
      staff: 'As a member of the staff.',
      grant: 'Paid from a grant to her or her organization.',
    },
  },
);
export const CostBearerEnum = graphEnum('CostBearer', 'Who pays a cost of the work.', BEARERS, {
  meanings: {
    organizer: 'The organization that asks for her.',
    host: 'Whoever receives her at the place of work.',
    network: 'The network whose desk acts for her.',
    herself: 'The mediator herself.',
    nobody: 'Nobody: it is not paid.',
    'not-applicable': 'The cost does not arise.',
  },
});
export const DeskDutyEnum = graphEnum(
  'DeskDuty',
  'What a coordinator does at the desk of her network.',
  DESK_DUTIES,
  {
    meanings: {
      officer: 'She is told of every request. If there is no officer, all coordinators are.',
      deputy: 'She is told when a request is overdue. If there is no deputy, all coordinators are.',
      'safety-officer': 'She alone at the desk reads records of incidents.',
    },
  },
);
