import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../../graph/ask.js';
import type { WholeProcessFragment } from '../../graph/types.js';
import { useLocale } from '../../i18n/locale.js';
import { PeaceProcesses } from './processes.graphql.js';

/** All processes, page by page: a timeline and a map show the whole, or they mislead. */
export function useProcesses(archived: boolean): UseQueryResult<readonly WholeProcessFragment[]> {
  const locale = useLocale();
  return useQuery({
    queryKey: ['PeaceProcesses', archived, locale],
    queryFn: async ({ signal }) => {
      const all: WholeProcessFragment[] = [];
      let after: string | null = null;
      do {
        const { peaceProcesses }: Awaited<ReturnType<typeof page>> = await page(
          archived,
          after,
          signal,
        );
        all.push(...peaceProcesses.edges.map(({ node }) => node));
        const { hasNextPage, endCursor } = peaceProcesses.pageInfo;
        after = hasNextPage ? (endCursor ?? null) : null;
      } while (after !== null);
      return all;
    },
  });
}

async function page(archived: boolean, after: string | null, signal: AbortSignal) {
  return ask(PeaceProcesses, { archived, after }, { signal });
}
