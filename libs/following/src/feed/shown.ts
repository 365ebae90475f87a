import { VIEWS, type ProfileView } from '#directory';

/** Her name has rules of its own; networks are told by what cannot be changed without her. */
const FIELDS = VIEWS.map(({ field }) => field)
  .filter((field) => field !== 'name' && field !== 'networks')
  .toSorted();

/**
 * All that the graph shows of a profile to those of its clearance, as one text: the same text if and only if nothing of it
 * has changed. What they may not see has no part in it, nor has how often it was changed.
 */
export function shownText(view: ProfileView): string {
  const { name, stale, pseudonymous, networks } = view;
  const of = networks.map(({ networkId, role, since }) => [networkId, role, since]);
  return JSON.stringify([name, stale, pseudonymous, of, FIELDS.map((field) => view[field])]);
}
