import type { Wording } from './template.js';

export const pt: Wording = {
  footer: 'Esta mensagem foi enviada automaticamente. As respostas não são lidas.',
  mails: {
    invitation: {
      subject: 'O seu convite para a Baraza',
      text: [
        'Recebeu um convite para abrir uma conta na Baraza, o diretório das redes de mulheres mediadoras. Para aceitar, abra esta ligação:',
        '{link}',
        'A ligação funciona uma única vez, até {until}. Se não esperava um convite, pode ignorar esta mensagem.',
      ],
    },
    'verify-email': {
      subject: 'Confirme o seu endereço de e-mail',
      text: [
        'Alguém indicou este endereço de e-mail ao registar-se na Baraza. Se fez este registo, confirme-o aqui:',
        '{link}',
        'A ligação funciona uma única vez, até {until}. Caso contrário, pode ignorar esta mensagem: sem a ligação nada acontece.',
      ],
    },
    'already-registered': {
      subject: 'Já tem uma conta',
      text: [
        'Alguém indicou este endereço de e-mail ao registar-se na Baraza, mas já existe uma conta com ele. Se fez este registo, inicie sessão aqui ou peça nessa página uma nova palavra-passe:',
        '{link}',
        'Caso contrário, pode ignorar esta mensagem: nada mudou.',
      ],
    },
    'password-reset': {
      subject: 'Escolha uma nova palavra-passe',
      text: [
        'Alguém pediu uma nova palavra-passe para a sua conta da Baraza. Se fez este pedido, escolha-a aqui:',
        '{link}',
        'A ligação funciona uma única vez, até {until}. Se não fez este pedido, pode ignorar esta mensagem: a sua palavra-passe não muda.',
      ],
    },
    'sign-in-link': {
      subject: 'A sua ligação de acesso',
      text: [
        'Com esta ligação inicia sessão na Baraza:',
        '{link}',
        'A ligação funciona uma única vez, até {until}. Não a dê a ninguém. Se não a pediu, pode ignorar esta mensagem.',
      ],
    },
    'password-changed': {
      subject: 'A sua palavra-passe foi alterada',
      text: [
        'A palavra-passe da sua conta da Baraza foi alterada em {at}. Se fez esta alteração, não precisa de fazer mais nada.',
        'Se não a fez, escolha imediatamente uma nova palavra-passe e termine todas as sessões:',
        '{link}',
      ],
    },
    'second-factor-removed': {
      subject: 'O seu segundo fator foi retirado',
      text: [
        'Em {at}, a administração retirou o autenticador e os códigos de recuperação da sua conta da Baraza e terminou as suas sessões. Se o pediu, inicie sessão e configure outro:',
        '{link}',
        'Se não o pediu, escolha imediatamente uma nova palavra-passe e escreva a quem mantém este diretório.',
      ],
    },
    'new-sign-in': {
      subject: 'Novo início de sessão na sua conta',
      text: [
        'Alguém iniciou sessão na sua conta da Baraza em {at}. Se reconhece este acesso, não precisa de fazer mais nada.',
        'Se não o reconhece, escolha imediatamente uma nova palavra-passe e termine todas as sessões:',
        '{link}',
      ],
    },
    'profile-confirm': {
      subject: 'Os seus dados continuam corretos?',
      text: [
        'Passou algum tempo desde que confirmou pela última vez o seu perfil na Baraza. Se continua correto, confirme-o com esta ligação:',
        '{link}',
        'A ligação funciona uma única vez, até {until}. Se algo mudou, inicie sessão e corrija-o. Um perfil que não é confirmado deixa de ser proposto aos organizadores.',
      ],
    },
    'profile-stale': {
      subject: 'Os seus dados aguardam a sua confirmação',
      text: [
        'O seu perfil na Baraza não é confirmado há muito tempo e, por isso, já não é proposto aos organizadores.',
        'Para o rever e confirmar, inicie sessão aqui:',
        '{link}',
      ],
    },
    'correction-handled': {
      subject: 'O seu pedido teve resposta',
      text: [
        'A correção que pediu na Baraza já foi tratada. Para ver o resultado, inicie sessão aqui:',
        '{link}',
        'Se não concorda, pode voltar a pedi-la nessa página.',
      ],
    },
    'organization-verified': {
      subject: 'A sua organização foi verificada',
      text: [
        'A sua organização está agora verificada na Baraza. Quando voltar a iniciar sessão, verá o que está aberto às organizações verificadas:',
        '{link}',
      ],
    },
    'consent-withdrawn-notice': {
      subject: 'Um consentimento foi retirado',
      text: [
        'Uma pessoa que a sua rede inclui na Baraza retirou um consentimento. A retirada já está em vigor.',
        'Referência: {reference}',
        'Elimine também o que guarda fora da Baraza, como listas e páginas impressas. Para ver de que consentimento se trata, inicie sessão aqui:',
        '{link}',
      ],
    },
    'session-ended': {
      subject: 'A sua sessão foi terminada',
      text: [
        'Em {at}, a chave de uma das suas sessões da Baraza foi usada uma segunda vez. Alguém pode tê-la copiado; por isso, essa sessão foi terminada.',
        'Inicie sessão de novo. Se notar algo que não fez, escolha uma nova palavra-passe e termine todas as sessões:',
        '{link}',
      ],
    },
  },
};
