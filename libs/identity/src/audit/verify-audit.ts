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

/** An entry as it stands in the log. */
export interface AuditRow {
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

export const BATCH = 2_000;
/** Entries that one part holds at most. */
const PART = 20_000;
/** What the first entry names as the one before it. */
export const START = '0'.repeat(64);

/**
 * Computes the chain of the audit log again, from the first entry on: an entry that was changed, removed,
 * put in or moved is found. Entries cut off at the end, or a chain made anew by someone who rules the
 * whole database, are found by a head that was noted elsewhere before (`noted`).
 */
export async function verifyAudit(database: Reader, noted?: AuditHead): Promise<AuditVerdict> {
  let head: AuditHead = { number: 0, hash: START };
  let notedHash = noted?.number === 0 ? START : null;
  for (;;) {
    const rows = await entriesAfter(database, head.number);
    for (const row of rows) {
      const problem = problemOf(row, head);
      if (problem !== null) return broken(head.number + 1, problem);
      head = { number: head.number + 1, hash: row.hash };
      if (head.number === noted?.number) notedHash = row.hash;
    }
    if (rows.length < BATCH) break;
  }
  if (!(await isHead(database, head))) return broken(head.number + 1, MISSING);
  if (noted && notedHash === null) return broken(noted.number, MISSING);
  if (noted && notedHash !== noted.hash) return broken(noted.number, NOT_NOTED);
  return { whole: true, head };
}

/** What one part of the chain says: `complete` where it reaches the end. */
export interface AuditPart {
  readonly verdict: AuditVerdict;
  readonly complete: boolean;
}

/**
 * The same in parts, for whoever cannot wait for all of a long log: at most `PART` entries after `from`, a head that an
 * earlier part gave (or that was noted elsewhere), or from the first entry on.
 */
export async function verifyAuditPart(
  database: Reader,
  from: AuditHead | null,
): Promise<AuditPart> {
  let head: AuditHead = from ?? { number: 0, hash: START };
  const ended = (verdict: AuditVerdict, complete = true): AuditPart => ({ verdict, complete });
  if (from !== null && from.number > 0) {
    const [row] = await database.query<{ hash: string }>(
      'SELECT hash FROM audit_entry WHERE number = $1',
      [from.number],
    );
    if (!row) return ended(broken(from.number, MISSING));
    if (row.hash !== from.hash) return ended(broken(from.number, NOT_NOTED));
  }
  for (let read = 0; read < PART; read += BATCH) {
    const rows = await entriesAfter(database, head.number);
    for (const row of rows) {
      const problem = problemOf(row, head);
      if (problem !== null) return ended(broken(head.number + 1, problem));
      head = { number: head.number + 1, hash: row.hash };
    }
    if (rows.length < BATCH) {
      const whole = await isHead(database, head);
      return ended(whole ? { whole, head } : broken(head.number + 1, MISSING));
    }
  }
  return ended({ whole: true, head }, false);
}

const MISSING = 'is missing';
const NOT_NOTED = 'is not the one that was noted';

function broken(number: number, problem: string): AuditVerdict {
  return { whole: false, number, problem };
}

/** What is wrong with the entry that should follow `head`; null if nothing is. */
export function problemOf(row: AuditRow, head: AuditHead): string | null {
  if (Number(row.number) !== head.number + 1) return MISSING;
  if (row.previous !== head.hash) return 'does not follow the one before it';
  return row.hash === hashOf(row) ? null : 'was changed';
}

/** Where the log ends, by its own word: `number` and `hash`. */
export const SELECT_AUDIT_HEAD = 'SELECT number, hash FROM audit_head';

/** Whether the log ends here, by its own word. */
async function isHead(database: Reader, head: AuditHead): Promise<boolean> {
  const [end] = await database.query<{ number: string; hash: string }>(SELECT_AUDIT_HEAD);
  return Number(end?.number) === head.number && end?.hash === head.hash;
}

/** A head as it is written down: `number:hash`. */
export function auditHeadText({ number, hash }: AuditHead): string {
  return `${number}:${hash}`;
}

/** Reads what `auditHeadText` wrote; null where it did not. */
export function readAuditHead(text: string): AuditHead | null {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text) ?? [];
  return number === undefined || hash === undefined ? null : { number: Number(number), hash };
}

export async function entriesAfter(database: Reader, number: number): Promise<AuditRow[]> {
  return database.query<AuditRow>(
    `SELECT *, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
     FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2`,
    [number, BATCH],
  );
}

/** Each part with its length in bytes before it, as `audit_text` in the database makes it. */
function hashOf(row: AuditRow): string {
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
