import type { Texts } from '../records/checks.js';
import type { Sharing } from '../records/lists.js';
import type { ActorKind, Ministry, OfficePosition, OfficeRole } from './lists.js';

/** An actor by name. */
export interface ActorName {
  readonly id: string;
  readonly code: string;
  readonly kind: ActorKind;
  /** Empty where the vocabulary names it. */
  readonly names: Texts;
}

/** Days in ISO 8601; null where one is not known, or has not come. */
export interface Term {
  readonly from: string | null;
  readonly until: string | null;
}

export interface MembershipView extends Term {
  readonly grouping: ActorName;
  readonly source: string;
  readonly asOf: string;
}

export interface OfficeTermView extends Term {
  readonly grouping: ActorName;
  readonly role: OfficeRole;
  readonly source: string;
}

/** What is written down of a focal point. */
export interface FocalPointDraft {
  /** Her name, with the day on which she agreed to be named; null leaves both out. */
  readonly person: { readonly name: string; readonly consentedOn: string } | null;
  readonly title: string | null;
  readonly office: string;
  readonly officePosition: OfficePosition;
  readonly ministry: Ministry | null;
  readonly ownStaff: boolean | null;
  readonly ownBudget: boolean | null;
  readonly reportsTo: string | null;
  readonly deputy: boolean;
  readonly channel: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly sharing: Sharing;
}

export interface FocalPointView extends FocalPointDraft {
  readonly id: string;
  readonly actor: ActorName;
  readonly revision: number;
}

/** An actor as a viewer sees it: of its focal points those that are shared with her. */
export interface ActorView extends ActorName {
  readonly parent: ActorName | null;
  /** Whose people act for it; null for whoever does not keep the list of actors. */
  readonly organizationId: string | null;
  readonly fictional: boolean;
  readonly memberships: readonly MembershipView[];
  readonly offices: readonly OfficeTermView[];
  readonly focalPoints: readonly FocalPointView[];
  readonly revision: number;
}
