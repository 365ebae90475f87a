import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { NeedCriteria } from '#engagement';
import { makeAccount } from '../support/accounts.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { atRest, goOn, visitConsole } from '../support/browser/console.js';
import { pressOn, tabTo } from '../support/browser/keyboard.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { wordsOf } from '../support/browser/words.js';
import { workOutTeams } from '../support/browser/team.js';
import { globalId } from '../support/curating.js';
import { fill, record } from '../support/fill.js';
import { insertNeed } from '../support/stored-need.js';

/** What is typed into fields that offer, and what is taken, by language. */
const TYPED = {
  en: { language: ['fren', /^French/], topic: ['cease', /^Ceasefire/], place: ['mali', /^Mali/] },
  ar: {
    language: ['الفرنس', /^الفرنسية/],
    topic: ['وقف إطلاق', /وقف إطلاق/],
    place: ['مالي', /^مالي/],
  },
} as const;

const CONSENT = 'LISTED; MATCHED; CONTACTED';

describeInBrowser('an organizer in the console', () => {
  let site: TestSite;
  let browser: TestBrowser;

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
    await fill(site.services, 'acacia', [
      record(1, {
        full_name: 'Amina Diallo',
        languages: 'fr (C2); en (C1)',
        territories: 'ML',
        expertise: 'mediation.ceasefire-mediation (expert)',
        consent: CONSENT,
      }),
      record(2, { full_name: 'Binta Traoré', languages: 'fr (C1)', consent: CONSENT }),
      record(3, { full_name: 'Zélie Áda', consent: CONSENT }),
    ]);
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Types letters into the field that offers which comes next, and takes what is meant. */
  const choose = async (
    page: Page,
    field: string,
    [letters, option]: readonly [string, RegExp],
  ) => {
    await tabTo(page, 'combobox', field);
    await page.keyboard.insertText(letters);
    const wanted = page.getByRole('option', { name: option }).first();
    await wanted.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await wanted.waitFor({ state: 'hidden' });
  };

  it.each([
    ['en', 1280],
    ['ar', 320],
  ] as const)(
    'comes with the keyboard alone from a need to a request, in %s, %i pixels wide',
    async (locale, width) => {
      const tc = wordsOf('console', locale);
      const t = wordsOf('console-needs', locale);
      const ts = wordsOf('console-shortlists', locale);
      const tt = wordsOf('console-terms', locale);
      const ti = wordsOf('console-introductions', locale);
      const typed = TYPED[locale];
      const ana = await makeAccount(site.services, { role: 'organizer' });
      const page = await visitConsole(site, browser, ana, '/needs', { locale, width });
      /** What is wrong with the screen as it is now; axe looks once, where the screen is narrow. */
      const check = async (place: string): Promise<void> => {
        const found = [...(width < 400 ? await axe(page) : []), ...(await sidewaysScroll(page))];
        expect([place, found]).toEqual([place, []]);
      };
      const heading = async (words: string): Promise<void> =>
        page.getByRole('heading', { name: words, exact: true }).first().waitFor();

      expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
      await page.getByText(t('list.emptyAbout')).waitFor();
      await pressOn(page, 'link', t('list.new'));
      await tabTo(page, 'textbox', t('field.title'));
      await page.keyboard.insertText('Talks between two valleys');
      await choose(page, t('field.languages'), typed.language);
      await choose(page, t('field.expertise'), typed.topic);
      const essential = { name: t('field.essentialField'), exact: true };
      await page.getByRole('checkbox', essential).last().focus();
      await page.keyboard.press('Space');
      await choose(page, t('field.territories'), typed.place);
      await page.getByText(t('pool.eligible', { count: 3 })).waitFor();
      await tabTo(page, 'checkbox', t('field.mentor'));
      await page.keyboard.press('Space');
      await tabTo(page, 'spinbutton', t('field.noticeDays'), { key: 'Shift+Tab' });
      await page.keyboard.insertText('14');
      await check('form');
      await pressOn(page, 'button', tc('action.save'));

      await heading(t('ranking.title'));
      const [stored] = await site.services.database.query<{ criteria: NeedCriteria }>(
        'SELECT criteria FROM need ORDER BY created_at DESC LIMIT 1',
      );
      expect(stored?.criteria).toMatchObject({
        version: 2,
        soft: {
          expertise: [{ essential: 20 }],
          mentor: true,
          noticeDays: 14,
        },
      });
      const asked = page.getByRole('definition');
      await asked.getByText(typed.language[1]).first().waitFor();
      await asked.getByText(typed.place[1]).first().waitFor();
      await asked.getByText(t('field.mentor')).waitFor();
      await pressOn(page, 'button', t('need.open'));
      await page.getByText(t('state.OPEN'), { exact: true }).waitFor();
      await pressOn(page, 'button', t('ranking.whyOf', { name: 'Amina Diallo' }));
      await page.getByText(t('why.caption')).waitFor();
      await page
        .getByText(t('why.band', { rank: 1, best: 1, worst: 1, of: 3 }))
        .or(page.getByText(t('why.band', { rank: 1, best: 1, worst: 2, of: 3 })))
        .waitFor();
      await check('ranking');
      for (const name of ['Amina Diallo', 'Binta Traoré']) {
        await tabTo(page, 'checkbox', t('ranking.choose', { name }), { key: 'Shift+Tab' });
        await page.keyboard.press('Space');
      }
      await tabTo(page, 'link', t('ranking.compare', { count: 2 }), { key: 'Shift+Tab' });
      await page.keyboard.press('Enter');
      await page.getByText(t('compare.caption')).waitFor();
      await check('compare');
      await page.goBack();

      await tabTo(page, 'checkbox', t('ranking.choose', { name: 'Amina Diallo' }));
      await page.keyboard.press('Space');
      await tabTo(page, 'button', t('choose.open', { count: 1 }), { key: 'Shift+Tab' });
      await page.keyboard.press('Enter');
      await tabTo(page, 'textbox', t('choose.note'));
      await page.keyboard.insertText('She knows the valley.');
      await check('dialog of the shortlist');
      await pressOn(page, 'button', t('choose.save'));
      await page.getByText(ts('entries.counted', { count: 1 })).waitFor();
      await pressOn(page, 'link', ts('terms.incomplete'));

      const write = async (field: string, words = 'As agreed'): Promise<void> => {
        await tabTo(page, 'textbox', field);
        await page.keyboard.insertText(words);
      };
      const pick = async (field: string, presses = 1): Promise<void> => {
        await tabTo(page, 'combobox', field);
        for (let press = 0; press < presses; press += 1) await page.keyboard.press('ArrowDown');
      };
      await write(tt('field.role'));
      await write(tt('field.purpose'));
      await pick(tt('field.support'));
      await pick(tt('field.engagement'));
      await write(tt('field.reportingLine'));
      await page.getByLabel(tt('field.startsOn')).fill('2097-01-04');
      await page.getByLabel(tt('field.endsOn')).fill('2097-03-31');
      await tabTo(page, 'spinbutton', tt('field.percent'));
      await page.keyboard.insertText('50');
      await pick(tt('field.mode'), 3);
      await write(tt('field.host'));
      await choose(page, tt('field.workingLanguages'), typed.language);
      for (const cost of ['fee', 'travel', 'insurance', 'security'] as const) {
        await pick(tt(`cost.${cost}`));
      }
      await write(tt('field.riskNote'));
      await pressOn(page, 'button', tt('save'));
      await page.getByText(tt('savedIncomplete')).waitFor();
      await check('terms, incomplete');
      for (const field of ['securityArrangements', 'confidentiality'] as const) {
        await tabTo(page, 'textbox', tt(`field.${field}`), { key: 'Shift+Tab' });
        await page.keyboard.insertText('As agreed');
      }
      await write(tt('contact.name'), 'Ana Sow');
      await write(tt('contact.email'), 'ana.sow@example.org');
      await pressOn(page, 'button', tt('save'));
      await page.getByText(tt('savedComplete')).waitFor();

      await goOn(page, '/shortlists');
      await pressOn(page, 'link', 'Talks between two valleys');
      await pressOn(page, 'button', ts('ask.actionOf', { name: 'Amina Diallo' }));
      await page.getByRole('dialog').waitFor();
      await check('dialog of the request');
      await pressOn(page, 'button', ts('ask.action'));
      await heading(ti('stands'));
      expect(consoleProblems(page)).toEqual([]);
    },
  );

  it.each([
    ['en', 1280],
    ['ar', 320],
  ] as const)(
    'builds a team and describes a process, in %s, %i pixels wide',
    async (locale, width) => {
      const tc = wordsOf('console', locale);
      const t = wordsOf('console-teams', locale);
      const tn = wordsOf('console-needs', locale);
      const ts = wordsOf('console-shortlists', locale);
      const tp = wordsOf('console-processes', locale);
      const ana = await makeAccount(site.services, { role: 'organizer' });
      const [account] = await site.services.database.query<{ organizationId: string }>(
        'SELECT organization_id AS "organizationId" FROM account WHERE id = $1',
        [ana.id],
      );
      const id = await insertNeed(site.services.database, {
        organization_id: account?.organizationId,
        created_by: `user:${ana.id}`,
      });
      const page = await visitConsole(site, browser, ana, `/needs/${globalId('Need', id)}/team`, {
        locale,
        width,
      });
      const check = async (place: string): Promise<void> => {
        const found = [...(width < 400 ? await axe(page) : []), ...(await sidewaysScroll(page))];
        expect([place, found]).toEqual([place, []]);
      };
      await atRest(page);
      await tabTo(page, 'spinbutton', t('field.size'));
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText('2');
      await pressOn(page, 'button', t('start'));
      await page.getByText(t('state.QUEUED')).waitFor();
      await check('team, waiting');
      await workOutTeams(site);
      await page.getByText(t('status.OPTIMAL')).waitFor();
      await check('team, found');
      await pressOn(page, 'button', tn('choose.open', { count: 2 }));
      await pressOn(page, 'button', tn('choose.save'));
      await page.getByText(ts('entries.counted', { count: 2 })).waitFor();

      await goOn(page, '/processes');
      await pressOn(page, 'link', tp('new'));
      await tabTo(page, 'textbox', tp('name'));
      await page.keyboard.insertText('Two valleys');
      for (const field of ['type', 'phase'] as const) {
        await tabTo(page, 'combobox', tp(field));
        await page.keyboard.press('ArrowDown');
      }
      await tabTo(page, 'spinbutton', tp('yearFrom'));
      await page.keyboard.insertText('2024');
      await choose(page, tp('territories'), TYPED[locale].place);
      await tabTo(page, 'textbox', tp('lead'));
      await page.keyboard.insertText('The union');
      await pressOn(page, 'button', tc('action.save'));
      await page.getByText(tp('counted', { count: 1 })).waitFor();
      await tabTo(page, 'combobox', tp('view'));
      await page.keyboard.press('ArrowDown');
      await page
        .getByText(tp('map.caption', { count: 1 }))
        .first()
        .waitFor({ state: 'attached' });
      await check('map');
      expect(consoleProblems(page)).toEqual([]);
    },
  );
});
