import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import type { Page } from 'playwright-core';
import { makeAccount, type TestAccount } from '../support/accounts.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { canaries } from '../support/browser/canaries.js';
import { atRest, visitConsole } from '../support/browser/console.js';
import { pressOn } from '../support/browser/keyboard.js';
import { held, lengthen } from '../support/browser/long-list.js';
import {
  describeInBrowser,
  openBrowser,
  type TestBrowser,
  type Visitor,
} from '../support/browser/open.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';

/** A list with a name that is misspelt in three rows, an address that is none, and a yes that says too little. */
const FAULTY = [
  'Réseau des médiatrices du fleuve;;;;;;;',
  'Numéro de membre;Nom et prénom;Courriel;Résidence;Langues parlées;Pays d’expertise;Domaines d’expertise;Consentement;Remarques',
  'F-1;Éloïse N’Diaye;eloise@example.org;Sénégal;"Français (C1); swahli (B2)";Sénégal;Élections;LISTED, MATCHED;vue à Dakar',
  'F-2;Aïssatou Bâ;aissatou at example.org;Guinée;swahli (C1);Guinée;Élections;LISTED, MATCHED;',
  'F-3;Coumba Sarr;coumba@example.org;Sénégal;Swahli (A2);;Élections;LISTED;',
  'F-4;Dado Kane;dado@example.org;Sénégal;Français (C1);Sénégal;Élections;LISTED;',
].join('\n');

/** More than the network between browser and service holds. */
const LARGE_PDF = Buffer.alloc(16 * 1024 ** 2, '%PDF-1.7\n');

describeInBrowser('lists that a coordinator imports in the console', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let coordinator: TestAccount;

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
    await site.services.networks.create(OPERATOR, { slug: 'acacia', names: { en: 'Acacia' } });
    coordinator = await makeAccount(site.services, { role: 'coordinator', networks: ['acacia'] });
  });
  afterEach(async () => {
    await browser.forget();
    await site.services.database.query('DELETE FROM staged_import');
    await site.services.database.query('DELETE FROM import_memory');
    await site.services.database.query('DELETE FROM mediator');
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Her browser, on the screen of imports. */
  const visit = async (visitor: Visitor = {}): Promise<Page> =>
    visitConsole(site, browser, coordinator, '/imports', visitor);
  const choose = async (page: Page, file: Parameters<Page['setInputFiles']>[1]): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForURL(/\/console\/imports\/./);
  };
  const text = (name: string, content: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  /** Does what is waiting in the background, and waits until the page says so. */
  const settled = async (page: Page, state: string): Promise<void> => {
    // Before that, what she has just done must have come to the service.
    await atRest(page);
    await site.services.jobs.drain();
    await page.getByRole('definition').filter({ hasText: state }).waitFor();
  };
  const step = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('listitem').getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  };
  /** As the browser tells of Ctrl-V where a cell has the focus. */
  const pasteInto = async (page: Page, cell: RegExp, copied: string): Promise<void> => {
    await page
      .getByRole('gridcell', { name: cell })
      .first()
      .evaluate((element, words) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', words);
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, copied);
  };
  it('say what a column is, once for all', async () => {
    const page = await visit();
    await choose(
      page,
      text('fleuve.csv', FAULTY.replaceAll('swahli', 'swahili').replace('Swahli', 'Swahili')),
    );
    await settled(page, 'Ready to review');
    await step(page, 'Columns');
    await page.getByText('column I "Remarques": its header is not understood').waitFor();
    await page.getByLabel('What the column “Remarques” is').selectOption('biography');
    await page.getByLabel('Language of the texts').selectOption('fr');
    await page.getByRole('button', { name: 'Read the columns so' }).click();
    await settled(page, 'Ready to review');
    await page
      .getByRole('row', { name: /Remarques/ })
      .getByText('You said so')
      .waitFor();
    await page.getByLabel('Level of languages that have none').selectOption('B2');
    await page
      .getByLabel('Level of areas of expertise that have none')
      .selectOption({ label: 'Expert' });
    await page.getByRole('button', { name: 'Use this for all rows' }).click();
    await settled(page, 'Ready to review');
    await step(page, 'Rows');
    await page.getByRole('rowheader', { name: /^Row 3/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('cell', { name: /vue à Dakar/ })
      .waitFor();
    await page
      .getByRole('dialog')
      .getByRole('cell', { name: /\(expert\)/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await pasteInto(page, /^Sénégal/, 'Mali\r\n"Niger"\r\nTchad\r\nTogo\r\nBénin\r\n');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 line is left over').waitFor();
    await dialog.getByRole('row', { name: /^Row 4 Guinée Niger/ }).waitFor();
    expect(await axe(page, '[role="dialog"]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Mend the cells' }).click();
    await page.getByText('4 cells were mended.').waitFor();
    await settled(page, 'Ready to review');
    await page.getByRole('gridcell', { name: /Guinée\s+Niger/ }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await settled(page, 'Ready to review');
    await page.getByRole('gridcell', { name: /Niger/ }).waitFor({ state: 'detached' });
    expect(consoleProblems(page)).toEqual([]);
  });

  it('of 20,000 rows are gone through within 200 megabytes, a page at a time', async () => {
    const page = await visit();
    await choose(page, text('fleuve.csv', FAULTY));
    await settled(page, 'Ready to review');
    await lengthen(page, 'ImportRows', 'importRows', 20_000, (node, place) => ({
      ...node,
      row: place,
    }));
    await step(page, 'Rows');
    await page.getByText('20,000 rows').first().waitFor();
    const turn = async (from: number, to: number): Promise<void> => {
      for (let number = from; number < to; number += 1) {
        await page.getByRole('button', { name: 'Next page' }).click();
        await page
          .getByRole('rowheader', { name: new RegExp(`^Row ${(number + 1) * 25}\\b`) })
          .waitFor();
      }
    };
    await turn(0, 3);
    const before = await held(page);
    expect(await page.getByRole('rowheader').count()).toBe(25);
    await turn(3, 12);
    const after = await held(page);

    // A page that has been left stays for a minute; no more may stay of 800.
    expect(after.heap + ((after.heap - before.heap) / 9) * 788).toBeLessThan(200);
    expect(after.nodes).toBeLessThan(1.5 * before.nodes);
    await page.unrouteAll({ behavior: 'wait' });
    expect(consoleProblems(page)).toEqual([]);
  });

  it('are put right, applied and taken back with the keyboard alone', async () => {
    const written = async (): Promise<number | undefined> => {
      const [row] = await site.services.database.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM mediator',
      );
      return row?.n;
    };
    const speakers = async (): Promise<string[]> => {
      const rows = await site.services.database.query<{ said: string }>(
        `SELECT a.external_id || ' ' || l.level AS said FROM mediator_language l JOIN affiliation a USING (mediator_id)
         WHERE l.language = 'sw' ORDER BY 1`,
      );
      return rows.map(({ said }) => said);
    };
    const page = await visit();
    const counted = async (): Promise<string> => {
      const counts = page.getByRole('list', { name: 'How many rows there are of each kind' });
      return (await counts.innerText()).replaceAll(/\s+/g, ' ').trim();
    };
    const next = async (name: string): Promise<void> => {
      await pressOn(page, 'link', `Next: ${name}`);
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    };
    await choose(page, text('fleuve.csv', FAULTY));
    await settled(page, 'Ready to review');
    await next('Columns');
    await next('Values not understood');
    await pressOn(page, 'button', /^Read “swahli.*” as “.+” in all rows$/i);
    await settled(page, 'Ready to review');
    await next('Rows');
    await next('Apply');
    expect(await written()).toBe(0);
    expect(await counted()).toBe('4 rows 3 new 1 rejected 2 will be published');
    await pressOn(page, 'button', 'Apply the list…');
    await page.getByRole('dialog').getByText('3 profiles are created').waitFor();
    await pressOn(page, 'button', 'Apply it now');
    await settled(page, 'Applied');
    await page.getByText('3 profiles were created and 0 updated.').waitFor();
    expect(await counted()).toBe('4 rows 3 created 1 rejected');
    expect(await written()).toBe(3);
    expect(await speakers()).toEqual(['F-1 B2', 'F-3 A2']);
    await pressOn(page, 'button', /^Undo/);
    await page.getByRole('dialog').waitFor();
    await pressOn(page, 'button', /^Undo/);
    await settled(page, 'Undone');
    expect(await written()).toBe(0);
    expect(consoleProblems(page)).toEqual([]);
  });

  it('refuse what is no list, however large, with a sentence in her language', async () => {
    const page = await visit({ locale: 'fr' });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'liste.xlsx', mimeType: 'x/y', buffer: LARGE_PDF });
    await page.getByRole('alert').getByText('Le fichier n’est pas une liste').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(consoleProblems(page, { expected: [422] })).toEqual([]);
  });

  it('keep contact data from colleagues, and to WCAG 2.2 AA on a narrow Arabic screen', async () => {
    const hers = await visit();
    await choose(hers, text('fleuve.csv', FAULTY));
    await settled(hers, 'Ready to review');
    const { pathname } = new URL(hers.url());
    coordinator = await makeAccount(site.services, { role: 'coordinator', networks: ['acacia'] });
    const page = await visit({ locale: 'ar', width: 320 });
    for (const name of ['sheet', 'columns', 'values', 'rows', 'apply']) {
      await page.goto(`${pathname}?step=${name}`);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      const found = [...(await axe(page)), ...(await sidewaysScroll(page))];
      expect([name, found]).toEqual([name, []]);
    }
    expect(await canaries(page, ['eloise@', 'coumba@', 'dado@example'])).toEqual([]);
    expect(consoleProblems(page)).toEqual([]);
  });
});
