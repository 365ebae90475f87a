import type { SharedShortlistView } from '#engagement';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { toExplanations } from '../matching/to-explanations.js';
import { toMediator } from '../mediators/to-mediator.js';
import { briefingAddress } from './briefing/briefing-address.js';
import type { SharedShortlist } from './shared-shortlist.type.js';

/** What is shared, and nothing else of the shortlist and its need. */
export function toSharedShortlist(
  { id, sharedAt, list, need }: SharedShortlistView,
  locale: Locale,
): SharedShortlist {
  const { title, brief, wanted, urgency, insiderTies, alongside, workLanguage, place } = need;
  return {
    __typename: 'SharedShortlist',
    id: globalId('SharedShortlist', id),
    title: list.title,
    state: list.state,
    organization: need.organizationName,
    need: { title, brief, wanted, urgency, insiderTies, alongside, workLanguage, place },
    entries: list.entries.map(({ profile, rank, score, eligible, contributions }) => ({
      mediator: toMediator(profile, locale),
      rank,
      score,
      eligible,
      explanation: toExplanations(contributions, locale),
    })),
    noLongerListed: list.closedEntries.length,
    briefing: briefingAddress(globalId('SharedShortlist', id)),
    sharedAt: sharedAt.toISOString(),
  };
}
