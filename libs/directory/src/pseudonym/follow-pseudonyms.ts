import type { Transaction } from '#database';
import { indexSyncJob } from '#search';
import { duplicatesJob } from '../duplicates/duplicates-job.js';
import { ProfileReader } from '../profile/profile-reader.js';
import { isListed } from '../profile/profile-view.js';
import { listedOf } from '../profile/published-values.js';
import { StoredBook } from './stored-book.js';

/** Whom a change may concern: the pseudonymous, and those who were until now. */
const CONCERNED = `SELECT m.id FROM mediator m WHERE m.id = ANY($1::uuid[]) AND
  (m.pseudonymous OR EXISTS (SELECT FROM pseudonym p WHERE p.mediator_id = m.id))`;

/**
 * To be called by whoever has changed profiles, last but for the audit entry: what the pseudonymous show
 * stays true of each of them, the index follows, and lists are searched for duplicates. Called once in a transaction, lest two wait for each other.
 */
export async function profilesChanged(
  tx: Pick<Transaction, 'query' | 'addJob'>,
  ids: readonly string[],
  today = new Date(),
): Promise<void> {
  const concerned = await tx.query<{ id: string }>(CONCERNED, [ids]);
  if (concerned.length > 0) {
    const some = concerned.map(({ id }) => id);
    await follow(tx, some, today);
  }
  await tx.addJob(indexSyncJob());
  await tx.addJob(duplicatesJob());
}

/** Takes women out of the classes before their rows are deleted. */
export async function leaveClasses(
  tx: Pick<Transaction, 'query'>,
  ids: readonly string[],
): Promise<void> {
  const concerned = await tx.query<{ id: string }>(CONCERNED, [ids]);
  if (concerned.length === 0) return;
  const stored = await StoredBook.open(tx);
  for (const { id } of concerned) stored.book.leave(id);
  stored.book.settle();
  await stored.write();
}

async function follow(
  tx: Pick<Transaction, 'query'>,
  ids: readonly string[],
  today: Date,
): Promise<void> {
  const records = new Map(
    (await new ProfileReader(tx).byIds(ids)).map((record) => [record.id, record]),
  );
  const stored = await StoredBook.open(tx);
  const { book } = stored;
  // In an order that no hidden value decides: who joins a class changes nothing for the next.
  for (const id of ids) {
    const record = records.get(id);
    if (!record?.pseudonymous) book.leave(id);
    else if (isListed(record)) book.show(id, listedOf(record, today));
    else book.hide(id);
  }
  book.settle();
  await stored.write();
}
