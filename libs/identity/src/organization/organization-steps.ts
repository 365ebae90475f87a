import { stateMachine } from '#kernel';

export const ORGANIZATION_STATES = ['pending', 'verified', 'suspended'] as const;
export type OrganizationState = (typeof ORGANIZATION_STATES)[number];

/** What an administrator can do with an organization. One that she adds herself is verified from the first. */
export const ORGANIZATION_STEPS = stateMachine({
  subject: 'organization',
  states: ORGANIZATION_STATES,
  initial: 'pending',
  final: [],
  transitions: {
    verify: {
      from: ['pending', 'suspended'],
      to: 'verified',
      action: 'verify',
      audit: 'organization.verify',
    },
    suspend: {
      from: ['pending', 'verified'],
      to: 'suspended',
      action: 'suspend',
      audit: 'organization.suspend',
    },
  },
});

export type OrganizationStep = (typeof ORGANIZATION_STEPS.names)[number];
