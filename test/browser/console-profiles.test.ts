import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import type { Page } from 'playwright-core';
import { makeAccount, type TestAccount } from '../support/accounts.js';
import { canaries, leftovers } from '../support/browser/canaries.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { atRest, goOn, visitConsole } from '../support/browser/console.js';
import { pressOn, tabTo } from '../support/browser/keyboard.js';
import {
  describeInBrowser,
  openBrowser,
  type TestBrowser,
  type Visitor,
} from '../support/browser/open.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { loseFirstAnswers, slowLine } from '../support/browser/slow-line.js';
import { wordsOf } from '../support/browser/words.js';
import { globalId } from '../support/curating.js';
import { fill, record } from '../support/fill.js';

const TABS = ['', 'life', 'consents', 'contact', 'history', 'networks', 'merge'] as const;
const CONTACT = { email: 'juniper.osprey@example.org', telephone: '+254700555199' };

describeInBrowser('the record of a profile in the console', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let ada: TestAccount;
  let bea: TestAccount;

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
    for (const slug of ['acacia', 'fjord']) {
      await site.services.networks.create(OPERATOR, { slug, names: { en: `Network ${slug}` } });
    }
    ada = await makeAccount(site.services, { role: 'coordinator', networks: ['acacia'] });
    bea = await makeAccount(site.services, { role: 'coordinator', networks: ['acacia'] });
  });
  afterEach(async () => {
    await browser.forget();
    await site.services.database.query('DELETE FROM mediator');
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Her browser, on a screen of the console. */
  const visit = async (
    path: string,
    who: TestAccount = ada,
    visitor: Visitor = {},
  ): Promise<Page> => visitConsole(site, browser, who, path, visitor);
  /** Imports a woman and gives the address of her record. */
  const imported = async (
    number: number,
    changes: Record<string, string> = {},
    network = 'acacia',
  ): Promise<string> => {
    const held = record(number, changes);
    await fill(site.services, network, [held]);
    const [row] = await site.services.database.query<{ id: string }>(
      `SELECT mediator_id AS id FROM affiliation a JOIN network n ON n.id = a.network_id
       WHERE n.slug = $1 AND external_id = $2`,
      [network, held.external_id],
    );
    return `/profiles/${globalId('Profile', row?.id ?? '')}`;
  };
  /** Goes to a field that offers what is typed, and types. */
  const seek = async (page: Page, field: string, letters: string, name: string | RegExp) => {
    await tabTo(page, 'combobox', field);
    // `tabTo` takes the focus away for a moment to see its mark; the list opens where it came by a key.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(letters);
    await page.getByRole('option', { name }).first().waitFor();
  };
  const told = async (page: Page, words: string): Promise<void> =>
    page.getByRole('status').getByText(words).first().waitFor();

  it('keeps contact data closed until she has said what for', async () => {
    const path = await imported(1, CONTACT);
    const page = await visit(path);
    for (const tab of TABS) {
      await page.goto(`/console${path}?tab=${tab}`);
      await page.getByRole('tabpanel').locator('h2').first().waitFor();
    }
    expect(await canaries(page, Object.values(CONTACT))).toEqual([]);

    await page.goto(`/console${path}?tab=contact`);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByText('Choose a purpose.').waitFor();
    await page.getByText('Write the reason in a few words.').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByText('To verify who she is').click();
    await page.getByRole('textbox', { name: 'Reason, in your own words' }).fill('A check of names');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByText(CONTACT.telephone).waitFor();
    expect(await axe(page, 'main')).toEqual([]);
    const accesses = await site.services.database.query('SELECT purpose FROM contact_access');
    expect(accesses).toEqual([{ purpose: 'VERIFY_IDENTITY' }]);

    expect(consoleProblems(page)).toEqual([]);
  });

  it('has forgotten contact data when it is closed, and when she looks at something else', async () => {
    const path = await imported(1, CONTACT);
    const page = await visit(`${path}?tab=contact`);
    const words = Object.values(CONTACT);
    const open = async (): Promise<void> => {
      await page.getByText('To verify who she is').click();
      await page
        .getByRole('textbox', { name: 'Reason, in your own words' })
        .fill('A check of names');
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      // Not the data themselves: what is looked for would be in the memory of the page.
      await page.getByRole('button', { name: 'Close now', exact: true }).waitFor();
    };
    const isClosed = page.getByRole('button', { name: 'Open', exact: true });
    await open();
    expect(await leftovers(page, words)).toEqual(
      expect.arrayContaining([`"${CONTACT.email}" in the memory of the page`]),
    );
    await page.getByRole('button', { name: 'Close now', exact: true }).click();
    await isClosed.waitFor();
    await atRest(page);
    expect(await leftovers(page, words)).toEqual([]);

    await open();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('tabpanel', { name: 'History' }).locator('h2').first().waitFor();
    await atRest(page);
    expect(await leftovers(page, words)).toEqual([]);
    await page.getByRole('tab', { name: 'Contact data' }).click();
    await isClosed.waitFor();
    expect(consoleProblems(page)).toEqual([]);
  });

  it('shows both values where two of them edit, and keeps what was written', async () => {
    const path = await imported(1, { years: '5', training: 'A course' });
    const [first, second] = [await visit(path), await visit(path, bea)];
    const write = async (page: Page, field: string, words: string): Promise<void> =>
      page.getByRole('textbox', { name: field }).fill(words);
    for (const page of [first, second]) await page.getByRole('button', { name: 'Edit' }).click();
    await write(first, 'Years of experience', '6');
    await write(first, 'Education', 'A degree');
    await first.getByRole('button', { name: 'Save' }).click();
    await told(first, 'Saved.');

    await write(second, 'Years of experience', '7');
    await write(second, 'Training', 'Two courses');
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByText('Somebody has changed this meanwhile').waitFor();
    const choice = second.getByRole('group', { name: 'Years of experience' });
    expect(await choice.getByRole('radio').count()).toBe(2);
    expect(await choice.innerText()).toMatch(/What is there now: 6[\s\S]*What you wrote: 7/);
    expect(await axe(second)).toEqual([]);
    await second.getByRole('button', { name: 'Go on with this' }).click();
    expect(await second.getByRole('textbox', { name: 'Education' }).inputValue()).toBe('A degree');
    await second.getByRole('button', { name: 'Save' }).click();
    await told(second, 'Saved.');
    // What cannot be taken back any more is not said to be.
    await site.services.database.query('UPDATE mediator SET revision = revision + 1');
    await second.getByRole('button', { name: 'Undo' }).click();
    await told(second, 'Somebody has changed this meanwhile');
    const [row] = await site.services.database.query(
      `SELECT asserted ->> 'years' AS years, asserted ->> 'training' AS training,
         asserted ->> 'education' AS education FROM affiliation`,
    );
    expect(row).toEqual({ years: '7', training: 'Two courses', education: 'A degree' });

    await second.goto(`/console${path}?tab=history`);
    await second
      .getByRole('row', { name: /Years of experience/ })
      .first()
      .getByRole('button')
      .click();
    await second.getByText(/then states again: .?6/).waitFor();
    expect(await axe(second)).toEqual([]);
    await second.getByRole('dialog').getByRole('button', { name: 'Revert' }).click();
    await told(second, 'The earlier value was restored.');
    await second.goto(`/console${path}`);
    await second.locator('#field-YEARS').getByText('6', { exact: true }).waitFor();
    expect(consoleProblems(second)).toEqual([]);
  });

  it.each([
    ['en', 1280],
    ['ar', 320],
  ] as const)(
    'goes from the list of members to the directory with the keyboard alone, in %s, %i pixels wide',
    async (locale, width) => {
      const tc = wordsOf('console', locale);
      const t = wordsOf('console-profiles', locale);
      await imported(1, { years: '5', full_name: 'Amina Diallo', display_name: 'Amina Diallo' });
      await site.services.database.query(`UPDATE mediator SET state = 'draft'`);
      const page = await visit('/', ada, { locale, width });
      await page.locator('h1:focus').waitFor();
      if (width < 600) {
        await tabTo(page, 'button', tc('frame.menu'), { key: 'Shift+Tab' });
        await page.keyboard.press('Enter');
        await pressOn(page, 'link', tc('menu.members'));
      } else {
        await tabTo(page, 'link', tc('menu.members'), { key: 'Shift+Tab' });
        await page.keyboard.press('Enter');
      }
      await pressOn(page, 'link', 'Amina Diallo');
      await pressOn(page, 'button', tc('action.edit'));
      await tabTo(page, 'textbox', tc('criterion.YEARS'));
      await page.keyboard.press('Control+A');
      await page.keyboard.type('12');
      await page.keyboard.press('Enter');
      await told(page, tc('state.saved'));
      await page.locator('#field-YEARS').getByText('12', { exact: true }).waitFor();

      await tabTo(page, 'tab', t('tabs.fields'), { key: 'Shift+Tab' });
      // The next tab stands where reading goes on: on the left of this one in Arabic.
      await page.keyboard.press(locale === 'ar' ? 'ArrowLeft' : 'ArrowRight');
      await page.keyboard.press('Enter');
      for (const step of ['SUBMIT', 'VERIFY', 'PUBLISH'] as const) {
        await pressOn(page, 'button', t(`step.${step}`));
        await page.getByRole('dialog').waitFor();
        if (step === 'VERIFY') {
          await tabTo(page, 'textbox', t('evidence.accreditation'));
          await page.keyboard.type('Accredited by the regional body in 2024');
        }
        await pressOn(page, 'button', t(`step.${step}`));
        await told(page, t(`stepDone.${step}`));
        // Whoever uses the keyboard goes on at what has changed.
        await page.locator('h2:focus').waitFor();
      }
      expect(width < 600 ? await sidewaysScroll(page) : []).toEqual([]);
      const [row] = await site.services.database.query(
        `SELECT m.state, a.asserted ->> 'years' AS years FROM mediator m JOIN affiliation a ON a.mediator_id = m.id`,
      );
      expect(row).toEqual({ state: 'published', years: '12' });
      expect(consoleProblems(page)).toEqual([]);
    },
  );

  it('loses and doubles nothing over a line that loses requests and answers', async () => {
    const page = await visit('/members');
    await page.getByRole('link', { name: 'New profile' }).first().waitFor();
    await slowLine(page, { kbit: 4_000, latencyMs: 20, lossPercent: 2 });
    await loseFirstAnswers(page, ['CreateProfile', 'EditProfile']);
    // A browser never asks again for a part of a script that it did not get.
    let isLost = false;
    await page.route('**/assets/new-profile-*.js', async (route) => {
      if (isLost) return route.fallback();
      isLost = true;
      return route.abort('connectionreset');
    });
    await page.getByRole('link', { name: 'New profile' }).first().click();
    await page.getByRole('textbox', { name: 'Full name' }).fill('Nia Okoro');
    await seek(page, 'Languages', 'swahili', /^Swahili/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Create the draft' }).click();
    await page
      .getByText('Baraza did not answer, but may have done it all the same.')
      .first()
      .waitFor();
    expect(await page.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('Nia Okoro');
    // It has been made. Sent again, it is not made twice, and she comes to what was made.
    await page.getByRole('link', { name: 'Nia Okoro' }).waitFor();
    await page.getByRole('button', { name: 'Create the draft' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nia Okoro' }).waitFor();

    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByLabel('Years of experience').fill('9');
    await page.getByRole('button', { name: 'Save' }).click();
    await told(page, 'Saved.');
    await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });

    const rows = await site.services.database.query(
      `SELECT m.revision, a.asserted ->> 'years' AS years, a.asserted -> 'languages' AS languages
       FROM mediator m JOIN affiliation a ON a.mediator_id = m.id`,
    );
    expect(rows).toEqual([
      { revision: 2, years: '9', languages: [expect.objectContaining({ code: 'sw' })] },
    ]);
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('merges two records after it has said what follows, and parts them again', async () => {
    const kept = await imported(1, { full_name: 'Awa Diop', years: '5' });
    const other = await imported(2, { full_name: 'Awa Sarr', years: '9' });
    const page = await visit(`${kept}?tab=merge`);
    await seek(page, 'Her other record', 'awa sarr', /Awa Sarr/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const years = page.getByRole('row', { name: /Years of experience/ });
    expect(await years.innerText()).toMatch(/Different\s+5\s+9/);
    await page.getByText('any of their coordinators can undo it').first().waitFor();
    await page
      .getByRole('combobox', { name: 'What is kept of Years of experience' })
      .selectOption({ label: 'The other one’s' });
    expect(await axe(page)).toEqual([]);
    await page.getByRole('tabpanel').getByRole('button', { name: 'Merge', exact: true }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
    await told(page, 'The two records are one now.');
    const yearsOf = async () =>
      site.services.database.query<{ years: number }>('SELECT years FROM mediator ORDER BY years');
    expect(await yearsOf()).toEqual([{ years: 9 }, { years: 9 }]);
    await page.getByRole('button', { name: 'Undo this merge' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo this merge' }).click();
    await told(page, 'The merge was undone.');
    expect(await yearsOf()).toEqual([{ years: 5 }, { years: 9 }]);
    const [row] = await site.services.database.query(
      'SELECT count(*)::int AS merged FROM mediator WHERE merged_into IS NOT NULL',
    );
    expect(row).toEqual({ merged: 0 });
    expect(other).not.toBe(kept);
    expect(consoleProblems(page)).toEqual([]);
  });

  // The first part of a record, and a new one, console-every-screen.test.ts sees.
  it('keeps to WCAG 2.2 AA in each of its parts, in Arabic, 320 pixels wide', async () => {
    const path = await imported(1, { years: '5', biography: 'She mediates.' });
    await imported(1, { years: '6' });
    const page = await visit(path, ada, { locale: 'ar', width: 320 });
    const found: string[] = [];
    const check = async (place: string): Promise<void> => {
      const problems = [...(await axe(page)), ...(await sidewaysScroll(page))];
      found.push(...problems.map((problem) => `${place}: ${problem}`));
    };
    await atRest(page);
    for (const tab of TABS.filter((one) => one !== '')) {
      await goOn(page, `${path}?tab=${tab}`);
      await page.getByRole('tabpanel').locator('h2, caption').first().waitFor();
      await check(tab);
    }
    await goOn(page, path);
    await page.getByRole('tabpanel').getByRole('button').first().click();
    await page.getByRole('tabpanel').locator('form').waitFor();
    await check('edit');
    expect([...found, ...consoleProblems(page)]).toEqual([]);
  });
});
