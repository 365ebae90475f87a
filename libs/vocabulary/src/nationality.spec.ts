import { describe, expect, it } from '@jest/globals';
import { demonymsByTerritory, demonymsOf } from './demonyms.js';
import {
  LOCALES,
  entries,
  parseLanguage,
  parseNationality,
  parseTerritory,
  perhapsTwoNationalities,
  twoNationalities,
} from './index.js';

const read = (text: string): string | readonly string[] => {
  const parsed = parseNationality(text);
  return parsed.ok ? parsed.value : parsed.problem.suggestions.map(({ code }) => code).toSorted();
};

describe('nationalities', () => {
  it.each(
    (
      'Kenyan KE|South Sudanese SS|Sudanese SD|Ethiopian ET|Kenya KE|SO SO|Nigerian NG|Nigerien NE|Swiss CH|French FR|American US|' +
      'Malienne ML|Malien ML|Sénégalaise SN|nigérienne NE|Nigériane NG|Burkinabè BF|Centrafricaine CF|Française FR|Guinéenne GN|Ivoiriennes CI|' +
      'Colombiana CO|Colombiano CO|española ES|Española ES|alemana DE|francesa FR|venezolanas VE|marroquí MA|' +
      'Moçambicana MZ|moçambicano MZ|angolana AO|cabo-verdiana CV|alemã DE|afegã AF|bissau-guineense GW|' +
      'سورية SY|سوري SY|السورية SY|كينية KE|سودانية SD|جنوب سودانية SS|كورية جنوبية KR|مالية ML|يمنية YE|فلسطينية PS|' +
      'Mtanzania TZ|Watanzania TZ|Mkenya KE|Mganda UG|Msomali SO|Mnyarwanda RW|Msudani Kusini SS'
    )
      .split('|')
      .map((pair): [string, string] => [pair.slice(0, -3), pair.slice(-2)]),
  )('%s is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it.each([
    ['Congolese', ['CD', 'CG']],
    ['congolaise', ['CD', 'CG']],
    ['كونغولية', ['CD', 'CG']],
    ['Dominican', ['DM', 'DO']],
    ['نيجيرية', ['NE', 'NG']],
    ['guineense', ['GN', 'GW']],
    ['guineana', ['GN', 'GQ']],
    ['Saint-Martinoise', ['MF', 'SX']],
    ['Congo', ['CD', 'CG']],
  ])('%s is refused with all that it can be', (text, codes) => {
    expect(read(text)).toEqual(codes);
  });

  it.each(['European', 'African', 'Kenyan-ish woman', 'none'])('%s is refused', (text) => {
    expect(parseNationality(text).ok).toBe(false);
  });

  it.each([
    ['franco-sénégalaise', ['FR', 'SN']],
    ['tchado-camerounaise', ['TD', 'CM']],
    ['malo-guinéenne', ['ML', 'GN']],
    ['syro-libanaise', ['SY', 'LB']],
    ['hispano-marroquí', ['ES', 'MA']],
    ['luso-angolana', ['PT', 'AO']],
    ['سورية-لبنانية', ['SY', 'LB']],
  ])('%s is both', (text, codes) => {
    expect(twoNationalities(text)).toEqual(codes);
  });

  it.each([
    ['guinéo-malienne', ['GN ML', 'GQ ML', 'GW ML']],
    ['franco-congolaise', ['FR CD', 'FR CG']],
    ['congolo-belge', ['CD BE', 'CG BE']],
    ['nigéro-malienne', ['NE ML', 'NG ML']],
    ['afro-américaine', []],
    ['ex-combattante', []],
  ])('%s can be %j', (text, expected) => {
    expect(twoNationalities(text)).toBeNull();
    expect(
      perhapsTwoNationalities(text)
        .map((pair) => pair.join(' '))
        .toSorted(),
    ).toEqual(expected);
  });

  it('suggests the country of a misspelt people', () => {
    expect(read('Senegaleese')).toContain('SN');
  });

  it.each([
    ['from Mali', 'ML'],
    ['originaire du Mali', 'ML'],
    ['originaire de la Guinée-Bissau', 'GW'],
    ['originaire d’Haïti', 'HT'],
    ['natural de Perú', 'PE'],
    ['raia wa Kenya', 'KE'],
    ['sudanesa do sul', 'SS'],
    ['samoana americana', 'AS'],
    ['citizen of the Gambia', 'GM'],
    ['من مالي', 'ML'],
  ])('%s is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it.each([
    ['Korean', ['KP', 'KR']],
    ['coréenne', ['KP', 'KR']],
    ['Mdominika', ['DM', 'DO']],
    ['Virgin Islander', ['VG', 'VI']],
    ['Guinean', 'GN'],
    ['Bissau-Guinean', 'GW'],
    ['Equatorial Guinean', 'GQ'],
    ['Papua New Guinean', 'PG'],
    ['Sudanese', 'SD'],
  ])('%s, which others are called like', (text, codes) => {
    expect(read(text)).toEqual(codes);
  });

  describe('of every country of ISO 3166-1 that has people of its own', () => {
    /** Without inhabitants, or with those of another country, or only reserved in ISO 3166-1. */
    const EMPTY = 'AQ BV GS HM IO SJ TF UM AC CP DG TA'.split(' ');
    /** Territories of other states, of which a language has no name of people: they are called by the country. */
    const DEPENDENT =
      'AI AX BL BQ CC CK CX FK FO GF GG GI GP GU IM JE KY MF MO MP MQ MS NC NF NU PF PM PN RE SH SX TC TK VG VI WF YT AS'.split(
        ' ',
      );
    const countries = entries('territory').filter(
      ({ code, aliases }) =>
        aliases.some((alias) => /^[A-Z]{3}$/.test(alias)) && !EMPTY.includes(code),
    );
    const reads = (name: string, code: string): boolean => {
      const found = read(name);
      return typeof found === 'string' ? found === code : found.includes(code);
    };

    it('there is a name for a woman and for a man in six languages', () => {
      expect(countries.length).toBeGreaterThan(235);
      const lacking = countries.flatMap(({ code }) =>
        LOCALES.filter((locale) => {
          const names = demonymsOf(code)[locale];
          if (names.length === 0) return !DEPENDENT.includes(code);
          return !names.every(
            ({ feminine, masculine }) => reads(feminine, code) && reads(masculine, code),
          );
        }).map((locale) => `${code} ${locale}`),
      );
      expect(lacking).toEqual([]);
    });

    it('the two differ where the language has endings for them', () => {
      // Those that end so are called alike: belga, estadounidense, iraní; and some single words.
      const alike = {
        es: /(?:[aeíúi]|kosovar|kirguís)$/u,
        pt: /(?:[aeêiíu]|kosovar|quirguiz)$/u,
        ar: /^أفريقيا الوسطى$/u,
      } as const;
      const wrong = countries.flatMap(({ code }) =>
        (['es', 'pt', 'ar'] as const).flatMap((locale) => {
          const { [locale]: names } = demonymsOf(code);
          return names
            .filter(({ feminine, masculine }) => feminine === masculine)
            .filter(({ masculine }) => !alike[locale].test(masculine))
            .map(({ masculine }) => `${code} ${locale} ${masculine}`);
        }),
      );
      expect(wrong).toEqual([]);
    });

    it('"from" and the country is read in six languages', () => {
      const from = {
        ar: 'من ',
        en: 'from ',
        es: 'natural de ',
        fr: 'originaire de ',
        pt: 'natural de ',
        sw: 'raia wa ',
      };
      const wrong = countries.flatMap(({ code, labels }) =>
        LOCALES.filter((locale) => {
          const name = labels[locale] ?? labels.en;
          return parseTerritory(name).ok && !reads(from[locale] + name, code);
        }).map((locale) => `${code} ${locale}`),
      );
      expect(wrong).toEqual([]);
    });
  });

  it('reads no people as another country, and no language or country otherwise than before', () => {
    const wrong = [...demonymsByTerritory()].flatMap(([code, names]) =>
      names.filter((name) => {
        const parsed = parseNationality(name);
        if (parsed.ok) return parsed.value !== code;
        return !parsed.problem.suggestions.some((one) => one.code === code);
      }),
    );
    expect(wrong).toEqual([]);
    expect(parseLanguage('French')).toEqual({ ok: true, value: 'fr' });
    expect(parseTerritory('French').ok).toBe(false);
  });
});
