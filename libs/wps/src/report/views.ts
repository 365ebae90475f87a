import type { ActorName } from '../actor/views.js';
import type { Texts } from '../records/checks.js';
import type { Sharing } from '../records/lists.js';
import type { ReportContent } from './content.js';
import type { FormDraft } from './form-keeper.js';
import type { HeldCheck } from '../records/wording-check.js';
import type { ReportState } from './report-steps.js';

export interface FormView extends Omit<FormDraft, 'checked'>, HeldCheck {
  readonly id: string;
}

/** By which form and of which days a report is made, and who reads it. Days in ISO 8601. */
export interface ReportDraft {
  /** The code of an actor. */
  readonly actor: string;
  readonly formId: string;
  readonly from: string;
  readonly until: string;
  readonly sharing: Sharing;
}

/** What changes in a report while it is prepared. */
export interface ReportChange {
  readonly sharing: Sharing;
  /** Words by the code of their cell, all of them. */
  readonly answers: Readonly<Record<string, Texts>>;
  /** Codes of the actors that are consulted. */
  readonly consulted: readonly string[];
  readonly submittedTo: string | null;
}

export interface ReportView {
  readonly id: string;
  readonly actor: ActorName;
  readonly form: FormView;
  readonly from: string;
  readonly until: string;
  readonly state: ReportState;
  readonly answers: Readonly<Record<string, Texts>>;
  readonly sharing: Sharing;
  readonly submittedTo: string | null;
  readonly submittedAt: string | null;
  /** SHA-256 of what was submitted; null before. */
  readonly hash: string | null;
  readonly consulted: readonly ActorName[];
  readonly revision: number;
}

export interface CommentView {
  readonly id: string;
  readonly reportId: string;
  readonly by: ActorName;
  readonly cell: string | null;
  readonly words: string;
  readonly sharing: Sharing;
  readonly writtenAt: string;
  readonly answer: string | null;
  readonly revision: number;
}

/** What a report says, and whether that is kept or put together anew for each reader. */
export interface ReadReport {
  readonly view: ReportView;
  readonly content: ReportContent;
  /** The kept text; null while the report is prepared. */
  readonly frozen: string | null;
}
