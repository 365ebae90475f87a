import { openJson, type Vault } from '#vault';
import type { Viewer } from '../viewer.js';
import type { InvitationState } from './invitation-steps.js';
import type { InvitationEntity } from './invitation.entity.js';
import type { Target } from './target.js';

/** An invitation as those see it who may list it. */
export interface InvitationView extends Target {
  readonly id: string;
  /** Null for whoever neither invited nor administers, and where it is contact data that nobody wrote to invite her. */
  readonly email: string | null;
  readonly state: InvitationState | 'expired';
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function toInvitationView(
  vault: Vault,
  viewer: Viewer,
  entity: InvitationEntity,
): Promise<InvitationView> {
  const { id, role, networkId, mediatorId, organizationId, createdAt, expiresAt } = entity;
  const mayKnow = viewer.grants.includes('administrator') || entity.invitedBy === viewer.name;
  const invited = mayKnow ? await openInvited(vault, entity) : null;
  const expired = entity.state === 'open' && expiresAt.getTime() <= Date.now();
  return {
    id,
    role,
    networkId,
    mediatorId,
    organizationId,
    email: invited && !invited.stated ? invited.email : null,
    state: expired ? 'expired' : entity.state,
    createdAt,
    expiresAt,
  };
}

/** Who was invited. */
export interface Invited {
  readonly email: string;
  /** As whoever invited her wrote it; she may write another. */
  readonly name: string | null;
  /** The address is what is stated of her: nobody is shown it here. */
  readonly stated?: boolean;
  /** The link was handed over and not sent: that the address is hers is not proved by it. */
  readonly byHand?: boolean;
}

export async function openInvited(
  vault: Vault,
  row: Pick<InvitationEntity, 'id' | 'keyId' | 'sealed'>,
): Promise<Invited> {
  return openJson(vault, row, invitationPlace(row.id));
}

/** What a sealed invitation is bound to. */
export function invitationPlace(id: string): string {
  return `invitation:${id}`;
}
