import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

const STORED = fileURLToPath(new URL('../../browser/pictures/', import.meta.url));
const { BARAZA_TEST_PICTURES: mode } = process.env;

/**
 * Of any square of so many points by so many, how many may differ: processors round colours each in its own way. Of
 * a letter that has changed more differ, however large the picture is.
 */
const SQUARE = 16;
const TOLERATED = 3;

/** What a picture shows; what is not said is as below. */
export interface Shown {
  /** CSS selectors of what is different each time, such as the address of the site: it is painted over. */
  readonly masked?: readonly string[];
  /** The whole page, and not only what the window shows. */
  readonly whole?: boolean;
  /** As it is printed: black on white, without what is for the screen alone. */
  readonly printed?: boolean;
}

/**
 * Compares a page with its stored picture, test/browser/pictures/NAME.png. Use it within `describeWithPictures`, with a clock
 * of the service that stands still, and the same in the browser (`now` of the visitor). Motion, the caret and typefaces are
 * already still.
 *
 * With `BARAZA_TEST_PICTURES=update` it stores the picture: look at it before you commit it.
 *
 * @returns nothing where they are alike; else what differs, and the places of the picture and of its differences
 */
export async function picture(
  page: Page,
  name: string,
  { masked = [], whole = true, printed = false }: Shown = {},
): Promise<string[]> {
  await page.emulateMedia({ media: printed ? 'print' : 'screen' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What is laid out anew for paper has its height some frames later.
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  const taken = await page.screenshot({
    fullPage: whole,
    animations: 'disabled',
    caret: 'hide',
    scale: 'css',
    mask: masked.map((selector) => page.locator(selector)),
  });
  if (printed) await page.emulateMedia({ media: 'screen' });
  const path = join(STORED, `${name}.png`);
  if (mode === 'update') {
    await mkdir(dirname(path), { recursive: true });
    // As it is where nothing can be seen to differ, so that a commit holds what is new.
    if ((await differenceFrom(path, taken)) !== null) await writeFile(path, taken);
    return [];
  }
  const difference = await differenceFrom(path, taken);
  if (difference === null) return [];
  const folder = join(tmpdir(), 'baraza-pictures');
  const now = join(folder, `${name}.now.png`);
  const marked = join(folder, `${name}.difference.png`);
  await mkdir(dirname(now), { recursive: true });
  await writeFile(now, taken);
  if (difference.marked) await writeFile(marked, difference.marked);
  const places = difference.marked ? `${now}, and ${marked} shows what differs` : now;
  return [
    `The picture "${name}" ${difference.how}. It is now ${places}. If it is right, store it: ` +
      'BARAZA_TEST_PICTURES=update npm test -- test/browser',
  ];
}

interface Difference {
  readonly how: string;
  /** Where they differ, in red; null where they cannot be laid upon each other. */
  readonly marked: Buffer | null;
}

/** What differs from the stored picture; null where nothing can be seen to. */
async function differenceFrom(path: string, taken: Buffer): Promise<Difference | null> {
  const stored = await readFile(path).catch(() => null);
  if (stored === null) return { how: 'is not stored', marked: null };
  const [before, now] = [PNG.sync.read(stored), PNG.sync.read(taken)];
  const { width, height } = now;
  if (before.width !== width || before.height !== height) {
    const how = `was ${before.width} × ${before.height} and is ${width} × ${height}`;
    return { how, marked: null };
  }
  const marked = new PNG({ width, height });
  const points = pixelmatch(before.data, now.data, marked.data, width, height, {
    threshold: 0.1,
    windowSize: SQUARE,
  });
  if (points <= TOLERATED) return null;
  return {
    how: `differs in ${points} points that are close together`,
    marked: PNG.sync.write(marked),
  };
}
