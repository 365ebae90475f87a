import type { Page, Request } from 'playwright-core';
import { openSession } from '../accounts.js';
import type { TestBrowser, Visitor } from './open.js';
import type { TestSite } from './site.js';

/** Requests of a page that have not been answered yet. */
const pending = new WeakMap<Page, Set<Request>>();

/**
 * A visitor's browser on a screen of the console, signed in without a form, with whatever factors the account needs.
 *
 * @param path as in `/members?state=DRAFT`
 */
export async function visitConsole(
  site: TestSite,
  browser: TestBrowser,
  account: { readonly id: string },
  path: string,
  visitor: Visitor = {},
): Promise<Page> {
  const page = await browser.visit(visitor);
  const open = new Set<Request>();
  pending.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  const { refreshToken } = await openSession(site.services, account.id);
  const cookie = { name: 'baraza_page', value: refreshToken, url: site.origin };
  await page.context().addCookies([{ ...cookie, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(`/console${path}`);
  return page;
}

/** Goes on to another screen as its links do, without loading the console anew, and waits until it is at rest. */
export async function goOn(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), `/console${path}`);
  await atRest(page);
}

/** Waits until a screen of the console has a heading, nothing of it is still loading, and nothing is being asked. */
export async function atRest(page: Page): Promise<void> {
  const open = pending.get(page);
  if (!open) throw new Error('This page was not opened by visitConsole().');
  for (;;) {
    const isThere = await page.evaluate(isShown);
    if (open.size === 0) {
      if (isThere) return;
      throw new Error(`Nothing is shown at ${page.url()}.`);
    }
    await Promise.race([page.waitForEvent('requestfinished'), page.waitForEvent('requestfailed')]);
  }
}

/** Runs in the page: waits up to 30 seconds for a screen, and then for what it asks when it is first shown. */
async function isShown(): Promise<boolean> {
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = performance.now() + 30_000;
  const isReady = (): boolean =>
    document.querySelector('main h1') !== null &&
    document.querySelector('main [role="status"][aria-label]') === null;
  while (!isReady() && performance.now() < until) await frame();
  await frame();
  await frame();
  return isReady();
}
