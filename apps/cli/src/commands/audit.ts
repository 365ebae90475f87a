import { Database } from '#database';
import {
  auditHeadText,
  OPERATOR,
  readAuditHead,
  SecurityEventLog,
  verifyAudit,
  type AuditHead,
  type SecurityEvent,
} from '#identity';
import { CommandFailure } from '#runtime';
import { dayOrNull } from '../days.js';
import type { Format } from '../format-option.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/** Computes the audit log's chain again and prints its head, or fails with the first thing that is wrong. */
export async function verify(options: { head?: string }): Promise<void> {
  const noted = options.head === undefined ? undefined : readHead(options.head);
  await withApplication(async (app) => {
    const database = app.get(Database);
    const verdict = await verifyAudit(database, noted);
    if (!verdict.whole) {
      throw new CommandFailure(
        `The audit log is broken: entry ${verdict.number} ${verdict.problem}. Keep a copy of the database as it is, and find out who could write to it.`,
      );
    }
    const { head } = verdict;
    console.log(
      `The audit log is whole: ${head.number} entries. Note its head elsewhere: ${auditHeadText(head)}`,
    );
  });
}

/** Lines of what was refused that are read at a time. */
const PAGE = 500;

/** Lists what was refused, the latest first. */
export async function refused({
  since,
  format,
}: {
  readonly since?: string;
  readonly format: Format;
}): Promise<void> {
  const first = dayOrNull('--since', since);
  await withApplication(async (app) => {
    const log = app.get(SecurityEventLog);
    const filter = { kinds: null, accountId: null, since: first };
    const found: SecurityEvent[] = [];
    for (let after: string | null = null; ;) {
      const page = await log.list(OPERATOR, filter, { first: PAGE, after });
      found.push(...page.items);
      after = page.items.at(-1)?.key ?? null;
      if (!page.hasNextPage) break;
    }
    const rows = found.map(({ at, kind, operation, count, actor, account }) => [
      at.toISOString(),
      kind,
      operation ?? '',
      count,
      actor,
      account?.name ?? '',
    ]);
    printList(
      { head: ['at', 'why', 'operation', 'times', 'who', 'account'], rows },
      format,
      found.map(({ key: _key, ...event }) => event),
    );
  });
}

function readHead(text: string): AuditHead {
  const head = readAuditHead(text);
  if (!head) {
    throw new CommandFailure('--head takes what `baraza audit verify` printed: NUMBER:HASH.');
  }
  return head;
}
