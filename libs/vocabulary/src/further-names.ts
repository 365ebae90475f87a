import type { VocabularyKind } from './kinds.js';
import type { Ambiguities, Refusal } from './lexicon.js';

/** What people write that no source lists, by kind and code. */
export const FURTHER_NAMES: Partial<Record<VocabularyKind, Readonly<Record<string, string[]>>>> = {
  language: {
    ar: ['Modern Standard Arabic', 'MSA', 'Fusha', 'arabe littéral', 'عربي', 'عربية', 'arábigo'],
    ary: ['Darija', 'Moroccan', 'دارجة'],
    arz: ['Masri', 'Egyptian'],
    apc: ['Levantine Arabic', 'Shami'],
    mey: ['Hassaniya', 'Hassaniya Arabic', 'Hassania', 'حسانية'],
    bm: ['Bamanankan'],
    el: ['Hellenic'],
    en: ['Anglais courant', 'Inglés', 'Inglês'],
    es: ['Castilian', 'Castellano', 'Castillan'],
    fa: ['Farsi', 'Irani'],
    ff: ['Fulani', 'Fulfulde', 'Pulaar', 'Peul', 'Peulh'],
    fr: ['Franzosisch', 'Francés', 'Francês'],
    kmb: ['Kimbundu'],
    ku: ['Kurdi'],
    mdh: ['Maguindanao'],
    mfe: ['Kreol Morisien', 'Mauritian Creole'],
    mos: ['Moore', 'Mooré'],
    no: ['Norsk'],
    nd: ['Northern Ndebele', 'isiNdebele of Zimbabwe'],
    prs: ['Dari Persian', 'درى', 'دری'],
    ps: ['Pashtu', 'Pushto', 'Pakhto'],
    rn: ['Kirundi'],
    rw: ['Kinyarwanda', 'Ikinyarwanda'],
    sg: ['Sangho'],
    sn: ['chiShona'],
    so: ['Af Soomaali', 'Soomaali'],
    sw: ['Swahili', 'Kiswahili', 'Swahilli language', 'suahili', 'suaheli'],
    taq: ['Tamasheq', 'Tamachek'],
    ti: ['Tigrigna', 'Tigrinia'],
    wes: ['Cameroonian Pidgin', 'Kamtok'],
    wo: ['Ouolof'],
    zu: ['isiZulu'],
    ase: ['ASL'],
    bfi: ['BSL'],
  },
  territory: {
    BF: ['Upper Volta', 'Haute-Volta', 'Alto Volta'],
    BJ: ['Dahomey', 'Dahomé'],
    CD: ['RDC', 'Congo Kinshasa', 'Zaire', 'Democratic Rep of Congo', 'Kongo DRC', 'DROC'],
    CG: ['Congo Brazzaville', 'Republic of Congo', 'République du Congo'],
    CI: ['Ivory Coast', 'Cote dIvoire', 'Costa do Marfim', 'Costa de Marfil', 'RCI'],
    CV: ['Cape Verde', 'Cap-Vert'],
    CZ: ['Czech Republic'],
    DE: ['East Germany', 'GDR', 'West Germany', 'Allemagne de l’Est', 'Alemania Oriental'],
    GB: ['UK', 'Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
    IR: ['Persia'],
    KH: ['Kampuchea'],
    KP: ['North Korea', 'DPRK'],
    KR: ['South Korea', 'Republic of Korea'],
    CF: ['CAR', 'RCA', 'Central African Rep'],
    LA: ['Laos'],
    LK: ['Ceylon', 'Ceylan', 'Ceilán', 'Ceilão'],
    MK: ['Macedonia', 'FYROM'],
    MM: ['Burma', 'Birmanie'],
    PS: ['Palestine', 'Palestina', 'Occupied Palestinian Territory', 'OPT', 'Filistin'],
    RU: ['Russian Federation'],
    SZ: ['Swaziland', 'Suazilandia', 'Suazilândia'],
    TL: ['East Timor', 'Timor Oriental', 'Timor Leste'],
    TR: ['Turkey', 'Turkiye', 'Turquie', 'Turquía', 'Turquia'],
    TZ: ['United Republic of Tanzania', 'Tanganyika'],
    US: ['USA', 'United States of America', 'EEUU', 'EUA'],
    AE: ['UAE', 'EAU'],
    VN: ['Viet Nam', 'North Vietnam', 'South Vietnam'],
    VU: ['New Hebrides', 'Nouvelles-Hébrides'],
    YE: ['South Yemen', 'North Yemen', 'Democratic Yemen'],
    SY: ['Syrian Arab Republic'],
    EH: ['Sahrawi Republic', 'SADR', 'RASD'],
  },
  region: {
    '002': ['African continent'],
    '011': ['West Africa', "Afrique de l'Ouest"],
    '014': ['East Africa', "Afrique de l'Est"],
    '015': ['North Africa', 'Afrique du Nord'],
    '017': ['Central Africa', 'Afrique centrale', 'África Central'],
    '018': ['Afrique australe', 'África Austral', 'Southern African region'],
    '035': ['South-East Asia', 'South East Asia', 'South-eastern Asia'],
    '419': ['LAC', 'Latin America and the Caribbean'],
    '202': ['Sub Saharan Africa', 'Africa south of the Sahara'],
    '145': ['West Asia'],
  },
};

/** Names that two readers take for two things; the one who wrote it is asked. */
export const AMBIGUOUS_LANGUAGES: Ambiguities = {
  ndebele: ['nd', 'nr'],
  sotho: ['st', 'nso'],
  creole: ['ht', 'mfe', 'crs', 'pov', 'kea', 'lou'],
  kreol: ['mfe', 'crs'],
  crioulo: ['pov', 'kea'],
  'sign language': ['ase', 'bfi', 'fsl'],
  // Of Chad, or Land Dayak; the people call theirs Sar, Ngambay or Mbay.
  sara: ['mwm', 'sba', 'myb', 'sre'],
  // Of the Roma, or of the island of Romang.
  roma: ['rom', 'rmm'],
  // Names of well-known languages that are codes of others: Bété, Kru, Min, Wa and Yi.
  bete: ['bev', 'btg', 'bet', 'byf'],
  kru: ['klu', 'kru'],
  min: ['nan', 'min'],
  wa: ['wbm', 'prk', 'wa'],
  yi: ['ii', 'yi'],
};

const noLanguage = (text: 'und' | 'mul' | 'zxx' | 'mis'): Refusal => ({
  is: `noLanguage.${text}`,
  text,
  instead: [],
});

/** Codes of ISO 639 that say something about a text instead of naming its language. */
export const NO_LANGUAGE: Readonly<Record<string, Refusal>> = {
  und: noLanguage('und'),
  undetermined: noLanguage('und'),
  mul: noLanguage('mul'),
  zxx: noLanguage('zxx'),
  mis: noLanguage('mis'),
};

export const AMBIGUOUS_TERRITORIES: Ambiguities = {
  congo: ['CD', 'CG'],
  kongo: ['CD', 'CG'],
  الكونغو: ['CD', 'CG'],
  korea: ['KR', 'KP'],
  coree: ['KR', 'KP'],
  corea: ['KR', 'KP'],
  coreia: ['KR', 'KP'],
  'virgin islands': ['VG', 'VI'],
};
