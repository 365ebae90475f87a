import type { Phrases } from './phrases.js';

export const es: Phrases = {
  sentence: '{heading}: {clauses}.',
  separator: '; ',
  headings: {
    LANGUAGE: 'Idiomas',
    REGION: 'Región',
    EXPERTISE: 'Especialidad',
    ROLE: 'Función',
    TRACK: 'Vía',
    PROCESS: 'Experiencia en procesos',
    YEARS: 'Años de experiencia',
    AVAILABILITY: 'Disponibilidad',
    FRESHNESS: 'Perfil actualizado',
    TEXT: 'Descripción libre',
    NETWORK: 'Red',
  },
  levelled: '{name} ({level})',
  LANGUAGE: {
    same: 'se busca {wanted} y ella tiene {found}: {fit}',
    member: 'se busca {wanted} y ella tiene {found}, que forma parte de esa lengua: {fit}',
    macrolanguage: 'se busca {wanted} y ella solo indica {found}, que la incluye: {fit}',
    sibling: 'se busca {wanted} y ella tiene una lengua muy cercana, {found}: {fit}',
    none: 'se busca {wanted} y ella no tiene ninguna lengua cercana',
  },
  REGION: {
    same: 'se busca {wanted} y es uno de sus territorios de especialidad: {fit}',
    inside: 'se busca {wanted} y su territorio de especialidad, {found}, forma parte: {fit}',
    neighbour: 'se busca {wanted} y ella conoce un territorio vecino, {found}: {fit}',
    near: 'se busca {wanted} y ella conoce {found}, en la misma comunidad regional o subregión: {fit}',
    continent: 'se busca {wanted} y ella conoce {found}, en el mismo continente: {fit}',
    none: 'se busca {wanted} y ella no tiene especialidad cercana',
  },
  EXPERTISE: {
    same: 'se busca {wanted} y ella tiene {found}: {fit}',
    child: 'se busca {wanted} y ella tiene un tema de ese campo, {found}: {fit}',
    domain: 'se busca {wanted} y ella solo indica el campo general, {found}: {fit}',
    sibling: 'se busca {wanted} y ella tiene un tema vecino, {found}: {fit}',
    none: 'se busca {wanted} y ella no tiene nada cercano',
  },
  ROLE: {
    served: 'se busca {wanted} y ella ya ha ejercido esa función ({found}): {fit}',
    stated: 'se busca {wanted} y su perfil indica {found}, aunque ninguna misión lo muestra: {fit}',
    none: 'se busca {wanted} y ella no tiene ninguna de esas funciones',
  },
  TRACK: {
    same: 'se busca {wanted} y ella ha trabajado ahí: {fit}',
    next: 'se busca {wanted} y ella ha trabajado en la contigua, {found}: {fit}',
    none: 'se busca {wanted} y ella no ha trabajado ahí ni en una contigua',
  },
  PROCESS: {
    'type-and-phase': 'se busca {wanted} y ella tuvo una misión exactamente así: {fit}',
    type: 'se busca {wanted} y ella tuvo una misión en el mismo tipo de proceso ({found}): {fit}',
    phase: 'se busca {wanted} y ella tuvo una misión en la misma fase ({found}): {fit}',
    none: 'se busca {wanted} y ninguna de sus misiones tuvo ese tipo ni esa fase',
  },
  YEARS: 'el valor pleno se alcanza con {wanted} y ella tiene {found} de experiencia: {fit}',
  AVAILABILITY: {
    days: 'del {from} al {to} ({wanted}), días en que está disponible: {found}, es decir, {fit}',
    limited:
      'de {from} a {to} ({wanted}) su tiempo es limitado y su perfil no dice qué días: {fit}, y solo su red puede comprobarlo',
    unknown:
      'su perfil no dice si está disponible de {from} a {to}: no aporta nada, y solo su red puede comprobarlo',
  },
  FRESHNESS: {
    confirmed: 'confirmó su perfil por última vez el {found}, {age} antes del {wanted}: {fit}',
    later: 'confirmó su perfil por última vez el {found}: {fit}',
    none: 'nunca ha confirmado su perfil',
  },
  TEXT: {
    matched: 'puesto entre los {wanted} resultados de la descripción: {found}, es decir, {fit}',
    none: 'no figura entre los {wanted} resultados de la descripción',
  },
  NETWORK: {
    member: 'se prefiere {wanted} y ella pertenece a {found}: {fit}',
    none: 'se prefiere {wanted} y ella no pertenece a ninguna red preferida',
  },
};
