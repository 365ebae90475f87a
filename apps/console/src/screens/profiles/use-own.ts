import { useOwnNetworks } from '../../frame/me.js';
import type { HeadOfProfileFragment } from '../../graph/types.js';

type Listing = HeadOfProfileFragment['affiliations'][number]['network'];

/** The networks that list her and that whoever is signed in coordinates. */
export function useOwnListings({
  affiliations,
}: Pick<HeadOfProfileFragment, 'affiliations'>): readonly Listing[] {
  const own = new Set(useOwnNetworks().map(({ slug }) => slug));
  return affiliations.flatMap(({ network }) => (own.has(network.slug) ? [network] : []));
}
