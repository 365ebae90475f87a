import type { ProfileView } from '#directory';
import type { Found } from '../pools/operations.js';

/**
 * Of views that are read after a ranking, those of the women whom it ranked. Whoever became pseudonymous
 * meanwhile, or stopped being so, is left out: what was found in one must not stand beside the other's name.
 */
export function sameWomen(
  { lots }: Pick<Found<unknown>, 'lots'>,
  views: ReadonlyMap<string, ProfileView>,
): Map<string, ProfileView> {
  return new Map([...views].filter(([id, { lot }]) => lots.get(id) === lot));
}
