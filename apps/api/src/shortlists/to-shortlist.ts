import { type EntryView, type FeedbackView, type ShortlistView } from '#engagement';
import { translator } from '#messages';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { toExplanations } from '../matching/to-explanations.js';
import { toMediator } from '../mediators/to-mediator.js';
import { briefingAddress } from './briefing/briefing-address.js';
import type { Feedback, Shortlist, ShortlistEntry } from './shortlist.type.js';

export function toShortlist(view: ShortlistView, locale: Locale): Shortlist {
  const { title, state, revision, createdBy, createdAt, sentAt, closedAt } = view;
  return {
    __typename: 'Shortlist',
    id: globalId('Shortlist', view.id),
    needId: globalId('Need', view.needId),
    title,
    state,
    revision,
    createdBy,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    entries: view.entries.map((entry) => toEntry(entry, locale)),
    closedEntries: view.closedEntries.map(({ id, addedBy, addedAt: at }) => ({
      __typename: 'ClosedShortlistEntry',
      id: globalId('ShortlistEntry', id),
      text: translator('shortlists', locale)('noLongerListed'),
      addedBy,
      addedAt: at.toISOString(),
    })),
    briefing: briefingAddress(globalId('Shortlist', view.id)),
    shares: view.shares.map((share) => ({
      shareId: globalId('SharedShortlist', share.id),
      readerId:
        share.accountId === null
          ? globalId('Organization', share.organizationId)
          : globalId('Account', share.accountId),
      organization: share.organizationName,
      sharedBy: share.sharedBy,
      sharedAt: share.sharedAt.toISOString(),
    })),
  };
}

function toEntry(view: EntryView, locale: Locale): ShortlistEntry {
  const { profile, contributions, requested, feedback, addedAt, ...rest } = view;
  const all = feedback.map(toFeedback);
  return {
    __typename: 'ShortlistEntry',
    ...rest,
    id: globalId('ShortlistEntry', view.id),
    mediator: toMediator(profile, locale),
    // The words are today's; what they say was frozen.
    explanation: toExplanations(contributions, locale),
    asked: requested,
    toBeChecked: [...view.toBeChecked],
    addedAt: addedAt.toISOString(),
    feedback: all[0] ?? null,
    feedbackHistory: all,
  };
}

function toFeedback({ reasons, givenAt, ...view }: FeedbackView): Feedback {
  return { ...view, reasons: [...reasons], givenAt: givenAt.toISOString() };
}
