import type { PresetTexts } from '../preset-text.js';

export const pt: PresetTexts = {
  'ceasefire-talks': {
    title: 'Conversações de cessar-fogo',
    reason:
      'Os termos de um cessar-fogo são técnicos e as conversações breves: a competência em cessar-fogo e ter estado em tais conversações contam mais do que noutros casos, e ela tem de estar livre a tempo.',
  },
  'community-mediation': {
    title: 'Mediação comunitária',
    reason:
      'A confiança é local: a língua e o lugar contam mais, depois o trabalho no nível comunitário; os anos em mesas altas dizem pouco aqui.',
  },
  'constitution-process': {
    title: 'Processo constituinte',
    reason:
      'Decide a matéria: a competência em constituições e inclusão conta mais, e a experiência de outros países é útil, pelo que o lugar conta menos.',
  },
  'crsv-accountability': {
    title: 'Responsabilização pela violência sexual relacionada com conflitos',
    reason:
      'As sobreviventes não podem voltar a sofrer danos: a profundidade da competência e os anos contam mais, e a língua, porque se ouvem testemunhos; os métodos viajam, pelo que o lugar conta menos.',
  },
  'election-dialogue': {
    title: 'Diálogo em torno de eleições',
    reason:
      'A lei fixa o calendário: a disponibilidade conta muito, com o conhecimento do país e dos litígios eleitorais.',
  },
  'humanitarian-access': {
    title: 'Acesso humanitário',
    reason:
      'Fala-se com quem domina o terreno, e de imediato: a língua, o lugar e a disponibilidade contam mais, e um perfil atualizado.',
  },
  'implementation-monitoring': {
    title: 'Acompanhamento da aplicação',
    reason:
      'O acompanhamento dura e acontece no terreno: a experiência na aplicação de acordos, o lugar e a disponibilidade em todo o período contam mais do que noutros casos.',
  },
  'wps-action-plan': {
    title: 'Aconselhamento para um plano de ação sobre mulheres, paz e segurança',
    reason:
      'O trabalho é sobre políticas e não numa mesa entre partes: a competência em planos de ação conta mais, e a experiência em processos de paz não conta.',
  },
};
