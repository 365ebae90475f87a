import type { Phrases } from './phrases.js';

export const ar: Phrases = {
  sentence: '{heading}: {clauses}.',
  separator: '؛ ',
  headings: {
    LANGUAGE: 'اللغات',
    REGION: 'المنطقة',
    EXPERTISE: 'الخبرة',
    ROLE: 'الدور',
    TRACK: 'المسار',
    PROCESS: 'الخبرة في العمليات',
    YEARS: 'سنوات الخبرة',
    AVAILABILITY: 'التفرغ',
    FRESHNESS: 'حداثة الملف',
    TEXT: 'الوصف الحر',
    NETWORK: 'الشبكة',
  },
  levelled: '{name} ({level})',
  LANGUAGE: {
    same: 'المطلوب: {wanted}، ولديها: {found}، أي {fit}',
    member: 'المطلوب: {wanted}، ولديها لغة تندرج ضمنها: {found}، أي {fit}',
    macrolanguage: 'المطلوب: {wanted}، ولم تذكر سوى اللغة الأعم: {found}، أي {fit}',
    sibling: 'المطلوب: {wanted}، ولديها لغة قريبة جدا: {found}، أي {fit}',
    none: 'المطلوب: {wanted}، وليست لديها لغة قريبة منها',
  },
  REGION: {
    same: 'المطلوب: {wanted}، وهو من مناطق خبرتها، أي {fit}',
    inside: 'المطلوب: {wanted}، ومن مناطق خبرتها ما يقع فيه: {found}، أي {fit}',
    neighbour: 'المطلوب: {wanted}، ومن مناطق خبرتها ما يجاوره: {found}، أي {fit}',
    near: 'المطلوب: {wanted}، ومن مناطق خبرتها ما يقع في الجماعة الإقليمية أو المنطقة الفرعية نفسها: {found}، أي {fit}',
    continent: 'المطلوب: {wanted}، ومن مناطق خبرتها ما يقع في القارة نفسها: {found}، أي {fit}',
    none: 'المطلوب: {wanted}، وليست لديها خبرة قريبة منه',
  },
  EXPERTISE: {
    same: 'المطلوب: {wanted}، ولديها: {found}، أي {fit}',
    child: 'المطلوب: {wanted}، ولديها موضوع من هذا المجال: {found}، أي {fit}',
    domain: 'المطلوب: {wanted}، ولم تذكر سوى المجال العام: {found}، أي {fit}',
    sibling: 'المطلوب: {wanted}، ولديها موضوع مجاور: {found}، أي {fit}',
    none: 'المطلوب: {wanted}، وليس لديها ما يقاربه',
  },
  ROLE: {
    served: 'المطلوب: {wanted}، وقد أدت هذا الدور: {found}، أي {fit}',
    stated: 'المطلوب: {wanted}، ويذكر ملفها: {found}، دون مهمة تثبته، أي {fit}',
    none: 'المطلوب: {wanted}، وليس لها أي من هذه الأدوار',
  },
  TRACK: {
    same: 'المطلوب: {wanted}، وقد عملت فيه، أي {fit}',
    next: 'المطلوب: {wanted}، وقد عملت في المسار المجاور: {found}، أي {fit}',
    none: 'المطلوب: {wanted}، ولم تعمل فيه ولا في مسار مجاور',
  },
  PROCESS: {
    'type-and-phase': 'المطلوب: {wanted}، وقد أوفدت إلى عملية كهذه تماما، أي {fit}',
    type: 'المطلوب: {wanted}، وقد أوفدت إلى عملية من النوع نفسه ({found})، أي {fit}',
    phase: 'المطلوب: {wanted}، وقد أوفدت في المرحلة نفسها ({found})، أي {fit}',
    none: 'المطلوب: {wanted}، ولم توفد إلى عملية من هذا النوع ولا في هذه المرحلة',
  },
  YEARS: 'القيمة الكاملة ابتداء من {wanted}، ولديها خبرة {found}، أي {fit}',
  AVAILABILITY: {
    days: 'من {from} إلى {to} ({wanted})، عدد الأيام التي تتفرغ فيها: {found}، أي {fit}',
    limited:
      'وقتها محدود ولا يذكر ملفها أيّ الأيام من {from} إلى {to} ({wanted}): {fit}، ولا تستطيع التحقق إلا شبكتها',
    unknown:
      'لا يذكر ملفها هل تتفرغ من {from} إلى {to}: لا يُكسب ذلك شيئًا، ولا تستطيع التحقق إلا شبكتها',
  },
  FRESHNESS: {
    confirmed: 'أكدت ملفها آخر مرة في {found}، قبل {wanted} بمدة {age}، أي {fit}',
    later: 'أكدت ملفها آخر مرة في {found}، أي {fit}',
    none: 'لم تؤكد ملفها قط',
  },
  TEXT: {
    matched: 'ترتيبها بين نتائج الوصف وعددها {wanted}: {found}، أي {fit}',
    none: 'ليست بين نتائج الوصف وعددها {wanted}',
  },
  NETWORK: {
    member: 'المفضل: {wanted}، وهي عضو في {found}، أي {fit}',
    none: 'المفضل: {wanted}، وليست عضوا في أي شبكة مفضلة',
  },
};
