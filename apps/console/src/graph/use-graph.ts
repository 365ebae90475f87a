import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useLocale } from '../i18n/locale.js';
import { ask } from './ask.js';
import type { Operation } from './operation.js';

interface AskOptions {
  /** False while something that the question needs is not known yet. */
  readonly enabled?: boolean;
  /** Asks again so often, in milliseconds, while the page is seen. False or nothing: never by itself. */
  readonly every?: number | false;
  /** Shows the answer to the question before, until the new one comes: for lists whose filter changes. */
  readonly keepPrevious?: boolean;
}

/** A question and its answer, which is asked for anew whenever something was changed. */
export function useAsk<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { enabled = true, every = false, keepPrevious = false }: AskOptions = {},
): UseQueryResult<Result> {
  const locale = useLocale();
  return useQuery({
    queryKey: [operation.name, variables, locale],
    queryFn: ({ signal }) => ask(operation, variables, signal),
    enabled,
    refetchInterval: every,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * A change. When it has been made, everything on the page is asked for anew: what one change means for other lists is
 * decided by the service alone.
 */
export function useChange<Result, Variables>(
  operation: Operation<Result, Variables>,
): UseMutationResult<Result, Error, Variables> {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: [operation.name],
    mutationFn: (variables: Variables) => ask(operation, variables),
    onSettled: () => queries.invalidateQueries(),
  });
}
