import { problem } from '#messages';
import { foldText } from '#vocabulary';
import { ImportRefusedError } from '../import-refused-error.js';
import { isSaid, wordsOf } from './header-words.js';

/** Words of headers by which lists keep women from being shown. */
const SAFETY = wordsOf(
  'anonym* pseudonym* confidential* confidentiel* confidencial* sigil* incognito secret secrete siri faragha سري سرية السرية مجهول* مستعار* خصوصية',
);
/** A no, and within a few words what is not to be done; in six languages, folded. */
const SAFETY_PHRASES = new RegExp(
  [
    String.raw`\b(?:not|don t|never|ne|no|nao) (?:\w+ ){0,4}(?:publi|list|show|shar|named?\b|diffus|affich|montr|mostr|divulg|compart|partag)`,
    String.raw`\b(?:at risk|a risque|en riesgo|em risco|hatarini|opt(?:ed)? out)\b`,
    String.raw`\b(?:object\w*|oppose\w*) (?:to|a)\b|\bwithdr[ae]wn? consent|consent withdrawn|consentement retire|(?:consentimiento|consentimento) retirado`,
    '(?:isi|usi|si)(?:chapishwe|onyeshwe|orodheshwe)|في خطر|معرضة للخطر|عدم (?:نشر|النشر)|لا (?:تنشر|للنشر|انشر)',
  ].join('|'),
  'u',
);

/** Whether a header seems to say who must not be shown, or not by her name. */
function speaksOfSafety(header: string): boolean {
  const folded = foldText(header);
  const said = folded.split(' ');
  return SAFETY.some((word) => isSaid(word, said)) || SAFETY_PHRASES.test(folded);
}

/**
 * A column that is not understood is left out; but one of these may be the only word in a list that keeps a woman from
 * being shown.
 *
 * @throws ImportRefusedError where a header that is not understood seems to be of that kind.
 */
export function refuseUnclearSafety(header: string, place = ''): void {
  if (!speaksOfSafety(header)) return;
  const column = `${place} "${header}"`.trim();
  throw new ImportRefusedError(problem('refused.unclearSafety', { column }));
}
