import type { ActorName } from '../actor/views.js';
import type { Texts } from '../records/checks.js';
import type { Sharing } from '../records/lists.js';
import type { FrameworkDraft, IndicatorDraft } from './framework-keeper.js';
import type { HeldCheck } from '../records/wording-check.js';
import type { ObservationStatus } from './lists.js';

export interface FrameworkView extends FrameworkDraft {
  readonly id: string;
}

export interface IndicatorView extends Omit<IndicatorDraft, 'framework' | 'checked'>, HeldCheck {
  readonly id: string;
  readonly framework: { readonly code: string; readonly title: Texts; readonly source: string };
}

/** What is written down of an observation. Days in ISO 8601; numbers as decimal texts, a share from 0 to 1. */
export interface ObservationDraft {
  readonly from: string;
  readonly until: string;
  readonly value: string | null;
  readonly text: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Of whom it is told; null for the whole. */
  readonly part: string | null;
  readonly status: ObservationStatus;
  readonly source: string;
  readonly methodNote: string | null;
  readonly url: string | null;
  readonly sharing: Sharing;
}

export interface ObservationView extends ObservationDraft {
  readonly id: string;
  readonly actor: ActorName;
  readonly indicator: IndicatorView;
  /** The observation that this one corrects. */
  readonly supersedesId: string | null;
  /** Whether another one corrects it. */
  readonly superseded: boolean;
  /** Whether it can be about people who suffered violence and has a number below ten. */
  readonly hasSmallNumber: boolean;
  readonly enteredAt: string;
}
