import type { Entrant } from './entrants.js';
import type { TeamRequest } from './team-request.js';

/**
 * The entrants without those whom an optimal team can always do without; their order is kept.
 *
 * One woman **serves at least as well** as another when she counts towards everything at least that
 * the other counts towards, is bound by exactly the same limits and pairs (same networks, same
 * nationalities where they matter, and neither named in a pair), and comes before her in the order by
 * score and tie key. A woman is left out when `places` women who stay serve at least as well.
 *
 * Why that keeps an optimal solution: take an optimal team in which a woman left out has a place. Of
 * the `places` who serve at least as well, at most `places - 1` have a place in this team or in the
 * better teams before it, since all those teams together have `places` places and she holds one of
 * them. Put a free one in hers: every sum that must reach something grows or stays, every sum that
 * must not exceed something stays, the size stays, and (total, tie sum) is not worse. Each swap moves
 * a place forward in one total order, so repeating it ends, in a team of women who stay. The
 * argument holds for the relaxed programme too: its slacks only take the same sums.
 *
 * @param places in this team and all teams before it that share nobody with it
 */
export function preselect(
  entrants: readonly Entrant[],
  request: TeamRequest,
  places: number,
): Entrant[] {
  const boundOf = boundsOf(request);
  const kept = new Map<string, Map<bigint, number>>();
  return entrants.filter((entrant) => {
    const bounds = boundOf(entrant);
    let masks = kept.get(bounds);
    if (!masks) kept.set(bounds, (masks = new Map()));
    let better = 0;
    for (const [mask, count] of masks) {
      if ((mask & entrant.mask) === entrant.mask) better += count;
      if (better >= places) return false;
    }
    masks.set(entrant.mask, (masks.get(entrant.mask) ?? 0) + 1);
    return true;
  });
}

/** A text that is the same for women whom every limit and pair binds alike. */
function boundsOf({ constraints }: TeamRequest): (entrant: Entrant) => string {
  const named = new Set((constraints.apart ?? []).flatMap(({ first, second }) => [first, second]));
  return ({ id, networks, nationalities }) =>
    `${named.has(id) ? id : ''}|${networks.join()}|${nationalities.join()}`;
}
