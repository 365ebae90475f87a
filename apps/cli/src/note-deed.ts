import type { Database } from '#database';
import { OPERATOR, recordAudit } from '#identity';

/** Notes in the audit log what the operator did with the database as a whole. */
export async function noteDeed(
  database: Database,
  action: `database.${'backup' | 'backup-clear' | 'repair' | 'replay' | 'restore' | 'waive-replay'}`,
): Promise<void> {
  const subject = { subjectKind: 'database', subjectId: null, beforeHash: null, afterHash: null };
  await database.transaction((tx) => recordAudit(tx, OPERATOR, [{ action, ...subject }]));
}
