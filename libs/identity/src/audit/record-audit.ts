import type { OwnerTransaction } from '#database';
import type { Actor } from '../actor.js';
import { claimKey } from '../idempotency/claim.js';

interface AuditEvent {
  /** Such as `profile.import`. */
  readonly action: string;
  /** Such as `mediator`. */
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** Why, where a reason had to be given. */
  readonly purpose?: string;
}

/** One thing that was done to one subject. Holds ids and hashes only, so that erasing a person leaves no trace of her here. */
export interface AuditRecord extends AuditEvent {
  /** Keyed hash of what was there before; null where there was nothing. */
  readonly beforeHash: string | null;
  /** Keyed hash of what is there now; null where nothing is left. */
  readonly afterHash: string | null;
}

/** What became of a subject, its states as they were: the log takes no more of them than keyed hashes. */
export interface ChangeRecord extends AuditEvent {
  readonly before: object | null;
  readonly after: object | null;
}

/**
 * Adds entries to the audit log, in the transaction of what they tell of: neither is there without the
 * other. Call it last, for whoever appends next waits until this transaction ends.
 *
 * @throws RepeatedRequestError where the change is made under a key by which another request has made it
 */
export async function recordAudit(
  tx: OwnerTransaction,
  actor: Actor,
  records: readonly (AuditRecord | ChangeRecord)[],
): Promise<void> {
  if (records.length === 0) return;
  // Before the log: whoever sends the same change again waits for this transaction, and nobody else does.
  await claimKey(
    tx,
    records.map(({ subjectId }) => subjectId),
  );
  const { name, requestId } = actor;
  const entries = records.map((record) => ({ ...hashed(tx, record), actor: name, requestId }));
  await tx.query('SELECT audit_append($1)', [JSON.stringify(entries)]);
}

/** What becomes of a subject, of which one state may be null: before it was made, or after it is gone. */
export function changeRecord<State extends { readonly id: string }>(
  action: string,
  subjectKind: string,
  before: State | null,
  after: State | null,
): ChangeRecord {
  return { action, subjectKind, subjectId: (after ?? before)?.id ?? null, before, after };
}

/** By a key that is not in the database: nobody who reads the log can try what a short value was. */
function hashed(tx: OwnerTransaction, record: AuditRecord | ChangeRecord): AuditRecord {
  if ('beforeHash' in record) return record;
  const { before, after, ...deed } = record;
  const hash = (state: object | null) => state && tx.fingerprint(JSON.stringify(state, inOrder));
  return { ...deed, beforeHash: hash(before), afterHash: hash(after) };
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
