import type { Reader } from '#database';
import { ExpectedError } from '#kernel';
import { BATCH, entriesAfter, problemOf, type AuditHead, type AuditRow } from './verify-audit.js';

const FORMAT = 'baraza-audit-2';
/** As before, without what is beside the log. */
const EARLIER = 'baraza-audit-1';

/** The file is no export of an audit log, or not whole, or of another log. The message is a sentence. */
export class AuditExportError extends ExpectedError {}

/** One deed, as a replay reads it. */
export type LoggedDeed = Pick<
  AuditRow,
  'action' | 'actor' | 'purpose' | 'subject_kind' | 'subject_id'
>;

/** What an export tells of the time after a backup. */
export interface LoggedSince {
  /** In order. */
  readonly deeds: readonly LoggedDeed[];
  /** What stands beside the log, as `auditLines` was given it; null in a file of an earlier version. */
  readonly beside: readonly unknown[] | null;
}

/**
 * The entries of the last so many days as lines of a file, the chain of hashes included. They hold ids, and nothing that
 * names anybody.
 *
 * @param beside gives what a replay needs and no entry says: ids and keyed hashes only
 */
export async function* auditLines(
  reader: Reader,
  days: number,
  beside: () => Promise<readonly object[]>,
): AsyncGenerator<string> {
  const [first] = await reader.query<{ number: string }>(
    `SELECT coalesce(min(number), (SELECT coalesce(max(number), 0) + 1 FROM audit_entry)) AS number
     FROM audit_entry WHERE at > now() - $1 * interval '1 day'`,
    [days],
  );
  let last = Number(first?.number ?? 1) - 1;
  yield line({ format: FORMAT, after: last });
  for (;;) {
    const rows = await entriesAfter(reader, last);
    if (rows.length > 0) yield rows.map(line).join('');
    last += rows.length;
    if (rows.length < BATCH) break;
  }
  // After the log: what the last entry did is in it.
  yield line({ beside: await beside() });
  yield line({ until: last });
}

/**
 * The entries of such a file that come after a head, in order.
 *
 * @param head where the restored log ends: the file has to hold that entry, so that none is missing between the two
 * @throws AuditExportError
 */
export async function deedsAfter(
  lines: AsyncIterable<string>,
  head: AuditHead,
): Promise<LoggedSince> {
  let beside: readonly unknown[] | null = null;
  const deeds: LoggedDeed[] = [];
  let at: AuditHead | null = null;
  let begun = false;
  let until: number | null = null;
  for await (const text of lines) {
    const value = parsed(text);
    if (!begun) {
      const { format, after } = value as { format?: unknown; after?: unknown };
      if (![FORMAT, EARLIER].includes(String(format)) || typeof after !== 'number') {
        throw new AuditExportError('This is no export of an audit log.');
      }
      if (after >= head.number && head.number > 0) {
        throw new AuditExportError(
          'The export begins after the backup ends: take one that reaches further back.',
        );
      }
      begun = true;
    } else if ('beside' in value) {
      beside = Array.isArray(value.beside) ? value.beside : null;
    } else if ('until' in value) {
      until = Number(value.until);
    } else {
      const row = value as AuditRow;
      const before: AuditHead = at ?? { number: Number(row.number) - 1, hash: row.previous };
      if (problemOf(row, before) !== null) {
        throw new AuditExportError(
          `Entry ${before.number + 1} of the export was changed or is missing.`,
        );
      }
      at = { number: Number(row.number), hash: row.hash };
      if (at.number === head.number && at.hash !== head.hash) {
        throw new AuditExportError('The export is of another database than the backup.');
      }
      if (at.number > head.number) deeds.push(row);
    }
  }
  if (until === null || until !== (at?.number ?? until) || until < head.number) {
    throw new AuditExportError('The export is not whole, or older than the backup.');
  }
  return { deeds, beside };
}

function parsed(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    throw new AuditExportError('The export is damaged: one of its lines cannot be read.');
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
