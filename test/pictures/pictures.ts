import type { Page } from 'playwright-core';

/** A picture of docs/guides: who looks at what. */
export interface Picture {
  /** Of the file, without its ending. */
  readonly name: string;
  /** The button of the demo that she signs in by. Null for a visitor. */
  readonly who: RegExp | null;
  readonly path: string;
  readonly locale?: string;
  /** What she does before the picture is taken. */
  readonly steps?: (page: Page) => Promise<void>;
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

const COORDINATOR = /coordinator.*acacia/i;
const ORGANIZER = /organizer/i;
const ADMINISTRATOR = /administrator/i;
const MEDIATOR = /mediator/i;
const FOCAL_POINT = /focal-point/i;

/** A telephone. */
const NARROW = { width: 390, height: 780 } as const;

export const PICTURES: readonly Picture[] = [
  { name: 'sign-in', who: null, path: '/sign-in' },
  { name: 'directory', who: null, path: '/directory?q=ceasefire' },
  { name: 'inbox', who: COORDINATOR, path: '/console' },
  { name: 'members', who: COORDINATOR, path: '/console/members' },
  {
    name: 'profile',
    who: COORDINATOR,
    path: '/console/members',
    steps: async (page) => followFirst(page, /^\/console\/profiles\/(?!new)/),
  },
  { name: 'imports', who: COORDINATOR, path: '/console/imports' },
  { name: 'desk', who: COORDINATOR, path: '/console/desk' },
  {
    name: 'need',
    who: ORGANIZER,
    path: '/console/needs/new',
    steps: async (page) => {
      await page.getByLabel('Title').fill('Ceasefire talks in northern Mali');
      await choose(page, 'Languages', 'french', /^French/);
      await choose(page, 'Fields of expertise', 'ceasefire', /Ceasefire mediation/);
      await choose(page, 'Countries and regions', 'mali', /^Mali/);
      await page.getByText('meet every requirement').first().waitFor();
    },
  },
  {
    name: 'ranking',
    who: ORGANIZER,
    path: '/console/needs',
    height: 1000,
    steps: async (page) => {
      await followFirst(page, /^\/console\/needs\/(?!new)/);
      await page.getByRole('button', { name: /^Why / }).first().click();
      await page
        .getByRole('heading', { name: 'Ranking', exact: true })
        .evaluate((heading) => heading.scrollIntoView());
    },
  },
  { name: 'shortlists', who: ORGANIZER, path: '/console/shortlists' },
  { name: 'introductions', who: ORGANIZER, path: '/console/introductions' },
  { name: 'deployments', who: ORGANIZER, path: '/console/deployments' },
  { name: 'processes', who: ORGANIZER, path: '/console/processes' },
  { name: 'scarcity', who: FOCAL_POINT, path: '/console/scarcity' },
  { name: 'scarcity-map', who: FOCAL_POINT, path: '/console/scarcity-map', height: 1000 },
  { name: 'owing', who: FOCAL_POINT, path: '/console/owing', height: 1360 },
  {
    name: 'plan',
    who: FOCAL_POINT,
    path: '/console/plans',
    height: 1200,
    steps: async (page) => followFirst(page, /^\/console\/plans\/./),
  },
  { name: 'indicators', who: FOCAL_POINT, path: '/console/indicators', height: 1000 },
  { name: 'region', who: FOCAL_POINT, path: '/console/region' },
  { name: 'meetings', who: FOCAL_POINT, path: '/console/meetings', height: 1000 },
  { name: 'offices', who: FOCAL_POINT, path: '/console/offices' },
  { name: 'lessons', who: FOCAL_POINT, path: '/console/wps-lessons', height: 1000 },
  { name: 'exposure', who: ADMINISTRATOR, path: '/console/exposure' },
  { name: 'operation', who: ADMINISTRATOR, path: '/console/operation' },
  { name: 'her-pages', who: MEDIATOR, path: '/me', ...NARROW },
  { name: 'her-introductions', who: MEDIATOR, path: '/me/introductions', ...NARROW },
  { name: 'inbox-ar', who: COORDINATOR, path: '/console?lang=ar', locale: 'ar' },
];

/** Types a few letters into a field that offers, and takes what is meant. */
async function choose(page: Page, field: string, letters: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(letters);
  await page.getByRole('option', { name: option }).first().click();
}

/** Follows the first link of the screen to such an address. */
async function followFirst(page: Page, address: RegExp): Promise<void> {
  await page.locator('main a[href]').first().waitFor();
  const links = await page.locator('main a[href]').all();
  for (const link of links) {
    if (address.test((await link.getAttribute('href')) ?? '')) {
      await link.click();
      await page.waitForLoadState('networkidle');
      return;
    }
  }
  throw new Error(`No link of ${page.url()} leads to ${address}.`);
}
