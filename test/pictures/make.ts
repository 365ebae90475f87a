/**
 * Takes the pictures of docs/guides from the demo, so that they stay true: `npm run pictures`. It starts the service with a
 * database of its own, signs in by the buttons of the demo, and writes `docs/pictures/<name>.png`. Names as arguments
 * take those pictures alone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { IS_PACKAGED, partsOf, unpackBrowser } from '../support/browser/packaged.js';
import { PICTURES, type Picture } from './pictures.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TARGET = join(ROOT, 'docs/pictures');
const SIZE = { width: 1280, height: 800 } as const;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((each) => !PICTURES.some(({ name }) => name === each));
if (unknown.length > 0) throw new Error(`There is no picture ${unknown.join(', ')}.`);
const pictures = PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const data = await mkdtemp(join(tmpdir(), 'baraza-pictures-'));
const service = spawn(process.execPath, ['apps/cli/bin/baraza.js', 'serve'], {
  cwd: ROOT,
  env: { ...process.env, BARAZA_DATA_DIR: data, PORT: '0', BARAZA_DEMO: 'on' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const origin = await started();
  const browser = await openBrowser();
  await mkdir(TARGET, { recursive: true });
  for (const picture of pictures) {
    await take(browser, origin, picture);
    process.stdout.write(`${picture.name}\n`);
  }
  await browser.close();
} finally {
  service.kill('SIGINT');
  if (service.exitCode === null) await once(service, 'exit');
  await rm(data, { recursive: true, force: true });
}

/** The address, when the service says that it is ready. */
async function started(): Promise<string> {
  for await (const line of createInterface(service.stdout)) {
    const address = /(http:\/\/127\.0\.0\.1:\d+)\/console/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('The service ended before it was ready.');
}

async function openBrowser(): Promise<Browser> {
  const { BARAZA_TEST_BROWSER: chosen } = process.env;
  if (chosen) return chromium.launch({ executablePath: chosen });
  if (!IS_PACKAGED) throw new Error('Set BARAZA_TEST_BROWSER to a Chromium of this machine.');
  const { program, libraries } = partsOf(await unpackBrowser());
  return chromium.launch({
    executablePath: program,
    args: ['--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: await oneTypeface() },
  });
}

/** With several typefaces there, the browser takes another one for what pages ask for as `system-ui`. */
async function oneTypeface(): Promise<string> {
  const fonts = join(data, 'fonts');
  const installed = dirname(
    createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  );
  await mkdir(fonts, { recursive: true });
  for (const name of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSansMono.ttf']) {
    await copyFile(join(installed, name), join(fonts, name));
  }
  const file = join(data, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(data, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return file;
}

async function take(
  browser: Browser,
  origin: string,
  { name, who, path, locale = 'en', steps, width = SIZE.width, height = SIZE.height }: Picture,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: origin,
    locale,
    timezoneId: 'UTC',
    viewport: { width, height },
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  if (who !== null) await signIn(page, who);
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await steps?.(page);
  await page.waitForLoadState('networkidle');
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'hidden' });
  await page.screenshot({ path: join(TARGET, `${name}.png`), caret: 'hide' });
  await context.close();
}

/** By the button of one of the demo's users. */
async function signIn(page: Page, who: RegExp): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: who }).first().click();
  await page.waitForLoadState('load');
}
