import { Database } from '#database';
import { eachMadeOnce, type InvitationView, InvitationService, type Viewer } from '#identity';
import { InvalidStateError, type OneResult } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { Injectable } from '@nestjs/common';
import { herAddress } from './her-address.js';

/**
 * Inviting mediators to their own profiles at the addresses that are stated of them. Nobody is shown these addresses:
 * whoever wants to read them states a purpose.
 */
@Injectable()
export class MemberInvitationService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly invitations: InvitationService,
  ) {}

  /**
   * Invites each of these women of a network. One result for each, in their order: NotFoundError where the network does
   * not list her, ConflictError where she has an account or was invited already, InvalidStateError where nobody stated an
   * address of hers.
   *
   * @param locale of the mails; null is the language that she knows best of those in which mails are written
   * @throws NotPermittedError, InvalidInputError for too many
   */
  async invite(
    viewer: Viewer,
    networkId: string,
    ids: readonly string[],
    locale: Locale | null,
  ): Promise<OneResult<InvitationView>[]> {
    this.invitations.authoriseMembers(viewer, networkId);
    const invite = async (mediatorId: string): Promise<InvitationView> =>
      this.database.transaction(async (tx) => {
        const target = { role: 'mediator', networkId, mediatorId, organizationId: null } as const;
        await this.invitations.checkMember(tx, viewer, target);
        const address = await herAddress(tx, this.vault, mediatorId);
        if (!address) throw new InvalidStateError(refusal('contacts.noAddress'));
        return this.invitations.inviteIn(tx, viewer, {
          ...target,
          email: address.to,
          stated: true,
          locale: locale ?? address.locale,
        });
      });
    return eachMadeOnce(this.database, 'ids', ids, invite, (_id, made) =>
      this.invitations.invited(viewer, made),
    );
  }
}
