import { ContactService, UNSAFE_CHANNELS, type ContactView } from '#directory';
import { Args, Context as Ctx, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { mediatorKey, readIdOf, globalId } from '../graphql/global-id.js';
import { RefusableMutation, resultOf } from '../graphql/refusals.js';
import { EditContactInput, ViewContactInput } from './contact.input.js';
import { MediatorContact } from './contact.type.js';

const MediatorContactResult = resultOf(MediatorContact);

@Resolver(() => MediatorContact)
export class ContactsResolver {
  constructor(private readonly contacts: ContactService) {}

  @RefusableMutation(() => MediatorContactResult, {
    description:
      'Shows contact data of a mediator to a coordinator of the network that stated it. It is a mutation because each access is recorded for the mediator.',
  })
  async viewContact(
    @Args('input', { description: 'Whose contact data to show, and why.' })
    { mediatorId, networkId, purpose, reason }: ViewContactInput,
    @Ctx() context: Context,
  ): Promise<MediatorContact> {
    const woman = await mediatorKey(context, mediatorId, 'mediatorId');
    const network = readIdOf('Network', networkId, 'networkId');
    return toContact(await this.contacts.view(context.viewer, woman, network, { purpose, reason }));
  }

  @RefusableMutation(() => MediatorContactResult, {
    description:
      'Changes contact data: what a network states, for its coordinators, or what the viewer states herself.',
  })
  async editContact(
    @Args('input', { description: 'Whose contact data changes, and how.' })
    { mediatorId, networkId, version, ...fields }: EditContactInput,
    @Ctx() context: Context,
  ): Promise<MediatorContact> {
    const edited = await this.contacts.edit(context.viewer, {
      mediatorId: await mediatorKey(context, mediatorId, 'mediatorId'),
      networkId: networkId ? readIdOf('Network', networkId, 'networkId') : null,
      version: version ?? null,
      fields,
    });
    return toContact(edited);
  }
}

function toContact(view: ContactView): MediatorContact {
  const { mediatorId, networkId, contact, hasEmergencyContact, version, updatedAt } = view;
  return {
    __typename: 'MediatorContact',
    mediatorId,
    networkId: networkId && globalId('Network', networkId),
    email: contact.email,
    telephone: contact.telephone,
    postalAddress: contact.postalAddress,
    emergencyContact: contact.emergencyContact,
    hasEmergencyContact,
    securityNotes: contact.securityNotes,
    dateOfBirth: contact.dateOfBirth,
    unsafeChannels: UNSAFE_CHANNELS.find((one) => one === contact.unsafeChannels) ?? null,
    version,
    updatedAt: updatedAt && updatedAt.toISOString(),
  };
}
