import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/**
 * One filter, kept in the address: a link shows what its sender saw, and the way back is the browser's. Changing any
 * filter goes back to the first page.
 */
export function useParam(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) => {
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (value === '') next.delete(name);
          else next.set(name, value);
          if (name !== 'after' && name !== 'before') {
            next.delete('after');
            next.delete('before');
          }
          return next;
        },
        { replace: name !== 'after' && name !== 'before' },
      );
    },
    [name, setParams],
  );
  return [params.get(name) ?? '', set];
}

/** A page of a connection, as the variables of a query take it. */
interface Page {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
}

/** The page of a connection that the address names. */
export function usePage(size = 50): Page {
  const [params] = useSearchParams();
  const after = params.get('after');
  const before = params.get('before');
  if (before !== null) return { last: size, before };
  return after === null ? { first: size } : { first: size, after };
}

/** The same of a connection that the service gives from the oldest on, and that is read from the newest on. */
export function useNewestPage(size = 50): Page {
  const { first, after, last, before } = usePage(size);
  return {
    ...(first === undefined ? {} : { last: first }),
    ...(after === undefined ? {} : { before: after }),
    ...(last === undefined ? {} : { first: last }),
    ...(before === undefined ? {} : { after: before }),
  };
}

/** A page of such a connection as it is read: what follows on it is older. */
export function newestFirst<
  Edge,
  Info extends {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
  },
>({
  edges,
  pageInfo,
}: {
  readonly edges: readonly Edge[];
  readonly pageInfo: Info;
}): { readonly edges: readonly Edge[]; readonly pageInfo: Info } {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  return {
    edges: edges.toReversed(),
    pageInfo: {
      ...pageInfo,
      hasNextPage: hasPreviousPage,
      hasPreviousPage: hasNextPage,
      startCursor: endCursor,
      endCursor: startCursor,
    },
  };
}
