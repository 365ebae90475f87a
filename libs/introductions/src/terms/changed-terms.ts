import { isDeepStrictEqual } from 'node:util';
import { COSTS, NO_TERMS, type Terms } from './terms.js';

/**
 * Paths of what an edit changes, in the order in which terms are shown: each cost on its own, everything else as a
 * whole. Both must have passed `checkedTerms`. Empty if nothing is changed: then there is no new revision, and nobody
 * is asked again.
 */
export function changedTerms(before: Terms, after: Terms): string[] {
  const fields = (Object.keys(NO_TERMS) as (keyof Terms)[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
  return fields.flatMap((field) =>
    field === 'costs'
      ? COSTS.filter((cost) => before.costs[cost] !== after.costs[cost]).map(
          (cost) => `costs.${cost}`,
        )
      : [field],
  );
}
