import type { CallDraft } from '#applications';
import { dayOf } from '#kernel';
import { translator } from '#messages';
import { LOCALES } from '#vocabulary';

/** A call for members in every language of the pages, without a last day. */
export function demoCall(today: Date): CallDraft {
  const inEach = (key: 'call.title' | 'call.criteria') =>
    Object.fromEntries(LOCALES.map((locale) => [locale, translator('demo', locale)(key)]));
  return {
    languages: LOCALES,
    titles: inEach('call.title'),
    criteria: inEach('call.criteria'),
    opensOn: dayOf(today),
    closesOn: null,
  };
}
