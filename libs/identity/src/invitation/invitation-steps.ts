import { stateMachine } from '#kernel';

export const INVITATION_STATES = ['open', 'accepted', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** What becomes of an invitation. That its link has expired is no state: it follows from the clock. */
export const INVITATION_STEPS = stateMachine({
  subject: 'invitation',
  states: INVITATION_STATES,
  initial: 'open',
  final: ['accepted', 'revoked'],
  transitions: {
    /** Whoever has the link takes it up. */
    accept: { from: ['open'], to: 'accepted', action: null, audit: 'invitation.accept' },
    revoke: { from: ['open'], to: 'revoked', action: 'revoke', audit: 'invitation.revoke' },
  },
});
