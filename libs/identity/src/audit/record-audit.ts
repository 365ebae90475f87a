import { createHash } from 'node:crypto';
import type { Transaction } from '#database';
import type { Actor } from '../actor.js';

/** One thing that was done to one subject. Holds ids and hashes only, so that erasing a person leaves no trace of her here. */
export interface AuditRecord {
  /** Such as `profile.import`. */
  readonly action: string;
  /** Such as `mediator`. */
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** SHA-256 of what was there before; null where there was nothing. */
  readonly beforeHash: string | null;
  /** SHA-256 of what is there now; null where nothing is left. */
  readonly afterHash: string | null;
  /** Why, where a reason had to be given. */
  readonly purpose?: string;
}

/**
 * Adds entries to the audit log, in the transaction of what they tell of: neither is there without the
 * other. Call it last, for whoever appends next waits until this transaction ends.
 */
export async function recordAudit(
  tx: Pick<Transaction, 'query'>,
  actor: Actor,
  records: readonly AuditRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const { name, requestId } = actor;
  const entries = records.map((record) => ({ ...record, actor: name, requestId }));
  await tx.query('SELECT audit_append($1)', [JSON.stringify(entries)]);
}

/** What becomes of a subject, of which one state may be null: before it was made, or after it is gone. */
export function changeRecord(
  action: string,
  subjectKind: string,
  before: { readonly id: string } | null,
  after: { readonly id: string } | null,
): AuditRecord {
  return {
    action,
    subjectKind,
    subjectId: (after ?? before)?.id ?? null,
    beforeHash: before && contentHash(before),
    afterHash: after && contentHash(after),
  };
}

/** SHA-256 (hex) of a value as JSON with its keys in order. */
function contentHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, inOrder)).digest('hex');
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
