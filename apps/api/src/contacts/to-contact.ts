import type { ContactView } from '#directory';
import { globalId } from '../graphql/global-id.js';
import type { MediatorContact } from './contact.type.js';

export function toContact(view: ContactView): MediatorContact {
  const { mediatorId, networkId, contact, version, updatedAt } = view;
  return {
    __typename: 'MediatorContact',
    mediatorId,
    networkId: networkId && globalId('Network', networkId),
    email: contact.email,
    telephone: contact.telephone,
    postalAddress: contact.postalAddress,
    emergencyContact: contact.emergencyContact,
    securityNotes: contact.securityNotes,
    dateOfBirth: contact.dateOfBirth,
    version,
    updatedAt: updatedAt && updatedAt.toISOString(),
  };
}
