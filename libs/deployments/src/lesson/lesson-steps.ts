import { stateMachine } from '#kernel';
import { refusal } from '#messages';

/** Of a lesson that was drafted from an after-action review. */
export const LESSON_STATES = ['draft', 'published', 'withdrawn'] as const;
export type LessonState = (typeof LESSON_STATES)[number];

/** The life of a lesson. A desk reviews it: nothing is published by itself. */
export const LESSON_STEPS = stateMachine({
  subject: 'lesson',
  states: LESSON_STATES,
  initial: 'draft',
  final: ['withdrawn'],
  transitions: {
    edit: {
      from: ['draft'],
      to: null,
      action: 'edit',
      audit: 'lesson.edit',
      refused: refusal('lessons.onlyDraftEdited'),
    },
    publish: {
      from: ['draft'],
      to: 'published',
      action: 'publish',
      audit: 'lesson.publish',
      refused: refusal('lessons.onlyDraftPublished'),
    },
    /** Also a draft of which nothing is to be made. */
    withdraw: {
      from: ['draft', 'published'],
      to: 'withdrawn',
      action: 'withdraw',
      audit: 'lesson.withdraw',
      refused: refusal('steps.withdrawnOnce'),
    },
  },
});
