import { useMemo } from 'react';
import { useAsk } from '../../graph/use-graph.js';
import type { PlaceAlongsideFragment } from '../../graph/types.js';
import { Engaged } from './deployments.graphql.js';

interface Mediator {
  readonly id: string;
  readonly name: string;
}

interface Deployed {
  readonly id: string;
  readonly introductionId: string;
  readonly place: 'LEAD' | 'ALONGSIDE';
}

/** Who is at work in a deployment, as she may be seen now; null where she is no longer listed. */
export function useEngaged(): {
  readonly whoIs: (deployment: Deployed) => Mediator | null;
  readonly places: readonly PlaceAlongsideFragment[];
  /** False while it is not known yet. */
  readonly ready: boolean;
} {
  const { data, isPending } = useAsk(Engaged, {});
  return useMemo(() => {
    const places = data?.alongsidePlaces ?? [];
    const engaged = new Map(
      data?.introductions.edges.map(({ node }) => [node.id, node.mediator] as const),
    );
    return {
      places,
      ready: !isPending,
      whoIs: ({ id, introductionId, place }) =>
        (place === 'LEAD'
          ? engaged.get(introductionId)
          : places.find(({ arrangedDeploymentId }) => arrangedDeploymentId === id)?.newcomer) ??
        null,
    };
  }, [data, isPending]);
}
