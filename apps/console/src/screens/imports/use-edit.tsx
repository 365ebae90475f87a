import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { ask } from '../../graph/ask.js';
import type { Operation } from '../../graph/operation.js';
import { refusalOf, type Refused } from '../../graph/refusal.js';
import { useChange } from '../../graph/use-graph.js';
import { Failure, Refusal } from '../../ui/feedback.js';
import { OneImport } from './imports.graphql.js';

interface Edit<Variables> {
  /** Makes the change, and says whether it was made. */
  readonly run: (variables: Variables) => Promise<boolean>;
  readonly busy: boolean;
  /** Why it was not made: the words for it, and the refusal for the fields. */
  readonly problem: ReactNode;
  readonly refused: Refused | null;
}

/** A change of one import. After a conflict, what is there now has been asked for already. */
export function useEdit<Result extends object, Variables>(
  operation: Operation<Result, Variables>,
): Edit<Variables> {
  const change = useChange(operation);
  const [refused, setRefused] = useState<Refused | null>(null);
  const run = async (variables: Variables): Promise<boolean> => {
    setRefused(null);
    const result = await change.mutateAsync(variables).catch(() => null);
    if (result === null) return false;
    const answer = Object.values(result).find((one) => typeof one === 'object' && one !== null);
    const why = refusalOf(answer as { readonly __typename?: string } | undefined);
    setRefused(why);
    return why === null;
  };
  const problem = (
    <>
      {change.error ? <Failure error={change.error} /> : null}
      <Refusal refused={refused} onReload={() => setRefused(null)} />
    </>
  );
  return { run, busy: change.isPending, problem, refused };
}

/** Takes an edit back that was just made, whatever has been edited since. */
export function useTakeBack(
  id: string,
): (undo: (revision: number) => Promise<unknown>) => Promise<unknown> {
  const queries = useQueryClient();
  return useCallback(
    async (undo) =>
      ask(OneImport, { id })
        .then(({ import: now }) => undo(now.revision))
        .finally(() => void queries.invalidateQueries()),
    [queries, id],
  );
}
