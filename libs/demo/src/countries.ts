import type { NAME_POOLS } from './names.js';

/** What a woman from there is likely to be called and to speak. Languages are BCP 47. */
export interface Country {
  readonly names: keyof typeof NAME_POOLS;
  /** Mother tongues, the commonest first. */
  readonly native: readonly string[];
  /** Languages of school and work. */
  readonly working: readonly string[];
}

const country = (names: Country['names'], native: string, working: string): Country => ({
  names,
  native: native.split(' '),
  working: working.split(' '),
});

/** By ISO 3166-1 code. A choice for a demo, not a statement about anyone. */
export const COUNTRIES: Readonly<Record<string, Country>> = {
  BA: country('balkan', 'bs sr hr', 'en'),
  BF: country('westAfricaFr', 'mos dyu ff', 'fr'),
  BI: country('eastAfrica', 'rn', 'fr sw'),
  CD: country('eastAfrica', 'sw ln lua kg', 'fr'),
  CI: country('westAfricaFr', 'dyu bci', 'fr'),
  CM: country('westAfricaFr', 'ff ewo wes', 'fr en'),
  CY: country('southEurope', 'el tr', 'en'),
  DK: country('nordic', 'da', 'en'),
  DZ: country('arab', 'arq kab', 'ar fr'),
  EG: country('arab', 'arz', 'ar en'),
  ES: country('southEurope', 'es ca gl', 'en'),
  ET: country('horn', 'am om ti', 'en'),
  FI: country('nordic', 'fi sv', 'en'),
  FR: country('southEurope', 'fr', 'en'),
  GH: country('westAfricaEn', 'ak ee dag', 'en'),
  GM: country('senegambia', 'mnk wo ff', 'en'),
  GN: country('westAfricaFr', 'ff man sus', 'fr'),
  GR: country('southEurope', 'el', 'en'),
  GW: country('portuguese', 'pov ff', 'pt'),
  IQ: country('arab', 'acm ckb', 'ar en'),
  IS: country('nordic', 'is', 'en'),
  IT: country('southEurope', 'it', 'en'),
  JO: country('arab', 'apc', 'ar en'),
  KE: country('eastAfrica', 'ki luo sw kam', 'en sw'),
  LB: country('arab', 'apc hy', 'ar fr en'),
  LR: country('westAfricaEn', 'kpe lir', 'en'),
  LY: country('arab', 'ayl', 'ar'),
  MA: country('arab', 'ary shi', 'ar fr'),
  ML: country('westAfricaFr', 'bm ff taq ses', 'fr'),
  MT: country('southEurope', 'mt', 'en it'),
  MZ: country('portuguese', 'vmw ts mgh', 'pt'),
  NE: country('westAfricaFr', 'ha dje', 'fr'),
  NG: country('westAfricaEn', 'ha yo ig kr', 'en'),
  NO: country('nordic', 'nb nn se', 'en'),
  PT: country('portuguese', 'pt', 'en'),
  RS: country('balkan', 'sr hu', 'en'),
  RW: country('eastAfrica', 'rw', 'en fr'),
  SD: country('horn', 'apd fvr', 'ar en'),
  SE: country('nordic', 'sv fi', 'en'),
  SL: country('westAfricaEn', 'kri men tem', 'en'),
  SN: country('senegambia', 'wo ff dyo', 'fr'),
  SO: country('horn', 'so', 'ar en'),
  SS: country('horn', 'din nus pga', 'en ar'),
  SY: country('arab', 'apc ku', 'ar'),
  TD: country('arab', 'shu', 'fr ar'),
  TG: country('westAfricaFr', 'ee kbp', 'fr'),
  TN: country('arab', 'aeb', 'ar fr'),
  TR: country('balkan', 'tr ku', 'en'),
  TZ: country('eastAfrica', 'sw suk', 'sw en'),
  UG: country('eastAfrica', 'lg ach nyn', 'en'),
  XK: country('balkan', 'sq sr', 'en'),
  YE: country('arab', 'ayn acq', 'ar en'),
  ZA: country('southernAfrica', 'zu xh st', 'en'),
  ZM: country('southernAfrica', 'bem ny', 'en'),
  ZW: country('southernAfrica', 'sn nd', 'en'),
};
