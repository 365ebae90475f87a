import type { Transaction } from '#database';

/** Something that waits, as one side sees it. */
export interface InboxPlace {
  readonly kind: string;
  readonly subjectId: string;
  /** The network or organization for whose people it waits, or zeros. */
  readonly sideId: string;
}

/** Who deals with what waits. Selects `kind`, `subject_id`, `side_id`, `account_id`. */
export const SELECT_INBOX_OWNERS = 'SELECT kind, subject_id, side_id, account_id FROM inbox_owner';

/** What somebody does not want to see yet. Selects `account_id`, `kind`, `subject_id`, `side_id`, `until`. */
export const SELECT_INBOX_SNOOZES =
  'SELECT account_id, kind, subject_id, side_id, until FROM inbox_snooze';

/** Writes down who deals with something; null is nobody. */
export async function setInboxOwner(
  tx: Transaction,
  { kind, subjectId, sideId }: InboxPlace,
  accountId: string | null,
  by: string,
): Promise<void> {
  if (accountId === null) {
    await tx.query('DELETE FROM inbox_owner WHERE kind = $1 AND subject_id = $2 AND side_id = $3', [
      kind,
      subjectId,
      sideId,
    ]);
    return;
  }
  await tx.query(
    `INSERT INTO inbox_owner (kind, subject_id, side_id, account_id, assigned_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (kind, subject_id, side_id) DO UPDATE SET account_id = $4, assigned_by = $5, assigned_at = now()`,
    [kind, subjectId, sideId, accountId, by],
  );
}

/** Writes down until when somebody does not want to see something; null is now. */
export async function setInboxSnooze(
  tx: Transaction,
  { kind, subjectId, sideId }: InboxPlace,
  accountId: string,
  until: Date | null,
): Promise<void> {
  const place = [accountId, kind, subjectId, sideId];
  if (until === null) {
    await tx.query(
      'DELETE FROM inbox_snooze WHERE account_id = $1 AND kind = $2 AND subject_id = $3 AND side_id = $4',
      place,
    );
    return;
  }
  await tx.query(
    `INSERT INTO inbox_snooze (account_id, kind, subject_id, side_id, until) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account_id, kind, subject_id, side_id) DO UPDATE SET until = $5`,
    [...place, until],
  );
}
