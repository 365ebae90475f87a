import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { openCalls } from '../support/applying.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { focusProblems } from '../support/browser/keyboard.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { fill, record } from '../support/fill.js';
import { lastLink } from '../support/mails.js';

describeInBrowser('pages for whoever has not signed in', () => {
  let site: TestSite;
  let browser: TestBrowser;
  /** Each with the status of its answer. */
  let paths: readonly (readonly [path: string, status: number])[];

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
    const { path: apply, ada } = await openCalls(site);
    await fill(site.services, 'acacia', [record(1)]);
    const [row] = await site.services.database.query<{ id: string; publicId: string }>(
      'SELECT id, public_id AS "publicId" FROM mediator',
    );
    const email = 'amina@example.org';
    await site.services.identity.invitations.invite(OPERATOR, {
      email,
      locale: 'en',
      role: 'mediator',
      networkId: ada.networkIds[0] ?? '',
      mediatorId: row?.id ?? '',
      organizationId: null,
    });
    paths = [
      ['/sign-in', 200],
      ['/sign-in?sent', 200],
      ['/sign-in?out', 200],
      ['/link/sign-in?token=x', 200],
      ['/link/password-reset?token=x', 200],
      ['/link/introduction?token=x', 200],
      [await lastLink(site, email), 200],
      ['/link/invitation?token=x', 410],
      ['/link/done?after=mediator', 200],
      [apply, 200],
      ['/nothing', 404],
      ['/', 200],
      ['/directory?q=person&language=en&more=territory', 200],
      ['/directory?q=nobody+at+all', 200],
      ['/directory?territory=XX', 422],
      [`/directory/${row?.publicId}`, 200],
      ['/directory/nonsense', 404],
      ['/networks', 200],
      ['/networks/acacia', 200],
      ['/how-matching-works', 200],
    ];
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
    for (const [path, status] of paths) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, status]);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      const found = [...(await axe(page)), ...(await sidewaysScroll(page))];
      if (width === 320) found.push(...(await focusProblems(page)));
      expect([path, found]).toEqual([path, []]);
    }
    expect(consoleProblems(page, { expected: [404, 410, 422] })).toEqual([]);
  });

  it('say what is missing in a form so that assistive technology finds it', async () => {
    const page = await browser.visit();
    await page.goto('/sign-in');
    await page.locator('[name="address"]').fill('nobody@example.org');
    await page.locator('[name="password"]').fill('not the right one');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    // It has the focus, so that a screen reader begins there.
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await axe(page)).toEqual([]);
    expect(consoleProblems(page, { expected: [422] })).toEqual([]);
  });
});
