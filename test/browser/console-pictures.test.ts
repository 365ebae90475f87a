import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { makeAccount, type TestAccount } from '../support/accounts.js';
import { atRest, goOn, visitConsole } from '../support/browser/console.js';
import { describeWithPictures, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { picture } from '../support/browser/picture.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { globalId } from '../support/curating.js';
import { fill, record } from '../support/fill.js';
import { insertNeed, insertShortlist } from '../support/stored-need.js';
import { mediatorViewer } from '../support/viewers.js';

const NOW = new Date('2026-11-02T08:00:00Z');
const EARLIER = new Date('2026-10-30T08:00:00Z');
const WINDOW = { width: 960, height: 720 } as const;

describeWithPictures('the console, in pictures', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let coordinator: TestAccount;
  let organizer: TestAccount;
  let her: string;
  let need: string;
  let shortlist: string;

  beforeAll(async () => {
    site = await openTestSite({}, () => NOW);
    browser = await openBrowser(site);
    const { services } = site;
    await fill(services, 'acacia', [
      record(1, {
        full_name: 'Éloïse N’Diaye',
        years: '12',
        biography: 'She mediates at the lake.',
      }),
      record(2, { full_name: 'Amina Diallo', years: '7', territories: 'KE; UG', consent: '' }),
      record(3, { full_name: 'ليلى منصور', languages: 'Arabic (C2); English (B2)', years: '20' }),
    ]);
    coordinator = await makeAccount(services, { role: 'coordinator', networks: ['acacia'] });
    organizer = await makeAccount(services, { role: 'organizer' });
    const [first] = await services.database.query<{ id: string }>(
      'SELECT mediator_id AS id FROM affiliation ORDER BY external_id',
    );
    her = first?.id ?? '';
    await services.corrections.request(mediatorViewer(her), null, 'My name has two dots.');
    const [account] = await services.database.query<{ organization: string }>(
      'SELECT organization_id AS organization FROM account WHERE id = $1',
      [organizer.id],
    );
    need = await insertNeed(services.database, {
      organization_id: account?.organization,
      state: 'shortlisting',
      updated_at: NOW,
    });
    ({ shortlist } = await insertShortlist(services.database, need, her));
    // These have the time of the database, which goes on.
    await services.database.query('UPDATE shortlist SET created_at = $1', [NOW]);
    await services.database.query('UPDATE shortlist_entry SET added_at = $1', [NOW]);
    await services.database.query('UPDATE correction SET requested_at = $1', [EARLIER]);
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const at = async (who: TestAccount, path: string, locale = 'en'): Promise<Page> => {
    const page = await visitConsole(site, browser, who, path, { ...WINDOW, locale, now: NOW });
    await atRest(page);
    return page;
  };

  it('is as it was: members, a record and the inbox, in both directions', async () => {
    const page = await at(coordinator, '/members');
    expect(await picture(page, 'console/members', { whole: false })).toEqual([]);
    const arabic = await at(coordinator, `/profiles/${globalId('Profile', her)}`, 'ar');
    expect(await picture(arabic, 'console/record-ar', { whole: false })).toEqual([]);
    await goOn(arabic, '/');
    expect(await picture(arabic, 'console/inbox-ar', { whole: false })).toEqual([]);
  });

  it('is as it was: a ranking with its reasons, and a shortlist and its briefing on paper', async () => {
    const page = await at(organizer, `/needs/${globalId('Need', need)}`);
    await page.getByRole('button', { name: /^Why / }).first().click();
    await atRest(page);
    expect(await picture(page, 'console/ranking')).toEqual([]);
    await goOn(page, `/shortlists/${globalId('Shortlist', shortlist)}`);
    expect(await picture(page, 'console/shortlist-printed', { printed: true })).toEqual([]);
    await page.getByRole('link', { name: /print/i }).click();
    await page.waitForURL('**/briefings/**');
    expect(await picture(page, 'console/briefing-printed', { printed: true })).toEqual([]);
  });
});
