import { stateMachine } from '#kernel';
import { refusal } from '#messages';

export const ACCOUNT_STATES = ['active', 'suspended'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What an administrator can do with an account. */
export const ACCOUNT_STEPS = stateMachine({
  subject: 'account',
  states: ACCOUNT_STATES,
  initial: 'active',
  final: [],
  guards: {
    'not-own': {
      needs: 'another administrator',
      refusal: ({ ownAccount }: { readonly ownAccount: boolean }) =>
        ownAccount ? refusal('accounts.notYourself') : null,
    },
  },
  transitions: {
    suspend: {
      from: ['active'],
      to: 'suspended',
      action: 'suspend',
      guards: ['not-own'],
      audit: 'account.suspend',
    },
    reinstate: {
      from: ['suspended'],
      to: 'active',
      action: 'reinstate',
      audit: 'account.reinstate',
    },
  },
});

export type AccountStep = (typeof ACCOUNT_STEPS.names)[number];
