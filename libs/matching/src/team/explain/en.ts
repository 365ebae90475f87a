import type { TeamPhrases } from './phrases.js';

export const en: TeamPhrases = {
  covered: '{what}: {asked} asked, {found} in the team.',
  relaxed: '{what}: {asked} asked, {possible} possible.',
  what: {
    LANGUAGE: 'Members with {name} or better',
    EXPERTISE: 'Members with {name} or better',
    AREA: 'Members with expertise on {name}',
    YOUNG_LEADERS: 'Young leaders, at least',
    NATIONALS: 'Nationals of the territories of the process, at least',
    NEWCOMERS: 'Newcomers to Track 1, at least',
    MUST_HAVE: 'Must be in the team: {name}',
    PER_NETWORK: 'Members of any one network, at most',
    PER_NATIONALITY: 'Members of any one nationality, at most',
    SIZE: 'Members of the team',
  },
};
