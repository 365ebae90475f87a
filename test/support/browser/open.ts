/**
 * A real browser for tests: opened once for each file, with a fresh visitor for each test.
 *
 * ```ts
 * describeInBrowser('the overview', () => {
 *   let site: TestSite;
 *   let browser: TestBrowser;
 *   beforeAll(async () => {
 *     site = await openTestSite();
 *     browser = await openBrowser(site);
 *   });
 *   afterEach(async () => browser.forget());
 *   afterAll(async () => {
 *     await browser.close();
 *     await site.close();
 *   });
 *
 *   it('can be read', async () => {
 *     const page = await browser.visit({ locale: 'ar' });
 *     await page.goto('/sign-in');
 *     expect(await axe(page)).toEqual([]);
 *     expect(consoleProblems(page)).toEqual([]);
 *   });
 * });
 * ```
 */
import { delimiter } from 'node:path';
import { describe } from '@jest/globals';
import {
  chromium,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { FOLDER_VARIABLE, partsOf } from './packaged.js';
import { VISITOR_HEADER, type TestSite } from './site.js';

const { BARAZA_TEST_BROWSER: chosen, [FOLDER_VARIABLE]: folder } = process.env;

/** `describe` where there is a browser, else `describe.skip`: its tests count as skipped. */
export const describeInBrowser = chosen || folder ? describe : describe.skip;

/** The same for tests that compare pictures: in the packaged browser alone, because each draws letters in its own way. */
export const describeWithPictures = folder ? describe : describe.skip;

/** Nothing goes to the network but to this machine, whatever a page or the browser itself asks for. */
const ARGUMENTS = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--disable-quic',
  '--disable-domain-reliability',
  // There is no graphics card, and letters are to look alike on every machine.
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/** How a visitor's browser is set; what is not said is as below. */
export interface Visitor {
  /** The language that her browser asks for, and writes numbers and dates in. */
  readonly locale?: string;
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** The time of her browser, where it is to stand still. */
  readonly now?: Date;
  /** More of what Playwright can set, such as `colorScheme`, `forcedColors`, `javaScriptEnabled` or `offline`. */
  readonly more?: BrowserContextOptions;
}

const STANDARD = { locale: 'en', width: 1280, height: 800 } as const;

export interface TestBrowser {
  /** A page of a visitor who has never been here: with cookies, storage and a cache of her own. */
  visit(visitor?: Visitor): Promise<Page>;
  /** Sends all visitors away. Call it after each test. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** What has been noticed of a visitor since she came. */
interface Noticed {
  readonly site: TestSite;
  readonly name: string;
  /** Everything that was written to the console, for `canaries`. */
  readonly lines: string[];
  readonly problems: Problem[];
}

export interface Problem {
  readonly text: string;
  /** Status of the answer that the browser complains of. */
  readonly status: number | null;
}

const noticed = new WeakMap<BrowserContext, Noticed>();
let visitors = 0;

/** What has been noticed of the visitor whose page this is. */
export function noticedOf(page: Page): Noticed {
  const found = noticed.get(page.context());
  if (!found) throw new Error('This page was not opened by TestBrowser.visit().');
  return found;
}

/** Opens a browser on a site, within half a second. */
export async function openBrowser(site: TestSite): Promise<TestBrowser> {
  const browser = await chromium.launch({ ...program(), args: ARGUMENTS, handleSIGINT: false });
  return {
    visit: async ({
      locale = STANDARD.locale,
      width = STANDARD.width,
      height = STANDARD.height,
      now,
      more = {},
    } = {}) => {
      const name = `visitor-${(visitors += 1)}`;
      const context = await browser.newContext({
        baseURL: site.origin,
        locale,
        timezoneId: 'UTC',
        viewport: { width, height },
        reducedMotion: 'reduce',
        ...more,
        extraHTTPHeaders: { ...more.extraHTTPHeaders, [VISITOR_HEADER]: name },
      });
      // What is waited for is there soon or never, and the message of a test that has run out of time says less.
      context.setDefaultTimeout(30_000);
      context.setDefaultNavigationTimeout(30_000);
      if (now) await context.clock.setFixedTime(now);
      notice(context, site, name);
      return context.newPage();
    },
    forget: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => browser.close(),
  };
}

function program(): { executablePath: string; env?: Record<string, string> } {
  if (chosen) return { executablePath: chosen };
  if (!folder) throw new Error('There is no browser here: use describeInBrowser.');
  const { program: executablePath, libraries, typefaces } = partsOf(folder);
  const env = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]);
  return {
    executablePath,
    env: {
      ...Object.fromEntries(env),
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
      FONTCONFIG_FILE: typefaces,
    },
  };
}

function notice(context: BrowserContext, site: TestSite, name: string): void {
  const lines: string[] = [];
  const problems: Problem[] = [];
  noticed.set(context, { site, name, lines, problems });
  context.on('console', (message) => {
    const line = `${message.type()}: ${message.text()} (${message.location().url})`;
    lines.push(line);
    if (!['error', 'warning', 'assert'].includes(message.type())) return;
    const [, status] = /status of (\d{3})/.exec(message.text()) ?? [];
    problems.push({ text: line, status: status === undefined ? null : Number(status) });
  });
  context.on('weberror', (error) => {
    lines.push(String(error.error()));
    problems.push({ text: `not caught: ${error.error().message}`, status: null });
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    // The page itself gave it up, for instance to go elsewhere.
    if (reason === 'net::ERR_ABORTED') return;
    problems.push({
      text: `failed: ${request.method()} ${request.url()}: ${reason}`,
      status: null,
    });
  });
}
