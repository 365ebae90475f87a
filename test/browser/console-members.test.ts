import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { OPERATOR } from '#identity';
import { makeAccount, type TestAccount } from '../support/accounts.js';
import { canaries } from '../support/browser/canaries.js';
import { axe, consoleProblems } from '../support/browser/checks.js';
import { atRest, goOn, visitConsole } from '../support/browser/console.js';
import { focusProblems, pressOn, tabTo } from '../support/browser/keyboard.js';
import {
  describeInBrowser,
  openBrowser,
  type TestBrowser,
  type Visitor,
} from '../support/browser/open.js';
import { held, lengthen } from '../support/browser/long-list.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { loseFirstAnswers } from '../support/browser/slow-line.js';
import { globalId } from '../support/curating.js';
import { fill, record } from '../support/fill.js';
import { mailsTo } from '../support/mails.js';
import { coordinatorViewer, mediatorViewer } from '../support/viewers.js';

const CONTACT = 'juniper.osprey@example.org';

describeInBrowser('members and inbox in the console', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let ada: TestAccount;
  let bea: TestAccount;

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
    await site.services.networks.create(OPERATOR, { slug: 'acacia', names: { en: 'Acacia' } });
    await site.services.networks.create(OPERATOR, { slug: 'fjord', names: { en: 'Fjord' } });
    ada = await makeAccount(site.services, { role: 'coordinator', networks: ['acacia'] });
    bea = await makeAccount(site.services, { role: 'coordinator', networks: ['fjord'] });
  });
  beforeEach(async () => {
    await fill(site.services, 'acacia', [
      record(1, { full_name: 'Zélie Áda', display_name: 'Zélie Áda', email: CONTACT }),
      record(2, { full_name: 'Amina Diallo', display_name: 'Amina Diallo', consent: '' }),
      record(3, { full_name: 'Binta Traoré', display_name: 'Binta Traoré' }),
    ]);
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
  const herId = async (name: string): Promise<string> => {
    const number = { 'Zélie Áda': 1, 'Amina Diallo': 2, 'Binta Traoré': 3 }[name] ?? 0;
    const [row] = await site.services.database.query<{ id: string }>(
      `SELECT mediator_id AS id FROM affiliation WHERE external_id = $1`,
      [record(number).external_id],
    );
    return row?.id ?? '';
  };
  const setState = async (names: readonly string[], state: string): Promise<void> => {
    const ids = await Promise.all(names.map(herId));
    await site.services.database.query('UPDATE mediator SET state = $2 WHERE id = ANY($1)', [
      ids,
      state,
    ]);
  };
  const stateOf = async (name: string): Promise<string | undefined> => {
    const [row] = await site.services.database.query<{ state: string }>(
      'SELECT state FROM mediator WHERE id = $1',
      [await herId(name)],
    );
    return row?.state;
  };
  const askForCorrection = async (name: string, words: string): Promise<void> => {
    await site.services.corrections.request(mediatorViewer(await herId(name)), null, words);
  };
  const names = async (page: Page): Promise<string[]> =>
    page.locator('main tbody th a').allInnerTexts();
  const counted = async (page: Page, words: string): Promise<void> =>
    page.locator('caption').getByText(words).waitFor();

  it('finds members by name, and by what the address says; keeps that as a view', async () => {
    const page = await visit('/members');
    await counted(page, '3 members fit.');
    expect(await names(page)).toEqual(['Amina Diallo', 'Binta Traoré', 'Zélie Áda']);

    await tabTo(page, 'searchbox', 'Search by name');
    await page.keyboard.type('traore');
    await counted(page, '1 member fits.');
    expect(await names(page)).toEqual(['Binta Traoré']);
    expect(page.url()).not.toMatch(/traore/i);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await counted(page, '3 members fit.');

    await pressOn(page, 'link', /Draft/);
    await counted(page, '1 member fits.');
    expect(new URL(page.url()).searchParams.get('state')).toBe('DRAFT');
    expect(await names(page)).toEqual(['Amina Diallo']);
    await page.reload();
    await counted(page, '1 member fits.');

    await page.getByRole('button', { name: 'Save this view' }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Drafts');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Saved views' }).waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await counted(page, '3 members fit.');
    await page.getByRole('combobox', { name: 'Saved views' }).selectOption('Drafts');
    await counted(page, '1 member fits.');
    await page.getByRole('button', { name: 'Remove this view' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('combobox', { name: 'Saved views' }).waitFor();
    expect(consoleProblems(page)).toEqual([]);
  });

  it('goes to any screen by a few letters, with the keyboard alone', async () => {
    const page = await visit('/');
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
    await page.keyboard.press('Control+K');
    await page.getByRole('option', { name: /^Members/ }).waitFor();
    await page.keyboard.type('memb');
    await page.getByRole('option', { name: /^Inbox/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await counted(page, '3 members fit.');
    await page.locator('h1:focus').waitFor();
    expect(consoleProblems(page)).toEqual([]);
  });

  it('goes through a list of 20,000 members within 200 megabytes', async () => {
    const page = await visit('/members');
    await counted(page, '3 members fit.');
    await lengthen(page, 'Members', 'members', 20_000, (node, place) => ({
      ...node,
      id: globalId('Profile', String(place)),
      fullName: `Member ${place}`,
      displayName: `Member ${place}`,
    }));
    await goOn(page, '/members?sort=CONFIRMED');
    await counted(page, '20,000 members fit.');
    const turn = async (pages: number, last: number): Promise<void> => {
      for (let turned = 0; turned < pages; turned += 1) {
        await page.getByRole('button', { name: 'Next page' }).click();
        await page
          .getByRole('link', { name: `Member ${last - (pages - turned - 1) * 50}`, exact: true })
          .waitFor();
      }
    };
    await turn(3, 199);
    const before = await held(page);
    await turn(9, 649);
    const after = await held(page);

    // A page that has been left stays for a minute; no more may stay of 400.
    expect(after.heap + ((after.heap - before.heap) / 9) * 388).toBeLessThan(200);
    expect(after.nodes).toBeLessThan(1.5 * before.nodes);
    await page.unrouteAll({ behavior: 'wait' });
    expect(consoleProblems(page)).toEqual([]);
  });

  it('publishes many, says who was refused and why, and tries again', async () => {
    await setState(['Amina Diallo', 'Binta Traoré'], 'verified');
    const page = await visit('/members?state=VERIFIED');
    await counted(page, '2 members fit.');
    await pressOn(page, 'checkbox', 'Select all rows of this page', 'Space');
    await page.getByText('2 members selected').waitFor();
    await page
      .getByRole('combobox', { name: 'What to do with them' })
      .selectOption({ label: 'Publish' });
    await pressOn(page, 'button', 'Continue');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('1 done, 1 not').waitFor();
    const first = page.getByRole('dialog').locator('tbody tr').first();
    expect(await first.innerText()).toMatch(/Amina Diallo[^]*Not done[^]*consent/i);
    expect(await axe(page)).toEqual([]);
    expect([await stateOf('Binta Traoré'), await stateOf('Amina Diallo')]).toEqual([
      'published',
      'verified',
    ]);

    const acacia = await site.services.networks.bySlug('acacia');
    await site.services.consents.record(
      coordinatorViewer(acacia?.id ?? ''),
      await herId('Amina Diallo'),
      {
        purpose: 'LISTED',
        textVersion: '2026-11',
        language: 'en',
        channel: 'paper',
        givenOn: '2026-10-01',
        proof: 'Form 7',
      },
    );
    await page.getByRole('button', { name: 'Retry the 1 that failed' }).click();
    await page.getByRole('status').getByText('2 profiles were published.').waitFor();
    expect(await stateOf('Amina Diallo')).toBe('published');
    await page.getByRole('heading', { name: 'Nothing fits these filters' }).waitFor();
    await page.locator('h1:focus').waitFor();
    expect(consoleProblems(page)).toEqual([]);
  });

  it('submits many and takes it back', async () => {
    const page = await visit('/members?state=DRAFT');
    await counted(page, '1 member fits.');
    await pressOn(page, 'checkbox', /^Select .*Amina Diallo/, 'Space');
    await page
      .getByRole('combobox', { name: 'What to do with them' })
      .selectOption({ label: 'Submit for review' });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit for review' }).click();
    await page.getByText('1 profile was submitted.').waitFor();
    expect(await stateOf('Amina Diallo')).toBe('submitted');
    await page.getByRole('button', { name: 'Undo' }).click();
    await counted(page, '1 member fits.');
    expect(await stateOf('Amina Diallo')).toBe('draft');
  });

  it('asks many something, each by mail, and says who could not be asked', async () => {
    const page = await visit('/?kind=PROFILE_INCOMPLETE');
    await page.getByRole('link', { name: 'Work on many of them in the members list' }).click();
    await counted(page, '3 members fit.');
    await pressOn(page, 'checkbox', 'Select all rows of this page', 'Space');
    await page
      .getByRole('combobox', { name: 'What to do with them' })
      .selectOption({ label: 'Ask them something' });
    await page.getByRole('button', { name: 'Continue' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption({ label: 'Something else, in your own words' });
    await dialog.getByRole('button', { name: 'Ask them something' }).click();
    await dialog.getByText('Write what you ask.').waitFor();
    expect(await axe(page, '[role="dialog"]')).toEqual([]);
    await dialog.getByRole('textbox').fill('Which dialects do you speak?');
    await dialog.getByRole('button', { name: 'Ask them something' }).click();
    await page.getByText('1 done, 2 not').waitFor();
    const [mail] = (await mailsTo(site, CONTACT)).slice(-1);
    expect(mail?.subject).toBe('A question about your details');
    expect(await canaries(page, [CONTACT])).toEqual([]);
    expect(consoleProblems(page)).toEqual([]);
  });

  it('asks what contact data is for before it is downloaded', async () => {
    const page = await visit('/members');
    await page.getByRole('button', { name: 'Download the list' }).click();
    const dialog = page.getByRole('dialog');
    const file = async (): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download' }).click(),
      ]);
      return readFile(await download.path(), 'utf8');
    };
    await dialog.getByText('CSV, for any program').click();
    const plain = await file();
    expect(plain).toContain('Amina Diallo');
    expect(plain).not.toContain(CONTACT);

    await page.getByRole('button', { name: 'Download the list' }).click();
    await dialog.getByText('CSV, for any program').click();
    await dialog.getByText('With contact data').click();
    await dialog.getByRole('button', { name: 'Download' }).click();
    await dialog.getByText('Choose a purpose.').waitFor();
    await dialog.getByText('Write a reason.').waitFor();
    expect(await axe(page, '[role="dialog"]')).toEqual([]);
    expect(await canaries(page, [CONTACT])).toEqual([]);
    await dialog.getByText('For their security').click();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('A move before the election');
    expect(await file()).toContain(CONTACT);
    const accesses = await site.services.database.query(
      'SELECT 1 FROM contact_access WHERE mediator_id = $1',
      [await herId('Zélie Áda')],
    );
    expect(accesses).toHaveLength(1);
    expect(consoleProblems(page)).toEqual([]);
  });

  it('shows upkeep in the inbox where it is asked for, with the columns she chose, and gives it as a file', async () => {
    const page = await visit('/');
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    await pressOn(page, 'button', 'Show the upkeep');
    await page.getByRole('status').getByText('3 things are worth doing').waitFor();
    const list = page.getByRole('list', { name: 'Inbox' });
    await list.getByRole('button', { name: /Complete a profile.*Amina Diallo/s }).click();
    const chosen = page.getByRole('region', { name: 'What is chosen' });
    await chosen.getByText('It lacks:').waitFor();
    await chosen.getByText('lacks what makes her easy to find').waitFor();
    expect(await axe(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the list' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file.match(/Complete a profile/g)).toHaveLength(3);
    expect(file).not.toMatch(/Diallo|Traoré/);

    await page.getByText('Columns and spacing').click();
    await page.getByText('Mediator', { exact: true }).first().click();
    await list.getByText('Amina Diallo').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Upkeep');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Saved views' }).waitFor();
    await page.getByRole('combobox', { name: 'Saved views' }).selectOption('None of them');
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    await page.getByRole('combobox', { name: 'Saved views' }).selectOption('Upkeep');
    await list.getByRole('button', { name: 'Complete a profile' }).first().waitFor();
    expect(await list.getByText('Amina Diallo').count()).toBe(0);
    expect(consoleProblems(page)).toEqual([]);
  });

  it('goes to a member by her name, which stands in no address and is kept nowhere', async () => {
    const page = await visit('/imports');
    await page.locator('main h1').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('traore');
    const option = page.getByRole('option', { name: /Binta Traoré.*Member of Acacia/s });
    await option.waitFor();
    await page.getByRole('option', { name: /Binta Traoré.*In the directory/s }).waitFor();
    expect(await axe(page)).toEqual([]);
    await option.click();
    await page.getByRole('heading', { name: 'Binta Traoré', level: 1 }).waitFor();
    expect(page.url()).toContain('/console/profiles/');
    expect(await canaries(page, ['traore'])).toEqual([]);
    expect(consoleProblems(page)).toEqual([]);

    const other = await visit('/imports', bea);
    await other.locator('main h1').waitFor();
    await other.keyboard.press('Control+K');
    await other.getByRole('dialog').getByRole('combobox').fill('diallo');
    // She is no member of fjord, and has not consented to be listed.
    await other.getByText('Nothing found').waitFor();
    expect(await other.getByRole('option', { name: /Diallo/ }).count()).toBe(0);
  });

  it('says what to do where a network has nobody yet', async () => {
    const page = await visit('/members', bea);
    await page.getByRole('heading', { name: 'Your network lists nobody yet' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await page.getByRole('link', { name: 'Import a list' }).count()).toBeGreaterThan(0);
  });

  it('lets her work through her inbox with single keys', async () => {
    await askForCorrection('Zélie Áda', 'My name has two accents.');
    await askForCorrection('Binta Traoré', 'I moved to Dakar.');
    const page = await visit('/');
    const chosen = page.getByRole('region', { name: 'What is chosen' });
    await page.getByText('2 things wait for you.').waitFor();
    await page.keyboard.press('j');
    await chosen.getByText('My name has two accents.').waitFor();
    await page.keyboard.press('j');
    await chosen.getByText('I moved to Dakar.').waitFor();
    await page.keyboard.press('k');
    await chosen.getByText('My name has two accents.').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');

    await pressOn(page, 'button', 'I will do it');
    await page.getByRole('status').getByText('Test Person deals with it.').waitFor();
    await tabTo(page, 'textbox', 'Answer to her', { key: 'Shift+Tab' });
    await page.keyboard.type('Both accents are there now.');
    await tabTo(page, 'radio', /It was put right/);
    await page.keyboard.press('Space');
    await pressOn(page, 'button', 'Send the answer');
    await page.getByText('1 thing waits for you.').waitFor();
    await chosen.getByText('I moved to Dakar.').waitFor();
    const rows = await site.services.database.query('SELECT state FROM correction ORDER BY state');
    expect(rows).toEqual([{ state: 'done' }, { state: 'open' }]);

    await chosen.getByLabel('Put it off').selectOption({ index: 1 });
    await page.getByText('Nothing waits for you', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('1 thing waits for you.').waitFor();
    await chosen.getByText('I moved to Dakar.').waitFor();
    expect(consoleProblems(page)).toEqual([]);
  });

  it('verifies and edits by single keys what waits for review', async () => {
    await setState(['Amina Diallo'], 'submitted');
    const page = await visit('/');
    await page.getByText('1 thing waits for you.').waitFor();
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Accreditation by your network').fill('A member since 2019');
    await pressOn(page, 'button', 'Verify');
    await page.getByText('1 profile was verified.').waitFor();
    expect(await stateOf('Amina Diallo')).toBe('verified');
    await page.getByText('Nothing waits for you', { exact: true }).waitFor();
    await goOn(page, '/?kind=PROFILE_INCOMPLETE');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.waitForURL('**/profiles/**');
    await page.getByRole('button', { name: 'Save' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(consoleProblems(page)).toEqual([]);
  });

  it('invites members at addresses that she has, with the keyboard alone', async () => {
    const page = await visit('/members/invite');
    await tabTo(page, 'radio', /^To the addresses that are stated/);
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'textbox', 'Addresses');
    await page.keyboard.type('zelie@example.org, Zélie Áda\nsomebody at example.org');
    await page.getByText('No address was found in: somebody at example.org').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('zelie@example.org, Zélie Áda');
    await page.getByRole('button', { name: 'It is Zélie Áda' }).waitFor();
    await pressOn(page, 'button', 'It is Zélie Áda');
    await pressOn(page, 'button', 'Send 1 invitation');
    await page.getByRole('heading', { name: 'What became of the invitations' }).waitFor();
    const rows = await site.services.database.query(
      'SELECT mediator_id AS id, role FROM invitation',
    );
    expect(rows).toEqual([{ id: await herId('Zélie Áda'), role: 'mediator' }]);
    expect(await axe(page)).toEqual([]);
    expect(consoleProblems(page)).toEqual([]);
  });

  it('does the same with several things of her inbox, and says which of them it could not do', async () => {
    await askForCorrection('Zélie Áda', 'My name has two accents.');
    await askForCorrection('Binta Traoré', 'I moved to Dakar.');
    const page = await visit('/');
    await page.getByText('2 things wait for you.').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 things ticked').waitFor();
    await page
      .getByRole('combobox', { name: 'What to do with them' })
      .selectOption({ label: 'I deal with them' });
    await pressOn(page, 'button', 'Continue');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('list').getByText('Binta Traoré').waitFor();
    expect(await axe(page, '[role="dialog"]')).toEqual([]);
    // A colleague is quicker.
    await site.services.database.query('DELETE FROM correction WHERE mediator_id = $1', [
      await herId('Binta Traoré'),
    ]);
    await dialog.getByRole('button', { name: 'I deal with them' }).click();
    await dialog.getByText('1 done, 1 not').waitFor();
    const [refusedRow, doneRow] = await dialog.locator('tbody tr').allInnerTexts();
    expect([refusedRow, doneRow]).toEqual([
      expect.stringMatching(/Binta Traoré[^]*Not done/),
      expect.stringMatching(/Zélie Áda[^]*Done/),
    ]);
    expect(await axe(page, '[role="dialog"]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText('1 thing waits for you.').waitFor();
    const rows = await site.services.database.query(
      'SELECT o.account_id AS owner FROM inbox_owner o JOIN correction c ON c.id = o.subject_id',
    );
    expect(rows).toEqual([{ owner: ada.id }]);
    expect(consoleProblems(page)).toEqual([]);
  });

  it('does with many once what is asked for again because its answer was lost', async () => {
    await askForCorrection('Binta Traoré', 'I moved to Dakar.');
    const page = await visit('/members');
    await counted(page, '3 members fit.');
    const { database } = site.services;
    const [log] = await database.query<{ last: string }>(
      'SELECT max(number) AS last FROM audit_entry',
    );
    await loseFirstAnswers(page, ['InviteMembers', 'StepMembers', 'AssignInboxItem']);
    const dialog = page.getByRole('dialog');
    const tryTwice = async (what: string): Promise<void> => {
      await page
        .getByRole('combobox', { name: 'What to do with them' })
        .selectOption({ label: what });
      await page.getByRole('button', { name: 'Continue' }).click();
      await dialog.getByRole('button', { name: what, exact: true }).click();
      await dialog.getByText('Try again: it is not done twice.').waitFor();
      await dialog.getByRole('button', { name: /^Retry the/ }).click();
    };
    await pressOn(page, 'checkbox', 'Select all rows of this page', 'Space');
    await tryTwice('Invite to their profiles');
    // Of the others nobody stated an address.
    await dialog.getByText('1 done, 2 not').waitFor();
    expect(await dialog.locator('tbody tr').last().innerText()).toMatch(/Zélie Áda\s+Done/);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const mails = await mailsTo(site, CONTACT);
    expect(mails.filter(({ subject }) => /invitation/.test(subject))).toHaveLength(1);

    await goOn(page, '/members?state=DRAFT');
    await counted(page, '1 member fits.');
    await pressOn(page, 'checkbox', /^Select .*Amina Diallo/, 'Space');
    await tryTwice('Submit for review');
    await page.getByText('1 profile was submitted.').waitFor();

    await goOn(page, '/?kind=CORRECTION&owner=NOBODY');
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).press('Space');
    await tryTwice('I deal with them');
    await page.getByText('It was done for 1 thing.').waitFor();
    const made = await database.query<{ action: string }>(
      'SELECT action FROM audit_entry WHERE number > $1 AND actor = $2 ORDER BY number',
      [log?.last, `user:${ada.id}`],
    );
    expect(made.map(({ action }) => action)).toEqual([
      'invitation.create',
      'profile.submit',
      'inbox.assign',
    ]);
    await page.unrouteAll({ behavior: 'wait' });
  });

  // What axe finds on these screens, and how wide they are, console-every-screen.test.ts sees.
  it('shows where the focus is on every stop, 320 pixels wide and from right to left', async () => {
    await askForCorrection('Zélie Áda', 'My name has two accents.');
    const page = await visit('/members', ada, { locale: 'ar', width: 320 });
    await atRest(page);
    expect(await focusProblems(page)).toEqual([]);
    await goOn(page, '/');
    expect(await focusProblems(page)).toEqual([]);
    expect(consoleProblems(page)).toEqual([]);
  });
});
