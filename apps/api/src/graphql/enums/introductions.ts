import { TERMS_MODES, ENGAGEMENTS, BEARERS, DESK_DUTIES } from '#introductions';
import { graphEnum } from './graph-enum.js';

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
