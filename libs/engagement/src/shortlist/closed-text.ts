import type { Locale } from '#vocabulary';

/** What is said of a woman on a shortlist who is no longer listed, whatever the reason. */
export const NO_LONGER_LISTED: Readonly<Record<Locale, string>> = {
  ar: 'لم تعد مدرجة في الدليل.',
  en: 'No longer listed.',
  es: 'Ya no figura en el directorio.',
  fr: 'Ne figure plus dans le répertoire.',
  pt: 'Já não consta do diretório.',
  sw: 'Hayumo tena kwenye saraka.',
};
