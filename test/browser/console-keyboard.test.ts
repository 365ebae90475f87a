import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { OPERATOR } from '#identity';
import { makeAccount, ORGANIZATION } from '../support/accounts.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { atRest, visitConsole } from '../support/browser/console.js';
import { accountOf } from '../support/browser/console-world.js';
import { keepsFocus, pressOn, tabTo } from '../support/browser/keyboard.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { openDemoSite, type TestSite } from '../support/browser/site.js';
import { wordsOf } from '../support/browser/words.js';
import { TODAY } from '../support/fill.js';

const CASES = [
  ['en', 1280],
  ['ar', 320],
] as const;
type Locale = (typeof CASES)[number][0];

/** The first letters of a field of expertise. */
const TOPIC = { en: 'cease', ar: 'وقف إطلاق' } as const;

const BACK = { key: 'Shift+Tab' } as const;

describeInBrowser('with the keyboard alone', () => {
  let site: TestSite;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await openDemoSite(TODAY);
    browser = await openBrowser(site);
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** What a person does on a page of the console, and what she reads there. */
  const hands = (page: Page, locale: Locale, width: number) => {
    const tc = wordsOf('console', locale);
    const type = async (role: 'textbox' | 'searchbox', field: string, words: string) => {
      await tabTo(page, role, field);
      await page.keyboard.insertText(words);
    };
    /** Goes to another screen by the menu, which is behind a button where the window is narrow. */
    const menu = async (key: Parameters<typeof tc>[0]) => {
      const words = tc(key);
      if (width < 600) {
        await tabTo(page, 'button', tc('frame.menu'), BACK);
        await page.keyboard.press('Enter');
        await pressOn(page, 'link', words);
      } else {
        await tabTo(page, 'link', words, BACK);
        await page.keyboard.press('Enter');
      }
      await page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor();
      await page.locator('h1:focus').waitFor();
      await atRest(page);
    };
    /** Waits for what a step tells, and sees that the focus is not lost by it. */
    const told = async (words: string) => {
      await page.getByRole('status').getByText(words, { exact: true }).first().waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await atRest(page);
      await keepsFocus(page);
    };
    /** Where the screen is narrow axe looks, and in both windows nothing is wider than they are. */
    const check = async (place: string) => {
      const found = [...(width < 600 ? await axe(page) : []), ...(await sidewaysScroll(page))];
      expect([place, found]).toEqual([place, []]);
    };
    const download = async (button: string): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        pressOn(page, 'button', button),
      ]);
      return readFile(await file.path(), 'utf8');
    };
    return { tc, type, menu, told, check, download };
  };

  it.each(CASES)(
    'an administrator verifies, suspends, invites, makes and archives, and reads how things stand, in %s, %i pixels wide',
    async (locale, width) => {
      const t = wordsOf('console-administration', locale);
      const name = `Council ${locale}`;
      const { identity, database } = site.services;
      const { id } = await identity.organizations.create(OPERATOR, { ...ORGANIZATION, name });
      await database.query(`UPDATE organization SET state = 'pending' WHERE id = $1`, [id]);
      const asking = await makeAccount(site.services, { role: 'organizer' });
      const admin = await accountOf(site, 'ADMINISTRATOR');
      const page = await visitConsole(site, browser, admin, '/', { locale, width, now: TODAY });
      const { tc, type, menu, told, check } = hands(page, locale, width);
      await atRest(page);
      expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');

      await menu('menu.organizations');
      // Those that wait: each leaves the list when it is verified.
      await tabTo(page, 'combobox', t('state'));
      await page.keyboard.press('ArrowDown');
      await pressOn(page, 'button', t('verifyOf', { name }));
      await told(t('organizationVerified', { name }));
      await tabTo(page, 'combobox', t('state'), BACK);
      await page.keyboard.press('ArrowUp');
      await tabTo(page, 'searchbox', t('search'), BACK);
      await page.keyboard.insertText(name);
      await page.keyboard.press('Enter');
      await pressOn(page, 'button', t('suspendOf', { name }));
      await check('dialog of a suspension');
      await pressOn(page, 'button', t('suspend'));
      await told(t('organizationSuspended', { name }));
      await page.getByRole('row').getByText(t('organizationState.SUSPENDED')).waitFor();

      await menu('menu.accounts');
      const of = 'Test Person';
      await type('searchbox', t('searchPerson'), asking.email);
      await page.keyboard.press('Enter');
      await page.getByText(t('accounts.counted', { count: 1 })).waitFor();
      await pressOn(page, 'button', t('suspendOf', { name: of }));
      await pressOn(page, 'button', t('suspend'));
      await told(t('suspended', { name: of }));
      await pressOn(page, 'button', t('reinstateOf', { name: of }));
      await told(t('reinstated', { name: of }));
      await tabTo(page, 'button', t('invite'), BACK);
      await page.keyboard.press('Enter');
      await type('textbox', t('email'), `new-${locale}@example.org`);
      await tabTo(page, 'combobox', t('role'));
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'combobox', t('organization'));
      await page.keyboard.insertText('Amber');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await check('dialog of an invitation');
      await pressOn(page, 'button', t('sendInvitation'));
      await told(t('invited'));

      await menu('menu.networks');
      const network = { name: `Baobab ${locale}`, slug: `baobab-${locale}` };
      await tabTo(page, 'button', t('newNetwork'));
      await page.keyboard.press('Enter');
      await type('textbox', t('nameEnglish'), network.name);
      await type('textbox', t('slug'), network.slug);
      await check('dialog of a network');
      await pressOn(page, 'button', t('create'));
      await told(t('networkCreated', { name: network.name }));
      await pressOn(page, 'button', t('archiveOf', { name: network.name }));
      await pressOn(page, 'button', t('archive'));
      await told(t('networkArchived', { name: network.name }));
      await tabTo(page, 'checkbox', t('showArchived'), BACK);
      await page.keyboard.press('Space');
      await pressOn(page, 'button', t('restoreOf', { name: network.name }));
      await told(t('networkRestored', { name: network.name }));

      await menu('menu.operation');
      for (const part of ['stuck', 'jobs', 'audit', 'retention', 'settings'] as const) {
        await page.getByRole('heading', { name: t(part), exact: true }).waitFor();
      }
      await pressOn(page, 'button', t('audit.check'));
      await page.getByText(t('audit.head')).waitFor();
      await keepsFocus(page);
      await check('operation');
      const settings = page.getByRole('region', { name: t('settings') });
      expect(await settings.getByText('BARAZA_PUBLIC_URL').count()).toBeGreaterThan(0);
      expect(await settings.locator('input, select, textarea, button').count()).toBe(0);
      expect(tc('menu.operation')).toBe(await page.locator('h1').innerText());
      expect(consoleProblems(page)).toEqual([]);
    },
  );

  it.each(CASES)(
    'a focal point keeps a commitment, writes a plan, a report and an observation, and takes figures along, in %s, %i pixels wide',
    async (locale, width) => {
      const t = wordsOf('console-agenda', locale);
      const tf = wordsOf('console-figures', locale);
      const focal = await accountOf(site, 'FOCAL_POINT');
      const page = await visitConsole(site, browser, focal, '/', { locale, width, now: TODAY });
      const { tc, type, menu, told, check, download } = hands(page, locale, width);
      const day = async (field: string, digits: string) => {
        await tabTo(page, 'day', field);
        await page.keyboard.type(digits);
      };
      const save = async (words = tc('action.save')) => pressOn(page, 'button', words);
      await atRest(page);
      await check('what is owed');

      await menu('menu.meetings');
      await pressOn(page, 'button', t('edit.newCommitment'));
      const promise = `Name two mediators ${locale}`;
      await type('textbox', t('column.commitment'), promise);
      await type('textbox', t('edit.sourceText'), 'Summary, paragraph 4');
      await check('dialog of a commitment');
      await save();
      await told(tc('state.saved'));
      await menu('menu.owing');
      await pressOn(page, 'button', t('owing.COMMITMENT.actionOf', { what: promise }));
      // From the first of the steps that are offered to the third.
      await tabTo(page, 'radio', t('commitmentStep.TRACK'));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await type('textbox', t('commitment.evidence'), 'Order 12 of the ministry');
      await check('dialog of what shows it');
      await save(t('commitmentStep.KEEP'));
      await told(t('commitment.done'));

      await menu('menu.plans');
      await pressOn(page, 'button', t('edit.newPlan'));
      await type('textbox', t('edit.title'), `Third plan ${locale}`);
      await check('dialog of a plan');
      await save();
      await page.getByRole('heading', { name: `Third plan ${locale}`, level: 1 }).waitFor();
      await page.locator('h1:focus').waitFor();

      await menu('menu.indicators');
      await pressOn(page, 'button', t('edit.newFigure'));
      const indicator = page.getByRole('combobox', { name: t('column.indicator'), exact: true });
      await indicator.locator('option').nth(1).waitFor({ state: 'attached' });
      await tabTo(page, 'combobox', t('column.indicator'));
      await page.keyboard.press('ArrowDown');
      await day(t('column.from'), '01012025');
      await day(t('column.until'), '12122025');
      await type('textbox', t('column.value'), '0.7');
      await type('textbox', t('column.source'), `A list in ${locale}`);
      await check('dialog of an observation');
      await save(t('edit.enter'));
      await told(t('edit.entered'));
      const [observed] = await site.services.database.query(
        `SELECT from_day::text AS "from", until_day::text AS until FROM wps_observation WHERE source = $1`,
        [`A list in ${locale}`],
      );
      expect(observed).toEqual({ from: '2025-01-01', until: '2025-12-12' });

      await menu('menu.wpsReports');
      await tabTo(page, 'combobox', t('column.state'));
      await page.keyboard.press('ArrowDown');
      const reviewed = page.locator('tbody').getByText(t('reportState.REVIEWED'));
      await reviewed.first().waitFor({ state: 'detached' });
      const first = page.getByRole('table').getByRole('link').first();
      await pressOn(page, 'link', await first.innerText());
      await pressOn(page, 'button', startOf(t('report.writeOf', { title: '…' })));
      await type('textbox', t('report.words'), `Two women were named, ${locale}`);
      await save();
      await told(tc('state.saved'));
      await page.getByText(`Two women were named, ${locale}`).waitFor();
      await check('report');

      await menu('menu.scarcity');
      await tabTo(page, 'combobox', tf('scarcity.expertise'));
      await page.keyboard.insertText(TOPIC[locale]);
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await atRest(page);
      await tabTo(page, 'region', tf('scarcity.table'));
      expect(await download(tf('csv'))).toContain(tf('scarcity.available'));
      await menu('menu.exposure');
      await tabTo(page, 'region', tf('dimension.REGION'));
      expect(await download(tf('csv'))).toContain(tf('exposure.shareOfExposure'));
      await menu('menu.metrics');
      await tabTo(page, 'combobox', tf('metrics.quarter'));
      // The last whole quarter by its name, and the one before it.
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.waitForURL(/from=2026-04-01/);
      // The bar has two lines where it is narrow.
      expect((await page.locator('header').boundingBox())?.height).toBeLessThan(90);
      expect(consoleProblems(page)).toEqual([]);
    },
  );
});

/** What begins as a message does before its value, `…`. */
function startOf(message: string): RegExp {
  const [start = ''] = message.split(/\p{Cf}*…/u);
  return new RegExp(`^${start}`, 'u');
}
