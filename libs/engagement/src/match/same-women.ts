import type { ProfileView } from '#directory';
import type { CandidatePool } from '#matching';

/**
 * Tells, of views that are read after a ranking, those of the women whom it ranked. Whoever became pseudonymous
 * meanwhile, or stopped being so, is left out: what was found in one must not stand beside the other's name.
 * To be made before anything is waited for.
 */
export function sameWomen(
  pool: CandidatePool,
  ids: readonly string[],
): (views: ReadonlyMap<string, ProfileView>) => Map<string, ProfileView> {
  const lots = new Map(ids.map((id) => [id, pool.lotOf(id)]));
  return (views) => new Map([...views].filter(([id, { lot }]) => lots.get(id) === lot));
}
