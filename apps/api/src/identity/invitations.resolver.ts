import { AcceptanceService, InvitationService, type InvitationView, type Viewer } from '#identity';
import { Args, Context as Ctx, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import type { Context } from '../graphql/context.js';
import { globalId, mediatorKey, readIdOf, type NodeType } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, idPage, keyedConnection, PageArgs } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { AcceptInvitationArgs, InvitationInput } from './invitation.input.js';
import {
  Invitation,
  InvitationAccepted,
  InvitationAcceptedResult,
  InvitationConnection,
  InvitationResult,
} from './invitation.type.js';

const LIST = 'invitations';

@Resolver(() => Invitation)
export class InvitationsResolver {
  constructor(
    private readonly service: InvitationService,
    private readonly acceptances: AcceptanceService,
    private readonly limits: Limits,
  ) {}

  @Query(() => InvitationConnection, {
    name: LIST,
    description:
      'Invitations, oldest first: all for administrators, for coordinators those of mediators of their networks.',
  })
  async list(
    @Args() args: PageArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<InvitationConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const result = await this.service.list(viewer, page);
    return keyedConnection(LIST, result, ({ id }) => id, toInvitation);
  }

  @ResolveField(() => Network, {
    nullable: true,
    description: 'The network that she will coordinate, or that lists her. Null for other roles.',
  })
  async network(
    { networkId }: Invitation,
    _args: unknown,
    { networks, locale }: Context,
  ): Promise<Network | null> {
    const found = networkId === null ? null : await networks.load(networkId);
    return found && toNetwork(found, locale);
  }

  @RefusableMutation(() => InvitationResult, {
    description:
      'Sends an invitation, good for seven days. Administrators invite to any role, coordinators only mediators of their networks.',
  })
  async inviteUser(
    @Args('input', {
      type: () => InvitationInput,
      description: 'Who is invited, and to which role.',
    })
    input: InvitationInput,
    @Ctx() context: Context,
  ): Promise<Invitation> {
    const { viewer, locale } = context;
    const { email, role, mediatorId } = input;
    const view = await this.service.invite(viewer, {
      email,
      role,
      locale: input.locale ?? locale,
      networkId: optionalId('Network', input.networkId, 'networkId'),
      mediatorId: mediatorId ? await mediatorKey(context, mediatorId, 'mediatorId') : null,
      organizationId: optionalId('Organization', input.organizationId, 'organizationId'),
    });
    return toInvitation(view);
  }

  @RefusableMutation(() => InvitationResult, {
    description: 'Revokes an invitation, so that its link no longer works.',
  })
  async revokeInvitation(
    @Args('id', { type: () => ID, description: 'The id of the invitation to revoke.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Invitation> {
    return toInvitation(await this.service.revoke(viewer, readIdOf('Invitation', id)));
  }

  @RefusableMutation(() => InvitationAcceptedResult, {
    description:
      'Accepts an invitation by its link: with a name and a password for a new account, or signed in to an existing one.',
  })
  async acceptInvitation(
    @Args() { token, name, password }: AcceptInvitationArgs,
    @Ctx() { viewer, client }: Context,
  ): Promise<InvitationAccepted> {
    const person = { name: name ?? null, password: password ?? null };
    const { role } = await this.acceptances.accept(viewer, client, token, person);
    return { __typename: 'InvitationAccepted', role };
  }
}

function optionalId(type: NodeType, id: string | null | undefined, path: string): string | null {
  return id === undefined || id === null ? null : readIdOf(type, id, path);
}

export function toInvitation(view: InvitationView): Invitation {
  const { email, role, networkId, mediatorId, organizationId, state } = view;
  return {
    __typename: 'Invitation',
    id: globalId('Invitation', view.id),
    email,
    role,
    networkId,
    mediatorId,
    organizationId: organizationId && globalId('Organization', organizationId),
    state,
    createdAt: view.createdAt.toISOString(),
    expiresAt: view.expiresAt.toISOString(),
  };
}
