import {
  CLEARANCES,
  ACCOUNT_ROLES,
  CONSOLE_PARTS,
  ACCOUNT_STEPS,
  ORGANIZATION_KINDS,
  ORGANIZATION_STATES,
  INVITATION_STATES,
  SCOPES,
  SECURITY_EVENT_KINDS,
  SECURITY_EVENT_MEANINGS,
} from '#identity';
import { graphEnum } from './graph-enum.js';

export const AudienceEnum = graphEnum(
  'Audience',
  'Who sees a field. PUBLIC: everyone. VETTED: verified organizers and coordinators. CURATOR: coordinators of her networks only.',
  CLEARANCES,
);
export const AccountRoleEnum = graphEnum(
  'AccountRole',
  'What an account may act as.',
  ACCOUNT_ROLES,
);
export const ConsolePartEnum = graphEnum(
  'ConsolePart',
  'A part of a console for people who work with the directory.',
  CONSOLE_PARTS,
);
export const AccountStateEnum = graphEnum(
  'AccountState',
  'Whether an account can be used to sign in.',
  ACCOUNT_STEPS.table.states,
);
export const OrganizationKindEnum = graphEnum(
  'OrganizationKind',
  'A kind of organization that looks for mediators, such as a state or the UN.',
  ORGANIZATION_KINDS,
);
export const OrganizationStateEnum = graphEnum(
  'OrganizationState',
  'Whether an administrator has verified an organization. Its people are vetted while it is VERIFIED.',
  ORGANIZATION_STATES,
);
export const InvitationStateEnum = graphEnum(
  'InvitationState',
  'Whether an invitation is open, accepted, revoked or expired.',
  [...INVITATION_STATES, 'expired'],
);
export const ScopeEnum = graphEnum(
  'Scope',
  'What a service account may do for its networks.',
  SCOPES,
);
export const SecurityEventKindEnum = graphEnum(
  'SecurityEventKind',
  'Why something was refused.',
  SECURITY_EVENT_KINDS,
  { meanings: SECURITY_EVENT_MEANINGS },
);
