import { BackgroundJob, Database, type JobHandler } from '#database';
import { SELECT_KEPT, SELECT_LISTING } from '#directory';
import { authorise, changeRecord, recordAudit, systemViewer } from '#identity';
import { Injectable } from '@nestjs/common';
import { OPEN_STATES } from '../ask/introduction-steps.js';
import { PreferenceService } from '../preferences/preference.service.js';
import { IntroductionMails } from './introduction-mails.js';
import { introductionSubject, IntroductionStore } from './introduction-store.js';

/** Asks in which a desk still has something to do: a connection has its relay. */
const HANDLED = [...OPEN_STATES, 'connected'] as const;

/**
 * Gives, every minute, asks of women whom the acting network no longer lists to the desk that acts for them now. A desk
 * of a network that does not list her can do nothing more with her ask from the moment at which it ends
 * (`DeskAskService`).
 */
@Injectable()
@BackgroundJob()
export class DeskRouting implements JobHandler {
  readonly name = 'introduction-desks';
  readonly schedule = '* * * * *';
  private readonly viewer = systemViewer('introductions');

  constructor(
    private readonly database: Database,
    private readonly store: IntroductionStore,
    private readonly preferences: PreferenceService,
    private readonly mails: IntroductionMails,
  ) {}

  async handle(): Promise<void> {
    // One for whom no desk acts waits until a network lists her.
    const asks = await this.database.query<{ id: string }>(
      `WITH listing AS MATERIALIZED (
         SELECT k.kept_id, l.network_id FROM (${SELECT_LISTING}) l JOIN (${SELECT_KEPT}) k ON k.id = l.mediator_id
         WHERE k.kept_id IN (SELECT h.kept_id FROM introduction o JOIN (${SELECT_KEPT}) h ON h.id = o.mediator_id
           WHERE o.state = ANY($1)))
       SELECT i.id FROM introduction i JOIN (${SELECT_KEPT}) m ON m.id = i.mediator_id
       WHERE i.state = ANY($1) AND EXISTS (SELECT FROM listing WHERE kept_id = m.kept_id)
         AND NOT EXISTS (SELECT FROM listing WHERE kept_id = m.kept_id AND network_id = i.network_id)
       ORDER BY i.id`,
      [HANDLED],
    );
    for (const { id } of asks) await this.move(id);
  }

  private async move(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const held = await this.store.hold(tx, id);
      if (!held?.ask || !held.her) return;
      authorise(this.viewer, 'remind', introductionSubject(held));
      const { actingNetworkId: networkId } = await this.preferences.ofMediator(tx, held.her.keptId);
      if (networkId === held.ask.networkId) return;
      await tx.query(
        'UPDATE introduction SET network_id = $2, revision = revision + 1 WHERE id = $1',
        [id, networkId],
      );
      if (held.ask.state === 'requested') {
        await this.mails.send(tx, [{ to: 'desk', mail: 'introduction-desk-waits' }], {
          id,
          requester: held.shown,
          her: { mediatorId: held.her.keptId, networkId },
          until: held.ask.deskDueAt,
          shownUntil: null,
        });
      }
      const before = { id, networkId: held.ask.networkId };
      await recordAudit(tx, this.viewer, [
        changeRecord('introduction.movedesk', 'introduction', before, { id, networkId }),
      ]);
    });
  }
}
