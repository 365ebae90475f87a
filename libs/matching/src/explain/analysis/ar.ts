import type { AnalysisPhrases } from './phrases.js';

export const ar: AnalysisPhrases = {
  separator: '؛ ',
  headings: {
    CONSENT: 'الموافقة على الترشيح',
    STATE: 'نشر الملف',
    CONFLICT_OF_INTEREST: 'تضارب المصالح',
    SAFETY: 'السلامة',
  },
  change: {
    LANGUAGE: {
      raised: '{name} بمستوى {to} بدلا من {from}',
      gained: '{name} بمستوى {to}',
    },
    REGION: 'خبرة في منطقة إضافية ({name})',
    EXPERTISE: {
      raised: '{name} بمستوى «{to}» بدلا من «{from}»',
      gained: '{name} بمستوى «{to}»',
    },
    ROLE: {
      stated: 'ذكر دور «{name}» في ملفها',
      served: 'مهمة في دور «{name}»',
    },
    TRACK: 'عمل في {name}',
    PROCESS: 'مهمة من هذا النوع: {name}',
    YEARS: 'خبرة مدتها {to} بدلا من {from}',
    AVAILABILITY: 'تفرغ في الفترة مدته {to} بدلا من {from}',
    FRESHNESS: 'تأكيد ملفها في {to}',
    NETWORK: 'عضوية {name}',
  },
  lift: {
    enough: 'مع {change} تصبح مرتبتها {rank} ودرجتها {score}.',
    alike: 'عدد التغييرات الأخرى من النوع نفسه التي لها الأثر نفسه: {count}.',
    most: 'لا يوجد تغيير واحد يضعها ضمن أول {top}؛ وأكثر التغييرات أثرا هو {change}: المرتبة {rank}، الدرجة {score}.',
    none: 'لا يوجد تغيير واحد يرفع درجتها.',
  },
  margin: {
    spare: 'مرتبتها {rank}. وتبقى ضمن أول {top} وإن انخفضت درجتها بما لا يتجاوز {spare}.',
    safe: 'مرتبتها {rank}، وعدد المؤهلات {eligible}: لا يمكن لأحد إخراجها من أول {top}.',
    least:
      '{heading}: القيمة الآن {value}؛ وبما لا يقل عن {least} تبقى ضمن أول {top} ما لم يتغير شيء آخر.',
  },
  stability:
    'إذا تغير كل وزن بما لا يتجاوز {delta}، بقيت ضمن أول {top} في {inside} من {samples} سحبا: {share} (فترة الثقة 95%: من {low} إلى {high}). وتتراوح مرتبتها بين {best} و{worst}.',
  comparison: {
    decided: 'تتقدم {ahead} على {behind} بفارق {difference}؛ وأكثر ما يرجح كفتها: {heading}.',
    tied: 'مجموع {ahead} يساوي مجموع {behind}؛ ومفتاح الفصل في هذا الاحتياج يقدم {ahead}.',
    stopped: 'استبعدت {name} بسبب: {criteria}.',
    turn: 'بوزن {to} بدلا من {from} لمعيار «{heading}» تتقدم {behind}.',
    fixed: 'لا يوجد تغيير في وزن واحد يعكس ترتيبهما.',
  },
  step: '{heading}: وحده يستبعد {alone}؛ وهنا يستبعد {removed} ويبقى {remaining}؛ ومن دونه يزيد عدد المؤهلات بمقدار {added}.',
  lack: {
    LANGUAGE: {
      lower: 'المشترط: {wanted}، ولديها {found}',
      none: 'المشترط: {wanted}، وليس لديها ذلك',
    },
    CONFLICT_OF_INTEREST: {
      territories: 'جنسيتها أو إقامتها مما يستبعده الاحتياج: {found}',
      networks: 'هي عضو في شبكة يستبعدها الاحتياج: {found}',
    },
    AVAILABILITY: 'المشترط: {needed} من {period}، وهي متفرغة {found}',
    ROLE: 'المشترط: {wanted}، وليس لها أي من هذه الأدوار',
    TRACK: 'المشترط: {wanted}، ولم تعمل فيه',
    NETWORK: 'المشترط: {wanted}، وليست عضوا في أي من هذه الشبكات',
    YEARS: 'المشترط: {wanted}، ولديها {found}',
  },
  shortfall: '{heading}: {clauses}.',
  nearly: 'معيار واحد فقط يستبعدها. {shortfall} ومن دونه تكون درجتها {score}.',
  scarcity:
    '{language}، {expertise}، {area}: عدد النساء {available} من أصل {minimum} مطلوبات؛ وعدد الاحتياجات التي تطلب ذلك: {asked}.',
  bottleneck: {
    LANGUAGE: 'عدد النساء اللواتي لا تنقصهن سوى اللغة: {count}.',
    EXPERTISE: 'عدد النساء اللواتي لا تنقصهن سوى الخبرة: {count}.',
    REGION: 'عدد النساء اللواتي لا تنقصهن سوى المنطقة: {count}.',
    none: 'لا توجد امرأة تجمع اثنين من الثلاثة؛ الأولى الاستقطاب لا التدريب.',
  },
};
