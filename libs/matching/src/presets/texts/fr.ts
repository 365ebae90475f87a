import type { PresetTexts } from '../preset-text.js';

export const fr: PresetTexts = {
  'ceasefire-talks': {
    title: 'Pourparlers de cessez-le-feu',
    reason:
      'Les termes d’un cessez-le-feu sont techniques et les pourparlers brefs : l’expertise des cessez-le-feu et l’expérience de tels pourparlers comptent plus qu’ailleurs, et elle doit être libre à temps.',
  },
  'community-mediation': {
    title: 'Médiation communautaire',
    reason:
      'La confiance est locale : la langue et le lieu comptent le plus, puis le travail au niveau communautaire ; les années passées aux grandes tables disent peu ici.',
  },
  'constitution-process': {
    title: 'Processus constitutionnel',
    reason:
      'Le fond décide : l’expertise des constitutions et de l’inclusion compte le plus, et l’expérience d’autres pays est utile, donc le lieu compte moins.',
  },
  'crsv-accountability': {
    title: 'Responsabilité pour les violences sexuelles liées aux conflits',
    reason:
      'Il ne faut pas nuire de nouveau aux survivantes : la profondeur de l’expertise et les années comptent le plus, ainsi que la langue, car on recueille des témoignages ; les méthodes voyagent, donc le lieu compte moins.',
  },
  'election-dialogue': {
    title: 'Dialogue autour d’élections',
    reason:
      'La loi fixe le calendrier : la disponibilité compte beaucoup, avec la connaissance du pays et des différends électoraux.',
  },
  'humanitarian-access': {
    title: 'Accès humanitaire',
    reason:
      'On parle avec ceux qui tiennent le terrain, et tout de suite : la langue, le lieu et la disponibilité comptent le plus, ainsi qu’un profil à jour.',
  },
  'implementation-monitoring': {
    title: 'Suivi de la mise en œuvre',
    reason:
      'Le suivi dure et se fait sur le terrain : l’expérience de la mise en œuvre d’accords, le lieu et la disponibilité pendant toute la période comptent plus qu’ailleurs.',
  },
  'wps-action-plan': {
    title: 'Conseil pour un plan d’action femmes, paix et sécurité',
    reason:
      'Le travail porte sur des politiques et non sur une table entre parties : l’expertise des plans d’action compte le plus, l’expérience de processus de paix ne compte pas.',
  },
};
