import type { AccountView, OrganizationView } from '#identity';
import { globalId } from '../graphql/global-id.js';
import type { Account } from './account.type.js';
import type { Organization } from './organization.type.js';

export function toAccount(view: AccountView): Account {
  const { name, email, locale, state, roles, organization, secondFactor } = view;
  return {
    __typename: 'Account',
    id: globalId('Account', view.id),
    recordedAs: `user:${view.id}`,
    name,
    email,
    locale,
    state,
    roles: roles.map(({ role, networkId }) => ({ role, networkId })),
    organization: organization && toOrganization(organization),
    mediatorId: view.mediatorId,
    secondFactor,
    recoveryCodesLeft: view.recoveryCodesLeft,
    createdAt: view.createdAt.toISOString(),
  };
}

export function toOrganization(view: OrganizationView): Organization {
  const { name, kind, country, state } = view;
  return {
    __typename: 'Organization',
    id: globalId('Organization', view.id),
    name,
    kind,
    country,
    state,
  };
}
