import { BREACH_CAUSES, BREACH_FACTS, BREACH_CHANNELS, BREACH_ADVICE } from '#breaches';
import { graphEnum } from './graph-enum.js';

export const BreachCauseEnum = graphEnum(
  'BreachCause',
  'How data came into wrong hands.',
  BREACH_CAUSES,
  {
    meanings: {
      'misused-account': 'Somebody else used an account.',
      'lost-device': 'A telephone or computer was lost or stolen.',
      'leaked-list': 'A list or document came to people for whom it was not meant.',
      attack: 'Somebody broke into Baraza or into a system beside it.',
      mistake: 'It was shown to others by mistake.',
      other: 'It happened in another way.',
    },
  },
);
export const BreachFactEnum = graphEnum(
  'BreachFact',
  'A kind of data that somebody may have seen.',
  BREACH_FACTS,
  {
    meanings: {
      contact: 'How to reach her, and what is noted for her safety.',
      profile: 'Her profile, with what networks note beside it.',
      work: 'What she was asked for, and where she works or worked.',
    },
  },
);
export const BreachChannelEnum = graphEnum(
  'BreachChannel',
  'By which way a mediator is told that somebody may have seen her data.',
  BREACH_CHANNELS,
  {
    meanings: {
      mail: 'By a mail that says only that something waits.',
      message: 'By a message to her telephone that says only that something waits.',
      person: 'In person: nothing that is sent to her would be safe, or she wants to be called.',
    },
  },
);
export const BreachAdviceEnum = graphEnum(
  'BreachAdvice',
  'What a mediator can do when somebody may have seen her data.',
  BREACH_ADVICE,
  {
    meanings: {
      'call-your-network': 'Call her network from a safe place.',
      'change-number': 'Change her telephone number.',
      'change-address': 'Use another e-mail address.',
      'change-password': 'Change her passwords.',
      'expect-false-messages': 'Check messages in the name of her network or of Baraza.',
      'change-routine': 'Think about where she lives and the ways she takes.',
    },
  },
);
