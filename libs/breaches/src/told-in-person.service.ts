import { CLOCK } from '#config';
import { Database, type Reader } from '#database';
import { SELECT_HER_RECORDS, standingsOf } from '#directory';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import { PreferenceService } from '#introductions';
import { NotFoundError } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { BreachAdvice, BreachCause, BreachFact } from './breach/lists.js';

/** A woman whom a network tells in person. */
export interface WomanToTell {
  readonly breachId: string;
  /** The record that stands for her. */
  readonly mediatorId: string;
  readonly cause: BreachCause;
  /** First and last day, in UTC, as YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
  readonly facts: readonly BreachFact[];
  readonly advice: readonly BreachAdvice[];
  readonly toldAt: Date | null;
}

interface Row extends Omit<WomanToTell, 'mediatorId'> {
  readonly id: string;
}

/** Newest breach first; who is told already comes last. Nothing of a breach by the account `$1`, as the audit log names it. */
const IN_PERSON = `
SELECT w.mediator_id AS id, b.id AS "breachId", b.cause, b.began_on::text AS "from", b.ended_on::text AS "until", w.facts,
  b.advice, w.told_at AS "toldAt"
FROM breach_mediator w JOIN breach b ON b.id = w.breach_id WHERE w.channel = 'person' AND b.account IS DISTINCT FROM $1
ORDER BY w.told_at IS NOT NULL, b.id DESC, w.mediator_id`;

/** Women whom nothing safe reaches: the network whose desk acts for each tells her in person. */
@Injectable()
export class ToldInPersonService {
  constructor(
    private readonly database: Database,
    private readonly preferences: PreferenceService,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /**
   * Whom this network tells, and whom it has told; null: those whom no network lists, for administrators. Whose account was misused
   * is shown nothing of that breach.
   *
   * @throws NotPermittedError
   */
  async list(viewer: Viewer, networkId: string | null): Promise<WomanToTell[]> {
    authorise(viewer, 'tell', { kind: 'breach', networkId, mediatorId: null });
    return this.of(this.database, viewer, networkId);
  }

  /** Notes that she was told; a second time changes nothing. @throws NotPermittedError, NotFoundError */
  async noteTold(
    viewer: Viewer,
    networkId: string | null,
    breachId: string,
    mediatorId: string,
  ): Promise<WomanToTell> {
    authorise(viewer, 'tell', { kind: 'breach', networkId, mediatorId: null });
    return this.database.transaction(async (tx) => {
      const rows = await this.of(tx, viewer, networkId);
      const is = (one: WomanToTell) => one.breachId === breachId && one.mediatorId === mediatorId;
      const found = rows.find(is);
      if (!found) throw new NotFoundError('mediatorToTell');
      const toldAt = this.now();
      const noted = await tx.query(
        `UPDATE breach_mediator SET told_at = $3, told_by = $4
         WHERE breach_id = $2 AND mediator_id IN (${SELECT_HER_RECORDS}) AND told_at IS NULL RETURNING breach_id`,
        [mediatorId, breachId, toldAt, viewer.name],
      );
      if (noted.length === 0) return found;
      await recordAudit(tx, viewer, [
        changeRecord('breach.tell', 'mediator', null, { id: mediatorId, breachId, toldAt }),
      ]);
      return { ...found, toldAt };
    });
  }

  private async of(
    reader: Reader,
    viewer: Viewer,
    networkId: string | null,
  ): Promise<WomanToTell[]> {
    const rows = await reader.query<Row>(IN_PERSON, [viewer.name]);
    const standings = await standingsOf(
      reader,
      rows.map(({ id }) => id),
    );
    const women = rows.flatMap(({ id, ...row }) => {
      const mediatorId = standings.get(id)?.keptId;
      return mediatorId === undefined ? [] : [{ ...row, mediatorId }];
    });
    const acting = await this.preferences.ofMediators(reader, [
      ...new Set(women.map(({ mediatorId }) => mediatorId)),
    ]);
    return women.filter(({ mediatorId }) => acting.get(mediatorId)?.actingNetworkId === networkId);
  }
}
