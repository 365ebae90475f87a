import data from './data/demonyms.json' with { type: 'json' };
import type { Locale, TerritoryCode } from './kinds.js';

type Row = [code: string, english: string[], french: string[]];

/**
 * What world-countries lacks of English and French, and Spanish, Portuguese, Arabic and Swahili in the
 * masculine singular: a reviewed table of Baraza. `code en+fr|es|pt|ar|sw`, commas between alternatives. A
 * name given to two countries is refused with both as suggestions.
 */
const TABLE = `
AD |andorrano|andorrano|أندوري|Mwandora
AE Emirian,Émiratie,Émirati|emiratí|emiradense,emirático|إماراتي|Mwemirati
AF |afgano|afegão,afegane|أفغاني|Mwafghani,Mwafghanistani
AG |antiguano|antiguano|أنتيغوي|Mwantigua
AI |anguilano|anguilano|أنغويلي|Mwanguilla
AL |albanés|albanês|ألباني|Mwalbania
AM |armenio|arménio,armênio|أرميني,أرمني|Mwarmenia
AO |angoleño,angolano|angolano|أنغولي|Mwangola
AR Argentinian,Argentinean|argentino|argentino|أرجنتيني|Mwargentina
AS |samoano americano|samoano americano|ساموي أمريكي|Msamoa wa Marekani
AT |austríaco,austriaco|austríaco|نمساوي|Mwaustria
AU |australiano|australiano|أسترالي|Mwaustralia
AW |arubeño|arubano|أروبي|Mwaruba
AX |alandés|alandês|آلاندي|Mwaland
AZ Azeri,Azérie|azerbaiyano,azerí|azerbaijano,azeri|أذربيجاني,أذري|Mwazabajani
BA Bosniaque|bosnio|bósnio|بوسني|Mbosnia
BB |barbadense|barbadiano|بربادوسي|Mbarbados,Mbabadosi
BD Bangladeshie|bangladesí|bangladeshiano,bangladechiano|بنغلاديشي,بنغالي|Mbangladeshi
BE |belga|belga|بلجيكي|Mbelgiji
BF Burkinabè,Burkinabés|burkinés,burkinabés|burquinês,burquinabê,burquinense|بوركيني,بوركينابي|Mburkinabe,Mburkina,Mbukinabe
BG |búlgaro|búlgaro|بلغاري|Mbulgaria
BH |bareiní,bahreiní|baremita,bareinita|بحريني|Mbahareni
BI |burundés|burundês,burundiano|بوروندي|Mrundi,Mburundi
BJ |beninés|beninense,beninês|بنيني|Mbenin
BM |bermudeño|bermudense|برمودي|Mbermuda
BN |bruneano|bruneano|بروني,بروناوي|Mbrunei
BO |boliviano|boliviano|بوليفي|Mbolivia
BQ Bonairean,Saban,Statian||||
BR |brasileño|brasileiro|برازيلي|Mbrazili
BS |bahameño|bahamense|باهامي|Mbahama
BT |butanés|butanês|بوتاني|Mbhutan
BW Botswanan,Batswana|botsuano,botsuanés|botsuano,botsuanense,botswanês|بوتسواني|Mbotswana
BY Belarusian,Belarussian,Bélarussienne,Bélarussien|bielorruso|bielorrusso|بيلاروسي|Mbelarusi
BZ |beliceño|belizenho|بليزي|Mbelize
CA |canadiense|canadiano,canadense|كندي|Mkanada
CD |congoleño,congolés|congolês|كونغولي|Mkongo,Mkongomani
CF |centroafricano|centro-africano|أفريقي أوسطي,أفريقيا الوسطى|Mwafrika ya Kati
CG |congoleño,congolés|congolês|كونغولي|Mkongo,Mkongomani
CH Suissesse|suizo|suíço|سويسري|Mswisi
CI Ivoirian|marfileño|marfinense,costa-marfinense|إيفواري,عاجي|Mkodivaa,Mwivory,Mwaivori
CK |cookiano|cookiano||
CL |chileno|chileno|تشيلي,شيلي|Mchile
CM |camerunés|camaronês|كاميروني|Mkameruni
CN |chino|chinês|صيني|Mchina
CO |colombiano|colombiano|كولومبي|Mkolombia
CR Costaricienne,Costaricien|costarricense|costa-riquenho,costarriquenho|كوستاريكي|Mkostarika
CU |cubano|cubano|كوبي|Mkuba
CV Cape Verdean,Cabo Verdean,Capverdienne,Capverdien|caboverdiano|cabo-verdiano|رأس أخضري|Mkepuvede
CW |curazoleño|curaçauense|كوراساوي|Mkurasao
CY |chipriota|cipriota|قبرصي|Mkupro,Msaiprasi
CZ |checo|checo|تشيكي|Mcheki
DE |alemán|alemão|ألماني|Mjerumani
DJ Djiboutian|yibutiano|djibutiano,jibutiano|جيبوتي|Mjibuti
DK |danés|dinamarquês|دنماركي,دانماركي|Mdenmaki
DM |dominiqués|dominiquense|دومينيكي|Mdominika
DO |dominicano|dominicano|دومينيكاني|Mdominika
DZ |argelino|argelino|جزائري|Mwaljeria,Mualjeria
EC Ecuadorian|ecuatoriano|equatoriano|إكوادوري|Mekwado
EE |estonio|estónio,estoniano|إستوني|Mestonia
EG |egipcio|egípcio|مصري|Mmisri
EH Saharawi,Sahraouie,Sahraoui|saharaui,sahraui|saarauí,sarauí|صحراوي|Msahrawi
ER |eritreo|eritreu|إريتري|Mwaritrea,Mweritrea
ES |español|espanhol|إسباني|Mhispania
ET |etíope|etíope|إثيوبي,أثيوبي|Mhabeshi,Mwethiopia
FI |finlandés,finés|finlandês|فنلندي|Mfini,Mfinlandi
FJ |fiyiano|fijiano|فيجي|Mfiji
FK |malvinense|malvinense||Mfalkland
FM |micronesio|micronésio|ميكرونيزي|Mmikronesia
FO |feroés|feroês,faroês|فاروي|Mfaroe
FR |francés|francês|فرنسي|Mfaransa
GA |gabonés|gabonês|غابوني|Mgaboni
GB |británico|britânico|بريطاني|Mwingereza,Mbritania
GD |granadino|granadino|غرينادي|Mgrenada
GE |georgiano|georgiano|جورجي|Mjojia
GF |francoguayanés|guianense|غوياني فرنسي|
GH |ghanés|ganês,ganense|غاني|Mghana
GI Gibraltarian|gibraltareño|gibraltarino|جبل طارقي|Mgibraltar
GL |groenlandés|gronelandês,groenlandês|غرينلاندي|Mgrinlandi
GM |gambiano|gambiano|غامبي|Mgambia
GN |guineano|guineano,guineense|غيني|Mguinea,Mgine
GP Guadeloupean|guadalupeño|guadalupense|غوادلوبي|Mguadeloupe
GQ Equatoguinean,Équatoguinéenne,Équatoguinéen|ecuatoguineano,guineano|equato-guineense,guinéu-equatoriano|غيني استوائي|Mguinea ya Ikweta
GR |griego|grego|يوناني|Mgiriki
GT |guatemalteco|guatemalteco|غواتيمالي|Mguatemala
GU |guameño|guamês|غوامي|Mguam
GW Bissau-Guinean,Bissau Guinean|bisauguineano|guineense,bissau-guineense|غيني بيساوي|Mginebisau,Mguinea-Bissau
GY |guyanés|guianense,guianês|غياني|Mguyana
HK |hongkonés|honconguês|هونغ كونغي|Mhongkong
HN |hondureño|hondurenho|هندوراسي|Mhondurasi
HR |croata|croata|كرواتي|Mkroatia
HT |haitiano|haitiano|هايتي,هاييتي|Mhaiti
HU |húngaro|húngaro|مجري,هنغاري|Mhungaria
ID |indonesio|indonésio|إندونيسي|Mwindonesia
IE |irlandés|irlandês|إيرلندي,أيرلندي|Mwayalandi
IL |israelí|israelita,israelense|إسرائيلي|Mwisraeli
IM |manés|manês|ماني|
IN |indio|indiano|هندي|Mhindi
IQ |iraquí|iraquiano|عراقي|Mwiraki,Miraki
IR |iraní|iraniano|إيراني|Mwirani,Mwajemi
IS Icelandic|islandés|islandês|آيسلندي,أيسلندي|Mwaislandi
IT |italiano|italiano|إيطالي|Mwitalia,Mwitaliano
JE |jerseyés|jerseiano|جيرزي|Mjersey
JM |jamaicano,jamaiquino|jamaicano|جامايكي|Mjamaika
JO |jordano|jordano,jordaniano|أردني|Mjordani,Myordani
JP |japonés|japonês|ياباني|Mjapani
KE |keniano,keniata|queniano|كيني|Mkenya
KG Kyrgyz,Kyrgyzstani,Kirghizistanaise|kirguís,kirguiso|quirguiz,quirguistanês|قيرغيزي,قرغيزي|Mkirgizi,Mkirigizi
KH |camboyano|cambojano|كمبودي|Mkambodia
KI |kiribatiano|quiribatiano|كيريباتي|Mkiribati
KM Comorian|comorense|comorense,comoriano|قمري,جزر قمري|Mkomori,Mngazija
KN |sancristobaleño|são-cristovense|كيتسي|Mkitts
KP Korean,Coréenne,Coréen|norcoreano,coreano|norte-coreano,coreano|كوري شمالي,كوري|Mkorea Kaskazini,Mkorea
KR Korean,Coréenne,Coréen|surcoreano,coreano|sul-coreano,coreano|كوري جنوبي,كوري|Mkorea Kusini,Mkorea
KW |kuwaití|kuwaitiano|كويتي|Mkuwaiti
KY |caimanés|caimanês|كايماني|Mkayman
KZ Kazakh,Kazakhe|kazajo|cazaque|كازاخستاني,كازاخي|Mkazaki
LA |laosiano|laosiano,laociano|لاوسي|Mlaosi
LB |libanés|libanês|لبناني|Mlebanoni,Mlebanon
LC |santaluciano,santalucense|santa-lucense|سانت لوسي|Msantalusia
LI |liechtensteiniano|liechtensteiniense,listenstainiano|ليختنشتايني|Mliechtenstein
LK |esrilanqués,ceilandés,ceilanés|cingalês,sri-lankês|سريلانكي|Msrilanka
LR |liberiano|liberiano|ليبيري|Mliberia
LS Basotho|lesotense|lesotiano,lesotense,basoto|ليسوتي|Msotho,Mlesotho
LT |lituano|lituano|ليتواني|Mlituania
LU |luxemburgués|luxemburguês|لوكسمبورغي|Mluksembagi,Mluxembourg
LV |letón|letão|لاتفي|Mlatvia
LY |libio|líbio|ليبي|Mlibya
MA |marroquí|marroquino|مغربي|Mmoroko
MC |monegasco|monegasco|موناكي|Mmonako
MD |moldavo|moldavo,moldávio|مولدوفي|Mmoldova
ME |montenegrino|montenegrino|جبل أسودي|Mmontenegro
MF |sanmartinense|são-martinhense||
MG Madagascan|malgache|malgaxe|مدغشقري,ملغاشي|Mmalagasi,Mbuki
MH |marshalés|marshallino|مارشالي|Mmarshall
MK North Macedonian|macedonio,normacedonio|macedónio,macedônio|مقدوني|Mmasedonia
ML |maliense,malí|maliano,malinês|مالي|Mmali
MM |birmano|birmanês|بورمي,ميانماري|Mburma,Mmyanmar
MN |mongol|mongol|منغولي|Mmongolia
MO |macaense|macaense|ماكاوي|Mmakau
MP Northern Mariana Islander||||
MQ |martiniqués|martinicano|مارتينيكي|Mmartiniki
MR |mauritano|mauritano,mauritaniano|موريتاني|Mmoritania
MS |montserratense|monserratense|مونتسراتي|Mmontserrat
MT |maltés|maltês|مالطي|Mmalta
MU |mauriciano|mauriciano|موريشيوسي,موريشي|Mmorisi
MV Maldivian|maldivo|maldivo,maldivano|مالديفي|Mmaldivi
MW |malauí,malauiano|malauiano,malawiano|مالاوي,ملاوي|Mmalawi
MX |mexicano,mejicano|mexicano|مكسيكي|Mmeksiko
MY |malasio|malaio,malásio|ماليزي|Mmalaysia
MZ |mozambiqueño|moçambicano|موزمبيقي,موزامبيقي|Msumbiji
NA |namibio|namibiano|ناميبي|Mnamibia
NC |neocaledonio|neocaledónio,neocaledônio|كاليدوني جديد|Mkaledonia
NE |nigerino|nigerino,nigerense|نيجري,نيجيري|Mniger,Mniga
NF |norfolkense|norfolkense|نورفولكي|
NG |nigeriano|nigeriano|نيجيري|Mnigeria
NI |nicaragüense|nicaraguense|نيكاراغوي|Mnikaragua
NL |neerlandés,holandés|neerlandês,holandês|هولندي|Mholanzi
NO |noruego|norueguês|نرويجي|Mnorwe
NP Nepali|nepalí,nepalés|nepalês|نيبالي|Mnepali
NR |nauruano|nauruano|ناوروي|Mnauru
NU |niueano|niueano|نيوي|Mniue
NZ |neozelandés|neozelandês|نيوزيلندي|Mnyuzilandi
OM |omaní|omanense,omanita|عماني|Mwomani,Momani
PA |panameño|panamenho,panamense|بنمي|Mpanama
PE |peruano|peruano|بيروفي,بيروي|Mperu
PF |francopolinesio|franco-polinésio|بولينيزي فرنسي|Mpolinesia
PG |papú|papuásio,papua|بابوي|Mpapua
PH Filipina,Philippine|filipino|filipino|فلبيني,فيليبيني|Mfilipino
PK |pakistaní|paquistanês|باكستاني|Mpakistani
PL |polaco|polaco,polonês|بولندي|Mpolandi
PN |pitcairnés|pitcairnense|بيتكيرني|
PR |puertorriqueño,portorriqueño|porto-riquenho|بورتوريكي|Mpuertoriko
PS |palestino|palestiniano,palestino|فلسطيني|Mpalestina
PT |portugués|português|برتغالي|Mreno
PW |palauano|palauano|بالاوي|Mpalau
PY |paraguayo|paraguaio|باراغوياني,باراغواي|Mparagwai
QA Qatarie,Qatariote|catarí,qatarí|catarense,catari|قطري|Mkatari
RE Reunionese|reunionés|reunionense|ريونيوني|Mreunion
RO |rumano|romeno|روماني|Mromania
RS |serbio|sérvio|صربي|Mserbia
RU |ruso|russo|روسي|Mrusi
RW Rwandese|ruandés|ruandês|رواندي|Mnyarwanda,Mrwanda
SA Saudi,Saoudite|saudí,saudita|saudita|سعودي|Msaudi
SB |salomonense|salomónico|سليماني|Msolomon
SC |seychellense,seychelense|seichelense,seichelês|سيشلي,سيشيلي|Mshelisheli
SD |sudanés|sudanês|سوداني|Msudani
SE |sueco|sueco|سويدي|Mswidi
SG |singapurense|singapurense,singapuriano|سنغافوري|Msingapuri
SH |santahelenense|santa-helenense||
SI Slovenian|esloveno|esloveno|سلوفيني|Mslovenia
SK |eslovaco|eslovaco|سلوفاكي|Mslovakia
SL Sierraléonaise,Sierraléonais|sierraleonés|serra-leonês,serra-leonense|سيراليوني|Msiera Leoni
SM |sanmarinense|são-marinhense,samarinês|سان ماريني|Msanmarino
SN |senegalés|senegalês|سنغالي|Msenegali
SO Somalian|somalí|somali,somaliano|صومالي|Msomali
SR Surinamese|surinamés|surinamês|سورينامي|Msuriname
SS |sursudanés,sudsudanés|sul-sudanês,sudanês do sul|جنوب سوداني,سوداني جنوبي|Msudani Kusini,Msudan Kusini
ST São Toméan,Santomean|santotomense|são-tomense,santomense|ساوتومي|Msao Tome
SV Salvadorean,Salvadorian|salvadoreño|salvadorenho,salvadorense|سلفادوري|Msalvador
SX |sanmartinense|são-martinhense||
SY |sirio|sírio|سوري|Msiria,Mshamu
SZ Emaswati,Swati|suazi,esuatiní|suazi,suázi,essuatiniano|سوازي,إسواتيني|Mswazi
TD |chadiano|chadiano|تشادي|Mchadi
TG |togolés|togolês|توغولي|Mtogo
TH |tailandés|tailandês|تايلاندي,تايلندي|Mtailandi
TJ Tajik,Tajikistani,Tadjikistanaise|tayiko|tajique|طاجيكي,طاجيكستاني|Mtajiki
TK |tokelauano|toquelauano|توكيلاوي|Mtokelau
TL Timorese,Timoraise|timorense|timorense|تيموري|Mtimori
TM |turcomano,turkmeno|turcomeno,turquemeno|تركماني,تركمانستاني|Mturukimeni,Mturkmeni
TN |tunecino|tunisino|تونسي|Mtunisia
TO |tongano|tonganês|تونغي|Mtonga
TR |turco|turco|تركي|Mturuki
TT Trinidadian and Tobagonian,Tobagonian|trinitense,trinitario|trinitário,trinitino|ترينيدادي|Mtrinidad
TV |tuvaluano|tuvaluano|توفالي|Mtuvalu
TW |taiwanés|taiwanês|تايواني|Mtaiwani
TZ |tanzano|tanzaniano|تنزاني|Mtanzania
UA |ucraniano|ucraniano|أوكراني|Mukraini,Mukrania
UG |ugandés|ugandês,ugandense|أوغندي|Mganda,Mwuganda
US Étatsunienne,Étatsunien,États-unienne,États-unien|estadounidense|norte-americano,estado-unidense,estadunidense|أمريكي,أميركي|Mmarekani
UY |uruguayo|uruguaio|أوروغوياني|Mwurugwai
UZ Uzbek|uzbeko|usbeque,uzbeque|أوزبكي,أوزبكستاني|Muzibeki,Mwuzbeki
VA |vaticano|vaticano|فاتيكاني|Mvatikani
VC |sanvicentino|são-vicentino|فينسنتي|Mvincent
VE |venezolano|venezuelano|فنزويلي|Mvenezuela
VN |vietnamita|vietnamita|فيتنامي|Mvietnam,Mvietinamu
VU |vanuatuense|vanuatuense|فانواتي|Mvanuatu
WF |walisiano|wallisiano||
WS |samoano|samoano|ساموي|Msamoa
XK Kosovan|kosovar|kosovar|كوسوفي|Mkosovo
YE Yemenite|yemení|iemenita|يمني|Myemeni,Myemen
YT |mayotés,mahorés|maiotense,mahorês|مايوتي|Mmahore
ZA |sudafricano|sul-africano|جنوب أفريقي|Mwafrika Kusini,Mwafrika wa Kusini
ZM |zambiano|zambiano|زامبي|Mzambia
ZW |zimbabuense,zimbabuo|zimbabuano,zimbabueano,zimbabweano|زيمبابوي|Mzimbabwe`;

/** What the source lacks of French, feminine and masculine. */
const FRENCH: Readonly<Record<TerritoryCode, readonly string[]>> = {
  // The source has the name of Samoans.
  AS: ['Samoaméricaine', 'Samoaméricain'],
  BQ: ['Bonairienne', 'Bonairien'],
  EH: ['Sahraouie', 'Sahraoui'],
  GU: ['Guamienne', 'Guamien'],
  IM: ['Mannoise', 'Mannois'],
  MP: ['Mariannaise', 'Mariannais'],
  TK: ['Tokelauane', 'Tokelauan'],
  WF: ['Wallisienne', 'Wallisien'],
};

/** Masculine endings and what women have in their place; other endings are the same for both. */
const SPANISH = [
  ['o', 'a'],
  ['és', 'esa'],
  ['án', 'ana'],
  ['ón', 'ona'],
  ['ol', 'ola'],
] as const;
const PORTUGUESE = [
  ['o', 'a'],
  ['ês', 'esa'],
  ['ol', 'ola'],
  ['eu', 'eia'],
] as const;
/** Rarer in Portuguese, and no ending of another list: afegão, afegã. */
const NASAL = /ão$/u;

/** A name of one person of a people: as a woman and as a man are called. */
export interface Demonym {
  readonly feminine: string;
  readonly masculine: string;
}

/** A place behind a name does not agree with it: sudanês do sul, sudanesa do sul. */
const PLACE = / d[eo] .*$/u;

/** Every word agrees: samoano americano, samoana americana. */
function romance(masculine: string, endings: readonly (readonly [string, string])[]): Demonym {
  const [place = ''] = PLACE.exec(masculine) ?? [];
  const words = masculine.replace(PLACE, '').split(' ');
  return { feminine: words.map((word) => feminineOf(word, endings)).join(' ') + place, masculine };
}

function feminineOf(word: string, endings: readonly (readonly [string, string])[]): string {
  if (NASAL.test(word)) return word.replace(NASAL, 'ã');
  const found = endings.find(([ending]) => word.endsWith(ending));
  return found ? word.slice(0, -found[0].length) + found[1] : word;
}

/** Every word that ends in yeh agrees: كوري جنوبي, كورية جنوبية. */
function arabic(masculine: string, ending: string): string {
  return masculine.replaceAll(/ي(?= |$)/gu, ending);
}

const same = (name: string): Demonym => ({ feminine: name, masculine: name });

/** The names of a people by language, in the singular; none where a language has none. */
export function demonymsOf(code: TerritoryCode): Readonly<Record<Locale, readonly Demonym[]>> {
  const [, english = [], source = []] = SOURCE.get(code) ?? [];
  const [further = [], es = [], pt = [], ar = [], sw = []] = ROWS.get(code) ?? [];
  const inFrench = FRENCH[code] ?? source;
  const half = Math.ceil(inFrench.length / 2);
  return {
    en: [...english, ...further].map(same),
    fr: inFrench.slice(0, half).map((feminine, i) => ({
      feminine,
      masculine: inFrench[half + i] ?? feminine,
    })),
    es: es.map((one) => romance(one, SPANISH)),
    pt: pt.map((one) => romance(one, PORTUGUESE)),
    ar: ar.map((masculine) => ({ feminine: arabic(masculine, 'ية'), masculine })),
    sw: sw.map(same),
  };
}

/** What people write besides: the plural, and the article in Arabic. */
function alsoWritten(locale: Locale, { feminine, masculine }: Demonym): string[] {
  switch (locale) {
    case 'fr':
      return [feminine, masculine].filter((form) => !/[sx]$/u.test(form)).map((form) => `${form}s`);
    case 'es':
    case 'pt':
      if (NASAL.test(masculine)) {
        return ['ãos', 'ães', 'ões', 'ãs'].map((ending) => masculine.replace(NASAL, ending));
      }
      return [feminine, masculine].map(
        (form) => form + (/[aeiouáéíóúê]$/u.test(form) ? 's' : 'es'),
      );
    case 'ar': {
      const plurals = ['يون', 'يين', 'يات'].map((ending) => arabic(masculine, ending));
      return [...plurals, ...[masculine, feminine, ...plurals].map((form) => `ال${form}`)];
    }
    case 'sw':
      // Mtanzania, Watanzania; Mwethiopia, Waethiopia.
      return [feminine.startsWith('Mw') ? `Wa${feminine.slice(2)}` : `Wa${feminine.slice(1)}`];
    default:
      return [];
  }
}

const SOURCE: ReadonlyMap<TerritoryCode, Row> = new Map(
  (data.entries as Row[]).map((row) => [row[0], row]),
);
const ROWS: ReadonlyMap<TerritoryCode, readonly (readonly string[])[]> = new Map(
  TABLE.trim()
    .split('\n')
    .map((row) => [
      row.slice(0, 2),
      row
        .slice(3)
        .split('|')
        .map((cell) => cell.split(',').filter(Boolean)),
    ]),
);

/** All demonyms by country. */
export function demonymsByTerritory(): ReadonlyMap<TerritoryCode, readonly string[]> {
  const codes = new Set([...SOURCE.keys(), ...ROWS.keys(), ...Object.keys(FRENCH)]);
  return new Map(
    [...codes].map((code) => {
      const byLocale = Object.entries(demonymsOf(code)) as [Locale, readonly Demonym[]][];
      const names = byLocale.flatMap(([locale, demonyms]) =>
        demonyms.flatMap((one) => [one.feminine, one.masculine, ...alsoWritten(locale, one)]),
      );
      return [code, [...new Set(names)]];
    }),
  );
}
