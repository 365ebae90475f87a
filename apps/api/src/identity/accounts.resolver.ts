import { AccountService, isHeldBack, OrganizationService, type Viewer } from '#identity';
import { Args, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, idPage, keyedConnection, PageArgs } from '../graphql/page.js';
import { RefusableMutation, resultOf } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { AccountConnection, HeldRole, Me } from './account.type.js';
import { done, DoneResult, type Done } from './done.type.js';
import { Organization, OrganizationConnection } from './organization.type.js';
import { toAccount, toOrganization } from './to-account.js';

const LISTS = { accounts: 'accounts', organizations: 'organizations' } as const;
const OrganizationResult = resultOf(Organization);

@Resolver(() => HeldRole)
export class AccountsResolver {
  constructor(
    private readonly accountService: AccountService,
    private readonly organizationService: OrganizationService,
    private readonly limits: Limits,
  ) {}

  @Query(() => Me, {
    nullable: true,
    description: 'The person or program that is signed in. Null if nobody is.',
  })
  async me(@CurrentViewer() viewer: Viewer): Promise<Me | null> {
    if (viewer.userId === null) return null;
    const view = await this.accountService.own(viewer);
    return {
      account: toAccount(view),
      vetted: viewer.clearance === 'VETTED',
      secondFactorMissing: isHeldBack(viewer, view),
    };
  }

  @Query(() => AccountConnection, {
    name: LISTS.accounts,
    description: 'All accounts, the oldest first. For administrators.',
  })
  async accounts(
    @Args() args: PageArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AccountConnection> {
    const page = idPage(LISTS.accounts, requestedPage(args, this.limits.pageSize));
    const result = await this.accountService.list(viewer, page);
    return keyedConnection(LISTS.accounts, result, ({ id }) => id, toAccount);
  }

  @Query(() => OrganizationConnection, {
    name: LISTS.organizations,
    description: 'All organizations, the oldest first. For administrators.',
  })
  async organizations(
    @Args() args: PageArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OrganizationConnection> {
    const page = idPage(LISTS.organizations, requestedPage(args, this.limits.pageSize));
    const result = await this.organizationService.list(viewer, page);
    return keyedConnection(LISTS.organizations, result, ({ id }) => id, toOrganization);
  }

  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network that she coordinates in this role. Null for other roles.',
  })
  async network(
    role: HeldRole,
    _args: unknown,
    { networks, locale }: Context,
  ): Promise<Network | null> {
    const found = role.networkId === null ? null : await networks.load(role.networkId);
    return found && toNetwork(found, locale);
  }

  @RefusableMutation(() => OrganizationResult, {
    description: 'Verifies an organization: its people are vetted from now on. For administrators.',
  })
  async verifyOrganization(
    @Args('id', { type: () => ID, description: 'The id of the organization to verify.' })
    id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Organization> {
    return toOrganization(
      await this.organizationService.verify(viewer, readIdOf('Organization', id)),
    );
  }

  @RefusableMutation(() => OrganizationResult, {
    description:
      'Suspends an organization: its people see only what the public sees. For administrators.',
  })
  async suspendOrganization(
    @Args('id', { type: () => ID, description: 'The id of the organization to suspend.' })
    id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Organization> {
    return toOrganization(
      await this.organizationService.suspend(viewer, readIdOf('Organization', id)),
    );
  }

  @RefusableMutation(() => DoneResult, {
    description: 'Ends all sessions of an account and prevents new ones. For administrators.',
  })
  async suspendAccount(
    @Args('id', { type: () => ID, description: 'The id of the account to suspend.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Done> {
    await this.accountService.suspend(viewer, readIdOf('Account', id));
    return done('The account is suspended.');
  }

  @RefusableMutation(() => DoneResult, {
    description: 'Lets a suspended account sign in again. For administrators.',
  })
  async reinstateAccount(
    @Args('id', { type: () => ID, description: 'The id of the account to reinstate.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Done> {
    await this.accountService.reinstate(viewer, readIdOf('Account', id));
    return done('The account is active.');
  }
}
