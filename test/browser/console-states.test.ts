import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { NeedAlertJob } from '#engagement';
import type { Page } from 'playwright-core';
import { makeAccount, type TestAccount } from '../support/accounts.js';
import { leftovers } from '../support/browser/canaries.js';
import { axe, consoleProblems } from '../support/browser/checks.js';
import { visitConsole } from '../support/browser/console.js';
import { pressOn, thenLoads } from '../support/browser/keyboard.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { SLOW_3G, slowLine } from '../support/browser/slow-line.js';
import { globalId } from '../support/curating.js';
import { fill, record } from '../support/fill.js';
import { insertNeed } from '../support/stored-need.js';
import { mediatorViewer } from '../support/viewers.js';

const GRAPH = '**/graphql';

describeInBrowser('states of the console', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let ana: TestAccount;
  let need: string;

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
    await fill(site.services, 'acacia', [
      record(1, { full_name: 'Amina Diallo' }),
      record(2, { full_name: 'Binta Traoré' }),
    ]);
    ana = await makeAccount(site.services, { role: 'organizer' });
    const [account] = await site.services.database.query<{ organizationId: string }>(
      'SELECT organization_id AS "organizationId" FROM account WHERE id = $1',
      [ana.id],
    );
    const id = await insertNeed(site.services.database, {
      organization_id: account?.organizationId,
    });
    need = `/needs/${globalId('Need', id)}`;
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const shown = async (page: Page, words: string | RegExp): Promise<void> =>
    page.locator('body').getByText(words).first().waitFor();
  /** Another window had the focus: what is shown is asked for anew. */
  const lookAgain = async (page: Page): Promise<void> =>
    page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });

  it('show the shape of what is coming, and what to do where the service fails', async () => {
    const page = await visitConsole(site, browser, ana, '/shortlists');
    await shown(page, 'No shortlists yet');
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(GRAPH, async (route) => {
      await released;
      await route.continue();
    });
    await page.getByRole('link', { name: 'Needs', exact: true }).first().click();
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    expect(await axe(page)).toEqual([]);
    // A route that is taken away while it holds a request lets the request go by itself, and then refuses to be asked.
    release();
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByRole('link', { name: 'Talks at the lake' }).waitFor();
    await page.route(GRAPH, (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.getByRole('link', { name: 'Introductions', exact: true }).first().click();
    await shown(page, 'That did not work');
    expect(await axe(page)).toEqual([]);
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).first().click();
    await shown(page, 'Nobody has been asked yet');
    expect(consoleProblems(page, { expected: [500] })).toEqual([]);
  });

  it('keep what was written while there is no connection', async () => {
    const page = await visitConsole(site, browser, ana, `${need}/edit`);
    await page.getByLabel('Title').fill('Talks at two lakes');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await shown(page, 'No connection');
    expect(await page.getByLabel('Title').inputValue()).toBe('Talks at two lakes');
    expect(await axe(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Talks at two lakes' }).waitFor();
  });

  it('ask to be loaded again while the service is of another version, and keep what was written', async () => {
    const page = await visitConsole(site, browser, ana, `${need}/edit`);
    await page.getByLabel('Title').fill('Talks during an upgrade');
    // Another build has other operations.
    await page.route(GRAPH, (route) =>
      route.continue({
        postData: (route.request().postData() ?? '').replace(/[0-9a-f]{64}/, '0'.repeat(64)),
      }),
    );
    await page.getByRole('button', { name: 'Save' }).click();
    await shown(page, 'Baraza has been updated');
    expect(await page.getByLabel('Title').inputValue()).toBe('Talks during an upgrade');
    expect(await axe(page)).toEqual([]);
    await page.unrouteAll({ behavior: 'wait' });
    await thenLoads(page, () => pressOn(page, 'button', 'Load the page again'));
    await page.getByLabel('Title').waitFor();
    expect(consoleProblems(page, { expected: [400] })).toEqual([]);
  });

  it('tell of a conflict between two tabs, and lose nothing', async () => {
    const first = await visitConsole(site, browser, ana, `${need}/edit`);
    const second = await first.context().newPage();
    await second.goto(`/console${need}/edit`);
    await first.getByLabel('Title').fill('As the first tab says');
    await second.getByLabel('Title').fill('As the second tab says');
    await first.getByRole('button', { name: 'Save' }).click();
    await first.getByRole('heading', { level: 1, name: 'As the first tab says' }).waitFor();
    await second.getByRole('button', { name: 'Save' }).click();
    await shown(second, 'Somebody has changed this meanwhile');
    expect(await second.getByLabel('Title').inputValue()).toBe('As the second tab says');
    expect(await axe(second)).toEqual([]);
    expect(consoleProblems(second)).toEqual([]);
  });

  it('show nobody any more whose consent has ended while the page is open', async () => {
    const page = await visitConsole(site, browser, ana, need);
    await page.getByRole('article', { name: 'Amina Diallo' }).waitFor();
    const [amina] = await site.services.database.query<{ id: string }>(
      `SELECT mediator_id AS id FROM affiliation WHERE external_id = $1`,
      [record(1).external_id],
    );
    const id = amina?.id ?? '';
    await site.services.consents.withdraw(mediatorViewer(id), id, 'MATCHED', null);
    await lookAgain(page);
    await page.getByRole('article', { name: 'Amina Diallo' }).waitFor({ state: 'detached' });
    expect(await page.locator('html').innerHTML()).not.toContain('Amina Diallo');
    await page.getByRole('article', { name: 'Binta Traoré' }).waitFor();
    expect(consoleProblems(page)).toEqual([]);
  });

  it('come over a slow line that loses requests', async () => {
    const page = await visitConsole(site, browser, ana, '/needs');
    await page.getByRole('table').waitFor();
    await slowLine(page, SLOW_3G);
    let asked = 0;
    await page.route(GRAPH, async (route) => {
      asked += 1;
      return asked % 2 === 1 ? route.abort('connectionreset') : route.fallback();
    });
    await page.getByRole('link', { name: 'Mediators', exact: true }).first().click();
    await page.getByRole('link', { name: 'Binta Traoré' }).waitFor({ timeout: 60_000 });
    expect(asked).toBeGreaterThan(1);
    expect(await axe(page)).toEqual([]);
  });

  it('of a field that offers: nothing is chosen before the answer to what is typed has come', async () => {
    const page = await visitConsole(site, browser, ana, '/needs/new');
    const field = page.getByRole('combobox', { name: 'Languages' });
    const chosen = page.getByRole('button', { name: /^Remove / });
    await field.fill('swahili');
    await page.getByRole('option', { name: /^Swahili/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove Swahili' }).click();

    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route(GRAPH, async (route) => {
      if (route.request().postData()?.includes('"french"')) await answered;
      await route.fallback();
    });
    await field.fill('swahili');
    await page.getByRole('option', { name: /^Swahili/ }).waitFor();
    await field.fill('french');
    // The answer to other letters is no offer, and Enter sends no form.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').getByText('Loading').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await chosen.count()).toBe(0);
    answer();
    // The arrow is remembered.
    await page
      .locator('[role="option"][data-focused]')
      .getByText('French', { exact: true })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove French' }).waitFor();
    expect(await chosen.count()).toBe(1);

    await field.fill('arab');
    await page.keyboard.press('Tab');
    await shown(page, '“arab” is not chosen yet.');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await axe(page)).toEqual([]);
    await page.route(GRAPH, async (route) =>
      route.request().postData()?.includes('"hausa"')
        ? route.fulfill({ status: 500, body: '{}' })
        : route.fallback(),
    );
    await field.fill('hausa');
    await page.getByRole('listbox').getByText('That did not work').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    expect(consoleProblems(page, { expected: [500] })).toEqual([]);
  });

  it('of a filter: each value can be chosen, and taken away where nobody has it', async () => {
    const page = await visitConsole(site, browser, ana, '/mediators');
    const choose = async (facet: string, value: RegExp): Promise<void> =>
      page.getByRole('region', { name: facet }).getByRole('link', { name: value }).click();
    await choose('Roles', /Facilitator/);
    await choose('Languages', /English/);
    await page.goto(`${page.url()}&track=TRACK_3`);
    await shown(page, 'Nothing fits these filters');
    const track = page.getByRole('region', { name: 'Tracks' }).getByRole('link');
    expect(await track.innerText()).toMatch(/^☑\s*Track 3\s*0$/);
    await track.click();
    await page.getByRole('link', { name: 'Amina Diallo' }).waitFor();
    expect(new URL(page.url()).search).toBe('?role=FACILITATOR&language=en');
    expect(consoleProblems(page)).toEqual([]);
  });

  it('of a need: she says how often she is told of others, and looks at who is new', async () => {
    const page = await visitConsole(site, browser, ana, need);
    await page.getByLabel('Tell me of others').selectOption('DAILY');
    await shown(page, 'That is how you are told from now on.');
    await fill(site.services, 'acacia', [record(3, { full_name: 'Chipo Banda' })]);
    await site.app.get(NeedAlertJob).handle();
    await lookAgain(page);
    const news = page.getByRole('status').filter({ hasText: 'New since' });
    await news.getByRole('link', { name: 'Chipo Banda' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have looked' }).click();
    await news.waitFor({ state: 'detached' });
    expect(consoleProblems(page)).toEqual([]);
  });

  it('of programs: a token and a secret are shown once, and a webhook is tried, paused, resumed and removed', async () => {
    const administrator = await makeAccount(site.services, { role: 'administrator' });
    const page = await visitConsole(site, browser, administrator, '/programs');
    const press = async (name: string | RegExp): Promise<void> =>
      page.getByRole('button', { name }).click();
    /** What a dialog shows once; it is gone with the dialog. */
    const shownOnce = async (title: string): Promise<string> => {
      const dialog = page.getByRole('dialog', { name: title });
      const value = await dialog.locator('code').innerText();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'hidden' });
      expect(await leftovers(page, [value], { memory: false })).toEqual([]);
      return value;
    };
    const take = async (action: string): Promise<void> =>
      page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();

    await press('New program');
    await take('Make');
    await shown(page, 'Write a name.');
    await page.getByLabel('Name').fill('Roster of the mission');
    await take('Make');
    expect(await shownOnce('The token of the program')).toMatch(/^brz_/);
    await page.getByRole('link', { name: 'Roster of the mission' }).click();
    await shown(page, 'None so far');

    await press('Add a webhook');
    await page.getByLabel('Address').fill('https://10.0.0.1/');
    await take('Add');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByLabel('Address').fill('https://receiver.example/hook');
    await take('Add');
    const secret = await shownOnce('The secret of the webhook');
    await press(/^Send a test/);
    await page.getByRole('cell', { name: 'Test', exact: true }).waitFor();
    await press(/^Pause/);
    await shown(page, 'Paused');
    await press(/^Resume/);
    await shown(page, 'Active');
    await press(/^New secret/);
    await take('New secret');
    expect(await shownOnce('The secret of the webhook')).not.toBe(secret);
    await shown(page, /The secret before signs, too/);
    await site.services.database.query(`UPDATE webhook SET state = 'disabled'`);
    await lookAgain(page);
    await shown(page, 'Nothing is sent any more');
    expect(await axe(page)).toEqual([]);
    await press(/^Resume/);
    await shown(page, 'Active');
    await press(/^Remove/);
    await take('Remove');
    await shown(page, 'There is none.');
    expect(consoleProblems(page)).toEqual([]);
  });
});
