import type { FindingTexts } from '../finding-texts.js';

export const ar: FindingTexts = {
  sentences: {
    NETWORKS_EXCLUDED:
      'لا تُقبل إلا عضوات {networks}، وجميعهن مستبعدات بسبب تضارب المصالح: لا يمكن أن تكون أي امرأة مؤهلة.',
    NOBODY_ELIGIBLE: 'لا توجد مؤهلات، من أصل {considered} من الملفات التي نُظر فيها.',
    FEWER_THAN_WANTED: 'عدد المؤهلات ({eligible}) أقل من العدد المطلوب ({wanted}).',
    MOST_RESTRICTIVE:
      'من بين الشروط كل على حدة، التخلي عن هذا الشرط يُدخل أكبر عدد: {requirement}. عدد المؤهلات من دونه: {count}.',
    UNKNOWN_NETWORK:
      'لا تنتمي أي امرأة يمكن أن تُعرض عليك إلى شبكة باسم {network}: تحقق من كتابتها.',
    PERIOD_PAST: 'انتهت الفترة في {to}، وهو تاريخ مضى.',
    PERIOD_BEFORE_DATE: 'تبدأ الفترة في {from}، قبل {date}، وهو اليوم الذي تُقيَّم فيه المرشحات.',
    LANGUAGE_NOT_WANTED: '{language} مشترطة وليست بين اللغات المطلوبة: إتقانها أكثر لا يضيف شيئا.',
    LEVEL_ABOVE_WANTED:
      '{language} مشترطة بمستوى {required}، وهو أعلى من {wanted} الذي يعطي القيمة الكاملة: مستواها لا يحسم شيئا.',
    ROLE_NOT_WANTED: 'هذا الدور مقبول وليس بين الأدوار المطلوبة، فلا يضيف شيئا: {role}.',
    TRACK_NOT_WANTED: 'هذا المسار مقبول وليس بين المسارات المطلوبة، فلا يضيف شيئا: {track}.',
    YEARS_ABOVE_WANTED:
      'يُشترط {minimum} على الأقل، و{wanted} تعطي القيمة الكاملة: السنوات لا تحسم شيئا.',
    TERRITORIES_ASSUMED:
      'لا يذكر الطلب أين تجري العملية، فيُفترض أنها حيث تُطلب الخبرة: {areas}. اذكروا قائمة أقاليم فارغة إن لم يكن ذلك صحيحًا.',
    INSIDERS_EXCLUDED:
      'مواطنات {area} والمقيمات فيها مستبعدات بسبب تضارب المصالح، مع أن الخبرة فيها مطلوبة: كثيرا ما تكون أكثرهن معرفة بها من بينهن. عدد المستبعدات بسبب تضارب المصالح: {count}.',
    NETWORK_EXCLUDED:
      'عضوات {network} مقبولات ومستبعدات بسبب تضارب المصالح في آن واحد: هن مستبعدات.',
    PREFERRED_NETWORK_EXCLUDED: '{network} مفضلة، وعضواتها مستبعدات بسبب تضارب المصالح.',
    WEIGHT_WITHOUT_CRITERION: 'لهذا المعيار وزن وهو غير مذكور، فلا أثر للوزن: {criterion}.',
    CRITERION_WITHOUT_WEIGHT: 'هذا المعيار مذكور بوزن 0، فلا يضيف شيئا: {criterion}.',
    BRIEF_WITHOUT_MATCHES: 'لا يطابق أي ملف النص الحر: فهو لا يحسم شيئا.',
    SAME_VALUE:
      'لجميع المؤهلات ({count}) القيمة نفسها، فلا يحسم هذا المعيار شيئا بينهن: {criterion}.',
  },
  requirements: {
    STATE: 'ملف مؤكد حديثا',
    LANGUAGE: 'اللغات المشترطة',
    CONFLICT_OF_INTEREST: 'الاستبعاد بسبب تضارب المصالح',
    AVAILABILITY: 'التفرغ المشترط',
    ROLE: 'الأدوار المقبولة',
    TRACK: 'المسارات المقبولة',
    NETWORK: 'الشبكات المقبولة',
    YEARS: 'الحد الأدنى من سنوات الخبرة',
  },
};
