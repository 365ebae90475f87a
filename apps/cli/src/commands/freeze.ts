import { AccountService, AccountTraceService, OPERATOR, traceTable } from '#identity';
import { dayOrNull } from '../days.js';
import type { Format } from '../format-option.js';
import { printList } from '../output.js';
import { withApplication } from '../with-application.js';

/** Shuts an account, with the next request of whoever uses it, and lists what was done from it. */
export async function freeze({
  email,
  since,
  format,
}: {
  readonly email: string;
  readonly since?: string;
  readonly format: Format;
}): Promise<void> {
  const first = dayOrNull('--since', since);
  await withApplication(async (app) => {
    const accounts = app.get(AccountService);
    const id = await accounts.idOf(OPERATOR, email);
    const account = await accounts.byId(OPERATOR, id);
    if (account?.state !== 'suspended') await accounts.suspend(OPERATOR, id);
    const trace = await app.get(AccountTraceService).of(OPERATOR, id, first);
    const { entries } = trace;
    const women = new Set(
      entries.flatMap(({ subjectKind, subjectId }) =>
        subjectKind === 'mediator' ? [subjectId] : [],
      ),
    );
    // Apart from the list, which may go to a program.
    console.error(
      `The account is shut and its sessions are ended. Since ${trace.since}, ${entries.length} entries of the audit log name it, which concern ${women.size} women.`,
    );
    printList(
      traceTable(entries, (subject) => subject),
      format,
      entries,
    );
  });
}
