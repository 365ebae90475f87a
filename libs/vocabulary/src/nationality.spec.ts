import { describe, expect, it } from '@jest/globals';
import { demonymsByTerritory } from './demonyms.js';
import { entries, parseLanguage, parseNationality, parseTerritory } from './index.js';

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

  it('suggests the country of a misspelt people', () => {
    expect(read('Senegaleese')).toContain('SN');
  });

  it('has a name of the people of every country in ISO 3166-1 that has people', () => {
    const names = demonymsByTerritory();
    const without = entries('territory').filter(({ code }) => !names.has(code));
    // Parts of other territories in CLDR, islands without people, or with others' names.
    expect(without.map(({ code }) => code).join(' ')).toBe(
      'AC AQ BQ BV CP CQ DG EA HM IC IO MP SJ TA TF UM',
    );
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
