import { stateMachine } from '#kernel';
import { refusal } from '#messages';

/** Of a second place beside a mediator at work. */
export const ALONGSIDE_STATES = [
  'proposed',
  'offered',
  'arranged',
  'declined',
  'withdrawn',
  'lapsed',
] as const;
export type AlongsideState = (typeof ALONGSIDE_STATES)[number];

/** Days after which a proposal to which not all have agreed ends. */
export const ALONGSIDE_DAYS = 14;

/** Who has agreed. */
export interface AlongsideFacts {
  readonly organizerAgreed?: boolean;
  readonly mentorAgreed?: boolean;
}

/**
 * The life of a second place. The newcomer is asked first: that her network thought of her is told to nobody before she
 * agrees. Then the organizer and the mediator who is to be her mentor agree, in any order and without learning of each
 * other's answer.
 */
export const ALONGSIDE_STEPS = stateMachine({
  subject: 'alongside',
  refusal: refusal('deployments.placeAnswered'),
  states: ALONGSIDE_STATES,
  initial: 'proposed',
  final: ['arranged', 'declined', 'withdrawn', 'lapsed'],
  guards: {
    'both-agreed': {
      needs: 'the agreement of the organizer and of the mentor',
      refusal: ({ organizerAgreed, mentorAgreed }: AlongsideFacts) =>
        organizerAgreed && mentorAgreed ? null : refusal('deployments.bothAgree'),
    },
  },
  transitions: {
    /** The newcomer says yes. */
    accept: {
      from: ['proposed'],
      to: 'offered',
      action: 'decide-own',
      audit: 'alongside.accept',
    },
    /** The organizer or the mentor says yes. */
    agree: {
      from: ['offered'],
      to: null,
      action: null,
      audit: 'alongside.agree',
    },
    /** Follows by itself once both have agreed. */
    arrange: {
      from: ['offered'],
      to: 'arranged',
      action: null,
      guards: ['both-agreed'],
      audit: 'alongside.arrange',
    },
    decline: {
      from: ['proposed', 'offered'],
      to: 'declined',
      action: null,
      audit: 'alongside.decline',
    },
    withdraw: {
      from: ['proposed', 'offered'],
      to: 'withdrawn',
      action: 'propose',
      audit: 'alongside.withdraw',
    },
    /** By the clock, or when the deployment has ended meanwhile. */
    lapse: {
      from: ['proposed', 'offered'],
      to: 'lapsed',
      action: null,
      audit: 'alongside.lapse',
      timer: {
        when: `${ALONGSIDE_DAYS} days after the proposal`,
        dueAt: ({ createdAt }: { readonly createdAt?: Date }) =>
          createdAt ? new Date(createdAt.getTime() + ALONGSIDE_DAYS * 86_400_000) : null,
      },
    },
  },
});
