import type { ProfileView } from '#directory';
import type { Contribution } from '#matching';
import type { NeedRequest } from '../match/prepare-need.js';
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
}

/** A woman on it, as she is seen now, with what was said of her rank when she was chosen. */
export interface EntryView {
  readonly id: string;
  readonly profile: ProfileView;
  readonly rank: number;
  readonly score: number;
  readonly modelVersion: number;
  readonly considered: number;
  readonly eligible: number;
  readonly contributions: readonly Contribution[];
  readonly asked: NeedRequest;
  readonly note: string | null;
  readonly addedBy: string;
  readonly addedAt: Date;
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
