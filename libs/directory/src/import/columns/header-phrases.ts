import { foldText } from '#vocabulary';
import type { ImportField } from './fields.js';
import { isSaid, wordsOf } from './header-words.js';

/** Words that change nothing of what a header is about, in six languages, folded. */
const SMALL =
  'the a an of for in and or to with her your their le la les l de du des d et ou en pour dans par vos ses son sa el los las del y o e con para su sus os as do da dos das em com ou seu seus sua suas ya za wa na kwa katika yake في من و او مع';

/** Words that say how much of it: all of it is read. */
const HOW_MUCH =
  'main major key primary principal core other further additional all list type principal* principaux principale* autre* cle outre* otro* otra* clave principais chave kuu nyingine الرئيسية الرئيسي اخرى الاخرى';

interface Phrase {
  readonly field: ImportField;
  /** One of these stands in the header. */
  readonly about: readonly string[];
  /** All other words are of these. */
  readonly beside: readonly string[];
}

const phrase = (field: ImportField, about: string, beside: string): Phrase => ({
  field,
  about: wordsOf(about),
  beside: wordsOf(`${beside} ${SMALL} ${HOW_MUCH}`),
});

/**
 * What a header is about whose words are put together in many ways, such as "Main thematic areas of expertise": it holds one
 * word of a phrase, and no word that is not of it. A star stands for any ending.
 */
const PHRASES: readonly Phrase[] = [
  phrase(
    'expertise',
    'expertise expertises specialisation* specialization* specialism* speciality specialities specialty specialties specialite* especializacion* especialidad* especializacao especializacoes especialidade* thematic thematique* tematica* utaalamu utaalam umahiri التخصص تخصص التخصصات اختصاص الاختصاص الاختصاصات',
    'area* field* domain* domaine* sector* secteur* sectores setor setores topic* theme* tema temas tematico* champ* campo* campos axe* eje* eixo* subject* mediation mediacion mediacao peacebuilding peace paix paz competence* competencia* intervention intervencion specific specifique* technical technique* tecnica* professional professionnel* profesional* profissional* maeneo eneo mada upatanishi amani kitaalamu مجال مجالات المجال المجالات الموضوعية الموضوعات موضوعات مواضيع الوساطة',
  ),
  phrase(
    'languages',
    'language languages langue langues idioma idiomas lengua lenguas lingua linguas lugha لغة لغات اللغة اللغات',
    'spoken speak speaks speaking written write read known know work working fluent* mastered used parlee* ecrite* lue* lu ecrit parle maitrisee* pratiquee* connue* travail hablado* hablada* habla hablas escrito* escrita* que domina dominado* manejo maneja trabajo falado* falada* fala conhecido* conhecida* dominio trabalho anazozungumza zinazozungumzwa unazozungumza anazojua kuzungumza kazi المتحدثة تتحدثها تتقنها التي تجيدها العمل المنطوقة المتقنة المتحدث بها level levels niveau niveaux nivel niveles niveis kiwango viwango المستوى مستوى والمستوى ومستواها مستواها indicate indicating indiquez',
  ),
  phrase(
    'years',
    'years yrs year annee* ans anos miaka سنوات السنوات سنة',
    'experience exp experiencia no n nb nbre nombre number numero total num mediation mediacion mediacao peacebuilding peace field work practical uzoefu idadi upatanishi usuluhishi الخبرة خبرة عدد مجال الوساطة بناء السلام',
  ),
  phrase(
    'biography',
    'bio biography biographie* biografia* semblanza wasifu السيرة نبذة',
    'short brief professional summary succinct* courte* breve* corta* resumida resumen profesional profissional professionnelle* mfupi الذاتية مختصرة تعريفية مهنية',
  ),
  phrase(
    'member_since',
    'joining joined join adhesion adesao ingreso afiliacion filiacao affiliation entree kujiunga الانضمام الانتساب',
    'date fecha data tarehe تاريخ network reseau red rede mtandao للشبكة الشبكة إلى a au',
  ),
  phrase(
    'email',
    'email emails mail mails courriel* correo correos imeli البريد بريد الايميل ايميل pepe messagerie',
    'e address addresses adresse* electronic electronique* electronico* eletronico* personal personnel* direccion* endereco* anwani barua الالكتروني الإلكتروني عنوان الشخصي contact contacto contato',
  ),
  phrase(
    'telephone',
    'phone phones telephone* tel mobile mobiles cell cellphone gsm whatsapp telefono* celular* movil moviles telefone* telemovel* telemoveis simu هاتف الهاتف جوال الجوال موبايل الموبايل واتساب الواتساب portable portables',
    'no n num number numbers numero* contact contacts contacto* contato* telefonico* telefonique* personal personnel* رقم أرقام nambari namba mkononi',
  ),
];

/** Words for a level and for "and its": a column of both is one of languages, and a column of the level alone is none. */
const LEVEL = /\b(?:level|niveau|nivel|niveis|kiwango|viwango)|مستو/u;
const AND_ITS = /\b(?:and|et|y|e|na|with|avec|con|com|indicat\w*|indiquez)\b|\bوالمستو|\bومستو|مع/u;
/** "Years" alone, or beside a word for a number, may count anything. */
const OF_EXPERIENCE = /\b(?:exp|experience|experiencia|uzoefu)\b|خبره/u;
/** One language of many is perhaps that in which letters to her are written. */
const LANGUAGE_ALONE = /\b(?:prefer|correspond|contact|interface|report)/u;

/** The field that a header is about by its words; null where they are of no phrase, or of several. */
export function fieldOfPhrase(header: string): ImportField | null {
  const said = foldText(header);
  const words = said.split(' ').filter((word) => word !== '');
  if (words.length === 0 || LANGUAGE_ALONE.test(said)) return null;
  const found = PHRASES.filter(
    ({ field, about, beside }) =>
      about.some((one) => isSaid(one, words)) &&
      words.every((word) => [...about, ...beside].some((one) => isSaid(one, [word]))) &&
      (field !== 'years' || OF_EXPERIENCE.test(said)) &&
      (field !== 'languages' || !LEVEL.test(said) || AND_ITS.test(said)),
  );
  const [only] = found;
  return only && found.length === 1 ? only.field : null;
}
