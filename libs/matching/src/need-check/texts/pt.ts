import type { FindingTexts } from '../finding-texts.js';

export const pt: FindingTexts = {
  sentences: {
    NETWORKS_EXCLUDED:
      'Só se aceitam membros de {networks}, e todas estão excluídas por conflito de interesses: ninguém pode ser elegível.',
    NOBODY_ELIGIBLE: 'Ninguém é elegível, de {considered} perfis considerados.',
    FEWER_THAN_WANTED: 'Há menos mulheres elegíveis ({eligible}) do que as procuradas ({wanted}).',
    MOST_RESTRICTIVE:
      'De todos os requisitos isolados, abdicar deste deixa entrar mais: {requirement}. Elegíveis sem ele: {count}.',
    UNKNOWN_NETWORK:
      'Nenhuma mulher que lhe possa ser mostrada pertence a uma rede chamada {network}: verifique como se escreve.',
    PERIOD_PAST: 'O período terminou em {to}, que já passou.',
    PERIOD_BEFORE_DATE:
      'O período começa em {from}, antes de {date}, dia em que as candidatas são avaliadas.',
    LANGUAGE_NOT_WANTED:
      '{language} é exigido e não está entre as línguas procuradas: sabê-lo melhor nada acrescenta.',
    LEVEL_ABOVE_WANTED:
      '{language} é exigido no nível {required}, acima de {wanted}, que já dá o valor completo: o seu nível nada decide.',
    ROLE_NOT_WANTED:
      'Este papel é aceite e não está entre os procurados, por isso nada acrescenta: {role}.',
    TRACK_NOT_WANTED:
      'Este nível de diplomacia é aceite e não está entre os procurados, por isso nada acrescenta: {track}.',
    YEARS_ABOVE_WANTED:
      'Exigem-se pelo menos {minimum}, e {wanted} já dão o valor completo: os anos nada decidem.',
    TERRITORIES_ASSUMED:
      'A necessidade não diz onde decorre o processo. Supõe-se que é onde se pede experiência: {areas}. Indique uma lista de territórios vazia se não for assim.',
    INSIDERS_EXCLUDED:
      'As nacionais e residentes deste território estão excluídas por conflito de interesses, enquanto se procura experiência nele ({area}): quem melhor o conhece está muitas vezes entre elas. Excluídas por conflito de interesses: {count}.',
    NETWORK_EXCLUDED:
      'As membros de {network} são aceites e excluídas por conflito de interesses ao mesmo tempo: ficam excluídas.',
    PREFERRED_NETWORK_EXCLUDED:
      '{network} é preferida, e as suas membros estão excluídas por conflito de interesses.',
    WEIGHT_WITHOUT_CRITERION:
      'Este critério tem um peso e não é pedido, por isso o peso não tem efeito: {criterion}.',
    CRITERION_WITHOUT_WEIGHT:
      'Este critério é pedido com peso 0, por isso nada acrescenta: {criterion}.',
    BRIEF_WITHOUT_MATCHES: 'Nenhum perfil corresponde ao texto livre: nada decide.',
    SAME_VALUE:
      'Todas as elegíveis ({count}) têm o mesmo valor, por isso este critério nada decide entre elas: {criterion}.',
  },
  requirements: {
    STATE: 'um perfil confirmado há pouco',
    LANGUAGE: 'as línguas exigidas',
    CONFLICT_OF_INTEREST: 'a exclusão por conflito de interesses',
    AVAILABILITY: 'a disponibilidade exigida',
    ROLE: 'os papéis aceites',
    TRACK: 'os níveis de diplomacia aceites',
    NETWORK: 'as redes aceites',
    YEARS: 'o mínimo de anos de experiência',
  },
};
