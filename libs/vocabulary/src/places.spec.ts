import { describe, expect, it } from '@jest/globals';
import { entries, parseArea, parseTerritory } from './index.js';
import { foldText } from './fold.js';
import { PLACES_BELOW_COUNTRIES, REGIONS_OF_COUNTRIES } from './places.js';

describe('places below a country', () => {
  it.each([
    ['Casamance', ['SN']],
    ['DARFUR', ['SD']],
    ['دارفور', ['SD']],
    ['Darfour', ['SD']],
    ['Tigray', ['ET']],
    ['Cabo Delgado', ['MZ']],
    ['Tindouf', ['DZ']],
    ['Rojava', ['SY']],
    ['Donbas', ['UA']],
    ['Nord-Kivu', ['CD']],
    ['Cachemire', ['IN', 'PK']],
    ['قطاع غزة', ['PS']],
  ])('%s is refused, and its country is suggested', (text, codes) => {
    for (const parse of [parseTerritory, parseArea]) {
      const parsed = parse(text);
      expect(parsed.ok ? [] : parsed.problem.suggestions.map(({ code }) => code)).toEqual(codes);
    }
  });

  it.each([
    "Afrique de l'Ouest",
    'West Africa',
    'Afrika ya Magharibi',
    'CEDEAO',
    'Grands Lacs',
    'الشرق الأوسط',
    'PALOP',
    'EU',
  ])('%s is refused as a region', (text) => {
    const parsed = parseTerritory(text);
    expect(parsed.ok ? null : parsed.problem.refused).toMatchObject({ is: 'region' });
    expect(parsed.ok ? '' : parsed.problem.message).toContain('name the countries.');
  });

  it('no region is a name of a country or a place', () => {
    const taken = entries('territory').flatMap(({ code, labels, aliases }) =>
      [code, ...Object.values(labels), ...aliases].map(foldText),
    );
    const names = new Set([...taken, ...Object.keys(PLACES_BELOW_COUNTRIES)]);
    expect(Object.keys(REGIONS_OF_COUNTRIES).filter((name) => names.has(name))).toEqual([]);
  });

  it.each([
    ['Iles Comores', 'KM'],
    ['Comoro Islands', 'KM'],
    ['Islas Comoras', 'KM'],
    ['Visiwa vya Komoro', 'KM'],
    ['Ilhas de Cabo Verde', 'CV'],
    ['Seychelles Islands', 'SC'],
    ['Îles Salomon', 'SB'],
    ['Îles de la Guadeloupe', 'GP'],
    ['Islas de Guadalupe', 'GP'],
    ['Cook Islands', 'CK'],
  ])('%s is %s, whatever the islands are called', (text, code) => {
    expect(parseTerritory(text)).toEqual({ ok: true, value: code });
  });

  it.each([
    ['Samoa Islands', ['WS', 'AS']],
    ['Samoan Islands', ['WS', 'AS']],
    ['Îles Samoa', ['WS', 'AS']],
    ['Visiwa vya Samoa', ['WS', 'AS']],
    ['جزر ساموا', ['WS', 'AS']],
    ['Virgin Islands', ['VG', 'VI']],
    ['Îles Vierges', ['VG', 'VI']],
    ['Islas Vírgenes', ['VG', 'VI']],
    ['جزر العذراء', ['VG', 'VI']],
    ['Archipel des Comores', ['KM', 'YT']],
    ['أرخبيل جزر القمر', ['KM', 'YT']],
    ['Isla de Guadalupe', ['GP', 'MX']],
  ])('%s are of two territories, and which is asked', (text, codes) => {
    const parsed = parseTerritory(text);
    expect(parsed.ok ? null : parsed.problem.reason).toBe('ambiguous');
    expect(parsed.ok ? null : parsed.problem.suggestions.map(({ code }) => code)).toEqual(codes);
  });

  // A region, one of several Guineas, Hawaii or islands of the South Atlantic, an atoll of the Chagos, two territories.
  it.each([
    'Micronesia Islands',
    'Îles de Micronésie',
    'Guinea Islands',
    'Sandwich Islands',
    'Salomon Islands',
    'Mariana Islands',
    'Islands of Samoa',
  ])('%s name no country', (text) => {
    expect(parseTerritory(text).ok).toBe(false);
  });

  it('are at least 150, in countries that exist, and none is a name of a country or region', () => {
    const kinds = ['territory', 'region', 'grouping'] as const;
    const names = new Set(
      kinds.flatMap((kind) =>
        entries(kind).flatMap(({ code, labels, aliases }) =>
          [code, ...Object.values(labels), ...aliases].map(foldText),
        ),
      ),
    );
    const codes = new Set(entries('territory').map(({ code }) => code));
    const places = Object.entries(PLACES_BELOW_COUNTRIES);
    expect(places.length).toBeGreaterThan(150);
    expect(places.filter(([name]) => names.has(name)).map(([name]) => name)).toEqual([]);
    expect(places.flatMap(([, { instead }]) => instead).filter((code) => !codes.has(code))).toEqual(
      [],
    );
  });
});
