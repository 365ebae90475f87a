import type { TeamPhrases } from './phrases.js';

export const sw: TeamPhrases = {
  covered: '{what}: wanaohitajika {asked}, waliomo katika timu {found}.',
  relaxed: '{what}: wanaohitajika {asked}, inayowezekana {possible}.',
  what: {
    LANGUAGE: 'Wanachama wenye {name} au zaidi',
    EXPERTISE: 'Wanachama wenye {name} au zaidi',
    AREA: 'Wanachama wenye utaalamu wa {name}',
    YOUNG_LEADERS: 'Viongozi vijana, angalau',
    NATIONALS: 'Raia wa maeneo ya mchakato, angalau',
    NEWCOMERS: 'Wapya katika njia ya 1, angalau',
    MUST_HAVE: 'Lazima awe katika timu, {name}',
    PER_NETWORK: 'Wanachama wa mtandao mmoja, wasiozidi',
    PER_NATIONALITY: 'Wanachama wa uraia mmoja, wasiozidi',
    SIZE: 'Wanachama wa timu',
  },
};
