import { stateMachine } from '#kernel';
import { refusal } from '#messages';

export const WPS_LESSON_STATES = ['draft', 'reviewed', 'shared', 'retired'] as const;
export type WpsLessonState = (typeof WPS_LESSON_STATES)[number];

/** States in which others read a lesson. A retired one stays to be read by those who use it. */
export const TOLD_STATES = ['shared', 'retired'] as const satisfies WpsLessonState[];

/** How well it is known that what was done had its result. */
export const EVIDENCE_GRADES = ['anecdote', 'monitored', 'evaluated'] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** What decides whether a lesson can take a step. */
export interface WpsLessonFacts {
  readonly sharing?: string;
}

/** What a focal point can do with a lesson of her actor. */
export const WPS_LESSON_STEPS = stateMachine({
  subject: 'lesson',
  states: WPS_LESSON_STATES,
  initial: 'draft',
  final: ['retired'],
  guards: {
    readers: {
      needs: 'readers beside its actor',
      refusal: ({ sharing }: WpsLessonFacts) =>
        sharing === 'own' ? refusal('wps.sharingFirst') : null,
    },
  },
  transitions: {
    edit: {
      from: ['draft', 'reviewed', 'shared'],
      to: null,
      action: 'edit',
      audit: 'wps-lesson.edit',
    },
    review: { from: ['draft'], to: 'reviewed', action: 'edit', audit: 'wps-lesson.review' },
    share: {
      from: ['reviewed'],
      to: 'shared',
      action: 'edit',
      guards: ['readers'],
      audit: 'wps-lesson.share',
      refused: refusal('wps.onlyReviewedShared'),
    },
    reopen: { from: ['reviewed'], to: 'draft', action: 'edit', audit: 'wps-lesson.reopen' },
    retire: {
      from: ['shared'],
      to: 'retired',
      action: 'edit',
      audit: 'wps-lesson.retire',
      refused: refusal('wps.onlySharedRetired'),
    },
  },
});

export type WpsLessonStep = (typeof WPS_LESSON_STEPS.names)[number];
