import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { INTERESTS, OwnAskService } from '#introductions';
import { translator } from '#messages';
import { openAsking, type AskedNeed } from '../support/asking.js';
import { canaries } from '../support/browser/canaries.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { focusProblems, pressOn, tabTo, thenLoads } from '../support/browser/keyboard.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { signInByForm } from '../support/browser/sign-in.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { mediatorViewer } from '../support/viewers.js';
import { makeWoman, type Woman } from '../support/woman.js';

const CONSENTS = { consent: 'LISTED; MATCHED; CONTACTED' };

/** What no page may tell her before they are connected: the person whom she can reach. */
const CONTACT = 'ada@example.org';

const HERS = [
  '/me',
  '/me/data',
  '/me/profile',
  '/me/availability',
  '/me/introductions',
  '/me/deployments',
  '/me/preferences',
  '/me/safety',
  '/me/consents',
  '/me/audiences',
  '/me/audiences/residence',
  '/me/contact',
  '/me/corrections',
  '/account',
  '/me/erase',
];

describeInBrowser("a mediator's own pages", () => {
  let site: TestSite;
  let browser: TestBrowser;
  let amina: Woman;
  let asked: AskedNeed;

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
    amina = await makeWoman(site, 1, { display_name: 'Amina Diallo', ...CONSENTS });
    asked = await (await openAsking(site)).forward(amina.mediatorId, { title: 'Talks of elders' });
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each([
    ['en', 1280],
    ['ar', 320],
  ] as const)('keep to WCAG 2.2 AA in %s, %i pixels wide', async (locale, width) => {
    const page = await browser.visit({ locale, width });
    await signInByForm(page, amina.email, amina.password);
    const ask = `/me/introductions/${asked.id}`;
    for (const path of [...HERS, ...['', '/yes', '/no', '/question'].map((one) => ask + one)]) {
      const answer = await page.goto(path);
      expect([path, answer?.status(), new URL(page.url()).pathname]).toEqual([path, 200, path]);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      const found = [...(await axe(page)), ...(await sidewaysScroll(page))];
      // What the keyboard reaches is the same in every language: the narrow window is where something may hide it.
      if (width === 320) found.push(...(await focusProblems(page)));
      expect([path, found]).toEqual([path, []]);
    }
    expect(consoleProblems(page)).toEqual([]);
    expect(await canaries(page, [CONTACT])).toEqual([]);
  });

  it.each(['en', 'ar'] as const)(
    'let her say yes to an introduction with the keyboard alone, in %s',
    async (locale) => {
      const woman = await makeWoman(site, locale === 'en' ? 2 : 3, CONSENTS);
      const { id } = await (await openAsking(site)).forward(woman.mediatorId);
      const t = translator('pages', locale);
      const page = await browser.visit({ locale });
      const next = (role: 'link' | 'button', name: string | RegExp) =>
        thenLoads(page, () => pressOn(page, role, name));

      await page.goto('/sign-in');
      await tabTo(page, 'textbox', t('signIn.password'));
      await page.keyboard.type(woman.password);
      await tabTo(page, 'textbox', t('signIn.email'), { key: 'Shift+Tab' });
      await page.keyboard.type(woman.email);
      await thenLoads(page, () => page.keyboard.press('Enter'));

      await next('link', t('menu.introductions'));
      await next('link', /Ministry of Peace/);
      await next('link', t('ask.ways.yes'));
      for (const interest of INTERESTS) {
        await tabTo(page, 'radio', t('yes.no'));
        await page.keyboard.press('Space');
        const group = page.getByRole('group', { name: t(`yes.ties.${interest}`) });
        expect(await group.getByRole('radio', { checked: true }).count()).toBe(1);
      }
      await next('button', t('yes.button'));

      expect(new URL(page.url()).search).toBe('?done=yes');
      const viewer = mediatorViewer(woman.mediatorId);
      expect((await site.app.get(OwnAskService).byId(viewer, id)).state).toBe('accepted');
      expect(consoleProblems(page)).toEqual([]);
    },
  );
});
