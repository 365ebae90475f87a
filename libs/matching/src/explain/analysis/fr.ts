import type { AnalysisPhrases } from './phrases.js';

export const fr: AnalysisPhrases = {
  separator: ' ; ',
  headings: {
    CONSENT: 'Accord pour la mise en relation',
    STATE: 'Profil publié',
    CONFLICT_OF_INTEREST: 'Conflit d’intérêts',
    SAFETY: 'Sécurité',
  },
  change: {
    LANGUAGE: {
      raised: '{name} au niveau {to} au lieu de {from}',
      gained: '{name} au niveau {to}',
    },
    REGION: 'une expertise sur un territoire de plus ({name})',
    EXPERTISE: {
      raised: '{name} au niveau « {to} » au lieu de « {from} »',
      gained: '{name} au niveau « {to} »',
    },
    ROLE: {
      stated: 'le rôle « {name} » dans son profil',
      served: 'une mission dans le rôle « {name} »',
    },
    TRACK: 'une voie de plus ({name})',
    PROCESS: 'une mission de ce genre : {name}',
    YEARS: '{to} d’expérience au lieu de {from}',
    AVAILABILITY: '{to} de disponibilité dans la période au lieu de {from}',
    FRESHNESS: 'une confirmation de son profil le {to}',
    NETWORK: 'l’appartenance au réseau {name}',
  },
  lift: {
    enough: 'Avec {change}, son rang serait {rank} et son score {score}.',
    alike: 'Autres changements du même genre qui apportent autant : {count}.',
    most: 'Aucun changement isolé ne la place parmi les {top} premières ; celui qui apporte le plus est {change} : rang {rank}, score {score}.',
    none: 'Aucun changement isolé n’augmenterait son score.',
  },
  margin: {
    spare:
      'Son rang est {rank}. Elle reste parmi les {top} premières avec un score inférieur de {spare} au plus.',
    safe: 'Son rang est {rank} et le nombre d’éligibles est {eligible} : personne ne peut l’écarter des {top} premières.',
    least:
      '{heading} : {value} aujourd’hui ; avec au moins {least}, elle reste parmi les {top} premières, toutes choses égales par ailleurs.',
  },
  stability:
    'Quand chaque poids varie de {delta} au plus, elle est parmi les {top} premières dans {inside} tirages sur {samples} : {share} (intervalle à 95 % : de {low} à {high}). Son rang va de {best} à {worst}.',
  comparison: {
    decided: '{ahead} devance {behind} de {difference} ; ce qui la favorise le plus : {heading}.',
    tied: '{ahead} et {behind} ont le même total ; la clé de départage de ce besoin place {ahead} devant.',
    stopped: '{name} est exclue par : {criteria}.',
    turn: 'Avec le poids {to} au lieu de {from} pour « {heading} », {behind} serait devant.',
    fixed: 'Aucun changement d’un seul poids n’inverse leur ordre.',
  },
  step: '{heading} : seul, ce critère écarterait {alone} personnes ; ici il en écarte {removed}, il en reste {remaining} ; sans lui, {added} de plus seraient éligibles.',
  lack: {
    LANGUAGE: {
      lower: 'exigé : {wanted}, elle a {found}',
      none: 'exigé : {wanted}, elle ne l’a pas',
    },
    CONFLICT_OF_INTEREST: {
      territories: 'sa nationalité ou sa résidence est exclue par le besoin : {found}',
      networks: 'elle appartient à un réseau exclu par le besoin : {found}',
    },
    AVAILABILITY: 'exigé : {needed} sur {period}, elle est disponible pendant {found}',
    ROLE: 'exigé : {wanted}, elle n’a aucun de ces rôles',
    TRACK: 'exigé : {wanted}, elle n’y a pas travaillé',
    NETWORK: 'exigé : {wanted}, elle n’appartient à aucun de ces réseaux',
    YEARS: 'exigé : {wanted}, elle a {found}',
  },
  shortfall: '{heading} : {clauses}.',
  nearly: 'Un seul critère l’écarte. {shortfall} Sans lui, son score serait {score}.',
  scarcity:
    '{language}, {expertise}, {area} : {available} femmes sur {minimum} voulues ; besoins qui le demandent : {asked}.',
  bottleneck: {
    LANGUAGE: 'Femmes à qui ne manque que la langue : {count}.',
    EXPERTISE: 'Femmes à qui ne manque que l’expertise : {count}.',
    REGION: 'Femmes à qui ne manque que la région : {count}.',
    none: 'Aucune femme ne réunit deux des trois éléments ; recruter plutôt que former.',
  },
};
