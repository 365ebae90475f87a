import type { Phrases } from './phrases.js';

export const pt: Phrases = {
  sentence: '{heading}: {clauses}.',
  separator: '; ',
  headings: {
    LANGUAGE: 'Línguas',
    REGION: 'Região',
    EXPERTISE: 'Especialidade',
    ROLE: 'Função',
    TRACK: 'Via',
    PROCESS: 'Experiência em processos',
    YEARS: 'Anos de experiência',
    AVAILABILITY: 'Disponibilidade',
    FRESHNESS: 'Perfil atualizado',
    TEXT: 'Descrição livre',
    NETWORK: 'Rede',
  },
  levelled: '{name} ({level})',
  LANGUAGE: {
    same: 'procura-se {wanted} e ela tem {found}: {fit}',
    member: 'procura-se {wanted} e ela tem {found}, que faz parte dessa língua: {fit}',
    macrolanguage: 'procura-se {wanted} e ela indica apenas {found}, que a inclui: {fit}',
    sibling: 'procura-se {wanted} e ela tem uma língua muito próxima, {found}: {fit}',
    none: 'procura-se {wanted} e ela não tem nenhuma língua próxima',
  },
  REGION: {
    same: 'procura-se {wanted} e é um dos seus territórios de especialidade: {fit}',
    inside: 'procura-se {wanted} e o seu território de especialidade, {found}, faz parte: {fit}',
    neighbour: 'procura-se {wanted} e ela conhece um território vizinho, {found}: {fit}',
    near: 'procura-se {wanted} e ela conhece {found}, na mesma comunidade regional ou sub-região: {fit}',
    continent: 'procura-se {wanted} e ela conhece {found}, no mesmo continente: {fit}',
    none: 'procura-se {wanted} e ela não tem especialidade próxima',
  },
  EXPERTISE: {
    same: 'procura-se {wanted} e ela tem {found}: {fit}',
    child: 'procura-se {wanted} e ela tem um tema desse domínio, {found}: {fit}',
    domain: 'procura-se {wanted} e ela indica apenas o domínio geral, {found}: {fit}',
    sibling: 'procura-se {wanted} e ela tem um tema vizinho, {found}: {fit}',
    none: 'procura-se {wanted} e ela não tem nada próximo',
  },
  ROLE: {
    served: 'procura-se {wanted} e ela já exerceu essa função ({found}): {fit}',
    stated:
      'procura-se {wanted} e o seu perfil indica {found}, embora nenhuma missão o mostre: {fit}',
    none: 'procura-se {wanted} e ela não tem nenhuma dessas funções',
  },
  TRACK: {
    same: 'procura-se {wanted} e ela já trabalhou aí: {fit}',
    next: 'procura-se {wanted} e ela trabalhou na contígua, {found}: {fit}',
    none: 'procura-se {wanted} e ela não trabalhou aí nem numa contígua',
  },
  PROCESS: {
    'type-and-phase': 'procura-se {wanted} e ela teve uma missão exatamente assim: {fit}',
    type: 'procura-se {wanted} e ela teve uma missão no mesmo tipo de processo ({found}): {fit}',
    phase: 'procura-se {wanted} e ela teve uma missão na mesma fase ({found}): {fit}',
    none: 'procura-se {wanted} e nenhuma das suas missões teve esse tipo nem essa fase',
  },
  YEARS: 'o valor pleno alcança-se com {wanted} e ela tem {found} de experiência: {fit}',
  AVAILABILITY: {
    days: 'de {from} a {to} ({wanted}), dias em que está disponível: {found}, ou seja, {fit}',
    limited:
      'de {from} a {to} ({wanted}) o seu tempo é limitado e o perfil não diz em que dias: {fit}, e só a sua rede o pode verificar',
    unknown:
      'o perfil não diz se está disponível de {from} a {to}: não acrescenta nada, e só a sua rede o pode verificar',
  },
  FRESHNESS: {
    confirmed: 'confirmou o seu perfil pela última vez em {found}, {age} antes de {wanted}: {fit}',
    later: 'confirmou o seu perfil pela última vez em {found}: {fit}',
    none: 'nunca confirmou o seu perfil',
  },
  TEXT: {
    matched: 'lugar entre os {wanted} resultados da descrição: {found}, ou seja, {fit}',
    none: 'não figura entre os {wanted} resultados da descrição',
  },
  NETWORK: {
    member: 'prefere-se {wanted} e ela pertence a {found}: {fit}',
    none: 'prefere-se {wanted} e ela não pertence a nenhuma rede preferida',
  },
};
