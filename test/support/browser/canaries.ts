import type { Page } from 'playwright-core';
import { noticedOf } from './open.js';

/**
 * Where words are that a viewer may not see, in all that has reached her browser since she came: every answer of the
 * service (address, headers, body), and of each of her pages that is open the document, what is written in fields,
 * titles and addresses of its history, cookies, `localStorage`, `sessionStorage`, IndexedDB, the Cache Storage, and
 * every line of the console. Capital letters make no difference. Texts are also read as HTML, JSON and addresses
 * write them; what a PDF or a workbook holds cannot be read here.
 *
 * @param words as the database holds them: long and rare enough to be found nowhere by chance
 * @returns one line for each word and place
 * @throws Error where a word has fewer than four letters, or nothing has reached her browser
 */
export async function canaries(page: Page, words: readonly string[]): Promise<string[]> {
  const { site, name } = noticedOf(page);
  const answers = site.seenBy(name);
  if (answers.length === 0) throw new Error('Nothing has reached her browser.');
  const answered = answers.map(({ request, text }): Place => [
    `the answer to ${request}`,
    `${request}\n${text}`,
  ]);
  return foundIn([...answered, ...(await kept(page))], words);
}

/**
 * Where words still are that her browser was given and is to have forgotten: all that `canaries` looks at but the answers
 * themselves, and the memory of her page, in which caches of its script are. Whoever looks for the words with a locator
 * before puts them into that memory.
 *
 * @param memory false where the test itself has put the words there
 * @throws Error as `canaries`
 */
export async function leftovers(
  page: Page,
  words: readonly string[],
  { memory = true } = {},
): Promise<string[]> {
  return foundIn([...(await kept(page)), ...(memory ? await memoryOf(page) : [])], words);
}

/** What the browser of this visitor keeps now, and what was written to its console since she came. */
async function kept(page: Page): Promise<Place[]> {
  const held = await Promise.all(page.context().pages().map(heldBy));
  const cookies = await page.context().cookies();
  return [
    ...held.flat(),
    ...cookies.map((cookie): Place => [`the cookie ${cookie.name}`, cookie.value]),
    ...noticedOf(page).lines.map((line): Place => ['the console', line]),
  ];
}

/** All texts that the scripts of a page can reach, after what they cannot was let go. */
async function memoryOf(page: Page): Promise<Place[]> {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  const { strings } = JSON.parse(parts.join('')) as { readonly strings: readonly string[] };
  return [['the memory of the page', strings.join('\n')]];
}

function foundIn(places: readonly Place[], words: readonly string[]): string[] {
  const short = words.filter((word) => word.trim().length < 4);
  if (words.length === 0 || short.length > 0) {
    throw new Error(`Words of four letters and more are found by no chance: ${short.join(', ')}`);
  }
  const found = new Set<string>();
  for (const [place, text] of places) {
    const read = readings(text);
    for (const word of words) {
      if (read.some((one) => one.includes(word.toLowerCase()))) found.add(`"${word}" in ${place}`);
    }
  }
  return [...found];
}

/** Where something is, and all of its text. */
type Place = readonly [place: string, text: string];

/** A text as it stands, and as HTML, JSON and addresses would have written it. */
function readings(text: string): string[] {
  const letter = (code: number): string => (code <= 0x10_ff_ff ? String.fromCodePoint(code) : '');
  const ofHtml = text
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => letter(Number(code)))
    .replaceAll(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
  const ofJson = text
    .replaceAll(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll(/\\(["\\/])/g, '$1');
  const ofAddress = text
    .replaceAll('+', ' ')
    .replaceAll(/(?:%[\da-f]{2})+/gi, (bytes) =>
      Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
    );
  return [...new Set([text, ofHtml, ofJson, ofAddress])].map((one) => one.toLowerCase());
}

const ENTITIES: Record<string, string> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };

/** What one page holds. */
async function heldBy(page: Page): Promise<Place[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const history = entries.map(({ title, url }): Place => ['the history', `${title}\n${url}`]);
  return [...history, ...(await page.evaluate(holds))];
}

/** Runs in the page. */
async function holds(): Promise<Place[]> {
  const fields = [...document.querySelectorAll('input, textarea, select')].map(
    (field) => (field as HTMLInputElement).value,
  );
  const places: [string, string][] = [
    ['the title', document.title],
    ['the document', document.documentElement.outerHTML],
    ['a field', fields.join('\n')],
    ['the state of the history', JSON.stringify(history.state)],
    ['localStorage', JSON.stringify(Object.entries(localStorage))],
    ['sessionStorage', JSON.stringify(Object.entries(sessionStorage))],
  ];
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
    });
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const held = database.transaction(store).objectStore(store);
      const rows = [await asked(held.getAllKeys()), await asked(held.getAll())];
      places.push([`IndexedDB ${name} ${store}`, JSON.stringify(rows)]);
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      places.push([`the Cache Storage ${name}`, `${request.url}\n${await answer?.text()}`]);
    }
  }
  return places;
}
