import type { Database } from '#database';
import { storableJson } from '#kernel';
import type { Reject } from './row/reject.js';

/** Rejects kept of one import; whoever has more reads the file. */
const MOST = 1_000;

/**
 * What the last import of a network did not accept, for its coordinators' work list. Rejects hold no
 * contact or security data: they are made safe where they are made.
 */
export class KeptRejects {
  private count = 0;

  constructor(
    private readonly database: Database,
    private readonly networkId: string,
  ) {}

  /** Forgets those of the import before. */
  async clear(): Promise<void> {
    await this.database.query('DELETE FROM import_reject WHERE network_id = $1', [this.networkId]);
  }

  async add(rejects: readonly Reject[]): Promise<void> {
    const rows = rejects.slice(0, Math.max(MOST - this.count, 0)).map((reject, i) => ({
      ...reject,
      ordinal: this.count + i,
    }));
    this.count += rejects.length;
    if (rows.length === 0) return;
    await this.database.query(
      `INSERT INTO import_reject (network_id, ordinal, sheet, row, "column", value, reason, suggestion)
       SELECT $1, ordinal, sheet, row, "column", value, reason, suggestion FROM json_to_recordset($2)
         AS r(ordinal int, sheet text, row int, "column" jsonb, value jsonb, reason jsonb, suggestion jsonb)`,
      [this.networkId, storableJson(rows)],
    );
  }
}
