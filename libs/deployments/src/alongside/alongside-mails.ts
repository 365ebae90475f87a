import { APP_SETTINGS, type Settings } from '#config';
import type { Transaction } from '#database';
import { herAddress } from '#directory';
import { AccountMails, systemViewer } from '#identity';
import { queueMail } from '#mail';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import type { DeploymentEntity } from '../deployment/deployment.entity.js';

const SYSTEM = systemViewer('alongside');

/** Mails about second places. They say that something waits, and nothing of it. */
@Injectable()
export class AlongsideMails {
  constructor(
    private readonly vault: Vault,
    private readonly accountMails: AccountMails,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /** Asks the newcomer. */
  async asked(tx: Transaction, mediatorId: string, until: Date): Promise<void> {
    const her = await herAddress(tx, this.vault, SYSTEM, mediatorId);
    if (!her) return;
    const parameters = { link: this.ownPage(), until };
    await queueMail(tx, this.vault, {
      ...her,
      template: 'introduction-asked',
      parameters,
      mediatorId,
    });
  }

  /** Asks the organizer and the mentor, once the newcomer has agreed. */
  async offered(tx: Transaction, lead: DeploymentEntity): Promise<void> {
    await this.toOrganizers(tx, lead);
    await this.toHer(tx, lead.mediatorId);
  }

  /** Tells all. */
  async arranged(tx: Transaction, lead: DeploymentEntity, newcomerId: string): Promise<void> {
    await this.toOrganizers(tx, lead);
    await this.accountMails.toCoordinators(tx, lead.networkId, {
      template: 'introduction-message',
      parameters: {},
    });
    await this.toHer(tx, lead.mediatorId);
    await this.toHer(tx, newcomerId);
  }

  private async toOrganizers(tx: Transaction, { organizationId }: DeploymentEntity): Promise<void> {
    await this.accountMails.toOrganizers(tx, organizationId, {
      template: 'introduction-message',
      parameters: {},
    });
  }

  private async toHer(tx: Transaction, mediatorId: string): Promise<void> {
    const her = await herAddress(tx, this.vault, SYSTEM, mediatorId);
    if (!her) return;
    const parameters = { link: this.ownPage() };
    await queueMail(tx, this.vault, {
      ...her,
      template: 'introduction-message',
      parameters,
      mediatorId,
    });
  }

  private ownPage(): string {
    return `${this.settings.publicUrl}/me`;
  }
}
