import { foldText } from './fold.js';
import type { Refusal } from './lexicon.js';

/**
 * Codes that ISO 3166-3 lists as withdrawn and that name nothing else today (`AI` is Anguilla now), with
 * the codes of what is there instead; successors as in CLDR, territoryAlias.
 */
const CODES: Readonly<Record<string, string>> = {
  'AN ANT': 'CW SX BQ',
  'BU BUR': 'MM',
  'CS CSK SCG': 'CZ SK RS ME',
  'CT CTE': 'KI',
  'DD DDR': 'DE',
  'DY DHY': 'BJ',
  FQ: 'AQ TF',
  'FX FXX': 'FR',
  'HV HVO': 'BF',
  'JT JTN': 'UM',
  'MI MID': 'UM',
  'NH NHB': 'VU',
  'NQ ATN': 'AQ',
  'NT NTZ': 'SA IQ',
  'PC PCI': 'FM MH MP PW',
  'PU PUS': 'UM',
  'PZ PCZ': 'PA',
  'RH RHO': 'ZW',
  'SU SUN': 'AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ',
  'TP TMP': 'TL',
  'VD VDR': 'VN',
  'WK WAK': 'UM',
  'YD YMD': 'YE',
  'YU YUG': 'BA HR ME MK RS SI XK',
  'ZR ZAR': 'CD',
  AFI: 'DJ',
  BYS: 'BY',
  GEL: 'KI TV',
  SKM: 'IN',
};

/**
 * Names of what is several countries today. A former name of one present country ("Zaire") is another
 * name of it, in `FURTHER_NAMES`.
 */
const NAMES: Readonly<Record<string, string>> = {
  'Netherlands Antilles|Dutch Antilles|Antilles néerlandaises|Antillas Holandesas|Antillas Neerlandesas|Antilhas Holandesas|Antilhas Neerlandesas':
    'CW SX BQ',
  'Serbia and Montenegro|Serbie-et-Monténégro|Serbia y Montenegro|Sérvia e Montenegro': 'RS ME',
  'Czechoslovakia|Tchécoslovaquie|Checoslovaquia|Checoslováquia|Tchecoslováquia|Československo|تشيكوسلوفاكيا':
    'CZ SK',
  'Soviet Union|USSR|URSS|Union of Soviet Socialist Republics|Union soviétique|Unión Soviética|União Soviética|СССР|Советский Союз|الاتحاد السوفيتي|الاتحاد السوفياتي':
    'AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ',
  'Yugoslavia|Former Yugoslavia|Yougoslavie|Ex-Yougoslavie|Iugoslávia|Jugoslávia|Jugoslavija|Југославија|يوغوسلافيا':
    'BA HR ME MK RS SI XK',
  'Rhodesia|Rhodésie|Rodesia|Rodésia': 'ZW ZM',
  'Indochina|French Indochina|Indochine|Indochine française': 'VN LA KH',
  'Trust Territory of the Pacific Islands': 'FM MH MP PW',
  'Gilbert and Ellice Islands': 'KI TV',
};

/** What named a territory once and names none today, by folded code or name. */
export const WITHDRAWN_TERRITORIES: Readonly<Record<string, Refusal>> = Object.fromEntries([
  ...refusals(CODES, ' ', 'withdrawnCode'),
  ...refusals(NAMES, '|', 'withdrawnName'),
]);

function refusals(
  table: Readonly<Record<string, string>>,
  between: string,
  is: Refusal['is'],
): [string, Refusal][] {
  return Object.entries(table).flatMap(([texts, codes]) =>
    texts
      .split(between)
      .map((text): [string, Refusal] => [foldText(text), { is, text, instead: codes.split(' ') }]),
  );
}
