import type { AnalysisPhrases } from './phrases.js';

export const pt: AnalysisPhrases = {
  separator: '; ',
  headings: {
    CONSENT: 'Consentimento para ser proposta',
    STATE: 'Perfil publicado',
    CONFLICT_OF_INTEREST: 'Conflito de interesses',
    SAFETY: 'Segurança',
  },
  change: {
    LANGUAGE: { raised: '{name} com nível {to} em vez de {from}', gained: '{name} com nível {to}' },
    REGION: 'mais um território de especialidade ({name})',
    EXPERTISE: {
      raised: '{name} com nível «{to}» em vez de «{from}»',
      gained: '{name} com nível «{to}»',
    },
    ROLE: {
      stated: 'a função «{name}» no seu perfil',
      served: 'uma missão na função «{name}»',
    },
    TRACK: 'mais uma via ({name})',
    PROCESS: 'uma missão deste tipo: {name}',
    YEARS: '{to} de experiência em vez de {from}',
    AVAILABILITY: '{to} de disponibilidade no período em vez de {from}',
    FRESHNESS: 'uma confirmação do seu perfil em {to}',
    NETWORK: 'a pertença a {name}',
  },
  lift: {
    enough: 'Com {change}, o seu lugar seria {rank} e a sua pontuação {score}.',
    alike: 'Outras mudanças do mesmo género que trazem o mesmo: {count}.',
    most: 'Nenhuma mudança por si só a coloca entre as primeiras {top}; a que mais traz é {change}: lugar {rank}, pontuação {score}.',
    none: 'Nenhuma mudança por si só aumentaria a sua pontuação.',
  },
  margin: {
    spare:
      'O seu lugar é {rank}. Continua entre as primeiras {top} com uma pontuação até {spare} mais baixa.',
    safe: 'O seu lugar é {rank} e o número de elegíveis é {eligible}: ninguém a pode afastar das primeiras {top}.',
    least:
      '{heading}: {value} agora; com pelo menos {least} continua entre as primeiras {top}, se tudo o resto ficar igual.',
  },
  stability:
    'Quando cada peso varia até {delta}, está entre as primeiras {top} em {inside} de {samples} sorteios: {share} (intervalo de 95%: de {low} a {high}). O seu lugar vai de {best} a {worst}.',
  comparison: {
    decided:
      '{ahead} está à frente de {behind} por {difference}; o que mais a favorece: {heading}.',
    tied: '{ahead} e {behind} têm o mesmo total; a chave de desempate desta necessidade põe {ahead} primeiro.',
    stopped: '{name} é excluída por: {criteria}.',
    turn: 'Com o peso {to} em vez de {from} para «{heading}», {behind} estaria à frente.',
    fixed: 'Nenhuma mudança de um só peso inverte a sua ordem.',
  },
  step: '{heading}: por si só excluiria {alone}; aqui exclui {removed} e restam {remaining}; sem ele haveria mais {added} elegíveis.',
  lack: {
    LANGUAGE: {
      lower: 'exige-se {wanted} e ela tem {found}',
      none: 'exige-se {wanted} e ela não o tem',
    },
    CONFLICT_OF_INTEREST: {
      territories: 'a sua nacionalidade ou residência está excluída pela necessidade: {found}',
      networks: 'pertence a uma rede excluída pela necessidade: {found}',
    },
    AVAILABILITY: 'exigem-se {needed} de {period} e ela está disponível {found}',
    ROLE: 'exige-se {wanted} e ela não tem nenhuma dessas funções',
    TRACK: 'exige-se {wanted} e ela não trabalhou aí',
    NETWORK: 'exige-se {wanted} e ela não pertence a nenhuma dessas redes',
    YEARS: 'exigem-se {wanted} e ela tem {found}',
  },
  shortfall: '{heading}: {clauses}.',
  nearly: 'Só um critério a exclui. {shortfall} Sem ele, a sua pontuação seria {score}.',
  scarcity:
    '{language}, {expertise}, {area}: {available} de {minimum} mulheres desejadas; necessidades que o pedem: {asked}.',
  bottleneck: {
    LANGUAGE: 'Mulheres a quem só falta a língua: {count}.',
    EXPERTISE: 'Mulheres a quem só falta a especialidade: {count}.',
    REGION: 'Mulheres a quem só falta a região: {count}.',
    none: 'Nenhuma mulher reúne dois dos três elementos; recrutar em vez de formar.',
  },
};
