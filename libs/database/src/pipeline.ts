import { setImmediate } from 'node:timers/promises';
import type { Transaction } from './database.js';

/** A statement and its parameters. */
export type SqlStatement = readonly [sql: string, parameters: readonly unknown[]];

/**
 * Runs statements one after the other and gives the rows of the last. While the database works on one, the next is sent,
 * and the one behind it is made: the database goes on at once, also if this process is busy with something else.
 */
export async function pipeline<Row>(
  tx: Pick<Transaction, 'query'>,
  statements: Iterable<SqlStatement>,
): Promise<Row[]> {
  let running: Promise<Row[]> = Promise.resolve([]);
  let sent = running;
  try {
    for (const [sql, parameters] of statements) {
      await running;
      running = sent;
      sent = tx.query<Row>(sql, parameters);
      // It is awaited later; until then a failure must not count as unhandled.
      sent.catch(() => undefined);
      // Sent before the next is begun.
      await setImmediate();
    }
  } finally {
    // Whichever fails, nothing is under way any more. Of a failure, the statement behind it says only that there was one.
    await Promise.allSettled([running, sent]);
  }
  await running;
  return sent;
}
