import { Database } from '#database';
import { auditHeadText, readAuditHead, verifyAudit, type AuditHead } from '#identity';
import { CommandFailure } from '#runtime';
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

function readHead(text: string): AuditHead {
  const head = readAuditHead(text);
  if (!head) {
    throw new CommandFailure('--head takes what `baraza audit verify` printed: NUMBER:HASH.');
  }
  return head;
}
