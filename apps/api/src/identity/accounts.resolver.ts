import {
  AccountService,
  consolePartsOf,
  isHeldBack,
  OrganizationService,
  type Viewer,
} from '#identity';
import type { Locale } from '#vocabulary';
import { Args, Context as Ctx, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, keyedPage, keyedConnection } from '../graphql/page.js';
import { RefusableMutation, resultOf } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { AccountConnection, AccountResult, HeldRole, Me, type Account } from './account.type.js';
import { AccountsArgs, OrganizationsArgs, TakeRoleArgs } from './accounts.args.js';
import { done, DoneResult, type Done } from './done.type.js';
import { Organization, OrganizationConnection } from './organization.type.js';
import { toAccount, toOrganization } from './to-account.js';

const LISTS = { accounts: 'accounts', organizations: 'organizations' } as const;
/** Names are read, as many as there are. */
const SEARCH = 100;
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
      parts: consolePartsOf(viewer, view.organization?.state === 'verified'),
    };
  }

  @Cost({ own: SEARCH })
  @Query(() => AccountConnection, {
    name: LISTS.accounts,
    description: 'Accounts, the oldest first. For administrators.',
  })
  async accounts(@Args() args: AccountsArgs, @Ctx() context: Context): Promise<AccountConnection> {
    const { search = null, states = null, roles = null, network, organizationId } = args;
    const list = `${LISTS.accounts}:${JSON.stringify([search, states, roles, network, organizationId])}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const result = await this.accountService.list(context.viewer, page, {
      search,
      states,
      roles,
      networkId: network ? await networkId(context, network) : null,
      organizationId: organizationId
        ? readIdOf('Organization', organizationId, 'organizationId')
        : null,
    });
    return keyedConnection(list, result, ({ id }) => id, toAccount);
  }

  @Cost({ own: SEARCH })
  @Query(() => OrganizationConnection, {
    name: LISTS.organizations,
    description: 'Organizations, the oldest first. For administrators.',
  })
  async organizations(
    @Args() args: OrganizationsArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OrganizationConnection> {
    const { search = null, states = null } = args;
    const list = `${LISTS.organizations}:${JSON.stringify([search, states])}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const result = await this.organizationService.list(viewer, page, { search, states });
    return keyedConnection(list, result, ({ id }) => id, toOrganization);
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

  @RefusableMutation(() => AccountResult, {
    description: 'Sets the language of the mails that you get.',
  })
  async setLocale(
    @Args('locale', { type: () => LocaleEnum, description: 'The language of your mails.' })
    locale: Locale,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Account> {
    return toAccount(await this.accountService.setLocale(viewer, locale));
  }

  @RefusableMutation(() => AccountResult, {
    description:
      'Takes a role away from an account, with its next request. `inviteUser` gives roles. For administrators.',
  })
  async takeRole(
    @Args() { id, role, network }: TakeRoleArgs,
    @Ctx() context: Context,
  ): Promise<Account> {
    const held = { role, networkId: network ? await networkId(context, network) : null };
    const accountId = readIdOf('Account', id);
    return toAccount(await this.accountService.takeRole(context.viewer, accountId, held));
  }

  @RefusableMutation(() => DoneResult, {
    description:
      'Ends all sessions of an account, takes its password away and prevents new sessions. For administrators.',
  })
  async suspendAccount(
    @Args('id', { type: () => ID, description: 'The id of the account to suspend.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Done> {
    await this.accountService.suspend(viewer, readIdOf('Account', id));
    return done('The account is suspended.');
  }

  @RefusableMutation(() => DoneResult, {
    description:
      'Lets a suspended account sign in again, with a password that its owner sets by a link. For administrators.',
  })
  async reinstateAccount(
    @Args('id', { type: () => ID, description: 'The id of the account to reinstate.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Done> {
    await this.accountService.reinstate(viewer, readIdOf('Account', id));
    return done('The account is active.');
  }
}
