import type { Transaction } from '#database';
import { AccountMails } from '#identity';
import { Injectable } from '@nestjs/common';
import type { Held, Party } from './held.js';
import { HerNotices } from './her-notices.js';

/** What is told: a mail, and until when something can be done about it. */
export interface Told {
  readonly to: Party;
  readonly mail:
    | 'introduction-message'
    | 'deployment-check-in'
    | 'deployment-check-in-missed'
    | 'deployment-ending'
    | 'deployment-clearance-due'
    | 'deployment-emergency-opened';
  readonly until?: Date;
  /** When the mail is sent at the earliest, to the organizer. */
  readonly notBefore?: Date;
}

/** Where she goes on from a mail. */
const HER_PAGE = '/me/deployments';

/** Minutes for which the link of a check-in works at most: a week. It ends before with her word, however that came. */
const CHECK_IN_MINUTES = 7 * 24 * 60;

/**
 * Tells the three sides that something waits. No mail names anybody, a country, a process or a need. She is told by the
 * channel that she chose (`HerNotices`); her quiet hours hold nothing back that asks whether she is well, at the time that
 * she chose for it. Such a mail leads to a button that answers without signing in, whether or not she has an account.
 */
@Injectable()
export class DeploymentMails {
  constructor(
    private readonly accounts: AccountMails,
    private readonly notices: HerNotices,
  ) {}

  async send(tx: Transaction, { row, her }: Held, told: readonly Told[]): Promise<void> {
    const { id, networkId, organizationId, timeZone } = row;
    for (const { to, mail: template, until, notBefore } of told) {
      const parameters = until ? { until } : {};
      if (to === 'mediator') {
        const isCheckIn = template === 'deployment-check-in';
        await this.notices.send(
          tx,
          { mediatorId: her.keptId, networkId },
          {
            template,
            until,
            timeZone,
            path: HER_PAGE,
            ...(isCheckIn && { atOnce: true, link: { ...checkInLink(id), always: true } }),
          },
        );
      } else if (to === 'desk') {
        await this.accounts.toCoordinators(tx, networkId, { template, parameters });
      } else {
        await this.accounts.toOrganizers(tx, organizationId, { template, parameters, notBefore });
      }
    }
  }

  /** A mail to accounts by id, such as the safety officers of a desk. */
  async toAccounts(tx: Transaction, ids: readonly string[]): Promise<void> {
    await this.accounts.toAccounts(tx, ids, { template: 'introduction-message', parameters: {} });
  }
}

function checkInLink(deploymentId: string) {
  return { purpose: 'check-in', data: { deploymentId }, ttl: CHECK_IN_MINUTES } as const;
}
