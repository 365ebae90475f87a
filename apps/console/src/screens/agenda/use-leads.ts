import { hasRole, useMe } from '../../frame/me.js';
import { useAsk } from '../../graph/use-graph.js';
import { useToday } from '../../ui/use-now.js';
import { OwnOffices } from './offices.graphql.js';

/** Offices of which the service says that they lead: who holds one writes meetings down. */
const LEADING = new Set<string>(['CHAIR', 'CO_CHAIR', 'SECRETARIAT']);

/** For which networks she writes meetings down: a test of their code. Administrators do for all. */
export function useLeads(): (grouping: string) => boolean {
  const me = useMe();
  const today = useToday();
  const own = useAsk(OwnOffices, {}).data?.ownWpsActor ?? null;
  if (hasRole(me, ['ADMINISTRATOR'])) return () => true;
  if (own === null || !hasRole(me, ['FOCAL_POINT'])) return () => false;
  const led = own.offices.filter(
    ({ role, from, until }) => LEADING.has(role) && isAt({ from, until }, today),
  );
  return (grouping) => led.some((one) => one.grouping.code === grouping);
}

/** Whether a term lasts on a day. A day that is not known counts as lasting. */
export function isAt(
  { from, until }: { readonly from: string | null; readonly until: string | null },
  day: string,
): boolean {
  return (from === null || from <= day) && (until === null || until >= day);
}
