import type { FairnessPhrases } from './phrases.js';

export const pt: FairnessPhrases = {
  moved: 'Exposição equitativa: lugar {place}; sem ela, lugar {without}.',
  same: 'Exposição equitativa: lugar {place}, com ela e sem ela.',
  rotated:
    'A rotação retirou {points} da pontuação total, porque a sua exposição noutras necessidades é {share} da maior.',
  unrotated: 'A rotação não retirou nada.',
  forced:
    'O teste de equidade fê-la subir: dos primeiros {place} lugares, pelo menos {required} devem caber ao grupo «{group}».',
  groups: {
    YOUNG_LEADERS: 'jovens líderes',
    NEW_TO_TRACK_1: 'mulheres novas na via 1',
    NETWORKS: 'membros das redes protegidas',
    NATIONALS_OR_RESIDENTS: 'nacionais ou residentes dos territórios indicados',
  },
};
