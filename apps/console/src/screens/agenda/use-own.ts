import { hasRole, useMe } from '../../frame/me.js';
import { useAsk } from '../../graph/use-graph.js';
import { OwnActor } from './agenda.graphql.js';

/** The code of the actor whose records she writes; null if she is nobody's focal point. */
export function useWrittenActor(): string | null {
  const me = useMe();
  const own = useAsk(OwnActor, {}).data?.ownWpsActor ?? null;
  return own && hasRole(me, ['FOCAL_POINT']) ? own.code : null;
}

/** Whether she writes the records of the actor of this code. */
export function useIsFocalPointOf(code: string): boolean {
  return useWrittenActor() === code;
}
