import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator, usePseudoLocale } from '#messages';
import { LOCALES } from '#vocabulary';
import { openTestApi, type TestApi } from '../../support/api.js';
import { CALL, openCalls } from '../../support/applying.js';
import { fill, record } from '../../support/fill.js';
import { tagsOf } from '../../support/html-forms.js';
import { PageReader } from '../../support/page-reader.js';
import { atHerPage, makeWoman } from '../../support/woman.js';

const SITE = 'https://baraza.example.org';
const PATHS = ['/', '/directory', '/networks', '/networks/acacia', '/how-matching-works'];
const SEARCHES = [
  '/directory?territory=KE',
  '/directory?q=woman&sort=name',
  '/networks?after=acacia',
];
const LOST = ['/directory/nonsense', '/networks/no-such-network', '/directory?territory=XX'];

describe('the pages of the public directory', () => {
  let api: TestApi;
  /** Where search engines may list them. */
  let indexable: TestApi;
  let off: TestApi;
  let profile: string;
  let codeName: string;

  beforeAll(async () => {
    api = await openTestApi({ BARAZA_PUBLIC_URL: SITE });
    indexable = await openTestApi({ BARAZA_PUBLIC_URL: SITE, BARAZA_DIRECTORY_INDEXABLE: 'on' });
    off = await openTestApi({ BARAZA_DIRECTORY: 'off', BARAZA_DIRECTORY_INDEXABLE: 'on' });
    for (const each of [api, indexable]) {
      await openCalls(each);
      await fill(each.services, 'acacia', [
        record(1, { display_name: 'Wanjiru' }),
        record(2, { pseudonymous: 'yes', code_name: 'Heron' }),
      ]);
    }
    const rows = await indexable.services.database.query<{ id: string }>(
      'SELECT public_id AS id FROM mediator ORDER BY code_name NULLS FIRST',
    );
    [profile, codeName] = rows.map(({ id }) => `/directory/${id}`) as [string, string];
  });
  afterAll(async () => {
    await api.close();
    await indexable.close();
    await off.close();
  });

  const open = async (path: string, of = api) => new PageReader(of).send('GET', path);
  const robotsOf = ({ page }: PageReader) =>
    tagsOf(page).find(({ attributes }) => attributes.name === 'robots')?.attributes.content;

  it('set no cookie, hold no script, keep their headers and stay small', async () => {
    for (const path of [...PATHS, ...SEARCHES, ...LOST]) {
      for (const locale of LOCALES) {
        const page = await open(`${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
        expect([path, page.setCookies]).toEqual([path, []]);
        expect([path, page.headers]).toEqual([
          path,
          expect.objectContaining({
            'cache-control': 'no-store',
            'referrer-policy': 'no-referrer',
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': expect.stringContaining("default-src 'none'"),
          }),
        ]);
        expect(Buffer.byteLength(page.page)).toBeLessThan(20_480);
        for (const { name, attributes } of tagsOf(page.page)) {
          expect(['script', 'style', 'iframe', 'img', 'object', 'embed', 'base']).not.toContain(
            name,
          );
          expect(Object.keys(attributes).filter((one) => /^on|^style$/.test(one))).toEqual([]);
          if (name === 'a') expect(attributes.href).toMatch(/^(\/(?!\/)|#[\w.-]+$)/);
        }
      }
    }
  });

  it('have a sheet of their own beside that of all pages, and search engines may read both', async () => {
    const { page } = await open('/', indexable);
    const sheets = tagsOf(page).flatMap(({ attributes: { rel, href = '' } }) =>
      rel === 'stylesheet' ? [href] : [],
    );
    expect(sheets.map((one) => one.split('?')[0])).toEqual([
      '/pages/style.css',
      '/pages/public.css',
    ]);
    const robots = (await open('/robots.txt', indexable)).page;
    for (const sheet of sheets) {
      const { status, headers } = await open(sheet, indexable);
      expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
      expect(robots).toContain(`Allow: ${sheet.split('?')[0]}\n`);
    }
    expect((await open('/sign-in', indexable)).page).not.toContain('public.css');
  });

  it('are in the language of the address, else of the browser, with the direction of its writing', async () => {
    for (const locale of LOCALES) {
      for (const path of [...PATHS, ...SEARCHES, ...LOST]) {
        const page = await open(`${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
        const [html] = tagsOf(page.page);
        expect([path, html?.attributes]).toEqual([
          path,
          { lang: locale, dir: locale === 'ar' ? 'rtl' : 'ltr' },
        ]);
        expect(page.text).toContain(translator('directory', locale)('footer.shown'));
        expect(page.text).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/);
      }
      const asked = await new PageReader(api).send('GET', '/directory', {
        'accept-language': locale,
      });
      expect(asked.page).toContain(`<html lang="${locale}"`);
    }
    const both = await new PageReader(api).send('GET', '/directory?lang=ar', {
      'accept-language': 'fr',
    });
    expect(both.page).toContain('<html lang="ar" dir="rtl"');
  });

  it('say where they are in each language, and that they are one page', async () => {
    for (const path of PATHS) {
      const page = await open(`${path}?lang=fr`);
      const links = tagsOf(page.page).filter(({ name }) => name === 'link');
      const alternates = links.flatMap(({ attributes: { rel, hreflang, href } }) =>
        rel === 'alternate' ? [[hreflang, href]] : [],
      );
      expect(Object.fromEntries(alternates)).toEqual({
        ...Object.fromEntries(LOCALES.map((one) => [one, `${SITE}${path}?lang=${one}`])),
        'x-default': `${SITE}${path}`,
      });
      const canonical = links.find(({ attributes }) => attributes.rel === 'canonical');
      expect(canonical?.attributes.href).toBe(`${SITE}${path}?lang=fr`);
      expect((await open(path)).page).toContain(`rel="canonical" href="${SITE}${path}"`);
    }
  });

  it('have one heading, a name for every control, ids of their own and a place in the menu', async () => {
    for (const path of [...PATHS, ...SEARCHES, ...LOST]) {
      const page = await open(path);
      const tags = tagsOf(page.page);
      const links = tags.filter(({ name }) => name === 'a');
      expect([path, links[0]?.attributes.href]).toEqual([path, '#content']);
      expect([path, tags.filter(({ name }) => name === 'h1').length]).toEqual([path, 1]);
      expect([path, tags.filter(({ name }) => name === 'main').length]).toEqual([path, 1]);
      const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
      expect([path, ids]).toEqual([path, [...new Set(ids)]]);
      for (const { attributes } of links) {
        if (attributes.href?.startsWith('#')) expect(ids).toContain(attributes.href.slice(1));
      }
      const named = new Set(tags.map(({ name, attributes }) => name === 'label' && attributes.for));
      for (const control of page.forms.flatMap(({ controls }) => controls)) {
        if (control.type === 'hidden' || control.type === 'checkbox') continue;
        expect([path, control.name, named.has(control.id ?? '')]).toEqual([
          path,
          control.name,
          true,
        ]);
      }
      expect(links.some(({ attributes }) => attributes.href === '/sign-in')).toBe(true);
    }
    const current = tagsOf((await open('/networks/acacia')).page).find(
      ({ attributes }) => attributes['aria-current'] === 'true' && attributes.href,
    );
    expect(current?.attributes.href).toBe('/networks');
  });

  it('have no word that stands in no catalogue', async () => {
    const end = usePseudoLocale();
    try {
      for (const path of ['/', '/how-matching-works', '/networks', ...LOST]) {
        const { page } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
        const text = page
          .replaceAll(/<(svg|footer)[^]*?<\/\1>|<[^>]*>/g, ' ')
          .replaceAll(/Network (acacia|fjord)|Baraza|Fjord|XX/g, '');
        expect(text).toContain('⟦');
        // What is put into a message is of a catalogue, too.
        const inner = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
        const rest = inner.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
        expect([path, rest.match(/\p{L}+/gu) ?? []]).toEqual([path, []]);
      }
    } finally {
      end();
    }
  });

  it('tell search engines nothing but no, unless the setting says otherwise', async () => {
    const { page } = await open('/robots.txt');
    expect(page).toBe('User-agent: *\nDisallow: /\n');
    for (const path of [...PATHS, ...SEARCHES, ...LOST]) {
      const shown = await open(path);
      expect([path, shown.headers['x-robots-tag'], robotsOf(shown)]).toEqual([
        path,
        'noindex, nofollow',
        'noindex, nofollow',
      ]);
    }
  });

  it('may be listed where the setting says so: each page once, no search, no code name, no copy', async () => {
    const listed = [...PATHS, profile];
    const unlisted = [...SEARCHES, codeName];
    const robots = await open('/robots.txt', indexable);
    expect(robots.headers['content-type']).toBe('text/plain; charset=utf-8');
    for (const [paths, said] of [
      [listed, 'index, follow, noarchive'],
      [unlisted, 'noindex, follow'],
      [LOST, 'noindex, nofollow'],
    ] as const) {
      for (const path of paths) {
        const shown = await open(path, indexable);
        expect([path, shown.headers['x-robots-tag'], robotsOf(shown)]).toEqual([path, said, said]);
      }
    }
    for (const path of [...listed, ...listed.map((one) => `${one}?lang=ar`)])
      expect([path, isAllowed(robots.page, path)]).toEqual([path, true]);
    for (const path of [
      '/me',
      '/sign-in',
      '/graphql',
      '/link/sign-in?token=x',
      '/apply/acacia',
      '/briefings/x',
    ]) {
      expect([path, isAllowed(robots.page, path)]).toEqual([path, false]);
    }
    expect((await open('/sign-in', indexable)).headers['x-robots-tag']).toBe('noindex, nofollow');
  });

  it('are not there where the setting says so', async () => {
    const browser = { accept: 'text/html,*/*;q=0.8' };
    for (const path of [
      '/directory',
      '/directory?q=x',
      profile,
      '/networks',
      '/networks/acacia',
      '/how-matching-works',
    ]) {
      const person = await new PageReader(off).send('GET', path, browser);
      const nothing = await new PageReader(off).send('GET', '/nothing-at-all', browser);
      expect([path, person.status]).toEqual([path, 404]);
      expect(person.text).toBe(nothing.text);
    }
    const start = await open('/', off);
    expect([start.status, start.headers.location]).toEqual([303, '/sign-in/open']);
    expect((await open('/robots.txt', off)).page).toContain('Disallow: /\n');
    expect((await open('/robots.txt', off)).page).not.toContain('Allow: /d');
    const { data } = await off.ask('{ mediators { totalCount } }');
    expect(data).toEqual({ mediators: { totalCount: 0 } });
  });

  it('begin with a search, and lead whoever has signed in to her own page', async () => {
    const visitor = await open('/');
    expect(visitor.form('/directory').controls.map(({ name }) => name)).toContain('q');
    const she = await atHerPage(api, await makeWoman(api, 1));
    await she.open('/');
    expect(she.path).toBe('/me');
  });

  it('show what a network is, and its open call with the way to apply', async () => {
    await api.services.database.query(
      `UPDATE network SET descriptions = '{"en": "A circle of <mediators>.", "fr": "Un cercle."}',
         admission_criteria = '{"en": "Ten years of work."}', territories = '{KE,ECOWAS}', website = 'https://acacia.example'
       WHERE slug = 'acacia'`,
    );
    const reader = await new PageReader(api).open('/networks?lang=en');
    expect(reader.text).toContain('Kenya');
    await reader.open('/networks/acacia?lang=en');
    for (const said of [
      'A circle of <mediators>.',
      'Ten years of work.',
      'Kenya',
      'https://acacia.example',
      'fictional',
    ])
      expect(reader.text).toContain(said);
    const addresses = tagsOf(reader.page).flatMap(({ attributes: { href } }) => href ?? []);
    expect(addresses).toContain('/directory?network=acacia&lang=en');
    const apply = addresses.find((one) => one.startsWith('/apply/acacia/'));
    expect(reader.text).toContain(CALL.titles.en);
    await reader.open(apply!);
    expect([reader.status, reader.text.includes('Women who mediate.')]).toEqual([200, true]);
    const fjord = await open('/networks/fjord?lang=en');
    expect(fjord.text).toContain('It has no open call at present.');
    const french = await open('/networks/acacia?lang=fr');
    expect(french.page).toContain('<p lang="fr"');
    await api.services.database.query(
      "UPDATE network SET archived_at = now() WHERE slug = 'fjord'",
    );
    expect((await open('/networks/fjord?lang=en')).text).toContain('no longer active');
    expect((await open('/networks')).page).not.toContain('/networks/fjord');
  });

  it('name every section of how matching works in each language', async () => {
    for (const locale of LOCALES) {
      const t = translator('directory', locale);
      const { text } = await open(`/how-matching-works?lang=${locale}`);
      for (const said of [
        t('how.consent.2'),
        t('how.safety.2'),
        t('how.listed.1'),
        t('how.removed.1'),
        t('how.compare.4'),
      ])
        expect(text).toContain(said.replaceAll(/\s/gu, ' '));
    }
  });
});

/** As RFC 9309 reads it: the longest rule that matches decides, and of two as long the one that allows. */
function isAllowed(robots: string, path: string): boolean {
  const rules = [...robots.matchAll(/^(Allow|Disallow): (.*)$/gm)].map(
    ([, rule, pattern = '']) => ({
      allows: rule === 'Allow',
      pattern,
      length: pattern.length,
    }),
  );
  const matching = rules.filter(({ pattern }) =>
    pattern.endsWith('$') ? path === pattern.slice(0, -1) : path.startsWith(pattern),
  );
  const [first] = matching.toSorted(
    (a, b) => b.length - a.length || Number(b.allows) - Number(a.allows),
  );
  return first?.allows ?? true;
}
