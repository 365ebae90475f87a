import { Database } from '#database';
import {
  changeRecord,
  OneTimeLinks,
  PUBLIC_VIEWER,
  recordAudit,
  type RedeemedLink,
  type Viewer,
} from '#identity';
import { NotFoundError } from '#kernel';
import { Injectable } from '@nestjs/common';
import { standingsOf } from './standing.js';

/** What the links of mails are for that work more than once. */
const PURPOSES = {
  breach: 'breachId',
  correction: 'noteId',
  feedback: 'deploymentId',
  'second-place': 'placeId',
} as const;
export type HerLinkPurpose = keyof typeof PURPOSES;

/** What the audit log calls it. */
const SUBJECTS = {
  breach: 'breach',
  correction: 'profile-note',
  feedback: 'deployment',
  'second-place': 'alongside',
} as const;

/** Who comes by a link, and to what. */
export interface HerLink {
  /** She as a mediator, and nothing else that she may be. */
  readonly viewer: Viewer;
  /** Of the deployment, of the second place, or of the question to her. */
  readonly id: string;
}

/** Links of mails by which a mediator without an account gives feedback, or answers for a second place or a question. */
@Injectable()
export class HerLinks {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
  ) {}

  /** @throws NotFoundError for a link that is none, was made useless or is too old: all alike */
  async open(purpose: HerLinkPurpose, token: string): Promise<HerLink> {
    const { mediatorId, data } = await this.found(purpose, token);
    const standings = await standingsOf(this.database, [mediatorId]);
    const keptId = standings.get(mediatorId)?.keptId;
    const id = data[PURPOSES[purpose]];
    if (keptId === undefined || id === undefined) throw new NotFoundError(NO_LINK);
    const viewer: Viewer = {
      ...PUBLIC_VIEWER,
      name: `system:${purpose}-link`,
      grants: ['anyone', 'mediator'],
      // The record to which the link was sent may have been merged into another since.
      mediatorId: keptId,
    };
    return { viewer, id };
  }

  /** Makes all her links to the same thing useless. @throws NotFoundError as `open` */
  async withdraw(purpose: HerLinkPurpose, token: string): Promise<void> {
    const { viewer, id } = await this.open(purpose, token);
    const { data } = await this.found(purpose, token);
    await this.database.transaction(async (tx) => {
      await this.links.withdrawFor(tx, purpose, data);
      await recordAudit(tx, viewer, [
        changeRecord(`${purpose.replaceAll('-', '')}.withdrawlink`, SUBJECTS[purpose], null, {
          id,
        }),
      ]);
    });
  }

  private async found(
    purpose: HerLinkPurpose,
    token: string,
  ): Promise<RedeemedLink & { readonly mediatorId: string }> {
    const link = await this.links.look(purpose, token);
    if (!link || link.mediatorId === null) throw new NotFoundError(NO_LINK);
    return { ...link, mediatorId: link.mediatorId };
  }
}

const NO_LINK = 'linkUseless';
