import { textIn } from '#messages';
import type { NetworkView } from '#directory';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { toAreas, toTexts } from '../graphql/texts.js';
import type { Network } from './network.type.js';

/** The graph's network; all of a network is public. */
export function toNetwork(view: NetworkView, locale: Locale): Network {
  return {
    __typename: 'Network',
    id: globalId('Network', view.id),
    parentId: view.parentId,
    slug: view.slug,
    name: textIn(view.names, locale) ?? view.slug,
    names: toTexts(view.names),
    description: textIn(view.descriptions, locale),
    admissionCriteria: textIn(view.admissionCriteria, locale),
    descriptions: toTexts(view.descriptions),
    admissionTexts: toTexts(view.admissionCriteria),
    territories: toAreas(view.territories, locale),
    website: view.website,
    fictional: view.fictional,
    archived: view.archived,
    fourEyes: view.fourEyes,
    revision: view.revision,
  };
}
