import { problem } from '#messages';
import { foldText } from '#vocabulary';
import { ImportRefusedError } from '../import-refused-error.js';
import type { Column } from './column.js';
import type { ColumnMap } from './column-map.js';
import { isSaid, wordsOf } from './header-words.js';

/** Words of headers by which lists keep women from being shown. */
const SAFETY = wordsOf(
  'anonym* pseudonym* confidential* confidentiel* confidentialit* confidencial* sigil* incognito secret secrete privacy privacidad* hide hidden siri usiri faragha سري سرية السرية مجهول* مستعار* خصوصية حساس* إخفاء',
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
const AT_RISK = new RegExp(
  [
    String.raw`\b(?:at risk|a risque|en riesgo|em risco|hatarini|opt(?:ed)? out)\b|في خطر|معرضة للخطر`,
    String.raw`\b(?:risk|threat|security) (?:level|status|rating|concern\w*)|\b(?:level|niveau|nivel) (?:of |de |du |d )?(?:risk|threat|risque|menace|riesgo|amenaza|risco|ameaca)|kiwango cha hatari|مستوي الخطر`,
  ].join('|'),
  'u',
);
/** "Private" alone or of her profile; a private sector, practice or address is another thing. */
const PRIVATE = new RegExp(
  [
    String.raw`^(?:keep )?(?:private|sensitive|restricted|protected|sensible|privee?|masquee?|privad[oa]|ocult[oa]|reservad[oa]|restreinte?|restringid[oa])$`,
    String.raw`\b(?:private|sensitive|restricted|protected) (?:profile|person|identity|case|member|listing|entry)|\bkeep (?:\w+ )?private\b`,
    String.raw`\b(?:profil|identite|cas|membre)s? (?:prive|sensible|restreint|protege|masque)|\bvie privee\b|\bmasquer\b`,
    String.raw`\b(?:perfil|identidad|identidade|caso|dato)s? (?:privad|sensible|sensivel|restringid|protegid|ocult|reservad)|\bocultar\b`,
  ].join('|'),
  'u',
);

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

/** "Publish?", "Visible on the website", "Include in directory": whether she is shown, not what she wrote. Six languages, folded. */
const SHOWN = new RegExp(
  [
    String.raw`^(?:publish(?:ed|able)?|public|listed)$|\b(?:to|be|can|do|may|you|we|ok) publish|\bpublish\w* (?:her|my|your|the|profile|name|bio|photo|data|details|online|on|in|yes|y|status)\b`,
    String.raw`^public (?:profile|listing|directory|page|display|view|y|yes)\b|\b(?:be|is) listed\b|\blisted (?:in|on)\b|\bvisib|\bopt(?:ed)? in\b|\bgdpr\b|\bdata protection\b`,
    String.raw`\b(?:includ\w*|inclusion|show\w*|display\w*|appear\w*|featur\w*|post\w*) (?:\w+ ){0,4}(?:directory|online|web|website|site|public\w*|internet|list|roster|database)\b`,
    String.raw`\b(?:willing|happy|glad|ready) to be (?:listed|publ|show|shar|contact|named|includ|featur|match|seen)|\bmay (?:be (?:listed|publ|show|shar|contact|named)|share|list|publish|contact)`,
    String.raw`\bshar(?:e|ed|ing) (?:\w+ ){0,3}(?:with|profile|data|details|contacts?|name|cv|information)\b|^(?:on|for) (?:the |our )?(?:web|website|site|directory)\b|\bforms? signed\b|\bsigned (?:\w+ ){0,2}form\b`,
    String.raw`\bpubli(?:er|able)\b|^publiee?s?$|\b(?:etre|soit|peut|est) publie|\bprofil publi|\baccord\b(?! de paix)|\bdiffus(?:er|able|ee?|ion)\b|\brgpd\b|\bprotection des donnees|\bformulaire (?:\w+ )?signe`,
    String.raw`\b(?:figurer?|apparaitre|apparait|inclure|incluse?|inscrite) (?:\w+ ){0,4}(?:annuaire|site|liste|repertoire|internet|ligne|web)\b|^(?:sur|dans) (?:(?:le|l|notre) )?(?:site|web|internet|annuaire|repertoire)\b`,
    String.raw`\bpublica(?:r\w*|ble|vel)\b|^publicad[oa]s?$|\b(?:ser|sea|seja|esta|perfil|nombre|nome) publica?d?[oa]\b|^public[oa]$|\bmostrar\w*|\bvisivel\b|\bdifundir|\bdifusion\b|\bdivulg|\b(?:lgpd|lopd)\b|\bproteccion de datos|\bprotecao de dados`,
    String.raw`\b(?:figura\w*|aparec\w+|incluir\w*|inclusion|inclusao|incluid[ao]) (?:\w+ ){0,4}(?:directorio|web|lista|sitio|internet|diretorio|site|portal|pagina)\b|^(?:en|na|no) (?:(?:la|el) )?(?:web|sitio|site|directorio|diretorio|pagina|portal)\b`,
    String.raw`\b(?:de )?ac(?:uerdo|ordo)\b(?! (?:de )?pa[zc])|^conforme$|\bde conformidad`,
    // Swahili changes the beginnings of its verbs.
    'kubali|ridhi[ae]|ruhus[aiu]|chapish(?!o)|orodhesh|onyeshw',
  ].join('|'),
  'u',
);

function speaksOfConsent(header: string): boolean {
  const folded = foldText(header);
  const said = folded.split(' ');
  return AGREES.some((word) => isSaid(word, said)) || MAY_WE.test(folded) || SHOWN.test(folded);
}

/** Whether a header seems to say who must not be shown, or not by her name, or where she must not work. */
function speaksOfSafety(header: string): boolean {
  const folded = foldText(header);
  const said = folded.split(' ');
  return (
    SAFETY.some((word) => isSaid(word, said)) ||
    AT_RISK.test(folded) ||
    PRIVATE.test(folded) ||
    AGAINST.test(folded) ||
    NOT_THERE.test(folded)
  );
}

/** Beginnings of words by which people agree, folded; six languages. Peace agreements are none. */
const AGREES = wordsOf(
  'consent* agree agrees agreed accept* permission* authoriz* authoris* autoris* autoriz* acept* consient* consint* concord* aceit* idhini ridhaa موافق* الموافق* اوافق توافق* نشر* النشر* للنشر* بالنشر* بنشر* إذن الإذن تسمح يسمح السماح إدراج* الإدراج ظهور الظهور',
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
