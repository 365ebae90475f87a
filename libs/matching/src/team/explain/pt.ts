import type { TeamPhrases } from './phrases.js';

export const pt: TeamPhrases = {
  covered: '{what}: pede-se {asked}, há {found} na equipa.',
  relaxed: '{what}: pede-se {asked}, é possível {possible}.',
  what: {
    LANGUAGE: 'Membros com {name} ou melhor',
    EXPERTISE: 'Membros com {name} ou melhor',
    AREA: 'Membros com experiência em {name}',
    YOUNG_LEADERS: 'Jovens líderes, pelo menos',
    NATIONALS: 'Nacionais dos territórios do processo, pelo menos',
    NEWCOMERS: 'Novas na via 1, pelo menos',
    MUST_HAVE: 'Tem de estar na equipa, {name}',
    PER_NETWORK: 'Membros de uma mesma rede, no máximo',
    PER_NATIONALITY: 'Membros de uma mesma nacionalidade, no máximo',
    SIZE: 'Membros da equipa',
  },
};
