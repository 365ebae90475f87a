import { ownMediatorId, type Viewer } from '#identity';
import { ContactService } from '#directory';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { ContactAccess } from './contact-access.type.js';

@Resolver()
export class ContactAccessesResolver {
  constructor(private readonly contacts: ContactService) {}

  @Cost({ items: 100 })
  @Query(() => [ContactAccess], {
    description: "Who looked at the viewer's contact data and why, the latest first.",
  })
  async myContactAccesses(@CurrentViewer() viewer: Viewer): Promise<ContactAccess[]> {
    const accesses = await this.contacts.accesses(viewer, ownMediatorId(viewer));
    return accesses.map(({ at, ...access }) => ({ ...access, at: at.toISOString() }));
  }
}

@Resolver(() => ContactAccess)
export class ContactAccessNetworkResolver {
  @ResolveField(() => Network, { description: 'The network whose statement was shown.' })
  async network(
    { networkId }: ContactAccess,
    _args: unknown,
    { networks, locale }: Context,
  ): Promise<Network> {
    const network = await networks.load(networkId);
    if (!network) throw new Error('A contact access names a network that does not exist.');
    return toNetwork(network, locale);
  }
}
