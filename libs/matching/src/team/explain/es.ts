import type { TeamPhrases } from './phrases.js';

export const es: TeamPhrases = {
  covered: '{what}: se pide {asked}, hay {found} en el equipo.',
  relaxed: '{what}: se pide {asked}, es posible {possible}.',
  what: {
    LANGUAGE: 'Integrantes con {name} o mejor',
    EXPERTISE: 'Integrantes con {name} o mejor',
    AREA: 'Integrantes con experiencia en {name}',
    YOUNG_LEADERS: 'Jóvenes líderes, al menos',
    NATIONALS: 'Nacionales de los territorios del proceso, al menos',
    NEWCOMERS: 'Nuevas en la vía 1, al menos',
    MUST_HAVE: 'Debe estar en el equipo, {name}',
    PER_NETWORK: 'Integrantes de una misma red, como máximo',
    PER_NATIONALITY: 'Integrantes de una misma nacionalidad, como máximo',
    SIZE: 'Integrantes del equipo',
  },
};
