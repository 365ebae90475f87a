import { CLOCK } from '#config';
import { Database, type Reader } from '#database';
import { SELECT_HER_RECORDS } from '#directory';
import { authorise, changeRecord, ownMediatorId, recordAudit, type Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { BreachAdvice, BreachCause, BreachFact } from './breach/lists.js';

/** What a woman is told. */
export interface OwnBreach {
  readonly id: string;
  readonly cause: BreachCause;
  /** First and last day, in UTC, as YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
  /** What may have been seen of her. */
  readonly facts: readonly BreachFact[];
  readonly advice: readonly BreachAdvice[];
  /** When she was told. */
  readonly toldAt: Date;
  /** When she said that she has read it. */
  readonly readAt: Date | null;
}

/**
 * `$1` is the record that stands for her. Before she was told, by whichever way, nothing is there: whoever reads her mail may
 * also sign in as she does.
 */
const HERS = `
SELECT b.id, b.cause, b.began_on::text AS "from", b.ended_on::text AS "until", b.advice, h.*
FROM breach b, LATERAL (
  SELECT array_agg(DISTINCT f ORDER BY f) AS facts, min(w.told_at) AS "toldAt", max(w.read_at) AS "readAt"
  FROM breach_mediator w, unnest(w.facts) f
  WHERE w.breach_id = b.id AND w.mediator_id IN (${SELECT_HER_RECORDS}) AND w.told_at IS NOT NULL) h
WHERE h.facts IS NOT NULL ORDER BY b.id DESC`;

/** What a mediator is told of data of hers in wrong hands. */
@Injectable()
export class OwnBreachService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /** What she has been told, the latest first. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<OwnBreach[]> {
    return this.of(this.database, viewer);
  }

  /** @throws NotPermittedError, NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<OwnBreach> {
    const found = (await this.list(viewer)).find((one) => one.id === id);
    if (!found) throw new NotFoundError('notice');
    return found;
  }

  /** She says that she has read it; a second time changes nothing. @throws NotPermittedError, NotFoundError */
  async noteRead(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = (await this.of(tx, viewer)).find((one) => one.id === id);
      if (!found) throw new NotFoundError('notice');
      const noted = await tx.query(
        `UPDATE breach_mediator SET read_at = $3
         WHERE breach_id = $2 AND mediator_id IN (${SELECT_HER_RECORDS}) AND told_at IS NOT NULL AND read_at IS NULL RETURNING breach_id`,
        [ownMediatorId(viewer), id, this.now()],
      );
      if (noted.length === 0) return;
      await recordAudit(tx, viewer, [
        changeRecord('breach.read', 'breach', { id, readAt: null }, { id, readAt: this.now() }),
      ]);
    });
  }

  private async of(reader: Reader, viewer: Viewer): Promise<OwnBreach[]> {
    const mediatorId = ownMediatorId(viewer);
    authorise(viewer, 'read-own', { kind: 'breach', networkId: null, mediatorId });
    return reader.query<OwnBreach>(HERS, [mediatorId]);
  }
}
