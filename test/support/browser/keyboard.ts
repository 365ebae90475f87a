import type { Page } from 'playwright-core';

/** A role of ARIA, or `day` for a field for a day, which has none. */
type Role = Parameters<Page['getByRole']>[0] | 'day';

/** More than any page has on the way to what a person is looking for. */
const LIMIT = 100;

/**
 * Presses Tab until an element with this role and name has the focus, and sees that a person can see where she is.
 *
 * @param name its whole accessible name, or an expression that fits it
 * @param how with what to go, `Shift+Tab` for backwards; how often at most; how many milliseconds it may take to come
 * @throws Error with what had the focus on the way, where it is not reached, or is reached and cannot be seen
 */
export async function tabTo(
  page: Page,
  role: Role,
  name: string | RegExp,
  { key = 'Tab', limit = LIMIT, patience = 30_000 } = {},
): Promise<void> {
  const wanted =
    role === 'day'
      ? page.getByLabel(name, { exact: true }).and(page.locator('input[type="date"]'))
      : page.getByRole(role, { name, exact: true });
  // A screen that is still loading has nothing to go to. What never comes is told below, with the way.
  await wanted
    .first()
    .waitFor({ state: 'attached', timeout: patience })
    .catch(() => undefined);
  let elements = await wanted.elementHandles();
  const way: string[] = [];
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press(key);
    const { name: stop, isThere, isOld } = await page.evaluate(whereItIs, elements);
    way.push(stop);
    if (isThere) {
      const { problem } = await focused(page);
      if (problem !== null) throw new Error(`${stop}: ${problem}`);
      return;
    }
    // The page has shown something else meanwhile.
    if (isOld) elements = await wanted.elementHandles();
  }
  throw new Error(
    `No ${role} "${String(name)}" within ${limit} presses of ${key} at ${page.url()}: ${way.join(' > ')}`,
  );
}

/** Runs in the page: what has the focus, and whether that is one of the elements, which are old after each round. */
function whereItIs(elements: readonly Node[]): { name: string; isThere: boolean; isOld: boolean } {
  const { activeElement: element, body } = document;
  const isOld = elements.length === 0 || elements.some(({ isConnected }) => !isConnected);
  if (element === null || element === body) return { name: 'nothing', isThere: false, isOld: true };
  const words =
    element.getAttribute('aria-label') ??
    (element as HTMLInputElement).labels?.[0]?.textContent ??
    element.textContent;
  const name = `<${element.localName}> ${words.replaceAll(/\s+/g, ' ').trim().slice(0, 60)}`;
  return { name, isThere: elements.includes(element), isOld };
}

/** Goes to such an element with Tab and presses a key on it: Enter for what does something, Space for what is ticked. */
export async function pressOn(
  page: Page,
  role: Role,
  name: string | RegExp,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press(key);
}

/**
 * Waits until something has the focus after a step that may have taken away what it was on: whoever uses the keyboard
 * goes on there. Call it when the page shows what the step did.
 */
export async function keepsFocus(page: Page): Promise<void> {
  await page.locator(':focus').waitFor({ state: 'attached' });
}

/**
 * Goes through a whole page with Tab, from its beginning: each element that gets the focus, with what is wrong there.
 * By WCAG 2.2 the focus can be seen (2.4.7), is not hidden by something else (2.4.11) and is not caught (2.1.2).
 *
 * @returns one line for each problem
 */
export async function focusProblems(page: Page, { limit = 300 } = {}): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  const problems: string[] = [];
  const seen = new Set<number>();
  let last = -1;
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    // Day, month and year of one field.
    if (stop.index >= 0 && stop.index === last) continue;
    last = stop.index;
    // After the last element the browser's own window has the focus, and then the first element again.
    if (stop.index < 0 || seen.has(stop.index)) {
      if (seen.size === 0) problems.push('nothing gets the focus');
      return problems;
    }
    seen.add(stop.index);
    if (stop.problem !== null) problems.push(`${stop.name}: ${stop.problem}`);
  }
  return [...problems, `Tab has not come to the end within ${limit} presses`];
}

/** Does something that opens another page, and waits until that page is there. */
export async function thenLoads(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), act()]);
  await page.waitForLoadState();
}

/** What has the focus now. */
interface Stop {
  readonly name: string;
  /** Its place among all elements of the page; negative where nothing has the focus. */
  readonly index: number;
  readonly problem: string | null;
}

async function focused(page: Page): Promise<Stop> {
  return page.evaluate(async () => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: 'nothing', index: -1, problem: null };
    }
    const label =
      element.getAttribute('aria-label') ??
      (element as HTMLInputElement).labels?.[0]?.textContent ??
      element.textContent;
    const words = label.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
    const found = {
      name: `<${element.localName}> ${words}`,
      index: [...document.querySelectorAll('*')].indexOf(element),
    };
    // Another part of the same field, such as the year of a day: without the focus it would begin with the first again.
    const stops = globalThis as { lastStop?: Element };
    if (stops.lastStop === element) return { ...found, problem: null };
    stops.lastStop = element;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
    const isInside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    if (right - left < 1 || bottom - top < 1 || !isInside) {
      return { ...found, problem: 'it has the focus outside of what can be seen' };
    }
    const upon = document.elementFromPoint(x, y);
    const label2 = (element as HTMLInputElement).labels?.[0];
    if (upon && !element.contains(upon) && !upon.contains(element) && !label2?.contains(upon)) {
      return { ...found, problem: `<${upon.localName}> hides it` };
    }
    const look = (): string => {
      const { outline, outlineStyle, boxShadow, border, background, textDecoration } =
        getComputedStyle(element);
      const ring = outlineStyle === 'none' ? '' : outline;
      return JSON.stringify([ring, boxShadow, border, background, textDecoration]);
    };
    const [withFocus, color] = [look(), getComputedStyle(element).color];
    element.blur();
    const without = look() + (color === getComputedStyle(element).color ? '' : 'color');
    // A field that offers would not open any more if it had the focus again before it has noticed that it lost it.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    element.focus();
    return {
      ...found,
      problem: withFocus === without ? 'nothing shows that it has the focus' : null,
    };
  });
}
