import type { FindingTexts } from '../finding-texts.js';

export const fr: FindingTexts = {
  sentences: {
    NETWORKS_EXCLUDED:
      'Seules les membres de {networks} sont acceptées, et toutes sont exclues pour conflit d’intérêts : personne ne peut être éligible.',
    NOBODY_ELIGIBLE: 'Personne n’est éligible, sur {considered} profils considérés.',
    FEWER_THAN_WANTED: 'Moins de femmes sont éligibles ({eligible}) que recherchées ({wanted}).',
    MOST_RESTRICTIVE:
      'De toutes les exigences prises seules, abandonner celle-ci en fait entrer le plus : {requirement}. Éligibles sans elle : {count}.',
    UNKNOWN_NETWORK:
      'Aucune femme qui peut vous être montrée n’appartient à un réseau nommé {network} : vérifiez comment il s’écrit.',
    PERIOD_PAST: 'La période s’est terminée le {to}, qui est passé.',
    PERIOD_BEFORE_DATE:
      'La période commence le {from}, avant le {date}, jour auquel les candidates sont évaluées.',
    LANGUAGE_NOT_WANTED:
      '{language} est exigé et ne figure pas parmi les langues recherchées : mieux le connaître n’apporte rien.',
    LEVEL_ABOVE_WANTED:
      '{language} est exigé au niveau {required}, au-dessus de {wanted} qui donne déjà la pleine valeur : son niveau ne décide rien.',
    ROLE_NOT_WANTED:
      'Ce rôle est accepté et ne figure pas parmi ceux recherchés, il n’apporte donc rien : {role}.',
    TRACK_NOT_WANTED:
      'Ce niveau de diplomatie est accepté et ne figure pas parmi ceux recherchés, il n’apporte donc rien : {track}.',
    YEARS_ABOVE_WANTED:
      'Au moins {minimum} sont exigés, et {wanted} donnent déjà la pleine valeur : les années ne décident rien.',
    TERRITORIES_ASSUMED:
      'Le besoin ne dit pas où se déroule le processus. On le suppose là où l’expérience est demandée : {areas}. Indiquez une liste de territoires vide si ce n’est pas le cas.',
    INSIDERS_EXCLUDED:
      'Les ressortissantes et résidentes de ce territoire sont exclues pour conflit d’intérêts alors que l’expérience de ce territoire est recherchée ({area}) : celles qui le connaissent le mieux sont souvent parmi elles. Exclues pour conflit d’intérêts : {count}.',
    NETWORK_EXCLUDED:
      'Les membres de {network} sont à la fois acceptées et exclues pour conflit d’intérêts : elles sont exclues.',
    PREFERRED_NETWORK_EXCLUDED:
      '{network} est préféré, et ses membres sont exclues pour conflit d’intérêts.',
    WEIGHT_WITHOUT_CRITERION:
      'Ce critère a un poids et n’est pas demandé, le poids est donc sans effet : {criterion}.',
    CRITERION_WITHOUT_WEIGHT:
      'Ce critère est demandé avec un poids de 0, il n’apporte donc rien : {criterion}.',
    BRIEF_WITHOUT_MATCHES: 'Aucun profil ne correspond au texte libre : il ne décide rien.',
    SAME_VALUE:
      'Toutes les femmes éligibles ({count}) ont la même valeur, ce critère ne décide donc rien entre elles : {criterion}.',
  },
  requirements: {
    STATE: 'un profil confirmé récemment',
    LANGUAGE: 'les langues exigées',
    CONFLICT_OF_INTEREST: 'l’exclusion pour conflit d’intérêts',
    AVAILABILITY: 'la disponibilité exigée',
    ROLE: 'les rôles acceptés',
    TRACK: 'les niveaux de diplomatie acceptés',
    NETWORK: 'les réseaux acceptés',
    YEARS: 'le minimum d’années d’expérience',
  },
};
