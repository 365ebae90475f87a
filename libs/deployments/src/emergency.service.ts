import { Database, type Transaction } from '#database';
import { ContactService } from '#directory';
import { changeRecord, hidden, may, recordAudit, type Viewer } from '#identity';
import { ConflictError, InvalidStateError, textProblems, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { openJson, sealJson, Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AT_WORK, type DeploymentState } from './deployment/deployment-steps.js';
import { DeploymentMails } from './deployment-mails.js';
import { DeploymentStore } from './deployment-store.js';
import { EmergencyOpeningEntity } from './emergency/emergency-opening.entity.js';
import { deploymentSubject, type Held } from './held.js';
import { placeIn } from './sealed-places.js';

/** Hours within which another of the desk approves. After that it is asked for anew. */
export const APPROVE_HOURS = 4;

/** Hours for which the two can read the contact after it was approved, unless she checks in before. */
export const OPEN_HOURS = 72;

/** Most characters of the reason: that of an access to contact data. */
const LONGEST_REASON = 500;

/** That one of the desk wants to read whom to call in an emergency. */
export interface OpeningView {
  readonly id: string;
  readonly deploymentId: string;
  /** Opaque names of the two. */
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  /** Until when it can be approved, or read. */
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly reason: string;
  /** What whoever asks can do with it now; null for nothing. */
  readonly step: OpeningStep | null;
}

/** What is left to be done with an opening: for one of the desk, and then for the two. */
export const OPENING_STEPS = ['approve', 'read'] as const;
export type OpeningStep = (typeof OPENING_STEPS)[number];

const SIDE = 'desk';
const HOUR = 3_600_000;

/**
 * Opens whom to call in an emergency: one of the desk asks, another approves, and the two of them read it. She is told
 * once she has checked in again, and not before: whoever holds her telephone shall not learn that help is called.
 */
@Injectable()
export class EmergencyService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly contacts: ContactService,
    private readonly store: DeploymentStore,
    private readonly mails: DeploymentMails,
  ) {}

  /** The openings of a deployment, the latest first. @throws NotFoundError */
  async list(viewer: Viewer, deploymentId: string): Promise<OpeningView[]> {
    const [held] = await this.store.read([deploymentId]);
    if (!held || !mayOpen(viewer, held)) throw hidden(viewer, 'deployment');
    const rows = await this.database.manager.find(EmergencyOpeningEntity, {
      where: { deploymentId },
      order: { id: 'DESC' },
    });
    return Promise.all(rows.map((row) => this.toView(viewer, row)));
  }

  /** One of them, for the desk. @throws NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<OpeningView> {
    const row = await this.database.manager.findOneBy(EmergencyOpeningEntity, { id });
    const [held] = row ? await this.store.read([row.deploymentId]) : [];
    if (!row || !held || !mayOpen(viewer, held)) throw hidden(viewer, 'opening');
    return this.toView(viewer, row);
  }

  /** Those of which the mediator herself was told, the latest first. @throws NotFoundError */
  async own(viewer: Viewer, deploymentId: string): Promise<OpeningView[]> {
    const [held] = await this.store.read([deploymentId]);
    if (!held || !may(viewer, 'read', deploymentSubject('mediator', held))) {
      throw hidden(viewer, 'deployment');
    }
    const rows = await this.database.manager.find(EmergencyOpeningEntity, {
      where: { deploymentId, toldAt: Not(IsNull()) },
      order: { id: 'DESC' },
    });
    return Promise.all(rows.map((row) => this.toView(viewer, row)));
  }

  /**
   * Asks to read whom to call, while she is at work. The rest of the desk is told.
   *
   * @param reason 3 to 500 characters; she reads it afterwards
   * @throws NotFoundError, InvalidStateError, InvalidInputError; ConflictError if one is asked for already
   */
  async ask(viewer: Viewer, deploymentId: string, reason: string): Promise<OpeningView> {
    throwIfProblems(textProblems('reason', reason, LONGEST_REASON, true));
    const id = uuidv7();
    return this.database.transaction(async (tx) => {
      const held = await this.held(tx, viewer, deploymentId);
      if (!(AT_WORK as readonly DeploymentState[]).includes(held.row.state)) {
        throw new InvalidStateError(refusal('deployments.openedAtWork'));
      }
      const now = this.store.now();
      const open = await this.open(tx, deploymentId);
      if (open.some((one) => endOf(one) > now)) {
        throw new ConflictError(refusal('deployments.openingThere'));
      }
      for (const { id: past } of open) {
        await tx.manager.update(EmergencyOpeningEntity, { id: past }, { endedAt: now });
      }
      const place = placeIn('emergency_opening', id);
      await tx.manager.insert(EmergencyOpeningEntity, {
        id,
        deploymentId,
        askedBy: viewer.name,
        askedAt: now,
        ...(await sealJson(tx, this.vault, { reason: reason.trim() }, place)),
      });
      await this.mails.send(tx, held, [{ to: 'desk', mail: 'introduction-message' }]);
      return this.recorded(tx, viewer, 'emergency.ask', null, id);
    });
  }

  /**
   * Approves what another of the desk asks for.
   *
   * @throws NotFoundError, InvalidStateError where it was the same person, or it is too late
   */
  async approve(viewer: Viewer, id: string): Promise<OpeningView> {
    return this.database.transaction(async (tx) => {
      const before = await this.lockedOpening(tx, viewer, id);
      const now = this.store.now();
      if (before.approvedAt !== null || before.endedAt !== null || endOf(before) <= now) {
        throw new InvalidStateError(refusal('deployments.approvedAlready'));
      }
      if (before.askedBy === viewer.name) {
        throw new InvalidStateError(refusal('deployments.otherApproves'));
      }
      await tx.manager.update(
        EmergencyOpeningEntity,
        { id },
        { approvedBy: viewer.name, approvedAt: now },
      );
      return this.recorded(tx, viewer, 'emergency.approve', before, id);
    });
  }

  /**
   * Reads whom to call, for one of the two. Every look is written down for her, as an access to her contact
   * data, which she reads once she has checked in again.
   *
   * @returns null where nobody is stated
   * @throws NotFoundError, InvalidStateError before it is approved and once it is over
   */
  async read(viewer: Viewer, id: string): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const opening = await this.lockedOpening(tx, viewer, id);
      const now = this.store.now();
      const isOfTwo = [opening.askedBy, opening.approvedBy].includes(viewer.name);
      if (opening.approvedAt === null || !isOfTwo) {
        throw new InvalidStateError(refusal('deployments.readByTwo'));
      }
      if (opening.endedAt !== null || endOf(opening) <= now) {
        throw new InvalidStateError(refusal('deployments.openingOver'));
      }
      const [held] = await this.store.read([opening.deploymentId]);
      if (!held) throw hidden(viewer, 'opening');
      await tx.manager.update(EmergencyOpeningEntity, { id }, { readAt: now });
      const { keptId } = held.her;
      const reason = await this.reasonOf(opening);
      const access = { purpose: 'SECURITY', reason } as const;
      const { networkId } = held.row;
      await recordAudit(tx, viewer, [changeRecord('emergency.read', 'opening', null, { id })]);
      return this.contacts.openEmergencyContact(tx, viewer, keptId, networkId, access);
    });
  }

  private async open(tx: Transaction, deploymentId: string): Promise<EmergencyOpeningEntity[]> {
    return tx.manager.find(EmergencyOpeningEntity, {
      where: { deploymentId, endedAt: IsNull() },
    });
  }

  private async held(tx: Transaction, viewer: Viewer, deploymentId: string): Promise<Held> {
    return this.store.held(tx, viewer, SIDE, deploymentId, 'open-emergency-contact', null);
  }

  /** With its deployment locked before it, as everywhere. */
  private async lockedOpening(
    tx: Transaction,
    viewer: Viewer,
    id: string,
  ): Promise<EmergencyOpeningEntity> {
    const found = await tx.manager.findOneBy(EmergencyOpeningEntity, { id });
    if (!found) throw hidden(viewer, 'opening');
    const held = await this.store.hold(tx, found.deploymentId);
    if (!held || !mayOpen(viewer, held)) throw hidden(viewer, 'opening');
    const [now] = await tx.manager.findBy(EmergencyOpeningEntity, { id: In([id]) });
    if (!now) throw hidden(viewer, 'opening');
    return now;
  }

  private async recorded(
    tx: Transaction,
    viewer: Viewer,
    action: string,
    before: EmergencyOpeningEntity | null,
    id: string,
  ): Promise<OpeningView> {
    const after = await tx.manager.findOneByOrFail(EmergencyOpeningEntity, { id });
    await recordAudit(tx, viewer, [changeRecord(action, 'opening', before, after)]);
    return this.toView(viewer, after);
  }

  private async toView(viewer: Viewer, row: EmergencyOpeningEntity): Promise<OpeningView> {
    const { id, deploymentId, askedBy, askedAt, approvedBy, approvedAt, endedAt } = row;
    const reason = await this.reasonOf(row);
    const until = endOf(row);
    const isOpen = endedAt === null && until > this.store.now();
    const step = isOpen ? stepOf(viewer, row) : null;
    return {
      id,
      deploymentId,
      askedBy,
      askedAt,
      approvedBy,
      approvedAt,
      until,
      endedAt,
      reason,
      step,
    };
  }

  private async reasonOf(row: EmergencyOpeningEntity): Promise<string> {
    const place = placeIn('emergency_opening', row.id);
    return (await openJson<{ reason: string }>(this.vault, row, place)).reason;
  }
}

/** Another approves what one asks for, and the two of them read it. */
function stepOf(
  { name }: Viewer,
  { askedBy, approvedBy, approvedAt }: EmergencyOpeningEntity,
): OpeningStep | null {
  if (approvedAt === null) return askedBy === name ? null : 'approve';
  return [askedBy, approvedBy].includes(name) ? 'read' : null;
}

function mayOpen(viewer: Viewer, held: Held): boolean {
  return may(viewer, 'open-emergency-contact', deploymentSubject(SIDE, held));
}

/** Until when it can be approved or, once it was, read. */
function endOf({ askedAt, approvedAt }: EmergencyOpeningEntity): Date {
  return approvedAt === null
    ? new Date(askedAt.getTime() + APPROVE_HOURS * HOUR)
    : new Date(approvedAt.getTime() + OPEN_HOURS * HOUR);
}
