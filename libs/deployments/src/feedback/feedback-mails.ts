import { APP_SETTINGS, type Settings } from '#config';
import type { Transaction } from '#database';
import { herAddress } from '#directory';
import { AccountMails, systemViewer } from '#identity';
import { queueMail } from '#mail';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { DeploymentEntity } from '../deployment/deployment.entity.js';

const SYSTEM = systemViewer('feedback');

/** Mails about feedback. They say that something waits, and nothing of the deployment. */
@Injectable()
export class FeedbackMails {
  constructor(
    private readonly vault: Vault,
    private readonly accountMails: AccountMails,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  /** Asks both sides how it was. */
  async ask(tx: Transaction, deploymentId: string, until: Date): Promise<void> {
    await this.send(tx, deploymentId, 'deployment-feedback-asked', { until });
  }

  /** Tells both sides that what the other said can be read. */
  async released(tx: Transaction, deploymentId: string): Promise<void> {
    await this.send(tx, deploymentId, 'introduction-message', {});
  }

  private async send(
    tx: Transaction,
    deploymentId: string,
    template: 'deployment-feedback-asked' | 'introduction-message',
    more: { readonly until?: Date },
  ): Promise<void> {
    const { mediatorId, organizationId } = await tx.manager.findOneByOrFail(DeploymentEntity, {
      id: deploymentId,
    });
    const parameters = { ...more } as { readonly until: Date };
    await this.accountMails.toOrganizers(tx, organizationId, { template, parameters });
    const her = await herAddress(tx, this.vault, SYSTEM, mediatorId);
    if (!her) return;
    const link = `${this.settings.publicUrl}/me`;
    await queueMail(tx, this.vault, {
      ...her,
      template,
      parameters: { ...parameters, link },
      mediatorId,
    });
  }
}
