import type { FairnessPhrases } from './phrases.js';

export const en: FairnessPhrases = {
  moved: 'Fair exposure: place {place}; without it, place {without}.',
  same: 'Fair exposure: place {place}, with it and without it.',
  rotated:
    'Rotation took {points} of the full score, because her exposure for other needs is {share} of the largest.',
  unrotated: 'Rotation took nothing.',
  forced:
    'The fairness test moved her up: of the first {place} places, at least {required} must go to {group}.',
  groups: {
    YOUNG_LEADERS: 'young leaders',
    NEW_TO_TRACK_1: 'women new to track 1',
    NETWORKS: 'members of the protected networks',
    NATIONALS_OR_RESIDENTS: 'nationals or residents of the named territories',
  },
};
