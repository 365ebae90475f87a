import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import type { Locator, Page } from 'playwright-core';
import { makeAccount, type TestAccount } from '../support/accounts.js';
import { canaries } from '../support/browser/canaries.js';
import { axe, consoleProblems } from '../support/browser/checks.js';
import { thenLoads } from '../support/browser/keyboard.js';
import { describeInBrowser, openBrowser, type TestBrowser } from '../support/browser/open.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { workOutTeams } from '../support/browser/team.js';
import { totpCode } from '../support/codes.js';
import { mailsTo } from '../support/mails.js';

/** A workbook with a sheet of former members beside that of members, and without a word on consents. */
const LIST = 'test/fixtures/import/lists/01-titre-fusionne-feuilles.xlsx';

const LISTED = 'Being listed in the directory';
const MATCHED = 'Being proposed when mediators are sought';
const CONTACTED = 'Being contacted through her network';
const CONSENTS = [
  ['Mariama Sow', [LISTED, MATCHED]],
  ['Fatoumata Zahra Ag Mohamed', [LISTED, MATCHED]],
  ['Aminata Maïga', [LISTED, MATCHED, CONTACTED]],
] as const;

const HERS = { email: 'aminata@example.org', password: 'three boats at the red landing' } as const;

/** What the organizer writes into the terms, by the label of the field. */
const TERMS = {
  Role: 'Adviser on process design',
  Purpose: 'To prepare the talks of the two councils.',
  'She reports to': 'To the head of the office',
  'Share of her time in percent': '50',
  'Host: who receives her': 'The office of the envoy',
  'What may endanger her': 'The road to the north is not safe.',
  'What is arranged for her security': 'All talks are held from a distance.',
  'What she may tell, and to whom': 'The talks are not public.',
  'Name of the contact person': 'Ana Sow',
  'E-mail address of the contact person': 'ana.sow@example.org',
} as const;
/** What she reads before she answers. */
const READ_BY_HER = [
  'Role',
  'Purpose',
  'She reports to',
  'Host: who receives her',
  'What may endanger her',
  'What is arranged for her security',
  'What she may tell, and to whom',
] as const;
const CHOICES = {
  'Kind of support': 'Advice',
  'Form of engagement': 'Consultancy',
  'Way of working': 'From a distance',
  Fee: 'Your organization',
  'Travel and accommodation': 'Does not arise',
  Insurance: 'Your organization',
  'Security measures': 'The host',
} as const;

/** What must be clear before she begins, by who sees to it. */
const OF_DESK = [
  'Conflict of interest',
  'Screening',
  'Briefing on digital security',
  'Offer of psychosocial support',
] as const;
const OF_ORGANIZER = ['Contract or letter', 'Fee agreed', 'Interpreter'] as const;
const OF_HERSELF = [
  'Terms agreed',
  'Confidentiality',
  'Code of conduct',
  'Release by your employer',
] as const;

// Each step goes on where the one before has ended.
describeInBrowser('from a French list to a deployment that is closed, in the browser alone', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let ada: TestAccount;
  let ana: TestAccount;
  /** The browsers of the three: a coordinator at her desk, an organizer in her office, and the mediator. */
  let desk: Page;
  let office: Page;
  let her: Page;
  /** How far the clock of the service goes ahead, in milliseconds. */
  let ahead = 0;
  const begins = dayAfter(10);
  const ends = dayAfter(12);

  beforeAll(async () => {
    site = await openTestSite({}, () => new Date(Date.now() + ahead));
    browser = await openBrowser(site);
    await site.services.networks.create(OPERATOR, { slug: 'sahel', names: { en: 'Sahel' } });
    ada = await makeAccount(site.services, { role: 'coordinator', networks: ['sahel'] });
    ana = await makeAccount(site.services, { role: 'organizer' });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const press = async (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();
  const follow = async (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('link', { name, exact: true }).first().click();
  /** Presses a button of the dialog that is open, and waits until the dialog closes: it was done. */
  const decide = async (page: Page, name: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  /** Types a few letters into a field that offers, and takes what is meant. */
  const choose = async (page: Page, field: string, letters: string, option: RegExp) => {
    await page.getByRole('combobox', { name: field }).fill(letters);
    await page.getByRole('option', { name: option }).first().click();
  };
  const shown = async (page: Page, words: string): Promise<void> =>
    page.locator('body').getByText(words).first().waitFor();
  /** On her pages every step is another page. */
  const pressThere = async (name: string): Promise<void> => thenLoads(her, () => press(her, name));
  const followThere = async (name: string | RegExp): Promise<void> =>
    thenLoads(her, () => follow(her, name));

  /** From the welcome page to where she signs in, and in. */
  const signIn = async (
    page: Page,
    { email, password }: Pick<TestAccount, 'email' | 'password'>,
  ): Promise<Page> => {
    await page.goto('/');
    await thenLoads(page, () => page.getByRole('navigation').getByText('Sign in').click());
    await page.locator('form[action="/sign-in"]').getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await thenLoads(page, () => page.keyboard.press('Enter'));
    return page;
  };
  /** Does what waits in the background, and waits until the import can be reviewed. */
  const checked = async (): Promise<void> => {
    await site.services.jobs.drain();
    await desk.getByRole('definition').filter({ hasText: 'Ready to review' }).waitFor();
  };
  /** Lets the clock of the service go on to ten o'clock of a day. */
  const later = (day: string): void => {
    ahead = Date.parse(`${day}T10:00:00Z`) - Date.now();
  };

  it('a coordinator signs in for the first time and enrols her authenticator', async () => {
    desk = await signIn(await browser.visit(), ada);
    await desk.getByLabel(/^Your password/).fill(ada.password);
    await thenLoads(desk, () => press(desk, 'Set up an authenticator'));
    await desk.getByRole('img', { name: 'QR code for the authenticator' }).waitFor();
    const secret = await desk.locator('main code').innerText();
    await desk.getByLabel('The code that the app shows').fill(totpCode(secret.replaceAll(' ', '')));
    await thenLoads(desk, () => press(desk, 'Confirm'));
    await thenLoads(desk, () => press(desk, 'I have kept them'));
    await desk.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
    expect(consoleProblems(desk)).toEqual([]);
  });

  it('she imports the list of her network and mends it on the way', async () => {
    await follow(desk, 'Import a list');
    await desk.locator('input[type=file]').setInputFiles(LIST);
    await desk.waitForURL(/\/console\/imports\/./);
    await site.services.jobs.drain();
    await shown(desk, 'Several sheets of this file look like lists.');
    await desk.getByText('Membres 2026').click();
    await press(desk, 'Read the file so');
    await desk.getByText('Being checked', { exact: true }).waitFor();
    await checked();
    await follow(desk, 'Rows');
    await desk.getByRole('gridcell', { name: /Plus de 20 ans/ }).click();
    await desk.getByLabel('What it should say').fill('22');
    await decide(desk, 'Mend the cell');
    await checked();
    await follow(desk, 'Apply');
    await press(desk, 'Apply the list…');
    await decide(desk, 'Apply it now');
    await site.services.jobs.drain();
    await shown(desk, '4 profiles were created and 0 updated.');
    expect(consoleProblems(desk)).toEqual([]);
  });

  it('publishes three women, with the consents that they gave her, and invites one', async () => {
    await follow(desk, 'Members');
    for (const [name, purposes] of CONSENTS) {
      await follow(desk, name);
      await desk.getByRole('tab', { name: 'Consents' }).click();
      for (const purpose of purposes) {
        await press(desk, `Record her consent: ${purpose}`);
        const dialog = desk.getByRole('dialog');
        await dialog.locator('blockquote').waitFor();
        await dialog.getByLabel('How she gave it').selectOption('on paper');
        await dialog.getByLabel('Where the proof is kept').fill('In the folder of March');
        await decide(desk, 'Record her consent');
      }
      await follow(desk, 'Members');
    }
    for (const deed of ['Submit for review', 'Verify', 'Publish']) {
      for (const [name] of CONSENTS) {
        await desk.getByRole('row', { name }).locator('label').first().click();
      }
      await desk.getByLabel('What to do with them').selectOption(deed);
      await press(desk, 'Continue');
      if (deed === 'Verify') {
        await desk.getByLabel('Accreditation by your network').fill('A member since 2019');
      }
      await decide(desk, deed);
    }
    await shown(desk, '3 profiles were published.');
    await follow(desk, 'Aminata Maïga');
    await desk.getByRole('tab', { name: 'Networks and invitation' }).click();
    await desk.getByText('Another one').click();
    await desk.getByLabel('E-mail address').fill(HERS.email);
    await press(desk, 'Send the invitation');
    await shown(desk, 'The invitation was sent.');
    expect(await axe(desk)).toEqual([]);
    await site.services.jobs.drain();
  });

  it('an organizer describes a need and understands why the first is first', async () => {
    office = await signIn(await browser.visit(), ana);
    await follow(office, 'Needs');
    await follow(office, 'Describe a need');
    await office.getByLabel('Title').fill('Talks between two valleys');
    await choose(office, 'Languages', 'fren', /^French/);
    await choose(office, 'Fields of expertise', 'ceasefire', /^Ceasefire mediation/);
    await choose(office, 'Countries and regions', 'mali', /^Mali/);
    await shown(office, '3 mediators meet every requirement.');
    await press(office, 'Save');
    await press(office, 'Open the need');
    await press(office, 'Why Aminata Maïga has this place');
    const first = office.getByRole('article').first();
    const why = first.getByRole('row', { name: /^Expertise/ });
    expect(await why.innerText()).toMatch(/Ceasefire mediation.*100%/s);
    const score = await first.locator('strong').first().innerText();
    expect(await first.getByRole('row').last().innerText()).toContain(score);
    expect(Math.abs((await endOfBar(first)) - Number.parseFloat(score))).toBeLessThan(0.5);
    // How firm her place is, and what would change it.
    await shown(office, 'Her rank is 1');
  });

  it('builds a team', async () => {
    await follow(office, 'Build a team');
    await office.getByLabel('Members', { exact: true }).fill('2');
    await press(office, 'Find the best team');
    await shown(office, 'Waiting for its turn');
    await workOutTeams(site);
    await shown(office, 'Proven best');
    await office.getByRole('listitem').filter({ hasText: 'Aminata Maïga' }).waitFor();
    expect(consoleProblems(office)).toEqual([]);
  });

  it('asks for an introduction with terms of reference', async () => {
    await follow(office, 'Talks between two valleys');
    await office.getByRole('article', { name: 'Aminata Maïga' }).locator('label').first().click();
    await press(office, 'Put 1 on a shortlist');
    await office.getByLabel('Why you chose them').fill('She led such talks before.');
    await decide(office, 'Put on the shortlist');
    await shown(office, 'She led such talks before.');
    await press(office, 'Ask for an introduction to Aminata Maïga');
    await follow(office, 'Write the terms');
    for (const [label, words] of Object.entries(TERMS)) {
      await office.getByLabel(label, { exact: true }).fill(words);
    }
    for (const [label, option] of Object.entries(CHOICES)) {
      await office.getByLabel(label, { exact: true }).selectOption(option);
    }
    await office.getByLabel('First day').fill(begins);
    await office.getByLabel('Last day').fill(ends);
    await choose(office, 'Working languages', 'fren', /^French/);
    await press(office, 'Save the terms');
    await shown(office, 'The terms are saved and complete.');
    await follow(office, 'Shortlists');
    await follow(office, 'Talks between two valleys');
    await press(office, 'Ask for an introduction to Aminata Maïga');
    await decide(office, 'Ask for an introduction');
    await shown(office, 'With her network');
    expect(consoleProblems(office)).toEqual([]);
  });

  it('the desk forwards it', async () => {
    await follow(desk, 'Desk');
    await follow(desk, 'Aminata Maïga');
    await press(desk, 'Forward to her');
    await decide(desk, 'Forward to her');
    await shown(desk, 'It was forwarded to her.');
    expect(consoleProblems(desk)).toEqual([]);
  });

  it('the mediator takes her invitation and says yes on her own pages, without a script', async () => {
    her = await browser.visit({ more: { javaScriptEnabled: false } });
    const mails = await mailsTo(site, HERS.email);
    await her.goto(mails.find(({ subject }) => /invit/i.test(subject))?.links[0] ?? 'no mail');
    await her.getByLabel('Your name').fill('Aminata Maïga');
    await her.getByLabel('Choose a password').fill(HERS.password);
    await her.getByLabel('I agree').check();
    await pressThere('Accept the invitation');
    await signIn(her, HERS);
    await followThere('Introductions');
    await followThere(/Ministry of Peace/);
    for (const label of READ_BY_HER) await shown(her, TERMS[label]);
    await followThere('Say yes');
    for (const no of await her.getByRole('radio', { name: 'No' }).all()) await no.check();
    await pressThere('Say yes');
    await shown(her, 'You have said yes.');
    expect(consoleProblems(her)).toEqual([]);
  });

  it('the organizer confirms, and she releases a way to reach her', async () => {
    await office.reload();
    await press(office, 'Confirm your interest');
    await shown(office, 'You have confirmed.');
    expect(await canaries(office, [HERS.email])).toEqual([]);
    await her.reload();
    await followThere('Decide how you can be reached');
    await her.getByLabel('E-mail address').fill(HERS.email);
    await pressThere('Release this');
    await office.reload();
    await press(office, 'Open her contact data');
    await shown(office, HERS.email);
    await press(office, 'Plan the deployment');
    await decide(office, 'Plan the deployment');
    await office.getByRole('heading', { name: 'The plan' }).waitFor();
  });

  it('each side sees to what must be clear, and she begins', async () => {
    await follow(desk, 'Desk');
    await follow(desk, 'Deployments');
    await follow(desk, 'Aminata Maïga');
    await press(desk, 'Begin clearance');
    await desk.getByRole('dialog').getByText('From a distance').click();
    await decide(desk, 'Begin clearance');
    for (const line of OF_DESK) {
      await press(desk, `Record: ${line}`);
      await desk.getByRole('dialog').getByText('It is done').click();
      await decide(desk, 'Save');
    }
    await office.reload();
    for (const line of OF_ORGANIZER) {
      await press(office, `${line}: it is done`);
      await decide(office, 'Done');
    }
    await followThere('Deployments');
    await followThere(/Ministry of Peace/);
    await followThere('What must be clear before');
    for (const line of OF_HERSELF) {
      await followThere(line);
      await pressThere('It is done');
    }
    later(begins);
    await desk.reload();
    await press(desk, 'All is clear');
    await decide(desk, 'All is clear');
    await press(desk, 'She begins');
    await decide(desk, 'She begins');
    await shown(desk, 'She is at work.');
    expect(consoleProblems(desk)).toEqual([]);
  });

  it('the work ends with an outcome, both sides look back, and the desk closes it', async () => {
    later(ends);
    await office.clock.setFixedTime(new Date(`${ends}T10:00:00Z`));
    await office.reload();
    await press(office, 'Say that it is completed');
    await office.getByLabel('Outcome', { exact: true }).selectOption('Ceasefire');
    await office
      .getByLabel(/^Does what was agreed mention/)
      .getByText('Yes')
      .click();
    await decide(office, 'Say that it is completed');
    const form = office.locator('form').filter({ hasText: 'Would you engage her again?' });
    await form.getByLabel('Would you engage her again?').getByText('Yes').click();
    await form.getByRole('button', { name: 'Save the feedback' }).click();
    await shown(office, 'Your feedback is saved.');
    await followThere('Back to the deployment');
    await followThere('Feedback');
    await her.getByLabel('Yes').check();
    await pressThere('Send');
    await desk.reload();
    await press(desk, 'Close');
    await decide(desk, 'Close');
    await office.reload();
    await shown(office, 'Nothing changes any more.');
    await office.getByRole('definition').filter({ hasText: 'Ceasefire' }).waitFor();
    expect(await site.services.database.query('SELECT state FROM deployment')).toEqual([
      { state: 'closed' },
    ]);
    expect([desk, office, her].flatMap((page) => consoleProblems(page))).toEqual([]);
  });
});

/** Where the stacked bar of an entry of the ranking ends, in percent of its whole width. */
async function endOfBar(entry: Locator): Promise<number> {
  return entry
    .locator('span[aria-hidden]:has(> span)')
    .first()
    .evaluate((bar) => {
      const [whole, last] = [bar, bar.lastElementChild].map((one) => one?.getBoundingClientRect());
      return (100 * ((last?.right ?? 0) - (whole?.left ?? 0))) / (whole?.width ?? 1);
    });
}

/** So many days after today, as in `2027-01-31`. */
function dayAfter(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
