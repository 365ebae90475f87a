import type { Transaction } from '#database';
import { AccountMails } from '#identity';
import { Injectable } from '@nestjs/common';
import type { DeploymentEntity } from '../deployment/deployment.entity.js';
import { HerNotices } from '../her-notices.js';
import { ALONGSIDE_DAYS } from './alongside-steps.js';

/** Minutes for which a link to a second place works: as long as it can be agreed to. */
const LINK_MINUTES = ALONGSIDE_DAYS * 24 * 60;

const MESSAGE = { template: 'introduction-message', parameters: {} } as const;

/** A second place of which somebody is told. */
export interface ToldPlace {
  readonly id: string;
  /** In the first place. */
  readonly lead: DeploymentEntity;
}

/** Mails about second places. They say that something waits, and nothing of it. */
@Injectable()
export class AlongsideMails {
  constructor(
    private readonly accounts: AccountMails,
    private readonly notices: HerNotices,
  ) {}

  /** Asks the newcomer. */
  async asked(tx: Transaction, place: ToldPlace, newcomerId: string, until: Date): Promise<void> {
    await this.toHer(tx, place, newcomerId, until);
  }

  /** Asks the organizer and the mentor, once the newcomer has agreed. */
  async offered(tx: Transaction, place: ToldPlace): Promise<void> {
    await this.accounts.toOrganizers(tx, place.lead.organizationId, MESSAGE);
    await this.toHer(tx, place, place.lead.mediatorId);
  }

  /** Tells all. */
  async arranged(tx: Transaction, place: ToldPlace, newcomerId: string): Promise<void> {
    const { organizationId, networkId, mediatorId } = place.lead;
    await this.accounts.toOrganizers(tx, organizationId, MESSAGE);
    await this.accounts.toCoordinators(tx, networkId, MESSAGE);
    await this.toHer(tx, place, mediatorId);
    await this.toHer(tx, place, newcomerId);
  }

  private async toHer(
    tx: Transaction,
    { id, lead: { networkId } }: ToldPlace,
    mediatorId: string,
    until?: Date,
  ): Promise<void> {
    await this.notices.send(
      tx,
      { mediatorId, networkId },
      {
        template: until ? 'introduction-asked' : 'introduction-message',
        until,
        path: '/me/deployments/second-places',
        // Newcomer and mentor have links of their own.
        link: { purpose: 'second-place', data: { placeId: id, mediatorId }, ttl: LINK_MINUTES },
      },
    );
  }
}
