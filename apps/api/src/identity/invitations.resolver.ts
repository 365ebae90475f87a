import { MemberInvitationService } from '#directory';
import {
  AcceptanceService,
  InvitationService,
  type InvitationView,
  type NewInvitation,
  type Viewer,
} from '#identity';
import type { OneResult } from '#kernel';
import type { Locale } from '#vocabulary';
import { Args, Context as Ctx, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import {
  globalId,
  mediatorKey,
  mediatorKeys,
  readIdOf,
  type NodeType,
} from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, idPage, keyedConnection, PageArgs } from '../graphql/page.js';
import { RefusableMutation, toRefusal } from '../graphql/refusals.js';
import { networkId as networkIdOf } from '../networks/network-id.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { AcceptInvitationArgs, InvitationInput, InviteMembersArgs } from './invitation.input.js';
import {
  Invitation,
  InvitationAccepted,
  InvitationAcceptedResult,
  InvitationConnection,
  InvitationOutcomes,
  InvitationResult,
  InvitationsResult,
} from './invitation.type.js';

const LIST = 'invitations';
/** An invitation is written, and a mail queued. */
const EACH = 50;

@Resolver(() => Invitation)
export class InvitationsResolver {
  constructor(
    private readonly service: InvitationService,
    private readonly acceptances: AcceptanceService,
    private readonly members: MemberInvitationService,
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
    const invitation = await toNew(input, context);
    return toInvitation(await this.service.invite(context.viewer, invitation));
  }

  @Cost({ own: ({ invitations }) => EACH * countOf(invitations) })
  @RefusableMutation(() => InvitationsResult, {
    description:
      'Sends many invitations. Each is answered on its own: a refusal of one does not hold up the others.',
  })
  async inviteUsers(
    @Args('invitations', {
      type: () => [InvitationInput],
      description: 'Who is invited, and to which role: at most 200.',
    })
    invitations: InvitationInput[],
    @Ctx() context: Context,
  ): Promise<InvitationOutcomes> {
    const asked = await Promise.all(
      invitations.map((input, i) => toNew(input, context, `invitations.${i}.`)),
    );
    const results = await this.service.inviteMany(context.viewer, asked);
    const outcomes = results.map((result, i) => ({
      email: invitations[i]?.email ?? null,
      profileId: null,
      result: toResult(result, context.locale),
    }));
    return { __typename: 'InvitationOutcomes', outcomes };
  }

  @Cost({ own: ({ ids }) => EACH * countOf(ids) })
  @RefusableMutation(() => InvitationsResult, {
    description:
      'Invites mediators of your network to their own profiles, at the addresses that are stated of them. You are not shown the addresses.',
  })
  async inviteMembers(
    @Args() { network, ids, locale }: InviteMembersArgs,
    @Ctx() context: Context,
  ): Promise<InvitationOutcomes> {
    const keys = await mediatorKeys(context, ids, (i) => `ids.${i}`);
    const id = await networkIdOf(context, network);
    const results = await this.members.invite(context.viewer, id, keys, locale ?? null);
    const outcomes = results.map((result, i) => ({
      email: null,
      profileId: ids[i] ?? null,
      result: toResult(result, context.locale),
    }));
    return { __typename: 'InvitationOutcomes', outcomes };
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

/** @param at where the input stands */
async function toNew(input: InvitationInput, context: Context, at = ''): Promise<NewInvitation> {
  const { email, role, mediatorId } = input;
  return {
    email,
    role,
    locale: input.locale ?? context.locale,
    networkId: optionalId('Network', input.networkId, `${at}networkId`),
    mediatorId: mediatorId ? await mediatorKey(context, mediatorId, `${at}mediatorId`) : null,
    organizationId: optionalId('Organization', input.organizationId, `${at}organizationId`),
  };
}

function toResult(
  { value, error }: OneResult<InvitationView>,
  locale: Locale,
): typeof InvitationResult {
  if (error === null) return toInvitation(value);
  const refusal = toRefusal(error, locale);
  if (!refusal) throw error;
  return refusal;
}

function countOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 1;
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
