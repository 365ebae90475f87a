import type { TeamPhrases } from './phrases.js';

export const ar: TeamPhrases = {
  covered: '{what}: المطلوب {asked}، والموجود في الفريق {found}.',
  relaxed: '{what}: المطلوب {asked}، والممكن {possible}.',
  what: {
    LANGUAGE: 'عضوات لديهن {name} أو أعلى',
    EXPERTISE: 'عضوات لديهن {name} أو أعلى',
    AREA: 'عضوات لديهن خبرة في {name}',
    YOUNG_LEADERS: 'قياديات شابات على الأقل',
    NATIONALS: 'مواطنات أقاليم العملية على الأقل',
    NEWCOMERS: 'الجديدات على المسار الأول على الأقل',
    MUST_HAVE: 'يجب أن تكون في الفريق {name}',
    PER_NETWORK: 'عضوات أي شبكة واحدة على الأكثر',
    PER_NATIONALITY: 'عضوات أي جنسية واحدة على الأكثر',
    SIZE: 'عضوات الفريق',
  },
};
