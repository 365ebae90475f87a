import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONSENT_PURPOSES } from '#directory';
import { translator, usePseudoLocale } from '#messages';
import { entries, label, LOCALES } from '#vocabulary';
import { openTestApi, type TestApi } from '../../support/api.js';
import { formsOf, tagsOf } from '../../support/html-forms.js';
import { PageReader } from '../../support/page-reader.js';
import { atHerPage, makeWoman, type Woman } from '../../support/woman.js';

const CALL = '01900000-0000-7000-8000-0000000000ca';
const OUTSIDE = [
  '/apply/acacia',
  `/apply/acacia/${CALL}`,
  `/apply/acacia/${CALL}?sent`,
  '/sign-in',
  '/sign-in?sent',
  '/sign-in?reset',
  '/sign-in?out',
  '/sign-in/register',
  '/sign-in/register?sent',
  '/link/sign-in?token=x',
  '/link/verify-email?token=x',
  '/link/password-reset?token=x',
  '/link/confirm-profile?token=x',
  '/link/invitation?token=x',
  '/link/application?token=x',
  '/link/application?deleted',
  '/link/introduction?token=x',
  '/link/introduction?done=no',
  '/link/check-in?token=x',
  '/link/check-in?done=call',
  '/link/feedback?token=x',
  '/link/correction?token=x',
  '/link/correction?done=answered',
  '/link/second-place?token=x',
  '/link/breach?token=x',
  '/link/breach?done=read',
  '/link/second-place?done=agree',
  '/link/done?after=mediator',
];
const HERS = [
  '/me',
  '/me/data',
  '/me/data/notices',
  '/me/profile',
  '/me/availability',
  '/me/introductions',
  '/me/deployments',
  '/me/deployments/second-places',
  '/me/preferences',
  '/me/safety',
  '/me/consents',
  '/me/consents/entries',
  '/me/consents/directories',
  '/me/audiences',
  '/me/audiences/residence',
  '/me/contact',
  '/me/corrections',
  '/account',
  '/me/erase',
];
/** Pages that the menu does not name, below those that it names. */
const ABOVE: Readonly<Record<string, string>> = {
  '/me/audiences/residence': '/me/audiences',
  '/me/consents/directories': '/me/consents',
  '/me/consents/entries': '/me/consents',
  '/me/data/notices': '/me/data',
  '/me/deployments/second-places': '/me/deployments',
};
const LOST = ['/me/audiences/nothing', '/link/done?after=nothing'];

const MENU = [
  'overview',
  'data',
  'profile',
  'availability',
  'introductions',
  'deployments',
  'preferences',
  'safety',
  'consents',
  'audiences',
  'contact',
  'corrections',
  'account',
  'erase',
] as const;

/** What comes from elsewhere: the vocabulary. */
const NAMES = [
  ...entries('availability').map(({ code }) => label('availability', code, 'en')),
  ...LOCALES.map((locale) => label('language', locale, 'en')),
  label('territory', 'NE', 'en'),
  'Baraza',
  'Network acacia',
];

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

describe('every page', () => {
  let api: TestApi;
  let amina: Woman;
  let production: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
    amina = await makeWoman(api, 1, {
      display_name: 'Amina Diallo',
      telephone: '+1 202 555 0123',
      ruled_out: 'Niger',
    });
    const texts = Object.fromEntries(LOCALES.map((locale) => [locale, 'Baraza']));
    await api.services.database.query(
      `INSERT INTO membership_call (id, network_id, state, titles, criteria, languages, opens_on, created_by)
       SELECT $1, id, 'open', $2, $2, $3, '2026-01-01', 'a test' FROM network WHERE slug = 'acacia'`,
      [CALL, JSON.stringify(texts), LOCALES],
    );
    await api.services.database.query(
      `INSERT INTO exchange_partner (id, name, public_key, most, telephones) VALUES ($1, 'Baraza', 'none', 10, false)`,
      [CALL],
    );
    production = await openTestApi({ NODE_ENV: 'production' });
  });
  afterAll(async () => {
    await api.close();
    await production.close();
  });

  it('sends the headers that keep it to itself', async () => {
    const she = await atHerPage(api, amina);
    for (const path of [...OUTSIDE, ...HERS, ...LOST]) {
      await she.open(path);
      expect([path, she.headers]).toEqual([
        path,
        expect.objectContaining({
          'content-security-policy': POLICY,
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          'content-type': 'text/html; charset=utf-8',
        }),
      ]);
      expect(she.headers['strict-transport-security']).toBeUndefined();
    }
    for (const path of ['/leave', '/']) {
      await new PageReader(api).send('GET', path).then(({ headers }) => {
        expect(headers).toMatchObject({
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
        });
      });
    }
    await she.open('/me');
    await she.post('/me/confirm', {});
    expect(she.headers['content-security-policy']).toBe(POLICY);
    expect(she.headers['cache-control']).toBe('no-store');
  });

  it('insists on HTTPS in production, with cookies that are bound to it', async () => {
    const woman = await makeWoman(production, 1);
    const she = await atHerPage(production, woman);
    expect(she.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect([...she.cookies.keys()].toSorted()).toEqual([
      '__Host-baraza_device',
      '__Host-baraza_form',
      '__Host-baraza_page',
    ]);
    const signIn = await new PageReader(production).open('/sign-in?lang=fr');
    for (const cookie of signIn.setCookies) {
      expect(cookie).toMatch(/^__Host-.*; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    }
  });

  it('keeps the session in a cookie that no script and no other site gets at', async () => {
    const she = await new PageReader(api).open('/sign-in');
    const { controls } = she.form('/sign-in');
    const fields = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
    await she.post('/sign-in', { ...fields, address: amina.email, password: amina.password });
    const cookie = she.setCookies.find((one) => one.startsWith('baraza_page='));
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('holds no script, no style, nothing of elsewhere and no address with her token', async () => {
    const she = await atHerPage(api, amina);
    for (const path of [...OUTSIDE, ...HERS, ...LOST]) {
      await she.open(path);
      for (const { name, attributes } of tagsOf(she.page)) {
        expect(['script', 'style', 'iframe', 'img', 'object', 'embed', 'base']).not.toContain(name);
        expect(Object.keys(attributes).filter((one) => /^on|^style$/.test(one))).toEqual([]);
        for (const address of [attributes.href, attributes.src, attributes.action]) {
          if (address !== undefined) expect(address).toMatch(/^(\/(?!\/)|#[\w.-]+$|data:,$)/);
        }
      }
    }
  });

  it('says where she is, can be skipped through, and leads only to places that it has', async () => {
    const she = await atHerPage(api, amina);
    for (const path of [...OUTSIDE, ...HERS, ...LOST]) {
      await she.open(path);
      const tags = tagsOf(she.page);
      const links = tags.flatMap(({ attributes: { href } }, i) =>
        tags[i]?.name === 'a' && href !== '/leave' ? [href] : [],
      );
      expect([path, links[0]]).toEqual([path, '#content']);
      const ids = new Set(tags.map(({ attributes }) => attributes.id));
      const places = tags.flatMap(({ attributes: { href } }) =>
        href?.startsWith('#') ? [href.slice(1)] : [],
      );
      expect([path, places.filter((place) => !ids.has(place))]).toEqual([path, []]);
      const current = tags.flatMap(({ name, attributes }) =>
        name === 'a' && 'aria-current' in attributes
          ? [`${attributes['aria-current']} ${attributes.href}`]
          : [],
      );
      const above = ABOVE[path];
      const here = above === undefined ? `page ${path}` : `true ${above}`;
      expect([path, current]).toEqual([path, HERS.includes(path) ? [here] : []]);
    }
    await she.open('/me/data');
    const headings = tagsOf(she.page).filter(({ name }) => name === 'h2');
    const listed = tagsOf(she.page).filter(({ attributes }) => attributes.href?.startsWith('#'));
    expect(listed).toHaveLength(headings.length + 1);
  });

  it.each([
    ['/me/safety', { added: 'Atlantis' }, ['added']],
    ['/me/corrections', { text: '' }, ['text']],
    ['/me/profile', { years: 'many' }, ['years']],
    ['/me/erase', { confirmation: 'somebody else' }, ['confirmation']],
    ['/me/contact', { email: 'no address' }, ['email']],
    ['/me/preferences', { timeZone: 'Atlantis' }, ['timeZone']],
  ])('says at the top of %s, and at the field, what is wrong', async (path, changes, wrong) => {
    const she = await atHerPage(api, amina);
    await she.open(path);
    await she.submit(path, changes);
    expect([path, she.status]).toEqual([path, 422]);
    const tags = tagsOf(she.page);
    const summary = tags.find(({ attributes }) => 'autofocus' in attributes);
    expect(summary?.attributes).toMatchObject({ role: 'alert', tabindex: '-1' });
    for (const name of wrong) {
      expect(tags.some(({ attributes }) => attributes.href === `#${name}`)).toBe(true);
      const field = tags.find(({ attributes }) => attributes.id === name);
      expect(field?.attributes).toMatchObject({ 'aria-invalid': 'true' });
      expect(field?.attributes['aria-describedby']).toContain(`${name}-mistake`);
      expect(field?.attributes.value ?? she.page).toContain(changes[name as keyof typeof changes]);
    }
  });

  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  it.each(['/nothing', '/me/nothing', '/nothing/at/all?lang=fr', '//elsewhere.example/x', '/a\\b'])(
    'is what a person gets who asks for nothing, at %s, and a program gets JSON',
    async (path) => {
      const she = new PageReader(api);
      await she.send('GET', path, { accept: BROWSER, 'accept-language': 'fr' });
      expect([she.status, she.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(she.page).toContain('<html lang="fr"');
      expect(she.headers['content-security-policy']).toBe(POLICY);
      expect(she.text).toContain(translator('pages', 'fr')('problems.notFound'));
      for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.5', '']) {
        const program = new PageReader(api);
        await program.send('GET', path, { accept });
        expect(JSON.parse(program.page)).toMatchObject({
          errors: [{ extensions: { code: 'NOT_FOUND' } }],
        });
        expect(program.status).toBe(404);
      }
    },
  );

  it('is what a person gets who may not have what she asks for', async () => {
    const she = new PageReader(api);
    await she.send('GET', '/me/export.json', { accept: BROWSER });
    expect([she.status, she.headers.location]).toEqual([303, '/sign-in']);
    await she.send('GET', '/me/export.json', { accept: BROWSER, authorization: 'Bearer x' });
    expect([she.status, she.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
    await she.send('GET', '/me/export.json', { accept: '*/*' });
    expect(JSON.parse(she.page)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('has a name for every control, one heading, one main part, and ids that are its own', async () => {
    const she = await atHerPage(api, amina);
    for (const path of [...OUTSIDE, ...HERS, ...LOST]) {
      await she.open(path);
      const tags = tagsOf(she.page);
      const named = new Set(tags.map(({ name, attributes }) => name === 'label' && attributes.for));
      const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
      expect([path, ids]).toEqual([path, [...new Set(ids)]]);
      for (const control of formsOf(she.page).flatMap(({ controls }) => controls)) {
        if (control.type === 'hidden') continue;
        const wrapped = new RegExp(`<label[^>]*>\\s*<input[^>]*name="${control.name}"`).test(
          she.page,
        );
        expect([path, control.name, wrapped || named.has(control.id ?? '')]).toEqual([
          path,
          control.name,
          true,
        ]);
      }
      for (const { attributes } of tags) {
        for (const id of attributes['aria-describedby']?.split(' ') ?? [])
          expect(ids).toContain(id);
      }
      expect([path, tags.filter(({ name }) => name === 'h1').length]).toEqual([path, 1]);
      expect([path, tags.filter(({ name }) => name === 'main').length]).toEqual([path, 1]);
    }
  });

  it('tells buttons of one name apart by what they act on', async () => {
    const she = await atHerPage(api, amina);
    await she.open('/me/consents');
    const tags = tagsOf(she.page);
    const about = tags.flatMap(({ name, attributes }) =>
      name === 'button' ? [attributes['aria-describedby']] : [],
    );
    const ids = new Set(tags.map(({ attributes }) => attributes.id));
    expect(about.length).toBe(CONSENT_PURPOSES.length);
    expect(new Set(about).size).toBe(about.length);
    for (const id of about) expect(ids).toContain(id);
  });

  it('of her own has a way to leave it quickly before all else', async () => {
    const she = await atHerPage(api, amina);
    for (const path of HERS) {
      await she.open(path);
      const first = tagsOf(she.page).find(({ name }) => name === 'a');
      expect([path, first?.attributes.href]).toEqual([path, '/leave']);
    }
  });

  describe.each(LOCALES)('in %s', (locale) => {
    it('is in that language', async () => {
      const she = await atHerPage(api, amina);
      const t = translator('pages', locale);
      const menu = MENU.map((name) => t(`menu.${name}`));
      const words = new Set<string>();
      for (const path of [...OUTSIDE, ...HERS, ...LOST]) {
        await she.open(path, { 'accept-language': locale });
        const [html] = tagsOf(she.page);
        expect([path, html?.attributes]).toEqual([
          path,
          { lang: locale, dir: locale === 'ar' ? 'rtl' : 'ltr' },
        ]);
        expect(she.text).not.toMatch(/\{\w+\}|undefined|\[object/);
        for (const word of menu) if (she.text.includes(word)) words.add(word);
      }
      expect(words.size).toBe(MENU.length);
      await she.open('/me/safety', { 'accept-language': locale });
      expect(she.text).toContain(t('safety.ruledOutAbout'));
      await she.open('/link/password-reset?token=x', { 'accept-language': locale });
      expect(she.text).toContain(t('link.passwordHint'));
      expect(she.text).not.toContain(t('link.accountKept'));
      await she.open('/account', { 'accept-language': locale });
      expect(she.text).toContain(t('sessions.program'));
      const english = translator('pages', 'en')('sessions.program');
      if (locale !== 'en') expect(she.text).not.toContain(english);
    });
  });

  describe('in the pseudo-locale', () => {
    let end: () => void;
    beforeAll(() => {
      end = usePseudoLocale();
    });
    afterAll(() => end());

    // What is held is data; that every part of it has a name is tested with the export.
    const paths = [...OUTSIDE, ...HERS, ...LOST].filter((path) => path !== '/me/data');
    it.each(paths)('has no word at %s that stands in no catalogue', async (path) => {
      const she = await atHerPage(api, amina);
      await she.open(path, { 'accept-language': 'en' });
      const shown = shownIn(she.page);
      expect(shown).toContain('⟦');
      const rest = NAMES.reduce((text, name) => text.replaceAll(name, ''), shown);
      expect(rest.replaceAll(/⟦[^⟧]*⟧/g, '').match(/\p{L}+/gu) ?? []).toEqual([]);
    });
  });

  it('keeps the language that she chose', async () => {
    const she = await new PageReader(api, { 'accept-language': 'pt' }).open('/sign-in');
    expect(she.page).toContain('<html lang="pt"');
    const arabic = tagsOf(she.page).find(({ attributes }) => attributes.hreflang === 'ar');
    await she.open(arabic!.attributes.href!);
    expect(she.page).toContain('<html lang="ar" dir="rtl"');
    await she.open('/sign-in');
    expect(she.page).toContain('<html lang="ar" dir="rtl"');
    await she.open('/sign-in?lang=xx');
    expect(she.page).toContain('<html lang="ar"');
  });

  it('keeps the token of a link when its language changes', async () => {
    const she = await new PageReader(api).open('/link/sign-in?token=t%26x');
    const swahili = tagsOf(she.page).find(({ attributes }) => attributes.hreflang === 'sw');
    await she.open(swahili!.attributes.href!);
    expect(she.page).toContain('<html lang="sw"');
    const token = she.form('/link/sign-in').controls.find(({ name }) => name === 'token');
    expect(token?.value).toBe('t&x');
  });

  it('comes with a small stylesheet that may be kept', async () => {
    const she = await new PageReader(api).open('/sign-in');
    const sheet = tagsOf(she.page).find(({ attributes }) => attributes.rel === 'stylesheet');
    expect(Buffer.byteLength(she.page)).toBeLessThan(10_000);
    await she.open(sheet!.attributes.href!);
    expect(she.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'private, max-age=86400',
    });
    expect(Buffer.byteLength(she.page)).toBeLessThan(8_000);
    expect(she.page).not.toMatch(/url\(|@import/);
  });
});

/** All that a reader sees or hears: the text and what attributes say; without what there is to choose from and
 * the consents that are asked for, which have versions of their own. */
function shownIn(page: string): string {
  const said = [...page.matchAll(/(?:aria-label|placeholder|title|alt)="([^"]*)"/g)];
  const text = page
    .replaceAll(/<(select|footer|blockquote)[^]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ');
  return [text, ...said.map(([, value]) => value)].join('\n');
}
