import type { Transaction } from '#database';
import { ContactService } from '#directory';
import { OneTimeLinks, type Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { Injectable } from '@nestjs/common';
import { CheckInEntity } from './check-in/check-in.entity.js';
import type { CheckInChannel } from './check-in/lists.js';
import { countsFor } from './clock/clock.js';
import { AT_WORK, BEFORE_START } from './deployment/deployment-steps.js';
import type { DeploymentWords } from './deployment/words.js';
import { DeploymentStore } from './deployment-store.js';
import { endOpenings } from './emergency/end-openings.js';
import { nextDue, unanswered, type Held, type Party } from './held.js';
import type { CheckInPlanInput } from './inputs.js';

/** That she was heard. */
export interface CheckInInput {
  readonly channel: CheckInChannel;
  /** She asks the desk to call her. */
  readonly wantsCall: boolean;
}

/** Writes down when she checks in, and that she did. */
@Injectable()
export class CheckInWriter {
  constructor(
    private readonly store: DeploymentStore,
    private readonly links: OneTimeLinks,
    private readonly contacts: ContactService,
  ) {}

  /** @throws NotFoundError, ConflictError, InvalidStateError */
  async plan(
    tx: Transaction,
    viewer: Viewer,
    side: Party,
    id: string,
    revision: number,
    { rhythm, checkInTime, timeZone, graceHours }: CheckInPlanInput,
    words: Partial<DeploymentWords> = {},
  ): Promise<void> {
    const held = await this.store.held(tx, viewer, side, id, 'check-in', revision);
    requireOpen(held, [...BEFORE_START, ...AT_WORK], refusal('deployments.nothingToPlan'));
    const columns = { rhythm, checkInTime, timeZone, graceHours };
    await this.store.change(tx, viewer, held, { columns, words }, 'deployment.checkinplan');
  }

  /**
   * She was heard: it answers every check-in that she missed, and counts for the next one if that is near. Links of mails
   * that asked for it work no more: whoever finds such a mail later cannot speak for her. If her emergency contact was
   * opened meanwhile, that ends, and she is told. Accesses to her contact data that were withheld from her are shown.
   *
   * @throws NotFoundError, InvalidStateError
   */
  async make(
    tx: Transaction,
    viewer: Viewer,
    side: Party,
    id: string,
    { channel, wantsCall }: CheckInInput,
  ): Promise<void> {
    const held = await this.store.held(tx, viewer, side, id, 'check-in', null);
    requireOpen(held, AT_WORK, refusal('deployments.checksInAtWork'));
    const now = this.store.now();
    const due = nextDue(held);
    const heard = { madeAt: now, channel, wantsCall, notedBy: viewer.name };
    for (const { id: missed } of unanswered(held)) {
      await tx.manager.update(CheckInEntity, { id: missed }, heard);
    }
    const counts = due !== null && countsFor(held.row.rhythm, due.dueAt, now);
    if (counts) await tx.manager.update(CheckInEntity, { id: due.id }, { ...heard, state: 'made' });
    const left = counts ? [] : held.checkIns.filter(({ state }) => state === 'due');
    await this.links.withdrawFor(tx, 'check-in', { deploymentId: id });
    const opened = await endOpenings(tx, id, now);
    await this.contacts.showAccesses(tx, held.her.keptId);
    await this.store.change(
      tx,
      viewer,
      { ...held, checkIns: left },
      {
        told: [
          ...(wantsCall ? [{ to: 'desk', mail: 'introduction-message' } as const] : []),
          ...(opened ? [{ to: 'mediator', mail: 'deployment-emergency-opened' } as const] : []),
        ],
      },
      'deployment.checkin',
    );
  }
}

function requireOpen({ row }: Held, states: readonly string[], reason: Sentence): void {
  if (!states.includes(row.state)) throw new InvalidStateError(reason);
}
