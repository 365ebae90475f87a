import { Injectable } from '@nestjs/common';
import type { Transaction } from '#database';
import { selectHeld } from '#directory';
import type { ExposureKind } from './exposure.entity.js';

/** A woman and the rank at which she was shown or shortlisted. */
export interface Exposed {
  readonly mediatorId: string;
  /** What she was called where she was shown; what she is called now where it is left out. */
  readonly publicId?: string;
  readonly rank: number;
}

/** Rows are locked in one order, so that two pages of one need never wait for each other. */
const RECORD = `
WITH given AS (
  SELECT id, "publicId" AS shown_as, min(rank) AS rank
  FROM json_to_recordset($3) AS e(id uuid, "publicId" uuid, rank integer) GROUP BY id, "publicId"
), there AS (
  ${selectHeld('IN (SELECT id FROM given)')}
)
INSERT INTO exposure AS known (need_id, mediator_id, public_id, kind, rank)
SELECT $1::uuid, id, coalesce(shown_as, public_id), $2, rank FROM given JOIN there USING (id) ORDER BY id
ON CONFLICT (need_id, mediator_id, public_id, kind) DO UPDATE SET rank = excluded.rank WHERE excluded.rank < known.rank
RETURNING mediator_id AS "mediatorId", rank`;

/** Writes down who came before an organizer, for which need and at which rank. */
@Injectable()
export class ExposureLedger {
  /**
   * Records that these women were shown or shortlisted for a need. One who was before keeps her better
   * rank and her first time; one who was erased meanwhile is left out. Returns what it changed: nothing
   * when all of it was recorded before.
   */
  async record(
    tx: Pick<Transaction, 'query'>,
    needId: string,
    kind: ExposureKind,
    entries: readonly Exposed[],
  ): Promise<Exposed[]> {
    if (entries.length === 0) return [];
    const given = entries.map(({ mediatorId: id, publicId, rank }) => ({ id, publicId, rank }));
    return tx.query<Exposed>(RECORD, [needId, kind, JSON.stringify(given)]);
  }
}
