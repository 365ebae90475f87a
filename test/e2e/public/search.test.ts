import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '#vocabulary';
import { translator } from '#messages';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { tagsOf, unescaped } from '../../support/html-forms.js';
import { PageReader } from '../../support/page-reader.js';

const LARGEST = 20 * 1_024;

/** More of them than a list shows; the one that is sought is the last. */
const TOPICS = [
  'Constitution making',
  'Transitional justice',
  'Anti-corruption',
  'Elections',
  'Reconstruction',
  'Ceasefire mediation',
];

describe('the search of the public directory', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
    const women = Array.from({ length: 30 }, (_, i) =>
      record(i + 1, {
        display_name: `Woman ${String(i + 1).padStart(2, '0')}`,
        languages: i < 10 ? 'French (B1); Arabic (native)' : 'French (C1); English (C2)',
        territories: i % 3 === 0 ? 'Mali' : i % 3 === 1 ? 'Niger; Mali' : 'Kenya',
        tracks: i % 2 === 0 ? '1' : '2',
        years: String(i),
        ...(i === 7 ? { expertise: TOPICS.join('; ') } : {}),
        biography: i === 4 ? 'She mediates between <b>herders</b> and farmers.' : '',
      }),
    );
    await fill(api.services, 'acacia', women.slice(0, 20));
    await fill(api.services, 'fjord', women.slice(20));
  });
  afterAll(() => api.close());

  const open = async (path: string, headers = {}) => new PageReader(api).open(path, headers);
  /** What the graph answers to whoever has not signed in. */
  const graph = async (
    args: string,
  ): Promise<{ names: string[]; total: number; facets: Facet[] }> => {
    const { data } = await api.ask<{ mediators: Answer }>(
      `{ mediators(first: 12, facets: [LANGUAGES, TERRITORIES, TRACKS, ROLES, NETWORKS] ${args}) {
        totalCount edges { node { name } } facets { name counts { code count } } } }`,
    );
    const { totalCount, edges, facets } = data!.mediators;
    return { names: edges.map(({ node }) => node.name), total: totalCount, facets };
  };
  const namesOn = ({ page }: PageReader) =>
    [...page.matchAll(/<h2>\s*<a [^>]*>\s*<bdi>([^<]*)<\/bdi>/g)].map(([, name]) =>
      unescaped(name!),
    );
  /** By the value of a box to tick, the number beside it. */
  const countsOn = ({ page }: PageReader, name: string) =>
    Object.fromEntries(
      [...page.matchAll(/<input\s+type="checkbox"([^>]*)>\s*<span\s*>([^<]*)</g)].flatMap(
        ([, attributes = '', text = '']) =>
          attributes.includes(`name="${name}"`)
            ? [[/value="([^"]*)"/.exec(attributes)?.[1], Number(/\((\d+)\)/.exec(text)?.[1])]]
            : [],
      ),
    ) as Record<string, number>;

  it.each([
    ['', ''],
    ['?q=woman', 'search: "woman"'],
    ['?q=herders', 'search: "herders"'],
    [
      '?language=fr.C1&territory=ML',
      'filter: { languages: [{ code: "fr", minimumLevel: C1 }], territories: ["ML"] }',
    ],
    [
      '?territory=ML&territory=KE&track=2',
      'filter: { territories: ["ML", "KE"], tracks: [TRACK_2] }',
    ],
    ['?territory=011&role=facilitator', 'filter: { territories: ["011"], roles: [FACILITATOR] }'],
    ['?network=fjord&years=10', 'filter: { networks: ["fjord"], minimumYears: 10 }'],
    ['?sort=years&expertise=mediation', 'sort: YEARS, filter: { expertise: ["mediation"] }'],
    ['?q=nobody+at+all', 'search: "nobody at all"'],
  ])('finds at %s whom the graph finds, in its order', async (address, args) => {
    const page = await open(`/directory${address}`);
    const { names, total } = await graph(args);
    expect([page.status, namesOn(page)]).toEqual([200, names]);
    expect(page.text).toContain(translator('directory', 'en')('search.found', { count: total }));
    expect(Buffer.byteLength(page.page)).toBeLessThan(LARGEST);
  });

  it('counts what each further choice would find, as the facets of the graph do', async () => {
    const page = await open('/directory?language=ar');
    const { facets } = await graph('filter: { languages: [{ code: "ar" }] }');
    const territories = facets.find(({ name }) => name === 'TERRITORIES')!;
    for (const [code, count] of Object.entries(countsOn(page, 'territory'))) {
      expect(territories.counts).toContainEqual({ code, count });
    }
    for (const [name, code] of [
      ['territory', 'ML'],
      ['territory', 'KE'],
      ['network', 'acacia'],
      ['track', '1'],
    ] as const) {
      const further = await open(`/directory?language=ar&${name}=${code}`);
      const found = translator('directory', 'en')('search.found', {
        count: countsOn(page, name)[code]!,
      });
      expect(further.text).toContain(found);
    }
  });

  it('counts the values of a filter without what is chosen of it, so that another can be chosen', async () => {
    const [all, chosen] = [
      await open('/directory?track=1'),
      await open('/directory?track=1&territory=KE'),
    ];
    expect(countsOn(chosen, 'territory')).toMatchObject(
      Object.fromEntries(
        Object.entries(countsOn(all, 'territory')).filter(([code]) =>
          ['KE', 'ML', 'NE'].includes(code),
        ),
      ),
    );
    expect(chosen.form('/directory').controls).toContainEqual(
      expect.objectContaining({ name: 'territory', value: 'KE', sent: true }),
    );
  });

  it('names countries before regions, and shows all where that is asked for', async () => {
    const few = await open('/directory');
    const places = ['KE', 'ML', 'NE', '202'].map((code) => few.page.indexOf(`value="${code}"`));
    expect(places).not.toContain(-1);
    expect(Math.max(...places)).toBe(places[3]);
    expect(few.page).toMatch(/name="more"\s+value="territory"/);
    const all = await open('/directory?more=territory');
    expect(Object.keys(countsOn(all, 'territory'))).toEqual(
      expect.arrayContaining(['AFRICAN-UNION', 'AES', '002', 'NE']),
    );
    expect(countsOn(all, 'territory')).not.toHaveProperty('001');
    const heading = all.page.indexOf(translator('directory', 'en')('search.regions'));
    expect(all.page.indexOf('value="NE"')).toBeLessThan(heading);
    expect(all.page.indexOf('value="AES"')).toBeGreaterThan(heading);
    expect(all.page).not.toMatch(/name="more"\s+value="territory"/);
  });

  it('lets a language that is chosen be asked for at a level, or no longer', async () => {
    const page = await open('/directory?language=fr.C1');
    const control = page.form('/directory').controls.find(({ name }) => name === 'language')!;
    expect(control).toMatchObject({ tag: 'select', value: 'fr.C1' });
    expect(control.options).toEqual(expect.arrayContaining(['fr', 'fr.B2', 'fr.native', '']));
    await page.open('/directory?language=&q=');
    expect(page.text).toContain('30 women');
  });

  it('turns its pages forth and back, each woman once', async () => {
    const reader = await open(
      '/directory?sort=name&territory=ML&territory=NE&territory=KE&lang=en',
    );
    const seen = [namesOn(reader)];
    const turn = async (rel: string) => {
      const link = tagsOf(reader.page).find(
        ({ attributes }) => attributes.rel === rel && attributes.href,
      );
      if (!link) return false;
      await reader.open(link.attributes.href!);
      return true;
    };
    while (await turn('next')) seen.push(namesOn(reader));
    expect(seen.map(({ length }) => length)).toEqual([12, 12, 6]);
    expect(seen.flat()).toEqual(seen.flat().toSorted());
    expect(new Set(seen.flat()).size).toBe(30);
    await turn('prev');
    expect(namesOn(reader)).toEqual(seen[1]);
    expect(reader.page).toContain('lang=en');
    expect(reader.page).toContain('name="robots" content="noindex');
  });

  it('keeps every filter and the language in its form and in its links', async () => {
    const page = await open(
      '/directory?q=woman&language=fr.B1&territory=ML&years=3&sort=years&lang=sw',
    );
    const sent = page
      .form('/directory')
      .controls.filter(({ sent: isSent, value }) => isSent && value !== '')
      .map(({ name, value }) => [name, value]);
    expect(sent).toEqual(
      expect.arrayContaining([
        ['lang', 'sw'],
        ['q', 'woman'],
        ['language', 'fr.B1'],
        ['territory', 'ML'],
        ['years', '3'],
        ['sort', 'years'],
      ]),
    );
    const arabic = tagsOf(page.page).find(
      ({ name, attributes }) => name === 'a' && attributes.hreflang === 'ar',
    );
    expect(arabic?.attributes.href).toBe(
      '/directory?q=woman&language=fr.B1&territory=ML&years=3&sort=years&lang=ar',
    );
    for (const { name, attributes } of tagsOf(page.page)) {
      if (name === 'a' && attributes.href?.startsWith('/') && !attributes.hreflang)
        expect(attributes.href).toContain('lang=sw');
    }
  });

  it('shows among the topics of a woman first what was sought', async () => {
    const topicsOn = ({ page }: PageReader) => {
      const [, women = ''] = /<ol class="women">([^]*?)<\/ol>/.exec(page) ?? [];
      return TOPICS.filter((topic) => women.includes(`<p>${topic}`));
    };
    expect(topicsOn(await open('/directory?q=woman+08'))).toEqual(['Anti-corruption']);
    expect(topicsOn(await open('/directory?q=transitional'))).toEqual(['Transitional justice']);
  });

  it('shows words that were found as text and marks them', async () => {
    const page = await open('/directory?q=herders');
    expect(page.page).toContain('<mark>herders</mark>');
    expect(page.page).toContain('&lt;b&gt;');
    expect(page.page).not.toContain('<b>');
  });

  it.each([
    ['territory=XX', 'XX'],
    ['territory=Mali', 'Mali'],
    ['language=fr.D1', 'fr.D1'],
    ['language=fr&language=fr.B2', 'Languages'],
    ['expertise=nothing', 'nothing'],
    ['role=queen', 'queen'],
    ['track=4', '4'],
    ['availability=always', 'always'],
    ['network=no-such-network', 'no-such-network'],
    ['network=A%00', 'Networks'],
    ['years=many', 'many'],
    ['years=101', '101'],
    ['years=3&years=4', 'Experience'],
    ['sort=beauty', 'beauty'],
    ['q=a%00b', 'Words'],
    [`q=${'x'.repeat(201)}`, '200'],
    ['after=nonsense', 'no longer there'],
    ['after=x&before=y', 'no longer there'],
    [`territory=${'ML&territory='.repeat(3)}%3Cscript%3E`, '<script>'],
  ])('refuses %s in words, and finds nobody by a guess', async (parameters, said) => {
    const page = await open(`/directory?${parameters}`);
    expect([page.status, namesOn(page)]).toEqual([422, []]);
    expect(page.text).toContain(said);
    expect(page.page).not.toContain('<script');
    expect(page.headers['x-robots-tag']).toBe('noindex, nofollow');
  });

  it('leaves alone what other sites add to an address', async () => {
    const page = await open('/directory?utm_source=mail&territory=KE');
    expect([page.status, namesOn(page).length]).toEqual([200, 10]);
    expect(page.page).not.toContain('utm_source');
  });

  it('stays below 20 KiB with the longest words and every filter', async () => {
    const chosen =
      'language=fr.B1&language=en&territory=ML&territory=KE&role=facilitator&track=1&track=2&network=acacia';
    for (const locale of LOCALES) {
      const page = await open(`/directory?${chosen}&lang=${locale}`);
      expect([locale, page.status, Buffer.byteLength(page.page) < LARGEST]).toEqual([
        locale,
        200,
        true,
      ]);
      const long = await open(`/directory?q=${encodeURIComponent('س'.repeat(200))}&lang=${locale}`);
      expect([locale, long.status, Buffer.byteLength(long.page) < LARGEST]).toEqual([
        locale,
        200,
        true,
      ]);
    }
  });
});

interface Facet {
  readonly name: string;
  readonly counts: readonly { readonly code: string; readonly count: number }[];
}

interface Answer {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly name: string } }[];
  readonly facets: Facet[];
}
