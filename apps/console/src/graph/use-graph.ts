import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocale } from '../i18n/locale.js';
import { ask } from './ask.js';
import { OfflineError } from './errors.js';
import type { Operation } from './operation.js';

interface AskOptions<Result> {
  /** False while something that the question needs is not known yet. */
  readonly enabled?: boolean;
  /**
   * Asks again so often, in milliseconds, while the page is seen; as the last answer says, where it is a function.
   * False or nothing: never by itself.
   */
  readonly every?: number | false | ((result: Result) => number | false);
  /** Shows the answer to the question before, until the new one comes: for lists whose filter changes. */
  readonly keepPrevious?: boolean;
  /** Its answer is kept nowhere once it is not shown any more: where the question itself holds a name. */
  readonly forget?: boolean;
}

/** A question and its answer, which is asked for anew whenever something was changed. */
export function useAsk<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { enabled = true, every = false, keepPrevious = false, forget = false }: AskOptions<Result> = {},
): UseQueryResult<Result> {
  const locale = useLocale();
  return useQuery({
    queryKey: [operation.name, variables, locale],
    queryFn: ({ signal }) => ask(operation, variables, { signal }),
    enabled,
    refetchInterval: ({ state: { data } }) =>
      typeof every !== 'function' ? every : data !== undefined && every(data),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(forget ? { gcTime: 0 } : {}),
  });
}

interface ChangeOptions {
  /** Its answer is kept nowhere once the component that asked has gone: for contact data. */
  readonly forget?: boolean;
}

/**
 * A change. When it has been made, everything on the page is asked for anew: what one change means for other lists is
 * decided by the service alone. Sent again because its answer was lost, it is made once.
 */
export function useChange<Result, Variables>(
  operation: Operation<Result, Variables>,
  options: ChangeOptions = {},
): UseMutationResult<Result, Error, Variables> {
  const once = useOnce(operation);
  return useMade(async (variables: Variables) => once(variables).catch(unanswered(true)), options);
}

/** Asks for a change under a key which it keeps until there is an answer, as long as the same is asked for. */
export function useOnce<Result, Variables>(
  operation: Operation<Result, Variables>,
): (variables: Variables) => Promise<Result> {
  const open = useRef<{ readonly words: string; readonly key: string } | null>(null);
  return async (variables) => {
    const words = JSON.stringify(variables);
    if (open.current?.words !== words) open.current = { words, key: newKey() };
    const { key } = open.current;
    const result = await ask(operation, variables, { key });
    open.current = null;
    return result;
  };
}

/** A key that no other change has: 32 hexadecimal digits by chance. `crypto.randomUUID` is missing where the address is not one of HTTPS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Where there is a connection, the request may have come and its answer been lost.
 *
 * @param isOnce whether it can be sent again without being made twice
 */
export function unanswered(isOnce: boolean): (error: unknown) => never {
  return (error) => {
    throw error instanceof OfflineError ? new OfflineError(navigator.onLine, isOnce) : error;
  };
}

/** A change that takes several requests, one after another. */
export function useSteps<Result, Variables = void>(
  steps: (variables: Variables) => Promise<Result>,
  options: ChangeOptions = {},
): UseMutationResult<Result, Error, Variables> {
  return useMade(async (variables) => steps(variables).catch(unanswered(false)), options);
}

function useMade<Result, Variables>(
  make: (variables: Variables) => Promise<Result>,
  { forget = false }: ChangeOptions,
): UseMutationResult<Result, Error, Variables> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSettled: () => queries.invalidateQueries(),
    ...(forget ? { gcTime: 0 } : {}),
  });
}
