import type { Page } from 'playwright-core';

export interface Line {
  /** In each direction, in thousands of bits a second. */
  readonly kbit: number;
  /** From a request to the first byte of its answer, in addition to what the service takes. */
  readonly latencyMs: number;
  /** Of a hundred requests, how many get no answer: the connection breaks. At 2, each fiftieth from now on does. */
  readonly lossPercent?: number;
}

/** The line of the project's budgets: Slow 3G. */
export const SLOW_3G: Line = { kbit: 400, latencyMs: 400 };

/**
 * Puts a page on a slow line from now on, until it is closed. Where requests are lost, the browser keeps nothing in
 * its cache. To cut the line, call `page.context().setOffline(true)`.
 */
export async function slowLine(
  page: Page,
  { kbit, latencyMs, lossPercent = 0 }: Line,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bytes = (kbit * 1_000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  if (lossPercent === 0) return;
  let due = 0;
  await page.route('**/*', async (route) => {
    due += lossPercent;
    if (due < 100) return route.fallback();
    due -= 100;
    return route.abort('connectionreset');
  });
}

/** The first time that each of these operations is asked of the service, it does it, and its answer gets lost. */
export async function loseFirstAnswers(page: Page, operations: readonly string[]): Promise<void> {
  const due = new Set(operations);
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName: string };
    if (!due.delete(operationName)) return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
}
