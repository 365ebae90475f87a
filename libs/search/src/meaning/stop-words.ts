import { wordsOf } from '../words.js';

/** Stop words that begin a name when another word follows, which is then also written with it as one. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'al el as ad an ar at az es la le de da do dos du di mc la van von ben bin ibn abu abd um ال'.split(
    ' ',
  ),
);

/** Languages of which the stop words are known. */
export type TellingLanguage = 'am' | 'ar' | 'en' | 'es' | 'fa' | 'fr' | 'pt' | 'sw';

/**
 * Words that hold a sentence together and say nothing of what it is about, folded, by language. English, French,
 * Portuguese and Spanish are Snowball's lists, as PostgreSQL's dictionaries use them (BSD licence); for
 * Amharic, Arabic, Persian and Swahili, for which PostgreSQL brings none, the particles, pronouns and
 * prepositions.
 */
export const STOP_WORDS_BY_LANGUAGE: Readonly<Record<TellingLanguage, ReadonlySet<string>>> = {
  am: listed(
    'ነው ነች ናቸው ነበር ነበረ ነበሩ እና ወይም ወይ ግን ነገር ስለ ላይ ታች ውስጥ ጋር ጋራ ይህ ይሀ ይህን ይህች ያ ያን እነዚህ እንደ ወደ ከ በ ለ የ ስለዚህ ደግሞ ሁሉ',
    'ሁሉም እኔ አንተ አንቺ እሱ እሷ እኛ እናንተ እነሱ እስከ ድረስ በኋላ በፊት መካከል ብቻ እንጂ ምን ማን የት መቼ ለምን አለ አላት አሉ የለም አይደለም ሆነ ናት',
  ),
  ar: listed(
    'اذا التي الذي الذين اللاتي اللواتي الي اليها ان او اي ايضا بعد بعض به بها بهم بين تكون تلك',
    'ثم جدا حتي حول حيث خلال دون ذلك ضد علي عليه عليها عليهم عن عند عندما غير في فيه فيها فيهم',
    'قبل قد كان كانت كل كما كي لا لكن لكي لم لن له لها لهم لهن ليس ما مع من منذ منه منها منهم نحن',
    'هذا هذه هم هن هو هولاء هي وان وعلي وفي ولا ومن وهو وهي يجب يكون',
  ),
  en: listed(
    'about above after again against all am an and any are as at be because been before being',
    'below between both but by can did do does doing don down during each few for from further',
    'had has have having he her here hers herself him himself his how if in into is it its itself',
    'just me more most my myself no nor not now of off on once only or other our ours ourselves',
    'out over own same she should so some such than that the their theirs them themselves then',
    'there these they this those through to too under until up very was we were what when where',
    'which while who whom why will with you your yours yourself yourselves',
  ),
  es: listed(
    'al algo algunas algunos ante antes como con contra cual cuando de del desde donde durante el',
    'ella ellas ellos en entre era erais eramos eran eras eres es esa esas ese eso esos esta',
    'estaba estabais estabamos estaban estabas estad estada estadas estado estados estais estamos',
    'estan estando estar estara estaran estaras estare estareis estaremos estaria estariais',
    'estariamos estarian estarias estas este esteis estemos esten estes esto estos estoy estuve',
    'estuviera estuvierais estuvieramos estuvieran estuvieras estuvieron estuviese estuvieseis',
    'estuviesemos estuviesen estuvieses estuvimos estuviste estuvisteis estuvo fue fuera fuerais',
    'fueramos fueran fueras fueron fuese fueseis fuesemos fuesen fueses fui fuimos fuiste',
    'fuisteis ha habeis habia habiais habiamos habian habias habida habidas habido habidos',
    'habiendo habra habran habras habre habreis habremos habria habriais habriamos habrian',
    'habrias han has hasta hay haya hayais hayamos hayan hayas he hemos hube hubiera hubierais',
    'hubieramos hubieran hubieras hubieron hubiese hubieseis hubiesemos hubiesen hubieses hubimos',
    'hubiste hubisteis hubo la las le les lo los mas me mi mia mias mio mios mis mucho muchos muy',
    'nada ni no nos nosotras nosotros nuestra nuestras nuestro nuestros os otra otras otro otros',
    'para pero poco por porque que quien quienes se sea seais seamos sean seas sentid sentida',
    'sentidas sentido sentidos sera seran seras sere sereis seremos seria seriais seriamos serian',
    'serias si siente sin sintiendo sobre sois somos son soy su sus suya suyas suyo suyos tambien',
    'tanto te tendra tendran tendras tendre tendreis tendremos tendria tendriais tendriamos',
    'tendrian tendrias tened teneis tenemos tenga tengais tengamos tengan tengas tengo tenia',
    'teniais teniamos tenian tenias tenida tenidas tenido tenidos teniendo ti tiene tienen tienes',
    'todo todos tu tus tuve tuviera tuvierais tuvieramos tuvieran tuvieras tuvieron tuviese',
    'tuvieseis tuviesemos tuviesen tuvieses tuvimos tuviste tuvisteis tuvo tuya tuyas tuyo tuyos',
    'un una uno unos vosostras vosostros vuestra vuestras vuestro vuestros ya yo',
  ),
  fa: listed(
    'و در به از که این ان را با برای است هم تا بر یا شد شده می های ها ای او ما شما انها انان ایشان من تو خود بود بوده باشد',
    'باشند شود کند کنند کرد کرده هست هستند نیست هر همه چه چون اگر اما ولی نیز پس پیش بین میان روی زیر یک دیگر ایا دارد دارند',
  ),
  fr: listed(
    'ai aie aient aies ait as au aura aurai auraient aurais aurait auras aurez auriez aurions',
    'aurons auront aux avaient avais avait avec avez aviez avions avons ayant ayante ayantes',
    'ayants ayez ayons ce ces dans de des du elle en es est et etaient etais etait etant etante',
    'etantes etants ete etee etees etes etiez etions eu eue eues eumes eurent eus eusse eussent',
    'eusses eussiez eussions eut eutes eux fumes furent fus fusse fussent fusses fussiez fussions',
    'fut futes il je la le leur lui ma mais me meme mes moi mon ne nos notre nous on ont ou par',
    'pas pour qu que qui sa se sera serai seraient serais serait seras serez seriez serions',
    'serons seront ses soient sois soit sommes son sont soyez soyons suis sur ta te tes toi ton',
    'tu un une vos votre vous',
  ),
  pt: listed(
    'ao aos aquela aquelas aquele aqueles aquilo as ate com como da das de dela delas dele deles',
    'depois do dos ela elas ele eles em entre era eram eramos essa essas esse esses esta estamos',
    'estao estas estava estavam estavamos este esteja estejam estejamos estes esteve estive',
    'estivemos estiver estivera estiveram estiveramos estiverem estivermos estivesse estivessem',
    'estivessemos estou eu foi fomos for fora foram foramos forem formos fosse fossem fossemos',
    'fui ha haja hajam hajamos hao havemos hei houve houvemos houver houvera houveram houveramos',
    'houverao houverei houverem houveremos houveria houveriam houveriamos houvermos houvesse',
    'houvessem houvessemos isso isto ja lhe lhes mais mas me mesmo meu meus minha minhas muito na',
    'nao nas nem no nos nossa nossas nosso nossos num numa os ou para pela pelas pelo pelos por',
    'qual quando que quem sao se seja sejam sejamos sem sera serao serei seremos seria seriam',
    'seriamos seu seus so somos sou sua suas tambem te tem temos tenha tenham tenhamos tenho tera',
    'terao terei teremos teria teriam teriamos teu teus teve tinha tinham tinhamos tive tivemos',
    'tiver tivera tiveram tiveramos tiverem tivermos tivesse tivessem tivessemos tu tua tuas um',
    'uma voce voces vos',
  ),
  sw: listed(
    'ambacho ambao ambaye ambayo ambazo ana au baada bado bila cha chake chini dhidi hadi hao',
    'hata hawa hii hili hilo hiyo hizi huo huu ikiwa ili ina je juu kabla kama kati katika kila',
    'kutoka kuwa kwa kwamba la lake lakini lao mimi na ndani ni ninyi nje pia sana si sisi tu vya',
    'vyake wa wakati wake wale wana wao wetu wewe ya yake yao yetu yeye yule za zake zao zetu',
    'zina',
  ),
};

/** All of them: nobody says in which language a brief is. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  Object.values(STOP_WORDS_BY_LANGUAGE).flatMap((words) => [...words]),
);

/** Whether a folded word says nothing of what a text is about: a stop word, or one letter, which is left of an elision. */
export function isStopWord(word: string): boolean {
  return Array.from(word).length < 2 || STOP_WORDS.has(word);
}

function listed(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => wordsOf(line)));
}
