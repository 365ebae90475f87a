import { problem } from '#messages';
import { foldText } from '#vocabulary';
import { ImportRefusedError } from '../import-refused-error.js';
import type { Column } from './column.js';
import type { ColumnMap } from './column-map.js';
import { isSaid, wordsOf } from './header-words.js';

/** Words of headers by which lists keep women from being shown. */
const SAFETY = wordsOf(
  'anonym* pseudonym* confidential* confidentiel* confidencial* sigil* incognito secret secrete siri faragha سري سرية السرية مجهول* مستعار* خصوصية',
);
/** A no, and within a few words what is not to be done; in six languages, folded. */
const AGAINST = new RegExp(
  [
    String.raw`\b(?:not|don t|never|ne|no|nao) (?:\w+ ){0,4}(?:publi|list|show|shar|named?\b|diffus|affich|montr|mostr|divulg|compart|partag)`,
    String.raw`\b(?:object\w*|oppose\w*) (?:to|a)\b|\bwithdr[ae]wn? consent|consent withdrawn|consentement retire|(?:consentimiento|consentimento) retirado`,
    '(?:isi|usi|si)(?:chapishwe|onyeshwe|orodheshwe)|عدم (?:نشر|النشر)|لا (?:تنشر|للنشر|انشر)',
    String.raw`\b(?:no|without) consent|\bconsent (?:is |was |has been )?(?:not|refus|deni|withh|revok)|(?:refus|retrait)\w* (?:du |de )?consentement|consentement refuse`,
    String.raw`\bsin consentimiento|consentimiento (?:rechaz|deneg|revoc)|\bsem consentimento|consentimento (?:recus|neg|revog)|idhini (?:imekata|haijatol)|(?:بدون|عدم|سحب|رفض) (?:ال)?موافقة`,
  ].join('|'),
  'u',
);
const AT_RISK =
  /\b(?:at risk|a risque|en riesgo|em risco|hatarini|opt(?:ed)? out)\b|في خطر|معرضة للخطر/u;

/** A country that she must not be sent to: "Countries to avoid because of her safety", "Pays où elle ne peut pas aller". */
const NOT_THERE = new RegExp(
  [
    String.raw`\b(?:countr\w+|where)\b.*\b(?:avoid\w*|unsafe|danger\w*|cannot|can not|can t|must not|should not|no go|not safe|restrict\w*|forbidden)`,
    String.raw`\b(?:avoid\w*|unsafe|dangerous|forbidden|no go)\b.*\bcountr`,
    String.raw`\bpays\b.*\b(?:eviter|interdit\w*|dangereux|ne (?:peut|peux|pouvez|doit|dois|devez))`,
    String.raw`\bpaises\b.*\b(?:evitar|prohibid\w*|proibid\w*|peligros\w*|perigos\w*|(?:no|nao) (?:puede|debe|pode|deve))`,
    String.raw`\bnchi\b.*\b(?:kuepuka|hatari|haziruhusiwi|asi\w+|hawezi)`,
    '(?:بلدان|البلدان|دول|الدول).*(?:تجنب|خطر|ممنوع|لا يمكن|لا تستطيع)',
  ].join('|'),
  'u',
);

/** "May we list you?": a question whether the network may do something, but not how or when. Six languages, folded. */
const MAY_WE = new RegExp(
  [
    String.raw`(?<!\b(?:how|where|when) )\b(?:may|can|could) we\b|\bok(?:ay)? (?:to|if|for)\b`,
    String.raw`(?<!\b(?:comment|ou|quand) )\b(?:pouvons|pourrions) nous\b|\b(?:peut|pourrait) on\b`,
    String.raw`(?<!\b(?:como|donde|cuando|onde|quando) )\b(?:podemos|podriamos|poderiamos)\b`,
    String.raw`\btunaweza\b|هل (?:يمكننا|نستطيع|يجوز لنا|تسمحين)`,
  ].join('|'),
  'u',
);

function speaksOfConsent(header: string): boolean {
  const folded = foldText(header);
  const said = folded.split(' ');
  return AGREES.some((word) => isSaid(word, said)) || MAY_WE.test(folded);
}

/** Whether a header seems to say who must not be shown, or not by her name, or where she must not work. */
function speaksOfSafety(header: string): boolean {
  const folded = foldText(header);
  const said = folded.split(' ');
  return (
    SAFETY.some((word) => isSaid(word, said)) ||
    AT_RISK.test(folded) ||
    AGAINST.test(folded) ||
    NOT_THERE.test(folded)
  );
}

/** Beginnings of words by which people agree, folded; six languages. */
const AGREES = wordsOf(
  'consent* agree* accept* permission* authoriz* authoris* autoris* autoriz* acept* consient* consint* concord* aceit* idhini ridhaa kubali* nakubali ninakubali موافق* الموافق* اوافق توافق*',
);

/**
 * A column that is not understood is left out; but one of these may be the only word in a list that keeps a woman from
 * being shown.
 *
 * So may one that asks for consent, where a consent is given for all rows.
 *
 * @throws ImportRefusedError where a header that is not understood seems to be of that kind.
 */
export function refuseUnclearSafety(header: string, columns: ColumnMap, place = ''): void {
  const isGiven = columns.defaults.some(({ field }) => field === 'consent');
  const column = `${place} "${header}"`.trim();
  if (speaksOfSafety(header)) {
    throw new ImportRefusedError(problem('refused.unclearSafety', { column }));
  }
  if (isGiven && speaksOfConsent(header)) {
    throw new ImportRefusedError(problem('refused.unclearConsent', { column }));
  }
}

/**
 * A yes under "I do not want to be listed" is no consent, whatever the mapping file says of the column.
 *
 * @throws ImportRefusedError where the header of a column of consent says no.
 */
export function refuseNegatedConsent({ field }: Column, header: string, place = ''): void {
  if (field !== 'consent' || !AGAINST.test(foldText(header))) return;
  const column = `${place} "${header}"`.trim();
  throw new ImportRefusedError(problem('refused.negatedConsent', { column }));
}
