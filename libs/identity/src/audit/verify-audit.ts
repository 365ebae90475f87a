import { createHash } from 'node:crypto';
import type { Reader } from '#database';

/** A place in the chain, as `number:hash`: noted elsewhere, it proves later that nothing before it changed. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly whole: true; readonly head: AuditHead }
  | { readonly whole: false; readonly number: number; readonly problem: string };

interface Row {
  readonly number: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly before_hash: string | null;
  readonly after_hash: string | null;
  readonly purpose: string | null;
  readonly request_id: string | null;
  readonly previous: string;
  readonly hash: string;
}

const BATCH = 2_000;
/** What the first entry names as the one before it. */
const START = '0'.repeat(64);

/**
 * Computes the chain of the audit log again, from the first entry on: an entry that was changed, removed,
 * put in or moved is found. Entries cut off at the end, or a chain made anew by someone who rules the
 * whole database, are found by a head that was noted elsewhere before (`noted`).
 */
export async function verifyAudit(database: Reader, noted?: AuditHead): Promise<AuditVerdict> {
  let head: AuditHead = { number: 0, hash: START };
  let notedHash = noted?.number === 0 ? START : null;
  const broken = (number: number, problem: string): AuditVerdict => ({
    whole: false,
    number,
    problem,
  });
  for (;;) {
    const rows = await entriesAfter(database, head.number);
    for (const row of rows) {
      const number = head.number + 1;
      if (Number(row.number) !== number) return broken(number, 'is missing');
      if (row.previous !== head.hash) return broken(number, 'does not follow the one before it');
      if (row.hash !== hashOf(row)) return broken(number, 'was changed');
      head = { number, hash: row.hash };
      if (number === noted?.number) notedHash = row.hash;
    }
    if (rows.length < BATCH) break;
  }
  const [end] = await database.query<{ number: string; hash: string }>(
    'SELECT number, hash FROM audit_head',
  );
  if (Number(end?.number) !== head.number || end?.hash !== head.hash) {
    return broken(head.number + 1, 'is missing');
  }
  if (noted && notedHash === null) return broken(noted.number, 'is missing');
  if (noted && notedHash !== noted.hash)
    return broken(noted.number, 'is not the one that was noted');
  return { whole: true, head };
}

async function entriesAfter(database: Reader, number: number): Promise<Row[]> {
  return database.query<Row>(
    `SELECT *, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
     FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2`,
    [number, BATCH],
  );
}

/** Each part with its length in bytes before it, as `audit_text` in the database makes it. */
function hashOf(row: Row): string {
  const parts = [
    row.previous,
    row.number,
    row.at,
    row.actor,
    row.action,
    row.subject_kind,
    row.subject_id,
    row.before_hash,
    row.after_hash,
    row.purpose,
    row.request_id,
  ];
  const text = parts.map((part) =>
    part === null ? '-:;' : `${Buffer.byteLength(part, 'utf8')}:${part};`,
  );
  return createHash('sha256').update(text.join('')).digest('hex');
}
