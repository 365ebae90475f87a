import type { Vault } from '#vault';
import type { Viewer } from '../viewer.js';
import type { InvitationEntity, InvitationState } from './invitation.entity.js';
import type { Target } from './target.js';

/** An invitation as those see it who may list it. */
export interface InvitationView extends Target {
  readonly id: string;
  /** Null for whoever neither invited nor administers. */
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
  const expired = entity.state === 'open' && expiresAt.getTime() <= Date.now();
  return {
    id,
    role,
    networkId,
    mediatorId,
    organizationId,
    email: mayKnow ? await openInvited(vault, entity) : null,
    state: expired ? 'expired' : entity.state,
    createdAt,
    expiresAt,
  };
}

/** The address that was invited. */
export async function openInvited(
  vault: Vault,
  { id, keyId, sealed }: Pick<InvitationEntity, 'id' | 'keyId' | 'sealed'>,
): Promise<string> {
  return vault.open({ keyId, bytes: sealed }, invitationPlace(id));
}

/** What a sealed address is bound to. */
export function invitationPlace(id: string): string {
  return `invitation:${id}`;
}
