import type { ProfileView } from '#directory';
import type { Contribution, Uncheckable } from '#matching';
import type { NeedRequest } from '../need/need-request.js';
import type { FeedbackReason, Verdict } from './reasons.js';
import type { ShortlistState } from './shortlist-steps.js';

/** A shortlist as its organization sees it now. */
export interface ShortlistView {
  readonly id: string;
  readonly needId: string;
  readonly title: string;
  readonly state: ShortlistState;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly closedAt: Date | null;
  /** By rank. Who no longer takes part is not among them. */
  readonly entries: readonly EntryView[];
  /** Of women who are no longer listed, in the order in which they were put on it. */
  readonly closedEntries: readonly ClosedEntryView[];
  /** Who else reads it, the earliest first. */
  readonly shares: readonly ShareView[];
}

/** A reader with whom it is shared now. */
export interface ShareView {
  readonly id: string;
  readonly organizationName: string;
  /** Null where all of the organization read it. */
  readonly accountId: string | null;
  readonly organizationId: string;
  readonly sharedBy: string;
  readonly sharedAt: Date;
}

/** An entry whose woman is no longer listed, for whatever reason: nothing of her is in it. */
export interface ClosedEntryView {
  readonly id: string;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** A woman on it, as she is seen now, with what was said of her rank when she was chosen. */
export interface EntryView {
  readonly id: string;
  readonly profile: ProfileView;
  readonly rank: number;
  /** Null where she has narrowed since what part of it rests on. */
  readonly score: number | null;
  readonly modelVersion: number;
  readonly considered: number;
  readonly eligible: number;
  /** Without those that rest on what she has narrowed since. */
  readonly contributions: readonly Contribution[];
  /** Hard criteria of the need as asked that what she shows now does not let be applied. */
  readonly toBeChecked: readonly Uncheckable[];
  readonly requested: NeedRequest;
  readonly note: string | null;
  readonly addedBy: string;
  readonly addedAt: Date;
  /** The need was filled with her. */
  readonly filled: boolean;
  /** The latest first: it is the one in force. */
  readonly feedback: readonly FeedbackView[];
}

export interface FeedbackView {
  readonly verdict: Verdict;
  readonly reasons: readonly FeedbackReason[];
  readonly note: string | null;
  readonly givenBy: string;
  readonly givenAt: Date;
}
