import { APP_SETTINGS, type Settings } from '#config';
import type { Transaction } from '#database';
import { herAddress } from '#directory';
import { AccountMails, LinkMails, OneTimeLinks, systemViewer } from '#identity';
import { queueMail, type Template } from '#mail';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import type { Held, Party } from './held.js';

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
 * Tells the three sides that something waits. No mail names anybody, a country, a process or a need. She is mailed at
 * the times that she chose or in the morning where she is; her quiet hours hold no mail back that asks whether she is well.
 * Such a mail leads to a button that answers without signing in, whether or not she has an account.
 */
@Injectable()
export class DeploymentMails {
  private readonly system = systemViewer('deployments');

  constructor(
    private readonly vault: Vault,
    private readonly accounts: AccountMails,
    private readonly links: OneTimeLinks,
    private readonly linkMails: LinkMails,
    @Inject(APP_SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  async send(tx: Transaction, { row, her }: Held, told: readonly Told[]): Promise<void> {
    for (const { to, mail, until, notBefore } of told) {
      const parameters = until ? { until } : {};
      const isTold = to === 'mediator' && (await this.toHer(tx, { row, her }, mail, parameters));
      if (isTold) continue;
      // Who cannot be reached by mail is called by her desk.
      if (to !== 'organizer') {
        await this.toDesk(
          tx,
          row.networkId,
          to === 'desk' ? mail : 'introduction-message',
          parameters,
        );
      } else {
        await this.accounts.toOrganizers(tx, row.organizationId, {
          template: mail,
          parameters,
          notBefore,
        });
      }
    }
  }

  /** A mail to accounts by id, such as the safety officers of a desk. */
  async toAccounts(tx: Transaction, ids: readonly string[]): Promise<void> {
    await this.accounts.toAccounts(tx, ids, { template: 'introduction-message', parameters: {} });
  }

  private async toDesk(
    tx: Transaction,
    networkId: string,
    template: Template,
    parameters: { readonly until?: Date },
  ): Promise<void> {
    const given = template === 'introduction-message' ? {} : parameters;
    await this.accounts.toCoordinators(tx, networkId, { template, parameters: given });
  }

  /** Whether an address of hers is known. */
  private async toHer(
    tx: Transaction,
    { row: { id, timeZone }, her: { keptId: mediatorId } }: Pick<Held, 'row' | 'her'>,
    template: Template,
    parameters: { readonly until?: Date },
  ): Promise<boolean> {
    const address = await herAddress(tx, this.vault, this.system, mediatorId);
    if (address === null) return false;
    const link =
      template === 'deployment-check-in'
        ? await this.checkInLink(tx, mediatorId, id)
        : `${this.settings.publicUrl}${HER_PAGE}`;
    await queueMail(tx, this.vault, {
      ...address,
      template,
      parameters: { ...parameters, link },
      mediatorId,
      timeZone,
    });
    return true;
  }

  private async checkInLink(
    tx: Transaction,
    mediatorId: string,
    deploymentId: string,
  ): Promise<string> {
    const purpose = 'check-in';
    const data = { deploymentId };
    const token = await this.links.issue(tx, { purpose, mediatorId, data, ttl: CHECK_IN_MINUTES });
    return this.linkMails.address(purpose, token);
  }
}
