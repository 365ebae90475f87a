import type { FairnessPhrases } from './phrases.js';

export const ar: FairnessPhrases = {
  moved: 'الظهور المنصف: المرتبة {place}؛ ومن دونه المرتبة {without}.',
  same: 'الظهور المنصف: المرتبة {place} معه ومن دونه.',
  rotated:
    'خصم التناوب {points} من الدرجة الكاملة، لأن ظهورها لاحتياجات أخرى يبلغ {share} من أكبر ظهور.',
  unrotated: 'لم يخصم التناوب شيئًا.',
  forced:
    'رفعها اختبار الإنصاف: من أول {place} من المراتب يجب أن يكون {required} على الأقل لفئة «{group}».',
  groups: {
    YOUNG_LEADERS: 'القيادات الشابات',
    NEW_TO_TRACK_1: 'النساء الجديدات على المسار 1',
    NETWORKS: 'عضوات الشبكات المشمولة بالحماية',
    NATIONALS_OR_RESIDENTS: 'مواطنات الأقاليم المذكورة أو المقيمات فيها',
  },
};
