import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { OrganizerDeploymentService } from '#deployments';
import { OwnAskService, RequestService } from '#introductions';
import type { Page } from 'playwright-core';
import { makeAccount, type TestAccount } from '../support/accounts.js';
import { openAsking, type AskedNeed, type Asking } from '../support/asking.js';
import { canaries } from '../support/browser/canaries.js';
import { axe, consoleProblems } from '../support/browser/checks.js';
import { visitConsole } from '../support/browser/console.js';
import { pressOn, tabTo } from '../support/browser/keyboard.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { globalId } from '../support/curating.js';
import { mediatorViewer } from '../support/viewers.js';
import { makeWoman, type Woman } from '../support/woman.js';

const EMAIL = 'juniper.osprey@example.org';
const CONSENTS = { consent: 'LISTED; MATCHED; CONTACTED' };

describeInBrowser('the desk in the console', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let ada: TestAccount;
  let asking: Asking;
  const women: Woman[] = [];

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
    for (const number of [1, 2, 3]) {
      women.push(
        await makeWoman(site, number, number === 3 ? { ...CONSENTS, email: EMAIL } : CONSENTS),
      );
    }
    ada = await makeAccount(site.services, { role: 'coordinator', networks: ['acacia'] });
    asking = await openAsking(site);
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Her browser, on a screen of the console. */
  const visit = async (path: string): Promise<Page> => visitConsole(site, browser, ada, path);
  const herOf = (at: number): string => women[at]?.mediatorId ?? '';
  const atDesk = ({ id }: AskedNeed): string =>
    `/desk/introductions/${globalId('DeskIntroduction', id)}`;
  const shown = async (page: Page, words: string): Promise<void> =>
    page.locator('main').getByText(words, { exact: true }).first().waitFor();

  it('forwards a request with the keyboard and records what she says', async () => {
    const asked = await asking.request(herOf(0), { title: 'Talks of elders' });
    const page = await visit('/desk');
    await shown(page, 'Talks of elders');
    expect(await axe(page)).toEqual([]);

    await tabTo(page, 'link', 'Person Number 1');
    await page.keyboard.press('Enter');
    await shown(page, 'For your desk alone');
    expect(await axe(page)).toEqual([]);
    await pressOn(page, 'button', 'Forward to her');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await axe(page)).toEqual([]);
    await tabTo(page, 'button', 'Forward to her');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await shown(page, 'With her');

    await page.getByRole('button', { name: 'Record what she said' }).click();
    await dialog.getByText('Yes: she accepts the terms').click();
    await dialog.getByText(/^I have read her the terms/).click();
    await dialog.getByText('She declares that there are none').click();
    await dialog.getByText('By telephone').click();
    await dialog.getByLabel('Proof').fill('Note of the call of Monday; I know her voice.');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await shown(page, 'She said yes');
    await shown(page, 'Note of the call of Monday; I know her voice.');
    const own = await site.app.get(OwnAskService).byId(mediatorViewer(herOf(0)), asked.id);
    expect(own.state).toBe('accepted');
    expect(consoleProblems(page)).toEqual([]);
  });

  it('returns a request with words, and the organizer reads them and nothing else', async () => {
    const asked = await asking.request(herOf(1));
    const page = await visit(atDesk(asked));
    await page.getByRole('button', { name: 'Return with words' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What you need before you ask her').fill('Say who pays the insurance.');
    await dialog.getByRole('button', { name: 'Return with words' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await shown(page, 'Returned');
    const seen = await site.app.get(RequestService).byId(asking.ana, asked.id);
    expect(seen).toMatchObject({ state: 'returned', deskWords: 'Say who pays the insurance.' });
    expect(consoleProblems(page)).toEqual([]);
  });

  it('passes a message of the relay, then begins a clearance and records a line', async () => {
    const asked = await asking.forward(herOf(2), { state: 'shortlisting' });
    const [requests, own] = [site.app.get(RequestService), site.app.get(OwnAskService)];
    const her = mediatorViewer(herOf(2));
    const read = await own.byId(her, asked.id);
    const { termsRevision } = read;
    await own.accept(her, asked.id, read.revision, { termsRevision, declaration: {} });
    const { revision } = await requests.byId(asking.ana, asked.id);
    await requests.confirm(asking.ana, asked.id, revision);
    const confirmed = await own.byId(her, asked.id);
    await own.release(her, asked.id, confirmed.revision, { relay: true });
    const connected = await own.byId(her, asked.id);
    await own.sendMessage(her, asked.id, connected.revision, 'When does the office open?');

    const page = await visit(atDesk(asked));
    await shown(page, 'When does the office open?');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pass on' }).click();
    await shown(page, 'Passed on');
    const { messages } = await requests.byId(asking.ana, asked.id);
    expect(messages).toMatchObject([{ text: 'When does the office open?', state: 'passed' }]);

    const organizers = site.app.get(OrganizerDeploymentService);
    const planned = await organizers.plan(asking.ana, asked.id, {
      role: 'adviser',
      track: '1.5',
      supervisor: '',
    });
    await page.goto(`/console/desk/deployments/${globalId('DeskDeployment', planned.id)}`);
    await page.getByRole('button', { name: 'Begin clearance' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Abroad').click();
    await dialog.getByRole('button', { name: 'Begin clearance' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Record: Visa' }).click();
    await dialog.getByText('It is done').click();
    await dialog.getByLabel('Number of the document (optional)').fill('V-77');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: /Visa.*Done.*V-77/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(consoleProblems(page)).toEqual([]);
    // Nothing of her way to be reached has come to this page.
    expect(await canaries(page, [EMAIL])).toEqual([]);
  });
});
