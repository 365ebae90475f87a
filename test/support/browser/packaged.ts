/**
 * The browser inside the npm package `@sparticuz/chromium`, unpacked where all runs on this machine find it. Its own
 * libraries and typefaces lie beside it, so that neither what is installed nor which fonts there are matters.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The package holds a browser for this kind of machine alone. */
export const IS_PACKAGED = process.platform === 'linux' && process.arch === 'x64';

/** Set for the workers of a run: the folder with the unpacked browser. */
export const FOLDER_VARIABLE = 'BARAZA_TEST_BROWSER_FOLDER';

const { resolve } = createRequire(import.meta.url);
const PACKAGE = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
const TYPEFACES = dirname(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/** What a stylesheet may ask for, and the typeface that is there. They have the letters of all our languages. */
const ALIASES = [
  ['system-ui', 'DejaVu Sans'],
  ['sans-serif', 'DejaVu Sans'],
  ['serif', 'DejaVu Serif'],
  ['monospace', 'DejaVu Sans Mono'],
] as const;

/** Where the parts lie in the folder: the program, the libraries that it loads, and which typefaces it finds. */
export const partsOf = (folder: string) => ({
  program: join(folder, 'chromium'),
  libraries: join(folder, 'al2023', 'lib'),
  typefaces: join(folder, 'fonts.conf'),
});

/**
 * Unpacks the browser where that has not been done: 2 seconds of work and 200 MB. The folder gets its name when it is
 * complete, so runs that unpack at the same time do not meet.
 */
export async function unpackBrowser(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `baraza-browser-${await versions()}-${user}`);
  if (await isOurs(folder, user)) return folder;
  const building = await mkdtemp(`${folder}-`);
  try {
    await unpackInto(building, folder);
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    // Another run was quicker by a moment.
    if (!(await isOurs(folder, user))) throw error;
  }
  return folder;
}

/** Whether all parts are there: the system may clear its temporary folder. A program of another user is never run. */
async function isOurs(folder: string, user: number): Promise<boolean> {
  const found = await Promise.all(
    [folder, ...Object.values(partsOf(folder))].map((path) => stat(path).catch(() => null)),
  );
  if (found.every((one) => one === null)) return false;
  if (found.some((one) => one !== null && one.uid !== user)) {
    throw new Error(`${folder} belongs to another user: remove it, or set TMPDIR.`);
  }
  return found.every((one) => one !== null);
}

/** @param place where the folder will be in the end */
async function unpackInto(folder: string, place: string): Promise<void> {
  // In a process of its own: the package unpacks into TMPDIR, and its libraries only where it believes to be in
  // Amazon's cloud.
  await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      'const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();',
      PACKAGE,
    ],
    { env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' } },
  );
  await cp(TYPEFACES, join(folder, 'typefaces'), { recursive: true });
  await writeFile(
    partsOf(folder).typefaces,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(place, 'typefaces')}</dir>
  <cachedir>${join(place, 'typefaces-cache')}</cachedir>
${ALIASES.map(([name, typeface]) => `  <alias><family>${name}</family><prefer><family>${typeface}</family></prefer></alias>`).join('\n')}
</fontconfig>
`,
  );
}

/** What is in the folder: a version of the browser and of the typefaces. */
async function versions(): Promise<string> {
  const manifests = [
    join(dirname(PACKAGE), '..', '..', 'package.json'),
    resolve('dejavu-fonts-ttf/package.json'),
  ];
  const texts = await Promise.all(manifests.map((path) => readFile(path, 'utf8')));
  return texts.map((text) => (JSON.parse(text) as { version: string }).version).join('-');
}
