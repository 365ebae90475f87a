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

/** The page of a connection that the address names, as the variables of a query take it. */
export function usePage(size = 50): {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
} {
  const [params] = useSearchParams();
  const after = params.get('after');
  const before = params.get('before');
  if (before !== null) return { last: size, before };
  return after === null ? { first: size } : { first: size, after };
}
