import type { Locale } from '#vocabulary';
import type { ActorName } from '../actor/views.js';
import type { Sharing } from '../records/lists.js';
import type { EvidenceGrade, WpsLessonState } from './lesson-steps.js';

/** What is written down of a lesson. */
export interface WpsLessonDraft {
  readonly language: Locale;
  readonly title: string;
  /** A code of the vocabulary; null if it is of no place. */
  readonly territory: string | null;
  readonly context: string;
  readonly done: string;
  readonly result: string;
  readonly evidence: EvidenceGrade;
  readonly source: string | null;
  readonly conditions: string | null;
  readonly costs: string | null;
  readonly avoid: string | null;
  readonly office: string | null;
  readonly themes: readonly string[];
  /** The id of the lesson of a deployment from which it was drawn, as long as everyone reads that one. */
  readonly afterActionId: string | null;
  readonly sharing: Sharing;
}

export interface WpsLessonView extends WpsLessonDraft {
  readonly id: string;
  readonly actor: ActorName;
  readonly state: WpsLessonState;
  /** Uses that are shared with the viewer, in the order in which they were written down. */
  readonly uses: readonly LessonUseView[];
  /** Whether it is about conflict-related sexual violence and has a number below ten. */
  readonly hasSmallNumber: boolean;
  readonly revision: number;
}

/** That an actor uses a lesson. Days in ISO 8601. */
export interface LessonUseDraft {
  readonly adapted: string;
  readonly outcome: string | null;
  readonly from: string;
  /** Last day; null while it is used. */
  readonly until: string | null;
  readonly sharing: Sharing;
}

export interface LessonUseView extends LessonUseDraft {
  readonly id: string;
  readonly lessonId: string;
  readonly actor: ActorName;
  readonly revision: number;
}
