import { foldText } from '#vocabulary';

/**
 * Questions of forms, such as "What is your nationality?": a column, and the words that such a question holds in any
 * order. A star stands for any ending. Words behind `not` make it another question, as those of `OTHERWISE` do for all.
 */
const QUESTIONS: readonly (readonly [column: string, words: string, not?: string])[] = [
  [
    'full_name',
    'your full name|your name|votre nom|su nombre|tu nombre|seu nome|jina lako|اسمك',
    'network reseau red rede mtandao شبكة contact contacto contato no publi* show* display* affich* mostr*',
  ],
  [
    'given_name',
    'your first name|your given name|votre prenom|su nombre de pila|seu primeiro nome',
  ],
  [
    'family_name',
    'your last name|your surname|your family name|votre nom de famille|sus apellidos',
  ],
  ['nationality', 'nationalit*|citizenship|nacionalidad*|uraia|utaifa|جنسيتك|الجنسية'],
  [
    'residence',
    'country live|country reside|country based|country residence|where live|pays vivez|pays residez|pays habitez|pays residence|pais vive*|pais reside*|pais residencia|pais mora|nchi unaishi|nchi unayoishi|بلد تقيمين|بلد تعيشين|بلد إقامتك|بلد الإقامة|دولة تقيمين|دولة تعيشين',
    'no',
  ],
  [
    'languages',
    'languages speak|languages spoken|languages work|langues parlez|langues maitrisez|langues travail*|idiomas habla*|lenguas habla*|idiomas fala*|linguas fala*|lugha unazungumza|lugha unazozungumza|لغات تتحدثين|اللغات تتحدثين|لغات تتكلمين|اللغات تتكلمين',
    'rate level niveau nivel kiwango مستوى no',
  ],
  [
    'languages',
    'what languages speak level|which languages speak level|quelles langues parlez niveau|que idiomas habla* nivel|que lenguas habla* nivel|que idiomas fala* nivel|que linguas fala* nivel|lugha gani unazungumza kiwango|اللغات تتحدثين مستوى',
    'rate no',
  ],
  [
    'territories',
    'countries worked|countries work|countries experience|countries expertise|countries know|pays travaille|pays intervenue|pays experience|paises trabajado|paises experiencia|paises trabalhou|nchi umefanya|nchi ulizofanya|بلدان عملت|البلدان عملت|دول عملت|الدول عملت',
    'no',
  ],
  [
    'expertise',
    'areas expertise|fields expertise|topics expertise|areas specialisation|areas specialization|domaines expertise|domaines competence*|areas experiencia|areas especializ*|areas especialid*|maeneo utaalamu|مجالات خبرتك|مجالات الخبرة|مجالات تخصصك',
  ],
  [
    'years',
    'how many years experience|years experience|combien annees experience|annees experience|cuantos anos experiencia|anos experiencia|quantos anos experiencia|miaka mingapi uzoefu|miaka uzoefu|كم سنة خبرة|سنوات خبرتك|سنوات الخبرة',
  ],
  [
    'consent:LISTED',
    'agree published directory|agree listed directory|agree profile published|consent profile published|consent listed|acceptez profil publi*|accepte profil publi*|acceptez annuaire|accepte annuaire|autorise* profil|autorisez annuaire|autorise annuaire|autorise publication profil|accepte publication profil|authorise profile published|authorize profile published|agree have profile published|agree publication profile|consent publication profile|accept profile published|consens publication profil|accord publication profil|acepta perfil publique|acepta perfil publicado|acepta directorio|acepto perfil publi*|acepto publicacion perfil|acepto directorio|autoriz* publi* perfil|autoriz* perfil publi*|autoriz* perfil directorio|consiento perfil publi*|concordo perfil publicado|aceito perfil publi*|aceito publicacao perfil|autorizo diretorio|autorizo perfil diretorio|concorda perfil publicado|aceita perfil publicado|unakubali wasifu uchapishwe|ninakubali wasifu wangu|nakubali wasifu wangu|nakubali orodha|توافقين نشر ملفك|اوافق نشر ملفي|الموافقة نشر الملف',
    'no matched contacted statistics abroad photo* foto* image* imagen imagem picha صوره صورتي',
  ],
  [
    'email',
    'your email|your e mail|votre courriel|votre adresse electronique|votre email|su correo|tu correo|seu email|seu e mail|barua pepe yako|بريدك الإلكتروني',
  ],
  [
    'telephone',
    'your telephone*|your phone*|your mobile*|votre telephone|votre numero telephone|su telefono|seu telefone|namba yako simu|رقم هاتفك',
  ],
  [
    'biography',
    'tell us about yourself|short biography|short bio|courte biographie|biographie en quelques|breve biografia|wasifu mfupi|نبذة عنك',
  ],
];

/**
 * Words that make any question another one: about somebody or something other than the woman, about what she wishes or
 * must not do, or under a condition. Such a column is left out and named, and never understood as what she has or agrees to.
 */
const OTHERWISE: readonly string[] = [
  // Others than herself.
  'organi* institution* company employer* university school association assoc* village supervisor* manager* referee* reference* father mother husband wife spouse partner parent parents child children daughter brother sister sibling* relative* kin emergency colleague* assistant*',
  'organisme entreprise employeur* universite ecole village superieur* pere mere mari epoux conjoint* partenaire* parents enfant* fils fille frere soeur urgence collegue* assistante',
  'empresa empleador* universidad escuela pueblo supervisor* padre madre marido esposo conyuge pareja padres hijo* hija* hermano hermana emergencia colega* asistente',
  'empregador* universidade escola aldeia pai mae marido esposo conjuge parceiro filho* filha* irmao irma',
  'shirika chuo shule kijiji baba mama mume mwenzi mtoto watoto kaka dada dharura',
  'منظمت* منظمة المنظمة شركة جامعة مدرسة والد* الاب الام زوج* ابن* ابنت* اخ اخت* الطوارئ طوارئ',
  // Not.
  'not dont don t cannot can t never none without avoid* unsafe danger* risk* exclud* refuse* object oppose* withdraw* unable',
  'ne n pas jamais aucun* eviter dangereu* risque* exclu* refuse* oppose* retire*',
  'nunca sin evitar peligro* riesgo* exclui* rechaz* opone* retir*',
  'nao jamais sem perigo* risco* recus* opoe*',
  'si hapana kamwe bila hatari epuka kataa* hukubali',
  'لا لم لن عدم دون غير خطر* تجنب ترفضين تعترضين',
  // Wishes.
  'would want wish like hope plan prefer* interest* learn desired referred recommended nominated',
  'aimeri* voudri* souhait* desire* prefere* esper* apprendre',
  'gustaria quisiera querria desea* prefiere* espera* aprender',
  'gostaria quer queria deseja* prefere* aprender',
  'ungependa unapenda unataka kujifunza',
  'ترغبين تودين تريدين تفضلين تعلم',
  // Conditions.
  'only unless if except confidential* anonym* pseudonym* code alias hidden internal* user username maiden',
  'confidentiel* seulement uniquement sauf condition* utilisateur jeune guerre interne*',
  'confidencial* solo solamente unicamente salvo excepto clave usuario guerra interno*',
  'apenas somente exceto caso utilizador',
  'pekee isipokuwa siri',
  'فقط الا بدون بشرط مستعار',
];

interface Rule {
  readonly column: string;
  readonly words: readonly string[];
  readonly not: readonly string[];
}

/** Words folded; a star at the end of one stands for any ending. */
export const wordsOf = (text: string): string[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => (word.endsWith('*') ? `${foldText(word)}*` : foldText(word)));

const RULES: readonly Rule[] = QUESTIONS.flatMap(([column, alternatives, not = '']) =>
  alternatives.split('|').map((words) => ({ column, words: wordsOf(words), not: wordsOf(not) })),
);
const NOT_SO = wordsOf(OTHERWISE.join(' '));
/** A question has this many words at least, or a question mark. */
const FEWEST_WORDS = 4;

/** Whether a header speaks of others than the woman, of what she wishes, of a condition, or says no. */
export function saysOtherwise(header: string): boolean {
  const said = foldText(header).split(' ');
  return NOT_SO.some((word) => isSaid(word, said));
}

/** "1 = low": the figures in the column mean something else than themselves. */
const LEGEND = /\p{Nd}\s*=/u;

/** "Languages you speak" is a question in three words: it speaks to her. */
const TO_HER = /\b(?:you|vous|usted|voce)\b/u;

export function isQuestion(header: string): boolean {
  const folded = foldText(header);
  return folded.split(' ').length >= FEWEST_WORDS || TO_HER.test(folded) || /[?؟]/u.test(header);
}

/**
 * The column that a question asks for; null where two are meant, and for a text that is no question.
 *
 * @param asks whether it is one, where more is known of it than its words
 */
export function columnAsked(header: string, asks = isQuestion(header)): string | null {
  const said = foldText(header).split(' ');
  if (!asks || saysOtherwise(header) || LEGEND.test(header)) return null;
  const found = RULES.filter(
    ({ words, not }) =>
      words.every((word) => isSaid(word, said)) && !not.some((word) => isSaid(word, said)),
  );
  const most = Math.max(...found.map(({ words }) => words.length));
  const columns = new Set(
    found.filter(({ words }) => words.length === most).map(({ column }) => column),
  );
  const [only] = columns;
  return columns.size === 1 && only !== undefined ? only : null;
}

export function isSaid(word: string, said: readonly string[]): boolean {
  return word.endsWith('*')
    ? said.some((one) => one.startsWith(word.slice(0, -1)))
    : said.includes(word);
}

/** Numbers of questions, stars of required ones, and marks at the end. */
const AROUND =
  /^\s*(?:(?:q\s*)?\d{1,3}(?:\.\d{1,2})*\s*[.):-]\s+|[a-z]{1,3}\d{1,3}(?:q\d{1,3})?(?:\[\w+\])?\.\s+)?(.*?)[\s*:?؟.]*$/isu;
const BRACKETS = /\s*[([（]([^()[\]]*)[)\]）]\s*$/u;
/** "Area(s)", "Prénom(s)". */
const PLURAL = /(\p{L})\((e?s|x)\)/giu;
/** What stands in brackets and changes nothing of what a column means. */
const HARMLESS =
  /^(?:s|es|e|optional|required|mandatory|obligatoire|facultatif|opcional|obligatorio|obrigatorio|lazima|si lazima|اختياري|مطلوب|إلزامي|(?:e\.?g\.?|for example|ex|par ex|p\. ?ex|por ej|mfano|مثال)\b.*|(?:tick|select|choose|check|cochez|choisir|seleccione|marque|selecione|chagua|اختاري).*|all that apply|(?:several|multiple) (?:choices?|answers?)(?: possible)?|(?:plusieurs|choix) (?:choix|réponses?|multiples?)(?: possibles?)?|(?:varias|múltiples) (?:opciones|respuestas)(?: posibles)?|selección múltiple|opción múltiple|(?:várias|múltiplas) (?:opções|respostas|escolhas)(?: possíveis)?|escolha múltipla|majibu mengi|(?:اختيار متعدد|يمكن اختيار أكثر من.*)|(?:and|with|et|con|y|com|e|na)? ?(?:the )?(?:levels?|niveaux?|nivel(?:es)?|n[ií]vel|níveis|viwango|kiwango|المستوى|مستوى)\b.*|(?:yes|y|oui|o|s[ií]|s|sim|ndiyo|نعم) ?(?:[/|,-]|or|ou|o|au|أو)? ?(?:no?|non|n[aã]o|hapana|لا)|if (?:any|applicable|available|known)|le cas [eé]ch[eé]ant|si (?:applicable|aplica|tiene)|se (?:aplic[aá]vel|tiver)|kama (?:ipo|yapo|unayo)|إن (?:وجد|وجدت)|whatsapp|current(?:ly)?|actuel(?:le)?|actual|atual|ya sasa|حاليا|الحالي|(?:max(?:imum|\.)?|up to|jusqu’à|hasta|até)? ?\d+ ?(?:words|mots|palabras|palavras|maneno|كلمة)?(?: ?max(?:imum|\.)?)?|days|jours|d[ií]as|siku|أيام|mobile|m[oó]vil|portable|cell|celular|years?|ann[eé]es?|ans|años|anos|miaka|سنوات|several|plusieurs|varios|vários|(?:separated|s[eé]par[eé]e?s|separad[oa]s).*|as (?:it|in|on|per|shown|written)\b.*|(?:comme|tel(?:le)? qu).*|como (?:aparece|figura|consta|est[aá])\b.*|kama (?:ilivyo|inavyo|kwenye)\b.*|كما .*|dd.mm.yyyy|yyyy.mm.dd|jj.mm.aaaa|dd.mm.aaaa|iso.*|\d+ ?- ?\d+|en \w+ entières?|in (?:full )?years)$/iu;

/** The header without what forms and careful authors add to it; the same text where nothing is added. */
export function plainHeader(header: string): string {
  let text = AROUND.exec(header.replaceAll(PLURAL, '$1$2'))?.[1] ?? header;
  for (let found = BRACKETS.exec(text); found; found = BRACKETS.exec(text)) {
    if (!HARMLESS.test((found[1] ?? '').trim())) break;
    text = text.slice(0, found.index);
  }
  return AROUND.exec(text)?.[1] ?? text;
}
