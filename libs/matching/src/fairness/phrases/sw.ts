import type { FairnessPhrases } from './phrases.js';

export const sw: FairnessPhrases = {
  moved: 'Uonekanaji wa haki: nafasi ya {place}; bila huo, nafasi ya {without}.',
  same: 'Uonekanaji wa haki: nafasi ya {place}, pamoja nao na bila huo.',
  rotated:
    'Mzunguko umepunguza {points} ya alama kamili, kwa sababu uonekanaji wake kwa mahitaji mengine ni {share} ya ule mkubwa zaidi.',
  unrotated: 'Mzunguko haujapunguza chochote.',
  forced:
    'Jaribio la haki limempandisha: kati ya nafasi {place} za kwanza, angalau {required} lazima ziende kwa kundi la {group}.',
  groups: {
    YOUNG_LEADERS: 'viongozi vijana',
    NEW_TO_TRACK_1: 'wanawake wapya katika njia ya 1',
    NETWORKS: 'wanachama wa mitandao inayolindwa',
    NATIONALS_OR_RESIDENTS: 'raia au wakazi wa maeneo yaliyotajwa',
  },
};
