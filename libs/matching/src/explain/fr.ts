import type { Phrases } from './phrases.js';

export const fr: Phrases = {
  sentence: '{heading} : {clauses}.',
  separator: ' ; ',
  headings: {
    LANGUAGE: 'Langues',
    REGION: 'Région',
    EXPERTISE: 'Expertise',
    ROLE: 'Rôle',
    TRACK: 'Voie',
    PROCESS: 'Expérience de processus',
    YEARS: 'Années d’expérience',
    AVAILABILITY: 'Disponibilité',
    FRESHNESS: 'Profil à jour',
    TEXT: 'Description libre',
    NETWORK: 'Réseau',
  },
  levelled: '{name} ({level})',
  LANGUAGE: {
    same: 'recherché : {wanted}, elle a : {found}, soit {fit}',
    member: 'recherché : {wanted}, elle a : {found}, qui en fait partie, soit {fit}',
    macrolanguage:
      'recherché : {wanted}, elle indique seulement : {found}, qui l’englobe, soit {fit}',
    sibling: 'recherché : {wanted}, elle a une langue très proche : {found}, soit {fit}',
    none: 'recherché : {wanted}, elle n’a aucune langue proche',
  },
  REGION: {
    same: 'recherché : {wanted}, c’est l’un de ses territoires d’expertise, soit {fit}',
    inside: 'recherché : {wanted}, son territoire d’expertise en fait partie : {found}, soit {fit}',
    neighbour: 'recherché : {wanted}, elle connaît un territoire voisin : {found}, soit {fit}',
    near: 'recherché : {wanted}, elle connaît un territoire de la même communauté régionale ou sous-région : {found}, soit {fit}',
    continent:
      'recherché : {wanted}, elle connaît un territoire du même continent : {found}, soit {fit}',
    none: 'recherché : {wanted}, elle n’a pas d’expertise à proximité',
  },
  EXPERTISE: {
    same: 'recherché : {wanted}, elle a : {found}, soit {fit}',
    child: 'recherché : {wanted}, elle a un sujet de ce domaine : {found}, soit {fit}',
    domain: 'recherché : {wanted}, elle indique seulement le domaine général : {found}, soit {fit}',
    sibling: 'recherché : {wanted}, elle a un sujet voisin : {found}, soit {fit}',
    none: 'recherché : {wanted}, elle n’a rien de proche',
  },
  ROLE: {
    served: 'recherché : {wanted}, elle a déjà exercé ce rôle : {found}, soit {fit}',
    stated:
      'recherché : {wanted}, son profil indique : {found}, sans mission à l’appui, soit {fit}',
    none: 'recherché : {wanted}, elle n’a aucun de ces rôles',
  },
  TRACK: {
    same: 'recherché : {wanted}, elle y a travaillé, soit {fit}',
    next: 'recherché : {wanted}, elle a travaillé juste à côté : {found}, soit {fit}',
    none: 'recherché : {wanted}, elle n’a travaillé ni là ni juste à côté',
  },
  PROCESS: {
    'type-and-phase':
      'recherché : {wanted}, elle a été déployée exactement dans ce cadre, soit {fit}',
    type: 'recherché : {wanted}, elle a été déployée dans le même type de processus ({found}), soit {fit}',
    phase: 'recherché : {wanted}, elle a été déployée dans la même phase ({found}), soit {fit}',
    none: 'recherché : {wanted}, aucune de ses missions n’avait ce type ni cette phase',
  },
  YEARS: 'pleine valeur à partir de {wanted}, elle a {found} d’expérience, soit {fit}',
  AVAILABILITY: {
    days: 'du {from} au {to} ({wanted}), nombre de jours où elle est disponible : {found}, soit {fit}',
    limited:
      'du {from} au {to} ({wanted}), son temps est limité et son profil ne dit pas quels jours : {fit}, et seul son réseau peut le vérifier',
    unknown:
      'son profil ne dit pas si elle est disponible du {from} au {to} : cela n’apporte rien, et seul son réseau peut le vérifier',
  },
  FRESHNESS: {
    confirmed:
      'elle a confirmé son profil pour la dernière fois le {found}, {age} avant le {wanted}, soit {fit}',
    later: 'elle a confirmé son profil pour la dernière fois le {found}, soit {fit}',
    none: 'elle n’a jamais confirmé son profil',
  },
  TEXT: {
    matched: 'rang parmi les {wanted} résultats pour la description : {found}, soit {fit}',
    none: 'elle ne figure pas parmi les {wanted} résultats pour la description',
  },
  NETWORK: {
    member: 'préféré : {wanted}, elle appartient à {found}, soit {fit}',
    none: 'préféré : {wanted}, elle n’appartient à aucun réseau préféré',
  },
};
