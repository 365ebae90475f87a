import type { Page } from 'playwright-core';

const MEGABYTE = 1024 ** 2;

/** A connection of the graph, as far as a list that is made longer needs it. */
interface Connection {
  totalCount: number;
  edges: { node: Record<string, unknown> }[];
  pageInfo: Record<string, unknown>;
}

/**
 * Answers an operation of the console from memory as if the list were so long: each page has the nodes that the service
 * gave once, over and over, told apart by what `numbered` makes of a node and its place in the list.
 *
 * @param field of the answer that is the connection
 */
export async function lengthen(
  page: Page,
  operation: string,
  field: string,
  length: number,
  numbered: (node: Record<string, unknown>, place: number) => Record<string, unknown>,
): Promise<void> {
  let first: { data: Record<string, Connection> } | null = null;
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON() as {
      operationName: string;
      variables: { first?: number; after?: string };
    };
    if (asked.operationName !== operation) return route.fallback();
    first ??= (await (await route.fetch()).json()) as typeof first;
    const { data } = first!;
    const { edges } = data[field]!;
    const start = Number(asked.variables.after ?? 0);
    const end = Math.min(length, start + (asked.variables.first ?? 0));
    const nodes = Array.from({ length: end - start }, (_, i) => ({
      ...edges[i % edges.length],
      node: numbered(edges[i % edges.length]!.node, start + i),
    }));
    const pageInfo = {
      ...data[field]!.pageInfo,
      hasNextPage: end < length,
      hasPreviousPage: start > 0,
      startCursor: String(start),
      endCursor: String(end),
    };
    const connection = { ...data[field], totalCount: length, edges: nodes, pageInfo };
    return route.fulfill({ json: { data: { ...data, [field]: connection } } });
  });
}

/** What a page holds after what it needs no more was let go: megabytes of its script, and nodes of its document. */
export async function held(page: Page): Promise<{ readonly heap: number; readonly nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return { heap: of('JSHeapUsedSize') / MEGABYTE, nodes: of('Nodes') };
}
