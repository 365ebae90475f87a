import { stateMachine, type Timer } from '#kernel';

/** The states that are stored. */
export const INVITATION_STATES = ['open', 'accepted', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Nobody writes this state: an open invitation is read as expired from this moment on. */
export const EXPIRY: Timer<{ readonly expiresAt: Date }> = {
  when: 'when its link expires',
  dueAt: ({ expiresAt }) => expiresAt,
};

/** What becomes of an invitation. */
export const INVITATION_STEPS = stateMachine({
  subject: 'invitation',
  states: [...INVITATION_STATES, 'expired'],
  initial: 'open',
  final: ['accepted', 'revoked'],
  transitions: {
    /** Whoever has the link takes it up. */
    accept: { from: ['open'], to: 'accepted', action: null, audit: 'invitation.accept' },
    revoke: {
      from: ['open', 'expired'],
      to: 'revoked',
      action: 'revoke',
      audit: 'invitation.revoke',
    },
    expire: { from: ['open'], to: 'expired', action: null, audit: null, timer: EXPIRY },
  },
});
