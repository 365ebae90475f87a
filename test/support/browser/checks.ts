import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { noticedOf } from './open.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.2, levels A and AA, by the tags of axe's rules. What axe calls best practice is no part of it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * What axe finds against WCAG 2.2 AA on a page as it is now: open its menus and dialogs first.
 *
 * @param within a CSS selector of the part to look at; the whole page where nothing is said
 * @returns one line for each element: the rule, what it asks for, and the element
 */
export async function axe(page: Page, within = 'html'): Promise<string[]> {
  const source = await readFile(AXE, 'utf8');
  // Evaluated by the debugger: the page's Content-Security-Policy forbids a script tag.
  await page.evaluate(`if (!window.axe) { ${source} }`);
  return page.evaluate(
    async ([tags, part]) => {
      const { axe: run } = globalThis as unknown as { axe: typeof axeCore };
      // Colours go from what they were to what they are in the next frame, even where motion is reduced.
      for (let frame = 0; frame < 2; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const { violations } = await run.run(part, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
        // The rule about the size of what is pressed is off unless it is named.
        rules: { 'target-size': { enabled: true } },
      });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any, all, none }) => {
          const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
          return `${id}: ${help}: ${target.join(' ')}: ${why}`;
        }),
      );
    },
    [TAGS, within] as const,
  );
}

/**
 * What the browser has complained of since this visitor came, on any of her pages: errors and warnings in the console
 * (a breach of the Content-Security-Policy is one), errors that no script caught, and requests that failed. A test
 * expects none.
 *
 * @param expected statuses of answers that the test itself asked for, such as 422 of a form with a mistake
 */
export function consoleProblems(page: Page, { expected = [] as readonly number[] } = {}): string[] {
  return noticedOf(page)
    .problems.filter(({ status }) => status === null || !expected.includes(status))
    .map(({ text }) => text);
}

/**
 * What is wider than the window, so that a reader must scroll sideways. WCAG 2.2, 1.4.10 allows that for tables and
 * maps within a part that scrolls by itself, which this leaves out. Open the page 320 pixels wide.
 */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [
      `the page is ${scrollWidth} pixels wide in a window of ${clientWidth}`,
      ...wide.map((element) => element.outerHTML.slice(0, 120)),
    ];
  });
}
