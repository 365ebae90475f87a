import { CLOCK } from '#config';
import {
  BackgroundJob,
  Database,
  type JobHandler,
  type JobRequest,
  type Transaction,
} from '#database';
import { standingsOf } from '#directory';
import { AccountMails, changeRecord, recordAudit } from '#identity';
import { DeskService, PreferenceService } from '#introductions';
import { Inject, Injectable } from '@nestjs/common';
import { HerBreachNotice } from './breach/her-notice.js';
import { actingFor, untold, type UntoldWoman } from './breach/untold.js';

const BREACH_TELLING = 'breach-telling';
export function breachTellingJob(id: string): JobRequest {
  return { name: BREACH_TELLING, ids: [id], queue: BREACH_TELLING };
}

/**
 * Tells the women of a breach, some at a time: what is sent to them, how, and the audit log of it are written together. Who has a
 * way is not told again, so the job goes on where it was cut off.
 */
@Injectable()
@BackgroundJob()
export class BreachTelling implements JobHandler {
  readonly name = BREACH_TELLING;
  /** Women who are told in one transaction. */
  batch = 50;

  constructor(
    private readonly database: Database,
    private readonly notices: HerBreachNotice,
    private readonly desks: DeskService,
    private readonly preferences: PreferenceService,
    private readonly accounts: AccountMails,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  async handle(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      let isLeft = true;
      while (isLeft) isLeft = await this.database.transaction((tx) => this.tellSome(tx, id));
    }
  }

  /** Whether more are left to be told. */
  private async tellSome(tx: Transaction, id: string): Promise<boolean> {
    // Keeps another process from telling the same women.
    const [breach] = await tx.query<{ toldBy: string }>(
      'SELECT told_by AS "toldBy" FROM breach WHERE id = $1 AND told_by IS NOT NULL FOR UPDATE',
      [id],
    );
    const found = breach ? await untold(tx, id, this.batch + 1) : [];
    const women = found.slice(0, this.batch);
    if (!breach || women.length === 0) return false;
    const at = this.now();
    const inPerson: UntoldWoman[] = [];
    for (const woman of women) {
      const { mediatorId, keptId } = woman;
      const channel = await this.notices.send(tx, id, keptId);
      const isSent = channel !== 'person';
      if (!isSent) inPerson.push(woman);
      await tx.query(
        'UPDATE breach_mediator SET channel = $3, told_at = $4, told_by = $5 WHERE breach_id = $1 AND mediator_id = $2',
        [id, mediatorId, channel, isSent ? at : null, isSent ? breach.toldBy : null],
      );
    }
    await this.tellDesks(tx, id, inPerson);
    await recordAudit(
      tx,
      { name: breach.toldBy, requestId: null },
      women.map(({ mediatorId }) =>
        changeRecord('breach.notify', 'mediator', null, { id: mediatorId, breachId: id }),
      ),
    );
    return found.length > this.batch;
  }

  /**
   * A mail to each desk that has somebody to tell in person, and had nobody before these women; the network is null for those whom
   * none lists. It goes as the first of its women is left to it: to wait for the last of all would be to wait for one who may be
   * erased before her turn.
   */
  private async tellDesks(
    tx: Transaction,
    id: string,
    inPerson: readonly UntoldWoman[],
  ): Promise<void> {
    if (inPerson.length === 0) return;
    const rows = await tx.query<{ id: string }>(
      `SELECT mediator_id AS id FROM breach_mediator
       WHERE breach_id = $1 AND channel = 'person' AND mediator_id <> ALL ($2::uuid[])`,
      [id, inPerson.map(({ mediatorId }) => mediatorId)],
    );
    const earlier = rows.map((row) => row.id);
    const standings = await standingsOf(tx, earlier);
    const kept = earlier.map((mediatorId) => standings.get(mediatorId)?.keptId ?? mediatorId);
    const known = await actingFor(this.preferences, tx, kept);
    const now = await actingFor(
      this.preferences,
      tx,
      inPerson.map(({ keptId }) => keptId),
    );
    for (const networkId of now.keys()) {
      if (!known.has(networkId)) await this.tellDesk(tx, networkId);
    }
  }

  private async tellDesk(tx: Transaction, networkId: string | null): Promise<void> {
    await this.accounts.toAccounts(tx, await this.desks.told(tx, networkId, 'arrived'), {
      template: 'introduction-message',
      parameters: {},
    });
  }
}
