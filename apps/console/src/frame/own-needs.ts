import { useMemo } from 'react';
import { useAsk } from '../graph/use-graph.js';
import { OwnNeeds } from './own-needs.graphql.js';

/** The latest hundred needs of her organization, for filters of lists and for their titles. */
export function useOwnNeeds(enabled = true): {
  readonly options: readonly (readonly [id: string, title: string])[];
  /** Null where it is none of them, or not known yet. */
  readonly titleOf: (id: string) => string | null;
} {
  const { data } = useAsk(OwnNeeds, {}, { enabled });
  return useMemo(() => {
    const options = (data?.myNeeds.edges ?? []).map(({ node }) => [node.id, node.title] as const);
    const titles = new Map(options);
    return { options: options.toReversed(), titleOf: (id) => titles.get(id) ?? null };
  }, [data]);
}
