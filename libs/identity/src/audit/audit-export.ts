import type { Reader } from '#database';
import { ExpectedError } from '#kernel';
import { BATCH, entriesAfter, problemOf, type AuditHead, type AuditRow } from './verify-audit.js';

const FORMAT = 'baraza-audit-1';

/** The file is no export of an audit log, or not whole, or of another log. The message is a sentence. */
export class AuditExportError extends ExpectedError {}

/** One deed, as a replay reads it. */
export type LoggedDeed = Pick<AuditRow, 'action' | 'subject_kind' | 'subject_id'>;

/**
 * The entries of the last so many days as lines of a file, the chain of hashes included. They hold ids, and nothing that
 * names anybody.
 */
export async function* auditLines(reader: Reader, days: number): AsyncGenerator<string> {
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
): Promise<LoggedDeed[]> {
  const deeds: LoggedDeed[] = [];
  let at: AuditHead | null = null;
  let begun = false;
  let until: number | null = null;
  for await (const text of lines) {
    const value = parsed(text);
    if (!begun) {
      const { format, after } = value as { format?: unknown; after?: unknown };
      if (format !== FORMAT || typeof after !== 'number') {
        throw new AuditExportError('This is no export of an audit log.');
      }
      if (after >= head.number && head.number > 0) {
        throw new AuditExportError(
          'The export begins after the backup ends: take one that reaches further back.',
        );
      }
      begun = true;
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
  return deeds;
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
