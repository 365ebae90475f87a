import { foldText } from '#vocabulary';

/**
 * Questions of forms, such as "What is your nationality?": a column, and the words that such a question holds in any
 * order. A star stands for any ending. Words behind `not` make it another question.
 */
const QUESTIONS: readonly (readonly [column: string, words: string, not?: string])[] = [
  [
    'full_name',
    'your full name|your name|votre nom|su nombre|tu nombre|seu nome|jina lako|اسمك',
    'organi* network reseau red rede mtandao شبكة emergency urgence emergencia dharura contact contacto contato father mother husband pere mere padre madre pai mae',
  ],
  [
    'given_name',
    'your first name|your given name|votre prenom|su nombre de pila|seu primeiro nome',
  ],
  [
    'family_name',
    'your last name|your surname|your family name|votre nom de famille|sus apellidos',
  ],
  [
    'nationality',
    'nationalit*|citizenship|nacionalidad*|uraia|utaifa|جنسيتك|الجنسية',
    'father mother husband parents',
  ],
  [
    'residence',
    'country live|country reside|country based|country residence|where live|pays vivez|pays residez|pays habitez|pays residence|pais vive*|pais reside*|pais residencia|pais mora|nchi unaishi|nchi unayoishi|بلد تقيمين|بلد تعيشين|بلد إقامتك|بلد الإقامة|دولة تقيمين|دولة تعيشين',
  ],
  [
    'languages',
    'languages speak|languages spoken|languages work|langues parlez|langues maitrisez|langues travail*|idiomas habla*|lenguas habla*|idiomas fala*|linguas fala*|lugha unazungumza|lugha unazozungumza|لغات تتحدثين|اللغات تتحدثين|لغات تتكلمين|اللغات تتكلمين',
    'rate level niveau nivel kiwango مستوى',
  ],
  [
    'territories',
    'countries worked|countries work|countries experience|countries expertise|countries know|pays travaille|pays intervenue|pays experience|paises trabajado|paises experiencia|paises trabalhou|nchi umefanya|nchi ulizofanya|بلدان عملت|البلدان عملت|دول عملت|الدول عملت',
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
    'agree published directory|agree listed directory|agree profile published|consent profile published|consent listed|acceptez profil publie|acceptez annuaire|acepta perfil publique|acepta perfil publicado|acepta directorio|concorda perfil publicado|aceita perfil publicado|unakubali wasifu uchapishwe|توافقين نشر ملفك',
    'not ne pas no nao matched contacted statistics abroad',
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

interface Rule {
  readonly column: string;
  readonly words: readonly string[];
  readonly not: readonly string[];
}

const wordsOf = (text: string): string[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => (word.endsWith('*') ? `${foldText(word)}*` : foldText(word)));

const RULES: readonly Rule[] = QUESTIONS.flatMap(([column, alternatives, not = '']) =>
  alternatives.split('|').map((words) => ({ column, words: wordsOf(words), not: wordsOf(not) })),
);
/** A question has this many words at least, or a question mark. */
const FEWEST_WORDS = 4;

/** The column that a question asks for; null for a text that is no question, and where two are meant. */
export function columnAsked(header: string): string | null {
  const said = foldText(header).split(' ');
  if (said.length < FEWEST_WORDS && !/[?؟]/u.test(header)) return null;
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

function isSaid(word: string, said: readonly string[]): boolean {
  return word.endsWith('*')
    ? said.some((one) => one.startsWith(word.slice(0, -1)))
    : said.includes(word);
}

/** Numbers of questions, stars of required ones, and marks at the end. */
const AROUND = /^\s*(?:(?:q\s*)?\d{1,3}(?:\.\d{1,2})*\s*[.):-]\s+)?(.*?)[\s*:?؟.]*$/isu;
const BRACKETS = /\s*[([（]([^()[\]]*)[)\]）]\s*$/u;
/** What stands in brackets and changes nothing of what a column means. */
const HARMLESS =
  /^(?:s|es|e|optional|required|mandatory|obligatoire|facultatif|opcional|obligatorio|obrigatorio|lazima|si lazima|اختياري|مطلوب|إلزامي|(?:e\.?g\.?|for example|ex|par ex|p\. ?ex|por ej|mfano|مثال)\b.*|(?:tick|select|choose|check|cochez|choisir|seleccione|marque|selecione|chagua|اختاري).*|all that apply|(?:and|with|et|con|y|com|e|na)? ?(?:the )?(?:levels?|niveaux?|nivel(?:es)?|n[ií]vel|níveis|viwango|kiwango|المستوى|مستوى)\b.*|mobile|m[oó]vil|portable|cell|celular|years?|ann[eé]es?|ans|años|anos|miaka|سنوات|several|plusieurs|varios|vários|(?:separated|s[eé]par[eé]e?s|separad[oa]s).*|as it should.*|dd.mm.yyyy|yyyy.mm.dd|jj.mm.aaaa|dd.mm.aaaa|iso.*|\d+ ?[=-].*|en \w+ entières?|in (?:full )?years)$/iu;

/** The header without what forms and careful authors add to it; the same text where nothing is added. */
export function plainHeader(header: string): string {
  let text = AROUND.exec(header)?.[1] ?? header;
  for (let found = BRACKETS.exec(text); found; found = BRACKETS.exec(text)) {
    if (!HARMLESS.test((found[1] ?? '').trim())) break;
    text = text.slice(0, found.index);
  }
  return AROUND.exec(text)?.[1] ?? text;
}
