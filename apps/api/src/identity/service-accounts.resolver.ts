import { ServiceAccountService, type ServiceAccountView, type Viewer } from '#identity';
import { Args, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import type { Context } from '../graphql/context.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, idPage, keyedConnection, PageArgs } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import {
  ServiceAccount,
  ServiceAccountConnection,
  ServiceAccountCreated,
  ServiceAccountCreatedResult,
  ServiceAccountInput,
  ServiceAccountResult,
} from './service-account.type.js';

const LIST = 'serviceAccounts';

@Resolver(() => ServiceAccount)
export class ServiceAccountsResolver {
  constructor(
    private readonly service: ServiceAccountService,
    private readonly limits: Limits,
  ) {}

  @Query(() => ServiceAccountConnection, {
    name: LIST,
    description:
      'Service accounts, oldest first: all for administrators, those of their network alone for coordinators.',
  })
  async list(
    @Args() args: PageArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ServiceAccountConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const result = await this.service.list(viewer, page);
    return keyedConnection(LIST, result, ({ id }) => id, toServiceAccount);
  }

  @ResolveField(() => [Network], { description: 'The networks for which its scopes hold.' })
  async networks(
    { networkIds }: ServiceAccount,
    _args: unknown,
    { networks, locale }: Context,
  ): Promise<Network[]> {
    const found = await Promise.all(networkIds.map((id) => networks.load(id)));
    return found.flatMap((network) => (network ? [toNetwork(network, locale)] : []));
  }

  @RefusableMutation(() => ServiceAccountCreatedResult, {
    description:
      'Creates a service account. Its token is shown only this once. For administrators.',
  })
  async createServiceAccount(
    @Args('input', {
      type: () => ServiceAccountInput,
      description: 'The program, and what it may do.',
    })
    input: ServiceAccountInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ServiceAccountCreated> {
    const { name, scopes, days } = input;
    const networkIds = input.networkIds.map((id) => readIdOf('Network', id, 'networkIds'));
    const { account, token } = await this.service.create(viewer, {
      name,
      scopes,
      networkIds,
      days,
    });
    return {
      __typename: 'ServiceAccountCreated',
      serviceAccount: toServiceAccount(account),
      token,
    };
  }

  @RefusableMutation(() => ServiceAccountResult, {
    description: 'Revokes a service account: its token is refused from now on. For administrators.',
  })
  async revokeServiceAccount(
    @Args('id', { type: () => ID, description: 'The id of the service account to revoke.' })
    id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ServiceAccount> {
    return toServiceAccount(await this.service.revoke(viewer, readIdOf('ServiceAccount', id)));
  }
}

export function toServiceAccount(view: ServiceAccountView): ServiceAccount {
  const { name, scopes, networkIds, lastUsedOn } = view;
  return {
    __typename: 'ServiceAccount',
    id: globalId('ServiceAccount', view.id),
    name,
    scopes: [...scopes],
    networkIds,
    createdAt: view.createdAt.toISOString(),
    expiresAt: view.expiresAt.toISOString(),
    lastUsedOn,
    revokedAt: view.revokedAt && view.revokedAt.toISOString(),
  };
}
