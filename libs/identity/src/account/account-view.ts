import type { Locale } from '#vocabulary';
import type { OrganizationView } from '../organization/organization.service.js';
import type { AccountRole } from './account-role.entity.js';
import type { AccountState } from './account-steps.js';

export interface HeldRole {
  readonly role: AccountRole;
  readonly networkId: string | null;
}

/** An account as its owner and administrators see it. */
export interface AccountView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly state: AccountState;
  readonly roles: readonly HeldRole[];
  readonly organization: OrganizationView | null;
  readonly mediatorId: string | null;
  /** An authenticator is enrolled. */
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly createdAt: Date;
}
