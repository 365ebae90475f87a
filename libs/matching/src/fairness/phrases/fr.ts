import type { FairnessPhrases } from './phrases.js';

export const fr: FairnessPhrases = {
  moved: 'Exposition équitable : place {place} ; sans elle, place {without}.',
  same: 'Exposition équitable : place {place}, avec ou sans elle.',
  rotated:
    'La rotation a retiré {points} du score total, car son exposition pour d’autres besoins atteint {share} de la plus grande.',
  unrotated: 'La rotation n’a rien retiré.',
  forced:
    'Le test d’équité l’a fait monter : parmi les {place} premières places, au moins {required} doivent revenir au groupe « {group} ».',
  groups: {
    YOUNG_LEADERS: 'jeunes dirigeantes',
    NEW_TO_TRACK_1: 'femmes nouvelles dans la voie 1',
    NETWORKS: 'membres des réseaux protégés',
    NATIONALS_OR_RESIDENTS: 'ressortissantes ou résidentes des territoires nommés',
  },
};
