const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Nko}\p{Script=Thaana}]/u;
const LEFT_TO_RIGHT =
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Nko}\p{Script=Thaana}])\p{L}/u;
/** A day such as 2026-11-29, a telephone number, a code of numbers: among Arabic words its parts would change places. */
const HYPHENED = /\d-\d/;
const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;

/**
 * A value that is put into a text of this language. Where it has letters of the other direction of writing, or, in Arabic, numbers with hyphens, it
 * comes back between U+2068 (first strong isolate) and U+2069 (pop directional isolate), so that it does not
 * reorder the words around it (Unicode Standard Annex 9). Every other value comes back as it is.
 */
export function isolate(value: string, locale: string): string {
  const bare = value.replaceAll(ISOLATED, '');
  const isOther =
    locale === 'ar' ? LEFT_TO_RIGHT.test(bare) || HYPHENED.test(bare) : RIGHT_TO_LEFT.test(bare);
  return isOther ? `\u2068${value}\u2069` : value;
}

/** Without the marks around a value that fills a line: it reorders nothing, and a link must stay whole. */
export function withoutLoneIsolates(text: string): string {
  return text.replaceAll(/^\u2068([^\u2068\u2069\n]*)\u2069$/gm, '$1');
}
