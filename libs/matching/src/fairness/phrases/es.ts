import type { FairnessPhrases } from './phrases.js';

export const es: FairnessPhrases = {
  moved: 'Exposición equitativa: puesto {place}; sin ella, puesto {without}.',
  same: 'Exposición equitativa: puesto {place}, con ella y sin ella.',
  rotated:
    'La rotación restó {points} de la puntuación total, porque su exposición en otras necesidades es {share} de la mayor.',
  unrotated: 'La rotación no restó nada.',
  forced:
    'La prueba de equidad la hizo subir: de los primeros {place} puestos, al menos {required} deben ser para el grupo «{group}».',
  groups: {
    YOUNG_LEADERS: 'jóvenes líderes',
    NEW_TO_TRACK_1: 'mujeres nuevas en la vía 1',
    NETWORKS: 'integrantes de las redes protegidas',
    NATIONALS_OR_RESIDENTS: 'nacionales o residentes de los territorios nombrados',
  },
};
