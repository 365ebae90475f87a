import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { dayOf } from '#kernel';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { makeAccount } from '../support/accounts.js';
import { canaries } from '../support/browser/canaries.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { focusProblems, pressOn } from '../support/browser/keyboard.js';
import { globalId } from '../support/curating.js';
import { atRest, goOn, visitConsole } from '../support/browser/console.js';
import {
  accountOf,
  addressesOfRecords,
  hiddenFrom,
  OTHER,
  ROLES,
  type Role,
} from '../support/browser/console-world.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { openDemoSite, type TestSite } from '../support/browser/site.js';
import { TODAY } from '../support/fill.js';

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

/** What a screen says whose record is not there, or not hers. */
const GONE = [
  'The address is wrong, or the page is not for your role.',
  'It may have been taken back.',
  'No network of yours lists her.',
];
/** Screens of records that are everybody's. */
const PUBLIC = new Set(['/mediators/:id']);

/**
 * In English as each role. In Arabic each screen is looked at once: as the first of the roles that have it. Axe looks at
 * each once, at every other one in English, light and wide, and at the others in Arabic, dark and narrow.
 */
const CASES = ROLES.flatMap((role) => [
  {
    role,
    locale: 'en',
    colours: 'light',
    widths: [1280, 320],
    routes: ROUTES.filter(({ roles }) => roles.includes(role)),
  } as const,
  {
    role,
    locale: 'ar',
    colours: 'dark',
    widths: [320, 1280],
    routes: ROUTES.filter(({ roles }) => roles[0] === role),
  } as const,
]).filter(({ routes }) => routes.length > 0);

describeInBrowser('every screen of the console', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let records: Awaited<ReturnType<typeof addressesOfRecords>>;

  beforeAll(async () => {
    site = await openDemoSite(TODAY);
    browser = await openBrowser(site);
    records = await addressesOfRecords(site);
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Where a route is visited. */
  const addressesOf = (path: string): readonly string[] => {
    const found = records[path] ?? (path.includes(':') ? null : [path]);
    if (!found) throw new Error(`Say in console-world.ts which record ${path} is to show.`);
    return found;
  };

  it.each(CASES)(
    'of $role keeps to WCAG 2.2 AA in $locale, and to what she may see',
    async ({ role, locale, colours, widths, routes }) => {
      const [width, other] = widths;
      const account = await accountOf(site, role);
      const page = await visitConsole(site, browser, account, '/', {
        locale,
        width,
        now: TODAY,
        more: { colorScheme: colours },
      });
      await atRest(page);
      const found: string[] = [];
      const linked = new Set<string>();
      for (const { path, roles } of routes) {
        for (const address of addressesOf(path)) {
          await goOn(page, address);
          const links = await linksOf(page);
          for (const link of links) linked.add(link);
          const problems = [...(await problemsOf(page, locale)), ...deadLinks(links, role)];
          const place = ROUTES.findIndex((route) => route.path === path);
          if (roles[0] === role && place % 2 === (locale === 'en' ? 0 : 1)) {
            problems.push(...(await axe(page)));
          }
          for (const one of [other, width]) {
            await page.setViewportSize({ width: one, height: 800 });
            await painted(page);
            problems.push(...(await sidewaysScroll(page)), ...(await wideBlocks(page)));
          }
          found.push(...problems.map((problem) => `${path}: ${problem}`));
        }
      }
      if (locale === 'en') found.push(...unreachable(linked, routes));
      expect([...found, ...consoleProblems(page)]).toEqual([]);
      expect(await canaries(page, await hiddenFrom(site, role))).toEqual([]);
    },
  );

  it.each([
    { whose: 'network', role: 'COORDINATOR' },
    { whose: 'organization', role: 'ORGANIZER' },
  ] as const)(
    'says nothing of records of another $whose, as of none, to who knows their addresses',
    async ({ role }) => {
      const account =
        role === 'COORDINATOR'
          ? await accountOf(site, role, OTHER)
          : await makeAccount(site.services, { role: 'organizer' });
      const page = await visitConsole(site, browser, account, '/', { now: TODAY });
      const routes = ROUTES.filter(
        ({ path, roles }) => path.endsWith('/:id') && roles[0] === role && !PUBLIC.has(path),
      );
      const shown: string[] = [];
      const addresses = routes.flatMap(({ path }) => [
        ...addressesOf(path),
        path.replace(':id', 'x'),
      ]);
      for (const address of addresses) {
        await goOn(page, address);
        const text = await page.locator('main').innerText();
        if (!GONE.some((words) => text.includes(words))) shown.push(`${address}: ${text}`);
      }
      expect(routes.length).toBeGreaterThan(4);
      expect([...shown, ...consoleProblems(page)]).toEqual([]);
      expect(await canaries(page, await hiddenFrom(site, role, true))).toEqual([]);
    },
  );

  it('an administrator writes a breach down, has the women told, and notes who was told in person', async () => {
    const page = await visitConsole(
      site,
      browser,
      await accountOf(site, 'ADMINISTRATOR'),
      '/breaches',
      { now: TODAY },
    );
    const { id } = await accountOf(site, 'COORDINATOR');
    await goOn(page, `/accounts/${globalId('Account', id)}`);
    await pressOn(page, 'button', 'Write down a breach');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    await dialog.getByText('This is needed.').first().waitFor();
    await dialog.getByText('Count all women on the lists').click();
    await dialog.getByRole('group', { name: 'Networks with all their women' }).waitFor();
    await dialog.getByLabel('First day (UTC)').fill(dayOf(TODAY));
    await dialog.getByLabel('Last day (UTC)').fill(dayOf(TODAY));
    await dialog.getByLabel('What happened').fill('A telephone was taken at a checkpoint.');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    await page.getByRole('heading', { name: 'Somebody else used an account', level: 1 }).waitFor();
    await page.getByText('A telephone was taken at a checkpoint.').waitFor();
    await page.getByText(/^In person: [1-9]/).waitFor();

    await pressOn(page, 'button', 'Tell them');
    await page.getByText('This cannot be taken back.').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tell them' }).click();
    // The page looks again by itself, until the job has told everybody whom it can.
    await page.getByText('Not reached yet').waitFor();
    await site.services.jobs.drain();
    await page.getByText('Only those still to be told in person').click();
    const untold = page.getByRole('row', { name: /In person/ });
    await untold.first().waitFor();
    expect(page.url()).toContain('only=toTell');
    const left = await untold.count();
    await untold
      .first()
      .getByRole('button', { name: /^She has been told/ })
      .click();
    await dialog.getByRole('button', { name: 'She has been told' }).click();
    await untold.nth(left - 1).waitFor({ state: 'detached' });

    await pressOn(page, 'button', 'The authority was told');
    await dialog.getByLabel('When').fill('2020-01-01T10:00');
    await dialog.getByRole('button', { name: 'The authority was told' }).click();
    await dialog
      .getByText(/An authority is told after it became known/)
      .first()
      .waitFor();
    await dialog.getByLabel('When').fill('');
    await dialog.getByRole('button', { name: 'The authority was told' }).click();
    await page
      .getByText(/^Told /)
      .first()
      .waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      pressOn(page, 'button', 'Download the entry'),
    ]);
    const entry = await readFile(await file.path(), 'utf8');
    expect(entry).toContain('A telephone was taken at a checkpoint.');
    await goOn(page, '/breaches');
    await page.getByRole('link', { name: 'Somebody else used an account' }).nth(1).waitFor();
    expect(await focusProblems(page)).toEqual([]);
    expect(consoleProblems(page)).toEqual([]);
    expect(await canaries(page, await hiddenFrom(site, 'ADMINISTRATOR'))).toEqual([]);
  });

  it('a safety officer records an incident, and what was done about it, though somebody else has just done so', async () => {
    const account = await accountOf(site, 'COORDINATOR');
    await site.services.database.query(
      `INSERT INTO desk_member (network_id, account_id, duty, appointed_by)
       SELECT network_id, account_id, 'safety-officer', 'cli' FROM account_role WHERE account_id = $1`,
      [account.id],
    );
    const [at = ''] = addressesOf('/desk/deployments/:id');
    const page = await visitConsole(site, browser, account, at, { now: TODAY });
    const dialog = page.getByRole('dialog');
    await pressOn(page, 'button', 'Record an incident');
    await dialog.getByLabel('What it was about').selectOption({ label: 'Health' });
    await dialog.getByText('Slight').click();
    await dialog.getByLabel('What happened').fill('A fever of two days.');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A fever of two days.').waitFor();
    await pressOn(page, 'button', 'Record what was done');
    await dialog.getByLabel('What was done about it').fill('She saw a doctor.');
    await dialog.getByText('This closes it').click();
    await conflictIn(site, page, 'incident', 'Save');
    await page.getByText('She saw a doctor.').waitFor();
    expect(await page.getByRole('button', { name: 'Record what was done' }).count()).toBe(0);
    expect(consoleProblems(page)).toEqual([]);
  });

  it('an administrator writes an office down, and its focal point a meeting with its agenda and the sheet for it', async () => {
    const keeper = await visitConsole(
      site,
      browser,
      await accountOf(site, 'ADMINISTRATOR'),
      '/offices?past=1',
      { now: TODAY },
    );
    const written = keeper.getByRole('dialog');
    await pressOn(keeper, 'button', 'Write a term of office down');
    await written.getByRole('button', { name: 'Save' }).click();
    await written.getByText('This is needed.').first().waitFor();
    expect(await axe(keeper)).toEqual([]);
    await written
      .getByLabel('Network or regional organization')
      .selectOption({ label: 'Amber Coast Union (demo)' });
    const [, ...holders] = await written
      .getByLabel('Who holds it')
      .locator('option')
      .allTextContents();
    expect(holders.length).toBeGreaterThan(50);
    expect(holders).toEqual(holders.toSorted((a, b) => a.localeCompare(b, 'en')));
    await written.getByLabel('Who holds it').selectOption({ label: 'Amberland (demo)' });
    await written.getByLabel('From', { exact: true }).fill('2026-12-01');
    await written.getByLabel('Until', { exact: true }).fill('2026-11-01');
    await written.getByLabel('Source').fill('Decision 7');
    await written.getByRole('button', { name: 'Save' }).click();
    await written
      .getByText(/not before the first/)
      .first()
      .waitFor();
    await written.getByLabel('From', { exact: true }).fill('2026-10-01');
    await written.getByLabel('Until', { exact: true }).fill('');
    await written.getByRole('button', { name: 'Save' }).click();
    await written.waitFor({ state: 'detached' });
    const term = keeper.getByRole('row', { name: /^Chair .*Amberland .*Decision 7/ });
    await term.waitFor();

    const focal = await visitConsole(
      site,
      browser,
      await accountOf(site, 'FOCAL_POINT'),
      '/meetings',
      { now: TODAY },
    );
    const dialog = focal.getByRole('dialog');
    await pressOn(focal, 'button', 'Write a meeting down');
    await dialog.getByLabel('From', { exact: true }).fill('2026-12-08');
    await dialog.getByLabel('Until', { exact: true }).fill('2026-12-09');
    await dialog.getByLabel('Place').fill('Émeraude (fictional)');
    expect(await dialog.getByLabel('Code').inputValue()).toBe('emeraude-fictional-2026');
    await dialog.getByRole('combobox', { name: 'Hosts' }).fill('amberl');
    await focal.getByRole('option', { name: /^Amberland/ }).click();
    await dialog.getByRole('button', { name: 'Add an agenda' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is needed.').first().waitFor();
    expect(await axe(focal)).toEqual([]);
    await dialog.getByLabel('Title').fill('Agenda of two days');
    await dialog.getByLabel('Source').fill('Invitation');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await focal.getByText('Agenda of two days').waitFor();
    await focal.waitForURL(/meeting=emeraude-fictional-2026/);
    await pressOn(focal, 'button', 'Change the meeting');
    await dialog.getByRole('button', { name: 'Remove document 1' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await focal.getByText('Agenda of two days').waitFor({ state: 'detached' });
    await pressOn(focal, 'button', 'Prepare our sheet (F7)');
    expect(await dialog.getByLabel('From', { exact: true }).inputValue()).toBe('2026-07-15');
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await term.getByRole('button', { name: /^Change: Chair, Amberland/ }).click();
    await written.getByText(/This term was written down by mistake/).click();
    await written.getByRole('button', { name: 'Remove' }).click();
    await term.waitFor({ state: 'detached' });
    await focal.reload();
    await atRest(focal);
    await focal.getByRole('button', { name: 'Write a commitment down' }).waitFor();
    expect(await focal.getByRole('button', { name: /the meeting$/ }).count()).toBe(0);
    expect([...consoleProblems(keeper), ...consoleProblems(focal)]).toEqual([]);
  });

  it('a focal point writes down who answers for her actor, corrects it and ends the term; others read what is shared', async () => {
    const focal = await visitConsole(
      site,
      browser,
      await accountOf(site, 'FOCAL_POINT'),
      '/focal-points',
      { now: TODAY },
    );
    const dialog = focal.getByRole('dialog');
    await focal.getByText(/^3 focal points today/).waitFor();
    await pressOn(focal, 'button', 'Write a focal point down');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is needed.').first().waitFor();
    await dialog.getByLabel('Office', { exact: true }).fill('Desk for the plan');
    await dialog.getByLabel('From', { exact: true }).fill('2026-10-01');
    await dialog.getByLabel('Person').fill('A. Person');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is needed.').waitFor();
    await dialog.getByLabel('Day on which she agreed').fill('2026-09-30');
    await dialog.getByLabel('Page of the office').fill('http://office.example');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/https/).last().waitFor();
    expect(await axe(focal)).toEqual([]);
    await dialog.getByLabel('Page of the office').fill('https://office.example/desk');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const term = focal.getByRole('row', { name: /^Desk for the plan .*A\. Person/ });
    await term.waitFor();

    const keeper = await visitConsole(
      site,
      browser,
      await accountOf(site, 'ADMINISTRATOR'),
      '/focal-points',
      { now: TODAY },
    );
    await keeper.getByText(/^3 focal points today/).waitFor();
    expect(await keeper.getByText('Desk for the plan').count()).toBe(0);
    expect(await keeper.getByRole('button', { name: /Change|End the term/ }).count()).toBe(0);

    await term.getByRole('button', { name: /^Change: Desk for the plan/ }).click();
    await dialog.getByLabel('Person').fill('');
    await dialog.getByLabel('Shared with').selectOption({ label: 'Public' });
    await conflictIn(site, focal, 'wps_focal_point', 'Save');
    await focal.getByRole('row', { name: /^Desk for the plan .*not named/ }).waitFor();
    await focal.getByRole('button', { name: /^End the term: Desk for the plan/ }).click();
    await dialog.getByLabel('Last day').fill('2026-09-01');
    await dialog.getByRole('button', { name: 'End the term' }).click();
    await dialog
      .getByText(/not before the first/)
      .first()
      .waitFor();
    await dialog.getByLabel('Last day').fill('2026-10-31');
    await dialog.getByRole('button', { name: 'End the term' }).click();
    await dialog.waitFor({ state: 'detached' });
    await focal.getByText(/^3 focal points today/).waitFor();
    await keeper.reload();
    await atRest(keeper);
    expect(await keeper.getByText('Desk for the plan').count()).toBe(0);
    await keeper.getByLabel('Also past and future terms').press('Space');
    await keeper.getByRole('row', { name: /^Desk for the plan .*not named/ }).waitFor();
    await keeper.getByText(/^5 terms of focal points/).waitFor();
    expect([...consoleProblems(keeper), ...consoleProblems(focal)]).toEqual([]);
  });

  it('a focal point says how a commitment stands, and civil society contests what a plan says of it', async () => {
    const focal = await visitConsole(
      site,
      browser,
      await accountOf(site, 'FOCAL_POINT'),
      '/owing?kind=COMMITMENT',
      { now: TODAY },
    );
    const row = focal.getByRole('row', { name: /gender advisers/ });
    await row.getByText('Late or at risk').waitFor();
    await row.getByRole('button').click();
    await focal.getByRole('radio', { name: 'It was kept' }).check({ force: true });
    await focal.getByRole('button', { name: 'It was kept' }).click();
    await focal.getByText('This is needed.').waitFor();
    await focal.getByRole('textbox', { name: 'What shows that' }).fill('Order 12 of the ministry');
    expect(await axe(focal)).toEqual([]);
    await focal.getByRole('button', { name: 'It was kept' }).click();
    await row.waitFor({ state: 'detached' });
    await goOn(focal, '/meetings?meeting=demo-amber-coast-spring');
    const kept = focal.getByRole('row', { name: /gender advisers/ });
    await kept.getByText('Order 12 of the ministry').waitFor();

    const [women] = await site.services.database.query<{ id: string }>(
      `SELECT a.id FROM account a JOIN wps_actor w ON w.organization_id = a.organization_id WHERE w.code = 'demo-women-of-amberland'`,
    );
    const civil = await visitConsole(site, browser, women!, '/owing', { now: TODAY });
    const said = civil.getByRole('row', { name: /Second national action plan.* Answer to a plan/ });
    await said.getByRole('button').click();
    await civil.getByRole('radio', { name: 'No, we contest it' }).check({ force: true });
    await civil.getByRole('textbox', { name: 'In your words' }).fill('Nobody asked us.');
    await civil.getByRole('button', { name: 'Answer', exact: true }).click();
    await civil.getByText('Your answer stands with the plan').waitFor();
    await said.waitFor({ state: 'detached' });

    await goOn(focal, '/wps-reports');
    const draft = focal.getByRole('row', { name: /of the Secretary-General/ });
    await draft.getByRole('link').click();
    await focal.getByRole('heading', { name: /Amberland/, level: 1 }).waitFor();
    await focal.getByText('Sources, periods and caveats').first().click();
    await focal.getByRole('table', { name: /^Sources: / }).waitFor();
    await focal.getByRole('button', { name: /^Write: What was achieved/ }).click();
    await focal.getByRole('textbox', { name: 'Words' }).fill('Two women were named for talks.');
    await focal.getByRole('button', { name: 'Save' }).click();
    await focal.getByText('Two women were named for talks.').waitFor();

    await goOn(civil, '/wps-reports?state=CONSULTATION');
    await civil.getByRole('table').getByRole('link').click();
    await civil.getByRole('button', { name: 'Comment', exact: true }).click();
    await civil.getByRole('dialog').getByRole('textbox').fill('Which laws were changed?');
    await civil.getByRole('dialog').getByRole('button', { name: 'Comment', exact: true }).click();
    await civil.getByText('Which laws were changed?').waitFor();

    await goOn(focal, '/owing?kind=OBSERVATION');
    await focal
      .getByRole('row', { name: / to .* Missing observation / })
      .first()
      .waitFor();
    await goOn(focal, '/owing?kind=COMMENT');
    const unanswered = focal.getByRole('row', { name: / Comment without an answer .*Women/ });
    await unanswered.first().waitFor();
    expect(await axe(focal)).toEqual([]);
    await unanswered
      .last()
      .getByRole('link', { name: /^Answer: / })
      .click();
    await focal
      .getByRole('button', { name: /^Answer: Women of Amberland/ })
      .last()
      .click();
    const answering = focal.getByRole('dialog');
    await answering.getByRole('textbox').fill('The law on pensions.');
    await conflictIn(site, focal, 'wps_report_comment', 'Answer');
    await focal.getByText('The law on pensions.').waitFor();

    await goOn(focal, '/scarcity-map');
    await focal.getByRole('row', { name: /^Central Asia fewer than 5 / }).waitFor();
    const any = await focal.getByRole('row', { name: /^Western Africa \d+ or more / }).innerText();
    await focal.getByLabel('Fields of expertise').selectOption({ index: 1 });
    await focal.waitForURL(/domain=/);
    const one = await focal.getByRole('row', { name: /^Western Africa / }).innerText();
    expect(one).not.toBe(any);
    const [file] = await Promise.all([
      focal.waitForEvent('download'),
      pressOn(focal, 'button', 'Download as CSV'),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines.filter((line) => line.startsWith('Central Asia,Any'))).toEqual([
      'Central Asia,Any,,0',
    ]);
    expect([...consoleProblems(focal), ...consoleProblems(civil)]).toEqual([]);
  });

  it('a focal point writes a plan with what belongs to it, undertakes something, and enters and corrects an observation', async () => {
    const account = await accountOf(site, 'FOCAL_POINT');
    const page = await visitConsole(site, browser, account, '/plans', { now: TODAY });
    const dialog = page.getByRole('dialog');
    const press = async (name: string) => page.getByRole('button', { name, exact: true }).click();
    const fill = async (name: string, text: string) =>
      dialog.getByLabel(name, { exact: true }).fill(text);
    const choose = async (name: string, words: string) =>
      dialog.getByLabel(name, { exact: true }).selectOption({ label: words });
    const save = async () => {
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
    };

    await press('Write a plan down');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is needed.').waitFor();
    expect(await axe(page)).toEqual([]);
    await fill('Title', 'Third plan');
    await fill('Adopted', '2026-11-01');
    await choose('Shared with', 'For the network');
    await save();
    await page.getByRole('heading', { name: 'Third plan', level: 1 }).waitFor();
    await press('It was adopted');
    await dialog.getByRole('button', { name: 'It was adopted' }).click();
    await page.getByText('Adopted', { exact: true }).first().waitFor();

    await press('Add a goal, outcome or action');
    await choose('Kind', 'Outcome');
    await fill('Item', 'Women lead talks.');
    await press('Add a measure');
    await fill('Indicator', 'Women who lead');
    expect(await axe(page)).toEqual([]);
    await save();
    await page.getByRole('row', { name: /Women lead talks/ }).waitFor();

    await page.getByRole('tab', { name: 'Money' }).click();
    await page.getByLabel('Add a budget line for').selectOption({ label: 'Women lead talks.' });
    await fill('Currency', 'xts');
    await fill('Planned', '12,5');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog
      .getByText(/This is an amount with a point/)
      .first()
      .waitFor();
    await fill('Planned', '12.50');
    await save();
    await page.getByRole('row', { name: /Women lead talks.*12\.5.*Not screened/ }).waitFor();
    await press('Remove: Women lead talks. · 2026');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('The plan has no budget lines.').waitFor();

    await page.getByRole('tab', { name: 'Who took part' }).click();
    await press('Add who took part');
    await dialog.getByRole('radio', { name: /A person/ }).check({ force: true });
    await fill('Name', 'Ama Example');
    await fill('Day on which she agreed', '2026-10-01');
    expect(await axe(page)).toEqual([]);
    await save();
    await page.getByRole('row', { name: /Ama Example/ }).waitFor();
    await press('Take a name out: Ama Example');
    await dialog.getByText(/cannot be brought back/).waitFor();
    await dialog.getByRole('button', { name: 'Take a name out' }).click();
    await dialog.getByText('Choose what goes.').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Name' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Take a name out' }).click();
    await page.getByRole('row', { name: /Ama Example/ }).waitFor({ state: 'detached' });
    await press('Share with fewer: Third plan');
    await dialog.getByText(/in every report that is not submitted yet/).waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Share with fewer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('For the actor alone', { exact: true }).waitFor();
    const named = await site.services.database.query(
      `SELECT i.name, i.named, p.sharing FROM wps_involvement i JOIN wps_plan p ON p.id = i.plan_id WHERE p.title->>'en' = 'Third plan'`,
    );
    expect(named).toEqual([{ name: '', named: null, sharing: 'own' }]);

    await goOn(page, '/meetings');
    await press('Write a commitment down');
    await fill('Commitment', 'Name two mediators.');
    await fill('Document and paragraph', 'Summary, paragraph 4');
    await choose('Shared with', 'For the network');
    await save();
    const promised = page.getByRole('row', { name: /Name two mediators/ });
    await promised.getByRole('button').click();
    await dialog.getByRole('button', { name: 'Share with fewer' }).click();
    await dialog.getByRole('radio', { name: 'For the actor alone' }).waitFor({ state: 'attached' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await goOn(page, '/indicators');
    await press('Enter an observation');
    await dialog.getByLabel('Indicator').selectOption({ index: 1 });
    await fill('From', '2025-01-01');
    await fill('Until', '2025-12-31');
    await fill('Value', '0.7');
    await fill('Source', 'A list of the ministry');
    await choose('Shared with', 'For the network');
    await dialog.getByRole('button', { name: 'Enter' }).click();
    await dialog.waitFor({ state: 'detached' });
    const found = page.locator('details', { hasText: 'A list of the ministry' }).last();
    await found.locator('summary').click();
    const entered = page.getByRole('row', { name: /A list of the ministry/ });
    await entered.getByRole('button', { name: /^Correct: / }).click();
    await fill('Value', '0.8');
    await dialog.getByRole('button', { name: 'Correct' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /8.*A list of the ministry/ }).waitFor();
    const held = await site.services.database.query<{
      value: string;
      superseded: boolean;
      sharing: string;
    }>(OBSERVED);
    expect(held).toEqual([
      { value: '0.7', superseded: true, sharing: 'network' },
      { value: '0.8', superseded: false, sharing: 'network' },
    ]);
    await page
      .getByRole('row', { name: /8.*A list of the ministry/ })
      .getByRole('button', { name: /^Share with fewer: / })
      .click();
    await dialog.getByText(/What this observation corrects/).waitFor();
    await dialog.getByRole('radio', { name: 'For the region' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Share with fewer' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await site.services.database.query(OBSERVED)).toEqual(
      held.map((one) => ({ ...one, sharing: 'region' })),
    );

    await site.services.database.query(
      `INSERT INTO lesson (id, network_id, state, published, published_on)
       SELECT gen_random_uuid(), id, 'published', $1, '2026-05-01' FROM network LIMIT 1`,
      [JSON.stringify({ ...PUBLISHED_LESSON, title: 'See the hall before' })],
    );
    await goOn(page, '/wps-lessons');
    await press('Write a lesson down');
    await fill('Title', 'Ask early');
    await fill('Where, when, in which plan or process', 'Talks of 2025');
    await fill('What was done', 'We asked before.');
    await fill('What came of it', 'Two were named.');
    await dialog.getByRole('combobox', { name: 'Place' }).fill('mali');
    await page.getByRole('option', { name: /^Mali/ }).click();
    await dialog.getByRole('combobox', { name: /^Drawn from/ }).fill('HALL');
    await page.getByRole('option', { name: /See the hall before/ }).click();
    expect(await axe(page)).toEqual([]);
    await save();
    await page.getByRole('link', { name: 'See the hall before' }).waitFor();
    await press('It was reviewed: Ask early');
    await dialog.getByRole('button', { name: 'It was reviewed' }).click();
    await press('Share it: Ask early');
    await dialog.getByRole('button', { name: 'Share it' }).click();
    await page.getByRole('button', { name: 'Retire it: Ask early' }).waitFor();

    const regional = await site.services.database.query<{ id: string }>(
      `SELECT a.id FROM account a JOIN wps_actor w ON w.organization_id = a.organization_id WHERE w.code = 'demo-amber-coast-union'`,
    );
    const other = await visitConsole(site, browser, regional[0]!, '/wps-lessons', { now: TODAY });
    await other.getByRole('button', { name: 'We use this: Ask early' }).click();
    await other.getByRole('textbox', { name: 'How you have fitted it' }).fill('Six weeks before.');
    await other.getByLabel('From', { exact: true }).fill('2026-11-01');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Six weeks before.').waitFor();
    await goOn(other, '/analyses');
    await other.getByRole('button', { name: 'Write an analysis down' }).click();
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('This is needed.').first().waitFor();
    expect(await axe(other)).toEqual([]);
    await other.getByRole('button', { name: 'Cancel' }).click();
    await other.getByRole('button', { name: 'Change: The coast and its harbours (demo)' }).click();
    await other.getByRole('textbox', { name: 'What is not known' }).fill('Who owns the boats.');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Who owns the boats.').waitFor();
    expect(consoleProblems(other)).toEqual([]);

    await goOn(page, '/wps-reports?state=REVIEWED');
    await page.getByRole('table').getByRole('link').first().click();
    await press('Share with fewer');
    await dialog.getByText(/Whoever has read it/).waitFor();
    await dialog.getByRole('radio', { name: 'For the network' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Share with fewer' }).click();
    await page.getByText('For the network', { exact: true }).waitFor();
    expect(consoleProblems(page)).toEqual([]);
  });
});

/** Somebody else changes the record of the dialog meanwhile: pressed again, its button goes on from what is there now. */
async function conflictIn(
  site: TestSite,
  page: Page,
  table: string,
  action: string,
): Promise<void> {
  const dialog = page.getByRole('dialog');
  await site.services.database.query(`UPDATE ${table} SET revision = revision + 1`);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.getByText('Somebody has changed this meanwhile').waitFor();
  await atRest(page);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

const OBSERVED = `SELECT value::float::text AS value, superseded, sharing FROM wps_observation
  WHERE source = 'A list of the ministry' ORDER BY id`;
const PUBLISHED_LESSON = {
  language: 'en',
  meant: '',
  happened: 'The hall was too small.',
  why: '',
  keep: '',
  change: '',
};

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

/** The page as it is seen: its styles follow a new width by the second frame. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    async () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Tables whose rows become blocks where they are too wide, and that scroll sideways all the same. */
async function wideBlocks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLTableElement>('table[data-blocks]')]
      .filter(({ parentElement: box }) => box && box.scrollWidth > box.clientWidth)
      .map(({ parentElement: box, caption }) => {
        const widths = `${box?.scrollWidth} in ${box?.clientWidth} of ${innerWidth} pixels`;
        return `wider than its place: ${caption?.textContent}: ${widths}`;
      }),
  );
}

/** Where the links of this page lead within the console. */
async function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/console"]')].map(
      ({ pathname }) => pathname.replace('/console', '') || '/',
    ),
  );
}

function patternOf({ path }: Route): RegExp {
  return new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
}

/** Links to screens that are not there, or not hers. */
function deadLinks(links: readonly string[], role: Role): string[] {
  const own = ROUTES.filter(({ roles }) => roles.includes(role)).map(patternOf);
  // She begins with the first screen of her menu where she has no inbox.
  return links
    .filter((link) => link !== '/' && !own.some((path) => path.test(link)))
    .map((link) => `${link} leads nowhere`);
}

/** Whoever compares has ticked two, and edits a process of her own, of which the demo's organizer has none. */
const AFTER_A_STEP = new Set(['/needs/:id/compare', '/processes/:slug/edit']);

/** Screens to which no link of any other leads. */
function unreachable(links: ReadonlySet<string>, routes: readonly Route[]): string[] {
  return routes
    .filter((route) => !AFTER_A_STEP.has(route.path))
    .filter((route) => ![...links].some((link) => patternOf(route).test(link)))
    .map(({ path }) => `no link leads to ${path}`);
}
