import { ExpectedError } from '#kernel';
import type { Database, OwnerTransaction, Reader } from '../database.js';

/** A restore writes here in the transaction of its rows, also where the migration of this table comes only afterwards. */
export const MAKE_PENDING_REPLAY = `CREATE TABLE IF NOT EXISTS pending_replay (
  made_at timestamptz CONSTRAINT pending_replay_pkey PRIMARY KEY,
  restored_at timestamptz NOT NULL DEFAULT now(),
  head_number bigint NOT NULL,
  head_hash text NOT NULL
)`;

/**
 * A statement for the transaction of the rows, with the moment of the backup as `$1`.
 *
 * @param selectHead selects `number` and `hash` of the last entry of the audit log that came with them
 */
export function notePendingReplay(selectHead: string): string {
  return `INSERT INTO pending_replay (made_at, head_number, head_hash)
    SELECT $1, coalesce(max(number), 0), coalesce(max(hash), repeat('0', 64)) FROM (${selectHead}) AS head`;
}

/** What a restored database waits for. */
export interface PendingReplay {
  readonly madeAt: Date;
  /** The last entry of the audit log that came with the backup. */
  readonly head: { readonly number: number; readonly hash: string };
}

/** The database was restored, and nobody has said what became of what was done after the backup. */
export class ReplayPendingError extends ExpectedError {}

/** The backup of which what came after it has not been repeated; null if nothing waits. */
export async function pendingReplay(reader: Reader): Promise<PendingReplay | null> {
  const [row] = await reader.query<{ madeAt: Date; number: string; hash: string }>(
    'SELECT made_at AS "madeAt", head_number AS number, head_hash AS hash FROM pending_replay LIMIT 1',
  );
  return row ? { madeAt: row.madeAt, head: { number: Number(row.number), hash: row.hash } } : null;
}

/** For programs that show anything to anybody, before they do. @throws ReplayPendingError */
export async function refuseUnlessReplayed(database: Database): Promise<void> {
  const pending = await pendingReplay(database);
  if (!pending) return;
  throw new ReplayPendingError(
    `This database was restored from a backup of ${pending.madeAt.toISOString()}. Women who were erased or withdrew since then may be in it as they were: run baraza replay FILE with the audit log that was exported last, or baraza replay --waive (docs/backup.md).`,
  );
}

/** Says that what came after the backup has been repeated, or need not be. */
export async function replayed(tx: OwnerTransaction): Promise<void> {
  await tx.query('DELETE FROM pending_replay');
}
