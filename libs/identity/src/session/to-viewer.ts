import type { AccountRole } from '../account/account-role.entity.js';
import type { Grant, Scope } from '../policy/grants.js';
import { PUBLIC_VIEWER, type Viewer } from '../viewer.js';

/** Roles that open what harms people in wrong hands: a password alone does not do for them. */
const GUARDED: ReadonlySet<string> = new Set(['administrator', 'coordinator']);

/** Whether somebody of these roles has to show a second factor. */
function needsSecondFactor(roles: readonly { readonly role: string }[]): boolean {
  return roles.some(({ role }) => GUARDED.has(role));
}

/** What is read of an account and its session when somebody asks. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly roles: readonly { readonly role: AccountRole; readonly networkId: string | null }[];
  readonly secondFactor: boolean;
  readonly mediatorId: string | null;
  readonly organizationId: string | null;
  readonly organizationVerified: boolean;
}

/** Who that is, and all she may be: without a second factor where one is due, no more than who she is. */
export function toViewer(person: SignedIn, requestId: string): Viewer {
  const { accountId, sessionId, roles, mediatorId, organizationId } = person;
  const base = {
    ...PUBLIC_VIEWER,
    name: `user:${accountId}`,
    requestId,
    userId: accountId,
    sessionId,
  };
  if (needsSecondFactor(roles) && !person.secondFactor) {
    return { ...base, grants: ['anyone', 'user'] };
  }
  const held = new Set(roles.map(({ role }) => role));
  return {
    ...base,
    grants: ['anyone', 'user', ...held],
    clearance: isVetted(held, person.organizationVerified) ? 'VETTED' : 'PUBLIC',
    networkIds: roles.flatMap(({ role, networkId }) =>
      role === 'coordinator' && networkId !== null ? [networkId] : [],
    ),
    organizationId,
    mediatorId,
  };
}

/** Whether an account has roles and none of them counts in this session, for want of a second factor. */
export function isHeldBack(
  { grants }: Pick<Viewer, 'grants'>,
  { roles }: { readonly roles: readonly unknown[] },
): boolean {
  return roles.length > 0 && grants.every((grant) => grant === 'anyone' || grant === 'user');
}

/** What is read of a service account when a program asks. */
export interface Program {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly networkIds: readonly string[];
}

export function toProgramViewer({ id, scopes, networkIds }: Program, requestId: string): Viewer {
  const grants: readonly Grant[] = ['anyone', ...scopes];
  return {
    ...PUBLIC_VIEWER,
    name: `service:${id}`,
    requestId,
    grants,
    clearance: scopes.includes('directory.read') ? 'VETTED' : 'PUBLIC',
    networkIds,
  };
}

function isVetted(held: ReadonlySet<AccountRole>, organizationVerified: boolean): boolean {
  if (held.has('administrator') || held.has('coordinator')) return true;
  return organizationVerified && (held.has('organizer') || held.has('focal-point'));
}
