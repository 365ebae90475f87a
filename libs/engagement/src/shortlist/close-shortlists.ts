import type { Transaction } from '#database';
import { changeRecord, type ChangeRecord } from '#identity';
import { SHORTLIST_STEPS, type ShortlistState } from './shortlist-steps.js';

/** Closes what is still open of a need's shortlists. Returns what the audit log is to be told. */
export async function closeShortlistsOf(tx: Transaction, needId: string): Promise<ChangeRecord[]> {
  const { from } = SHORTLIST_STEPS.transition('close');
  const open = await tx.query<{ id: string; state: ShortlistState }>(
    `SELECT id, state FROM shortlist WHERE need_id = $1 AND state = ANY($2) ORDER BY id FOR UPDATE`,
    [needId, from],
  );
  await tx.query(
    `UPDATE shortlist SET state = 'closed', closed_at = now(), revision = revision + 1 WHERE id = ANY($1)`,
    [open.map(({ id }) => id)],
  );
  return open.map((before) => {
    const after = { ...before, state: SHORTLIST_STEPS.next('close', before.state) };
    return changeRecord(SHORTLIST_STEPS.audit('close'), 'shortlist', before, after);
  });
}
