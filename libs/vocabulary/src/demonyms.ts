import data from './data/demonyms.json' with { type: 'json' };
import type { TerritoryCode } from './kinds.js';

type Row = [code: string, english: string[], french: string[]];

/**
 * What world-countries lacks of English and French, and Spanish, Portuguese, Arabic and Swahili in the
 * masculine singular: a reviewed table of Baraza. `code en+fr|es|pt|ar|sw`, commas between alternatives. A
 * name given to two countries is refused with both as suggestions.
 */
const TABLE = `
AD |andorrano|andorrano|أندوري|Mwandora
AE Emirian|emiratí|emiradense,emirático|إماراتي|Mwemirati
AF |afgano|afegão,afegane|أفغاني|Mwafghani,Mwafghanistani
AG |antiguano|antiguano|أنتيغوي|
AL |albanés|albanês|ألباني|Mwalbania
AM |armenio|arménio,armênio|أرميني,أرمني|Mwarmenia
AO |angoleño,angolano|angolano|أنغولي|Mwangola
AR Argentinian,Argentinean|argentino|argentino|أرجنتيني|Mwargentina
AS Samoaméricaine|samoano americano||ساموي أمريكي|
AT |austríaco,austriaco|austríaco|نمساوي|Mwaustria
AU |australiano|australiano|أسترالي|Mwaustralia
AW |arubeño|arubano|أروبي|
AZ Azeri,Azéri,Azérie|azerbaiyano,azerí|azerbaijano,azeri|أذربيجاني,أذري|Mwazabajani
BA Bosniaque|bosnio|bósnio|بوسني|Mbosnia
BB |barbadense|barbadiano|بربادوسي|
BD |bangladesí|bangladeshiano,bangladechiano|بنغلاديشي,بنغالي|Mbangladeshi
BE |belga|belga|بلجيكي|Mbelgiji
BF Burkinabè,Burkinabés|burkinés,burkinabés|burquinês,burquinabê,burquinense|بوركيني,بوركينابي|Mburkinabe,Mburkina
BG |búlgaro|búlgaro|بلغاري|Mbulgaria
BH |bareiní,bahreiní|baremita,bareinita|بحريني|Mbahareni
BI |burundés|burundês,burundiano|بوروندي|Mrundi,Mburundi
BJ |beninés|beninense,beninês|بنيني|Mbenin
BM |bermudeño|bermudense|برمودي|
BN |bruneano|bruneano|بروني,بروناوي|
BO |boliviano|boliviano|بوليفي|Mbolivia
BR |brasileño|brasileiro|برازيلي|Mbrazili
BS |bahameño|bahamense|باهامي|
BT |butanés|butanês|بوتاني|
BW Botswanan,Batswana|botsuano,botsuanés|botsuano,botsuanense,botswanês|بوتسواني|Mbotswana
BY Belarusian,Belarussian,Bélarussienne,Bélarussien|bielorruso|bielorrusso|بيلاروسي|Mbelarusi
BZ |beliceño|belizenho|بليزي|
CA |canadiense|canadiano,canadense|كندي|Mkanada
CD |congoleño,congolés|congolês|كونغولي|Mkongo,Mkongomani
CF |centroafricano|centro-africano|أفريقي أوسطي,أفريقيا الوسطى|Mwafrika ya Kati
CG |congoleño,congolés|congolês|كونغولي|Mkongo,Mkongomani
CH Suissesse|suizo|suíço|سويسري|Mswisi
CI Ivoirian|marfileño|marfinense,costa-marfinense|إيفواري,عاجي|Mkodivaa,Mwivory
CL |chileno|chileno|تشيلي,شيلي|Mchile
CM |camerunés|camaronês|كاميروني|Mkameruni
CN |chino|chinês|صيني|Mchina
CO |colombiano|colombiano|كولومبي|Mkolombia
CR |costarricense|costa-riquenho,costarriquenho|كوستاريكي|Mkostarika
CU |cubano|cubano|كوبي|Mkuba
CV Cape Verdean,Cabo Verdean|caboverdiano|cabo-verdiano|رأس أخضري|Mkepuvede
CW |curazoleño|curaçauense|كوراساوي|
CY |chipriota|cipriota|قبرصي|Mkupro,Msaiprasi
CZ |checo|checo|تشيكي|Mcheki
DE |alemán|alemão|ألماني|Mjerumani
DJ Djiboutian|yibutiano|djibutiano,jibutiano|جيبوتي|Mjibuti
DK |danés|dinamarquês|دنماركي,دانماركي|Mdenmaki
DM |dominiqués|dominiquense|دومينيكي|
DO |dominicano|dominicano|دومينيكاني|
DZ |argelino|argelino|جزائري|Mwaljeria,Mualjeria
EC Ecuadorian|ecuatoriano|equatoriano|إكوادوري|Mekwado
EE |estonio|estónio,estoniano|إستوني|Mestonia
EG |egipcio|egípcio|مصري|Mmisri
EH Saharawi,Sahraouie,Sahraoui|saharaui,sahraui|saarauí,sarauí|صحراوي|Msahrawi
ER |eritreo|eritreu|إريتري|Mwaritrea,Mweritrea
ES |español|espanhol|إسباني|Mhispania
ET |etíope|etíope|إثيوبي,أثيوبي|Mhabeshi,Mwethiopia
FI |finlandés,finés|finlandês|فنلندي|Mfini,Mfinlandi
FJ |fiyiano|fijiano|فيجي|
FM |micronesio|micronésio|ميكرونيزي|
FR |francés|francês|فرنسي|Mfaransa
GA |gabonés|gabonês|غابوني|Mgaboni
GB |británico|britânico|بريطاني|Mwingereza,Mbritania
GD |granadino|granadino|غرينادي|
GE |georgiano|georgiano|جورجي|Mjojia
GF |francoguayanés|guianense||
GH |ghanés|ganês,ganense|غاني|Mghana
GL |groenlandés|gronelandês,groenlandês|غرينلاندي|
GM |gambiano|gambiano|غامبي|Mgambia
GN |guineano|guineano,guineense|غيني|Mguinea,Mgine
GQ Equatoguinean|ecuatoguineano,guineano|equato-guineense,guinéu-equatoriano|غيني استوائي|Mguinea ya Ikweta
GR |griego|grego|يوناني|Mgiriki
GT |guatemalteco|guatemalteco|غواتيمالي|Mguatemala
GW Bissau-Guinean,Bissau Guinean|guineano de Bisáu|guineense,bissau-guineense|غيني بيساوي|Mginebisau,Mguinea-Bissau
GY |guyanés|guianense,guianês|غياني|
HK |hongkonés|honconguês|هونغ كونغي|
HN |hondureño|hondurenho|هندوراسي|Mhondurasi
HR |croata|croata|كرواتي|Mkroatia
HT |haitiano|haitiano|هايتي,هاييتي|Mhaiti
HU |húngaro|húngaro|مجري,هنغاري|Mhungaria
ID |indonesio|indonésio|إندونيسي|Mwindonesia
IE |irlandés|irlandês|إيرلندي,أيرلندي|Mwayalandi
IL |israelí|israelita,israelense|إسرائيلي|Mwisraeli
IN |indio|indiano|هندي|Mhindi
IQ |iraquí|iraquiano|عراقي|Mwiraki,Miraki
IR |iraní|iraniano|إيراني|Mwirani,Mwajemi
IS Icelandic|islandés|islandês|آيسلندي,أيسلندي|Mwaislandi
IT |italiano|italiano|إيطالي|Mwitalia,Mwitaliano
JM |jamaicano,jamaiquino|jamaicano|جامايكي|Mjamaika
JO |jordano|jordano,jordaniano|أردني|Mjordani,Myordani
JP |japonés|japonês|ياباني|Mjapani
KE |keniano,keniata|queniano|كيني|Mkenya
KG Kyrgyz,Kyrgyzstani,Kirghizistanaise|kirguís,kirguiso|quirguiz,quirguistanês|قيرغيزي,قرغيزي|
KH |camboyano|cambojano|كمبودي|Mkambodia
KI |kiribatiano|quiribatiano|كيريباتي|
KM Comorian|comorense|comorense,comoriano|قمري,جزر قمري|Mkomori,Mngazija
KN |sancristobaleño|são-cristovense||
KP |norcoreano|norte-coreano|كوري شمالي|Mkorea Kaskazini
KR |surcoreano|sul-coreano|كوري جنوبي|Mkorea Kusini
KW |kuwaití|kuwaitiano|كويتي|Mkuwaiti
KZ Kazakh,Kazakhe|kazajo|cazaque|كازاخستاني,كازاخي|
LA |laosiano|laosiano,laociano|لاوسي|
LB |libanés|libanês|لبناني|Mlebanoni,Mlebanon
LC |santaluciano,santalucense|santa-lucense|سانت لوسي|
LI |liechtensteiniano|liechtensteiniense,listenstainiano|ليختنشتايني|
LK |esrilanqués,ceilandés,ceilanés|cingalês,sri-lankês|سريلانكي|Msrilanka
LR |liberiano|liberiano|ليبيري|Mliberia
LS Basotho|lesotense|lesotiano,lesotense,basoto|ليسوتي|Msotho,Mlesotho
LT |lituano|lituano|ليتواني|Mlituania
LU |luxemburgués|luxemburguês|لوكسمبورغي|
LV |letón|letão|لاتفي|Mlatvia
LY |libio|líbio|ليبي|Mlibya
MA |marroquí|marroquino|مغربي|Mmoroko
MC |monegasco|monegasco|موناكي|
MD |moldavo|moldavo,moldávio|مولدوفي|
ME |montenegrino|montenegrino|جبل أسودي|
MG Madagascan|malgache|malgaxe|مدغشقري,ملغاشي|Mmalagasi,Mbuki
MH |marshalés|marshallino|مارشالي|
MK North Macedonian|macedonio,normacedonio|macedónio,macedônio|مقدوني|Mmasedonia
ML |maliense,malí|maliano,malinês|مالي|Mmali
MM |birmano|birmanês|بورمي,ميانماري|Mburma,Mmyanmar
MN |mongol|mongol|منغولي|
MO |macaense|macaense||
MR |mauritano|mauritano,mauritaniano|موريتاني|Mmoritania
MT |maltés|maltês|مالطي|Mmalta
MU |mauriciano|mauriciano|موريشيوسي,موريشي|Mmorisi
MV Maldivian|maldivo|maldivo,maldivano|مالديفي|
MW |malauí,malauiano|malauiano,malawiano|مالاوي,ملاوي|Mmalawi
MX |mexicano,mejicano|mexicano|مكسيكي|Mmeksiko
MY |malasio|malaio,malásio|ماليزي|Mmalaysia
MZ |mozambiqueño|moçambicano|موزمبيقي,موزامبيقي|Msumbiji
NA |namibio|namibiano|ناميبي|Mnamibia
NE |nigerino|nigerino,nigerense|نيجري,نيجيري|Mniger,Mniga
NG |nigeriano|nigeriano|نيجيري|Mnigeria
NI |nicaragüense|nicaraguense|نيكاراغوي|Mnikaragua
NL |neerlandés,holandés|neerlandês,holandês|هولندي|Mholanzi
NO |noruego|norueguês|نرويجي|Mnorwe
NP Nepali|nepalí,nepalés|nepalês|نيبالي|Mnepali
NR |nauruano|nauruano|ناوروي|
NZ |neozelandés|neozelandês|نيوزيلندي|
OM |omaní|omanense,omanita|عماني|Mwomani,Momani
PA |panameño|panamenho,panamense|بنمي|Mpanama
PE |peruano|peruano|بيروفي,بيروي|Mperu
PG |papú|papuásio,papua|بابوي|
PH Filipina,Philippine|filipino|filipino|فلبيني,فيليبيني|Mfilipino
PK |pakistaní|paquistanês|باكستاني|Mpakistani
PL |polaco|polaco,polonês|بولندي|Mpolandi
PR |puertorriqueño,portorriqueño|porto-riquenho|بورتوريكي|
PS |palestino|palestiniano,palestino|فلسطيني|Mpalestina
PT |portugués|português|برتغالي|Mreno
PW |palauano|palauano|بالاوي|
PY |paraguayo|paraguaio|باراغوياني,باراغواي|
QA Qatarie,Qatariote|catarí,qatarí|catarense,catari|قطري|Mkatari
RO |rumano|romeno|روماني|Mromania
RS |serbio|sérvio|صربي|Mserbia
RU |ruso|russo|روسي|Mrusi
RW Rwandese|ruandés|ruandês|رواندي|Mnyarwanda,Mrwanda
SA Saudi,Saoudite|saudí,saudita|saudita|سعودي|Msaudi
SB |salomonense|salomónico|سليماني|
SC |seychellense,seychelense|seichelense,seichelês|سيشلي,سيشيلي|Mshelisheli
SD |sudanés|sudanês|سوداني|Msudani
SE |sueco|sueco|سويدي|Mswidi
SG |singapurense|singapurense,singapuriano|سنغافوري|Msingapuri
SI Slovenian|esloveno|esloveno|سلوفيني|
SK |eslovaco|eslovaco|سلوفاكي|
SL |sierraleonés|serra-leonês,serra-leonense|سيراليوني|Msiera Leoni
SM |sanmarinense|são-marinhense,samarinês|سان ماريني|
SN |senegalés|senegalês|سنغالي|Msenegali
SO Somalian|somalí|somali,somaliano|صومالي|Msomali
SR Surinamese|surinamés|surinamês|سورينامي|
SS |sursudanés,sudsudanés|sul-sudanês,sudanês do sul|جنوب سوداني,سوداني جنوبي|Msudani Kusini,Msudan Kusini
ST São Toméan,Santomean|santotomense|são-tomense,santomense|ساوتومي|
SV Salvadorean,Salvadorian|salvadoreño|salvadorenho,salvadorense|سلفادوري|
SY |sirio|sírio|سوري|Msiria,Mshamu
SZ Emaswati,Swati|suazi,esuatiní|suazi,suázi,essuatiniano|سوازي,إسواتيني|Mswazi
TD |chadiano|chadiano|تشادي|Mchadi
TG |togolés|togolês|توغولي|Mtogo
TH |tailandés|tailandês|تايلاندي,تايلندي|Mtailandi
TJ Tajik,Tajikistani,Tadjikistanaise|tayiko|tajique|طاجيكي,طاجيكستاني|
TL Timorese,Timoraise|timorense|timorense|تيموري|Mtimori
TM |turcomano,turkmeno|turcomeno,turquemeno|تركماني,تركمانستاني|
TN |tunecino|tunisino|تونسي|Mtunisia
TO |tongano|tonganês|تونغي|
TR |turco|turco|تركي|Mturuki
TT Trinidadian and Tobagonian,Tobagonian|trinitense,trinitario|trinitário,trinitino|ترينيدادي|
TV |tuvaluano|tuvaluano|توفالي|
TW |taiwanés|taiwanês|تايواني|
TZ |tanzano|tanzaniano|تنزاني|Mtanzania
UA |ucraniano|ucraniano|أوكراني|Mukraini,Mukrania
UG |ugandés|ugandês,ugandense|أوغندي|Mganda,Mwuganda
US Étatsunienne,Étatsunien,États-unienne,États-unien|estadounidense|norte-americano,estado-unidense,estadunidense|أمريكي,أميركي|Mmarekani
UY |uruguayo|uruguaio|أوروغوياني|
UZ Uzbek|uzbeko|usbeque,uzbeque|أوزبكي,أوزبكستاني|
VC |sanvicentino|são-vicentino||
VE |venezolano|venezuelano|فنزويلي|Mvenezuela
VN |vietnamita|vietnamita|فيتنامي|Mvietnam,Mvietinamu
VU |vanuatuense|vanuatuense|فانواتي|
WS |samoano|samoano|ساموي|
XK Kosovan|kosovar|kosovar|كوسوفي|Mkosovo
YE |yemení|iemenita|يمني|Myemeni,Myemen
ZA |sudafricano|sul-africano|جنوب أفريقي|Mwafrika Kusini,Mwafrika wa Kusini
ZM |zambiano|zambiano|زامبي|Mzambia
ZW |zimbabuense,zimbabuo|zimbabuano,zimbabueano,zimbabweano|زيمبابوي|Mzimbabwe`;

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

function romance(masculine: string, endings: readonly (readonly [string, string])[]): string[] {
  if (NASAL.test(masculine)) {
    const stem = masculine.replace(NASAL, '');
    return ['ão', 'ã', 'ãos', 'ães', 'ões', 'ãs'].map((ending) => stem + ending);
  }
  const found = endings.find(([ending]) => masculine.endsWith(ending));
  const feminine = found ? masculine.slice(0, -found[0].length) + found[1] : masculine;
  return [masculine, feminine].flatMap((form) => [
    form,
    form + (/[aeiouáéíóúê]$/u.test(form) ? 's' : 'es'),
  ]);
}

/** Every word that ends in yeh agrees: كوري جنوبي, كورية جنوبية. */
function arabic(masculine: string): string[] {
  const forms = ['ي', 'ية', 'يون', 'يين', 'يات'].map((ending) =>
    masculine.replaceAll(/ي(?= |$)/gu, ending),
  );
  return forms.flatMap((form) => [form, `ال${form}`]);
}

/** Mtanzania, Watanzania; Mwethiopia, Waethiopia. */
function swahili(one: string): string[] {
  return [one, one.startsWith('Mw') ? `Wa${one.slice(2)}` : `Wa${one.slice(1)}`];
}

function french(form: string): string[] {
  return /[sx]$/u.test(form) ? [form] : [form, `${form}s`];
}

/** All demonyms by country. */
export function demonymsByTerritory(): ReadonlyMap<TerritoryCode, readonly string[]> {
  const all = new Map<TerritoryCode, string[]>();
  const add = (code: TerritoryCode, names: readonly string[]): void => {
    all.set(code, [...(all.get(code) ?? []), ...names]);
  };
  for (const [code, inEnglish, inFrench] of data.entries as Row[]) {
    // Of American Samoa the source has the French name of Samoans.
    const theirs = code === 'AS' ? [] : inFrench;
    add(code, [...inEnglish, ...theirs.flatMap(french)]);
  }
  for (const row of TABLE.trim().split('\n')) {
    const code = row.slice(0, 2);
    const [further, es, pt, ar, sw] = row
      .slice(3)
      .split('|')
      .map((cell) => cell.split(',').filter(Boolean));
    add(code, [
      ...(further ?? []),
      ...(es ?? []).flatMap((form) => romance(form, SPANISH)),
      ...(pt ?? []).flatMap((form) => romance(form, PORTUGUESE)),
      ...(ar ?? []).flatMap(arabic),
      ...(sw ?? []).flatMap(swahili),
    ]);
  }
  return all;
}
