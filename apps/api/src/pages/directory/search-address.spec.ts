import { describe, expect, it } from '@jest/globals';
import { filterOf, parametersOf, readSearch } from './search-address.js';

const read = (query: string) => readSearch(new URLSearchParams(query));

describe('the address of a search', () => {
  it('is read and written again in one order, each value once', () => {
    const query =
      'sort=years&territory=ML&language=fr.B2&q=+ceasefire+&territory=ML&territory=011&years=10&utm=x';
    const { search, mistakes } = read(query);
    expect(mistakes).toEqual([]);
    const written = parametersOf(search).toString();
    expect(written).toBe(
      'q=ceasefire&language=fr.B2&territory=ML&territory=011&years=10&sort=years',
    );
    expect(read(written).search).toEqual(search);
  });

  it('takes what a form leaves empty for nothing', () => {
    const { search, mistakes } = read('q=&language=&years=&sort=&after=');
    expect([mistakes, parametersOf(search).toString()]).toEqual([[], '']);
    expect(Object.values(filterOf(search)).filter((one) => one !== undefined)).toEqual([]);
  });

  it('becomes the filter of the index, without one of its parts where that is counted', () => {
    const { search } = read('language=fr.B2&language=ar&track=1.5&network=acacia&years=0');
    expect(filterOf(search)).toMatchObject({
      languages: [{ code: 'fr', minimumLevel: 'B2' }, { code: 'ar' }],
      tracks: ['1.5'],
      networks: ['acacia'],
      minimumYears: 0,
    });
    expect(filterOf(search, 'track').tracks).toBeUndefined();
    expect(filterOf(search, 'years').minimumYears).toBeUndefined();
  });

  it('reads years in the digits of any script', () => {
    expect(read('years=١٢').search.years).toBe(12);
  });

  it.each([
    ['territory=XX', 'territory', 'value'],
    ['language=fr.', 'language', 'value'],
    ['language=fr.B2.C1', 'language', 'value'],
    ['language=ar&language=ar.C1', 'language', 'twice'],
    ['network=-', 'network', 'value'],
    ['years=-1', 'years', 'value'],
    ['years=1.5', 'years', 'value'],
    ['q=a&q=b', 'q', 'twice'],
    ['q=%00', 'q', 'value'],
    ['sort=score', 'sort', 'value'],
    ['after=a&before=b', 'page', 'page'],
    [`q=${'é'.repeat(201)}`, 'q', 'long'],
  ])('refuses %s at %s', (query, at, kind) => {
    expect(read(query).mistakes).toMatchObject([{ at, kind }]);
  });

  it('refuses more values than a filter of the graph takes', () => {
    const slugs = Array.from({ length: 51 }, (_, i) => `network=n${i}`).join('&');
    expect(read(slugs).mistakes).toMatchObject([{ at: 'network', kind: 'many', most: 50 }]);
    expect(read(`q=${'😀'.repeat(200)}`).mistakes).toEqual([]);
  });
});
