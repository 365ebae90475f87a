import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ShareService } from '#engagement';
import { OPERATOR } from '#identity';
import { ImportUploadService } from '#imports';
import type { Page } from 'playwright-core';
import { WRITTEN } from '../support/applying.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { atRest, goOn, visitConsole } from '../support/browser/console.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { openDemoSite, type TestSite } from '../support/browser/site.js';
import { globalId } from '../support/curating.js';
import { TODAY } from '../support/fill.js';
import { lastLink } from '../support/mails.js';
import { PageReader } from '../support/page-reader.js';
import { coordinatorViewer } from '../support/viewers.js';

const ROLES = ['COORDINATOR', 'ORGANIZER', 'FOCAL_POINT', 'ADMINISTRATOR'] as const;
type Role = (typeof ROLES)[number];

/** As in apps/console/src/frame/screen-route.ts. */
interface Route {
  readonly path: string;
  readonly roles: readonly Role[];
}

/** The console's own table: a screen that is new is visited, or this fails for want of its address. */
const CONSOLE = new URL('../../apps/console/src/app/routes.ts', import.meta.url).href;
const { ROUTES } = (await import(CONSOLE)) as { readonly ROUTES: readonly Route[] };

/** What a screen says that has nothing to show, or cannot. */
const FAILED = ['nothing.title', 'nothing.about', 'state.failed', 'state.broken'] as const;

/**
 * In English as each role. In Arabic, and by axe, each screen is looked at once: as the first of the roles that have it.
 * The wide window or the narrow one comes first, and axe looks at that.
 */
const CASES = ROLES.flatMap((role) => [
  {
    role,
    locale: 'en',
    widths: [1280, 320],
    routes: ROUTES.filter(({ roles }) => roles.includes(role)),
  } as const,
  {
    role,
    locale: 'ar',
    widths: [320, 1280],
    routes: ROUTES.filter(({ roles }) => roles[0] === role),
  } as const,
]).filter(({ routes }) => routes.length > 0);

describeInBrowser('every screen of the console', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let world: Awaited<ReturnType<typeof openWorld>>;

  beforeAll(async () => {
    site = await openDemoSite(TODAY);
    browser = await openBrowser(site);
    world = await openWorld(site);
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Where a route is visited. */
  const addressesOf = (path: string): readonly string[] => {
    const found = world[path] ?? (path.includes(':') ? null : [path]);
    if (!found) throw new Error(`Say in openWorld() which record ${path} is to show.`);
    return found;
  };

  it.each(CASES)(
    'of $role keeps to WCAG 2.2 AA in $locale',
    async ({ role, locale, widths, routes }) => {
      const [width, other] = widths;
      const account = await accountOf(site, role);
      const page = await visitConsole(site, browser, account, '/', { locale, width, now: TODAY });
      await atRest(page);
      const found: string[] = [];
      for (const { path, roles } of routes) {
        for (const address of addressesOf(path)) {
          await goOn(page, address);
          const problems = [...(await problemsOf(page, locale)), ...(await deadLinks(page, role))];
          if (roles[0] === role) problems.push(...(await axe(page)));
          await page.setViewportSize({ width: other, height: 800 });
          problems.push(...(await sidewaysScroll(page)));
          await page.setViewportSize({ width, height: 800 });
          problems.push(...(await sidewaysScroll(page)));
          found.push(...problems.map((problem) => `${path}: ${problem}`));
        }
      }
      expect([...found, ...consoleProblems(page)]).toEqual([]);
    },
  );
});

/** What every screen has, and what only one that could not be shown has. */
async function problemsOf(page: Page, locale: 'en' | 'ar'): Promise<string[]> {
  const { titles, title, lang, dir, focus, text } = await page.evaluate(() => ({
    titles: [...document.querySelectorAll('h1')].map(({ textContent }) => textContent),
    title: document.title,
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    focus: document.activeElement?.localName ?? '',
    text: document.querySelector('main')?.innerText ?? '',
  }));
  const catalogue = await readFile(`libs/messages/catalogues/console/${locale}.json`, 'utf8');
  const words = JSON.parse(catalogue) as Readonly<Record<string, string>>;
  const told = FAILED.map((key) => words[key] ?? key);
  return [
    ...(titles.length === 1 ? [] : [`it has ${titles.length} headings`]),
    ...(title === `${titles[0]} · Baraza` ? [] : [`its title is "${title}"`]),
    ...(`${lang} ${dir}` === (locale === 'ar' ? 'ar rtl' : 'en ltr') ? [] : [`${lang} ${dir}`]),
    ...(focus === 'h1' ? [] : [`the focus is on ${focus}`]),
    ...told.filter((one) => text.includes(one)),
  ];
}

/** Links to screens that are not there, or not hers. */
async function deadLinks(page: Page, role: Role): Promise<string[]> {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/console"]')].map(
      ({ pathname }) => pathname.replace('/console', '') || '/',
    ),
  );
  const own = ROUTES.filter(({ roles }) => roles.includes(role)).map(
    ({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
  );
  // She begins with the first screen of her menu where she has no inbox.
  return links
    .filter((link) => link !== '/' && !own.some((path) => path.test(link)))
    .map((link) => `${link} leads nowhere`);
}

/** The account of the demo that has this role, of the network acacia where she coordinates one. */
async function accountOf({ services }: TestSite, role: Role): Promise<{ readonly id: string }> {
  const [account] = await services.database.query<{ id: string }>(
    `SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id LEFT JOIN network n ON n.id = r.network_id
     WHERE r.role = $1 AND (n.id IS NULL OR n.slug = 'acacia')`,
    [role.toLowerCase().replace('_', '-')],
  );
  if (!account) throw new Error(`The demo has no ${role}.`);
  return account;
}

/** The addresses of the screens that show one record, and what the demo lacks for them. */
async function openWorld(site: TestSite): Promise<Readonly<Record<string, readonly string[]>>> {
  const { database } = site.services;
  /** Of the first row. */
  const find = async <Row extends object>(query: string, values: unknown[] = []): Promise<Row> => {
    const [row] = await database.query<Row>(query, values);
    if (!row) throw new Error(`The demo has nothing for ${query}`);
    return row;
  };
  const [coordinator, organizer] = await Promise.all([
    accountOf(site, 'COORDINATOR'),
    accountOf(site, 'ORGANIZER'),
  ]);
  const { network } = await find<{ network: string }>(
    `SELECT id AS network FROM network WHERE slug = 'acacia'`,
  );
  const { list, need } = await find<{ list: string; need: string }>(
    `SELECT s.id AS list, s.need_id AS need FROM shortlist s JOIN shortlist_entry e ON e.shortlist_id = s.id
     GROUP BY 1 ORDER BY count(*) DESC, s.need_id`,
  );
  const { deployment, introduction } = await find<{ deployment: string; introduction: string }>(
    `SELECT id AS deployment, introduction_id AS introduction FROM deployment
     WHERE network_id = $1 AND state = 'active' AND place = 'lead'`,
    [network],
  );
  const { woman, outside } = await find<{ woman: string; outside: string }>(
    `SELECT m.id AS woman, m.public_id AS outside FROM mediator m JOIN affiliation a ON a.mediator_id = m.id
     WHERE a.network_id = $1 AND m.state = 'published' ORDER BY a.external_id`,
    [network],
  );
  const two = await database.query<{ id: string }>(
    `SELECT m.public_id AS id FROM shortlist_entry e JOIN mediator m ON m.id = e.mediator_id
     WHERE e.shortlist_id = $1 ORDER BY e.rank LIMIT 2`,
    [list],
  );
  const compared = two.map(({ id }) => `id=${globalId('Mediator', id)}`).join('&');
  const { slug } = await find<{ slug: string }>('SELECT slug FROM peace_process ORDER BY slug');
  const at = (path: string, type: string, id: string): string[] => [
    `${path}/${globalId(type, id)}`,
  ];
  const needs = at('/needs', 'Need', need);
  return {
    '/imports/:id': at('/imports', 'Import', await uploaded(site, coordinator.id, network)),
    '/desk/introductions/:id': at('/desk/introductions', 'DeskIntroduction', introduction),
    '/desk/deployments/:id': at('/desk/deployments', 'DeskDeployment', deployment),
    '/applications/:id': at('/applications', 'Application', await applied(site)),
    '/profiles/:id': at('/profiles', 'Profile', woman),
    '/needs/:id': needs,
    '/needs/:id/edit': needs.map((path) => `${path}/edit`),
    '/needs/:id/terms': needs.map((path) => `${path}/terms`),
    '/needs/:id/compare': needs.map((path) => `${path}/compare?${compared}`),
    '/needs/:id/team': needs.map((path) => `${path}/team`),
    '/shortlists/:id': at('/shortlists', 'Shortlist', list),
    '/shared-shortlists/:id': at(
      '/shared-shortlists',
      'SharedShortlist',
      await shared(site, organizer.id, list),
    ),
    '/introductions/:id': at('/introductions', 'Introduction', introduction),
    '/deployments/:id': at('/deployments', 'Deployment', deployment),
    '/processes': ['/processes', '/processes?view=map'],
    '/processes/:slug/edit': [`/processes/${slug}/edit`],
    '/mediators/:id': at('/mediators', 'Mediator', outside),
  };
}

async function uploaded(
  { app, services }: TestSite,
  accountId: string,
  networkId: string,
): Promise<string> {
  const list =
    'Nom;Courriel;Langues\nAwa Diop;awa@example.org;Français (C1)\nBinta Sow;;Swahli (B2)\n';
  const viewer = { ...coordinatorViewer(networkId), name: `user:${accountId}`, userId: accountId };
  const id = await app.get(ImportUploadService).receive(viewer, {
    networkId,
    fileName: 'membres.csv',
    bytes: Readable.from([Buffer.from(list)]),
  });
  await services.jobs.drain();
  return id;
}

/** A stranger's answer to the call of the demo. */
async function applied(site: TestSite): Promise<string> {
  const { database } = site.services;
  const [call] = await database.query<{ id: string }>('SELECT id FROM membership_call');
  const she = await new PageReader(site).open(`/apply/acacia/${call?.id}?lang=en`);
  await she.submit(`/apply/acacia/${call?.id}?lang=en`, WRITTEN);
  await (
    await new PageReader(site).open(await lastLink(site, String(WRITTEN.email)))
  ).submit('/link/application/confirm');
  const [application] = await database.query<{ id: string }>(
    'SELECT id FROM membership_application',
  );
  return application?.id ?? '';
}

async function shared(
  { app, services }: TestSite,
  accountId: string,
  shortlistId: string,
): Promise<string> {
  await app.get(ShareService).share(OPERATOR, shortlistId, { kind: 'account', id: accountId });
  const [share] = await services.database.query<{ id: string }>('SELECT id FROM shortlist_share');
  return share?.id ?? '';
}
