import type { Transaction } from '#database';
import { AccountMails } from '#identity';
import { Injectable } from '@nestjs/common';
import { DeploymentEntity } from '../deployment/deployment.entity.js';
import { HerNotices } from '../her-notices.js';

/** Minutes for which a link to feedback works: ninety days, as there is something to reply to after the time for it. */
const LINK_MINUTES = 90 * 24 * 60;

/** Mails about feedback. They say that something waits, and nothing of the deployment. */
@Injectable()
export class FeedbackMails {
  constructor(
    private readonly accounts: AccountMails,
    private readonly notices: HerNotices,
  ) {}

  /** Asks both sides how it was. */
  async ask(tx: Transaction, deploymentId: string, until: Date): Promise<void> {
    await this.send(tx, deploymentId, 'deployment-feedback-asked', until);
  }

  /** Tells both sides that what the other said can be read. */
  async released(tx: Transaction, deploymentId: string): Promise<void> {
    await this.send(tx, deploymentId, 'introduction-message');
  }

  private async send(
    tx: Transaction,
    deploymentId: string,
    template: 'deployment-feedback-asked' | 'introduction-message',
    until?: Date,
  ): Promise<void> {
    const { mediatorId, networkId, organizationId, timeZone } = await tx.manager.findOneByOrFail(
      DeploymentEntity,
      { id: deploymentId },
    );
    const parameters = until ? { until } : {};
    await this.accounts.toOrganizers(tx, organizationId, { template, parameters });
    await this.notices.send(
      tx,
      { mediatorId, networkId },
      {
        template,
        until,
        timeZone,
        path: '/me/deployments',
        link: { purpose: 'feedback', data: { deploymentId }, ttl: LINK_MINUTES },
      },
    );
  }
}
