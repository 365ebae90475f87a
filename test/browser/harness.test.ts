import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { canaries } from '../support/browser/canaries.js';
import { axe, consoleProblems, sidewaysScroll } from '../support/browser/checks.js';
import { focusProblems, pressOn, tabTo } from '../support/browser/keyboard.js';
import {
  describeInBrowser,
  describeWithPictures,
  openBrowser,
  type TestBrowser,
} from '../support/browser/open.js';
import { picture } from '../support/browser/picture.js';
import { openTestSite, type TestSite } from '../support/browser/site.js';
import { slowLine } from '../support/browser/slow-line.js';

/** A page of the test's own, on the site. */
const SAMPLE = `<!doctype html><html lang="en"><head><title>Sample</title><style>
  body { font: 16px/1.5 sans-serif; margin: 1rem }
  button { font: inherit; padding: .5rem 1rem }
  button:focus { outline: 3px solid #b35c00 }
</style></head><body><main><h1>Sample</h1>
  <p>Mediation between herders and farmers.</p>
  <p lang="ar" dir="rtl">الوساطة بين الرعاة والمزارعين</p>
  <button>First</button> <button>Second</button> <button>Third</button>
</main></body></html>`;

describeInBrowser('the harness for tests in a browser', () => {
  let site: TestSite;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    site = await openTestSite();
    browser = await openBrowser(site);
  });
  afterEach(async () => browser.forget());
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** A visitor at a page of the test's own: those of the service allow no style or script of a test. */
  const sample = async (html = SAMPLE): Promise<Page> => {
    page = await browser.visit();
    await page.goto('/sign-in');
    const headers = { 'content-security-policy': "connect-src 'self'" };
    await page.route('/sample', async (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html }),
    );
    await page.goto('/sample');
    return page;
  };

  it('finds what breaks WCAG 2.2 AA, and nothing else', async () => {
    expect(await axe(await sample())).toEqual([]);
    await page.setContent(
      `${SAMPLE}<input type="text"><p style="color:#999">Pale</p><button style="all:unset;width:9px;height:9px" aria-label="Small"></button><button style="all:unset;width:9px;height:9px" aria-label="Near"></button>`,
    );
    const rules = (await axe(page)).map((line) => line.slice(0, line.indexOf(':')));
    expect([...new Set(rules)].toSorted()).toEqual(['color-contrast', 'label', 'target-size']);
  });

  it('finds what is wider than the window', async () => {
    await sample();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(page)).toEqual([]);
    await page.setContent(`${SAMPLE}<p id="wide" style="width:400px">Wide</p>`);
    expect((await sidewaysScroll(page)).join('\n')).toContain('id="wide"');
  });

  it('hears of errors, of breaches of the policy and of requests that fail', async () => {
    await sample();
    expect(consoleProblems(page)).toEqual([]);
    await page.evaluate(async () => {
      // As a page does it that has gone wrong.
      // eslint-disable-next-line no-console
      console.error('gone wrong');
      setTimeout(() => {
        throw new Error('nobody catches this');
      });
      await fetch('https://elsewhere.example/').catch(() => null);
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    });
    const problems = consoleProblems(page).join('\n');
    expect(problems).toContain('gone wrong');
    expect(problems).toContain('nobody catches this');
    expect(problems).toContain('Content Security Policy');
    expect(problems).toContain('elsewhere.example');
  });

  it('reaches nothing but this machine', async () => {
    await sample();
    await expect(page.goto('http://example.org/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await expect(page.goto('http://192.0.2.1/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  });

  it('gives each visitor cookies and answers of her own', async () => {
    const first = await sample();
    await first.context().addCookies([{ name: 'who', value: 'first', url: site.origin }]);
    const second = await sample();
    expect((await second.context().cookies()).map(({ name }) => name)).not.toContain('who');
    await first.goto('/sign-in?canary=heron');
    expect(await canaries(first, ['heron'])).not.toEqual([]);
    expect(await canaries(second, ['heron'])).toEqual([]);
  });

  describe('with the keyboard', () => {
    it('reaches what is there, and says what was on the way to what is not', async () => {
      await sample();
      await tabTo(page, 'button', 'Second');
      await tabTo(page, 'button', /^Fir/, { key: 'Shift+Tab' });
      await page.evaluate(() => {
        document.querySelector('button')?.addEventListener('click', () => {
          document.title = 'Pressed';
        });
      });
      await pressOn(page, 'button', 'Second');
      expect(await page.title()).toBe('Sample');
      await tabTo(page, 'button', 'First', { key: 'Shift+Tab' });
      await page.keyboard.press('Enter');
      expect(await page.title()).toBe('Pressed');
      await expect(tabTo(page, 'button', 'Fourth', { limit: 4, patience: 100 })).rejects.toThrow(
        '<button> Second > <button> Third',
      );
    });

    it.each([
      ['outline: none; border-color: red', 'nothing shows that it has the focus'],
      ['position: fixed; inset-inline-start: -900px', 'outside of what can be seen'],
    ])('finds a focus that is not seen where it is %s', async (style, problem) => {
      expect(await focusProblems(await sample())).toEqual([]);
      await page.setContent(SAMPLE.replace('<button>Sec', `<button style="${style}">Sec`));
      const found = await focusProblems(page);
      expect(found).toEqual([expect.stringContaining(problem)]);
      await expect(tabTo(page, 'button', 'Second')).rejects.toThrow(problem);
    });

    it('finds a focus that something covers, or that cannot leave', async () => {
      await sample(`${SAMPLE}<div style="position:fixed;inset:0;background:#fff">Over it</div>`);
      expect(await focusProblems(page)).toHaveLength(3);
      await sample();
      await page.evaluate(() => {
        for (let n = 0; n < 20; n += 1) {
          document.body.append(document.createElement('button'));
        }
      });
      expect((await focusProblems(page, { limit: 10 })).at(-1)).toContain('within 10 presses');
    });
  });

  it('finds a word wherever the browser keeps it', async () => {
    await sample();
    expect(await canaries(page, ['heron', 'Amina Diallo'])).toEqual([]);
    await page.context().addCookies([{ name: 'kept', value: 'heron', url: site.origin }]);
    await page.evaluate(async () => {
      document.title = 'Grey HERON';
      localStorage.setItem('a', 'heron');
      sessionStorage.setItem('a', 'heron');
      history.replaceState({ a: 'heron' }, '');
      // eslint-disable-next-line no-console
      console.info('heron');
      const field = document.createElement('input');
      field.value = 'heron';
      document.body.append(field);
      await (await caches.open('a')).put('/b', new Response('heron'));
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('a', 1);
        opening.addEventListener('upgradeneeded', () => {
          opening.result.createObjectStore('b').put('heron', 1);
        });
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
        opening.addEventListener('error', () => reject(opening.error ?? new Error('IndexedDB')));
      });
    });
    const found = (await canaries(page, ['heron'])).map((line) => line.replace('"heron" in ', ''));
    expect(found.toSorted()).toEqual(
      [
        'IndexedDB a b',
        'a field',
        'localStorage',
        'sessionStorage',
        'the Cache Storage a',
        'the console',
        'the cookie kept',
        'the document',
        'the history',
        'the state of the history',
        'the title',
      ].toSorted(),
    );
    await page.goto('/nothing?name=Amina%20Diallo');
    const named = await canaries(page, ['Amina Diallo']);
    expect(named).toContain('"Amina Diallo" in the answer to GET /nothing?name=Amina%20Diallo');
    expect(named).toContain('"Amina Diallo" in the history');
    await expect(canaries(page, ['a'])).rejects.toThrow('four letters');
  });

  it('makes a line slow, and loses requests', async () => {
    await sample();
    const answers = async (): Promise<string[]> => {
      const lost: string[] = [];
      for (let n = 0; n < 6; n += 1) {
        lost.push(
          await page.goto(`/pages/style.css?n=${n}`).then(
            () => 'came',
            () => 'lost',
          ),
        );
      }
      return lost;
    };
    await slowLine(page, { kbit: 4_000, latencyMs: 300 });
    const before = performance.now();
    await page.goto('/sign-in?out');
    expect(performance.now() - before).toBeGreaterThanOrEqual(300);
    await slowLine(page, { kbit: 4_000, latencyMs: 0, lossPercent: 50 });
    expect(await answers()).toEqual(expect.arrayContaining(['came', 'lost']));
    expect(consoleProblems(page).join('\n')).toContain('ERR_CONNECTION_RESET');
  });

  describeWithPictures('with pictures', () => {
    it('compares them, on the screen and printed', async () => {
      await sample();
      expect(await picture(page, 'harness/sample')).toEqual([]);
      expect(await picture(page, 'harness/sample-printed', { printed: true })).toEqual([]);
      const part = { masked: ['p'], whole: false };
      expect(await picture(page, 'harness/sample-masked', part)).toEqual([]);
    });

    const describeComparing =
      process.env.BARAZA_TEST_PICTURES === 'update' ? describe.skip : describe;
    describeComparing('that differ', () => {
      it('sees a letter that has changed, and a picture that is not stored', async () => {
        await sample(SAMPLE.replace('farmers', 'farmer'));
        expect((await picture(page, 'harness/sample')).join('')).toContain('points');
        expect((await picture(page, 'harness/none')).join('')).toContain('is not stored');
        await page.setViewportSize({ width: 640, height: 800 });
        expect((await picture(page, 'harness/sample')).join('')).toContain('was 1280');
      });
    });
  });
});
