import type { TeamPhrases } from './phrases.js';

export const fr: TeamPhrases = {
  covered: '{what} : demandé {asked}, dans l’équipe {found}.',
  relaxed: '{what} : demandé {asked}, possible {possible}.',
  what: {
    LANGUAGE: 'Membres ayant {name} ou mieux',
    EXPERTISE: 'Membres ayant {name} ou mieux',
    AREA: 'Membres spécialistes de {name}',
    YOUNG_LEADERS: 'Jeunes dirigeantes, au moins',
    NATIONALS: 'Ressortissantes des territoires du processus, au moins',
    NEWCOMERS: 'Nouvelles venues à la voie 1, au moins',
    MUST_HAVE: 'Doit faire partie de l’équipe, {name}',
    PER_NETWORK: 'Membres d’un même réseau, au plus',
    PER_NATIONALITY: 'Membres d’une même nationalité, au plus',
    SIZE: 'Membres de l’équipe',
  },
};
