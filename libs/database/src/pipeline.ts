import { setImmediate } from 'node:timers/promises';
import type { Transaction } from './database.js';

/** A statement and its parameters. */
export type SqlStatement = readonly [sql: string, parameters: readonly unknown[]];

/**
 * Runs statements one after the other and gives the rows of the last. They are taken one ahead: while the
 * database works on one, the next is made.
 */
export async function pipeline<Row>(
  tx: Pick<Transaction, 'query'>,
  statements: Iterable<SqlStatement>,
): Promise<Row[]> {
  let running: Promise<Row[]> = Promise.resolve([]);
  try {
    for (const [sql, parameters] of statements) {
      await running;
      running = tx.query<Row>(sql, parameters);
      // It is awaited when the next is made; until then a failure must not count as unhandled.
      running.catch(() => undefined);
      // Sent before the next is begun.
      await setImmediate();
    }
  } finally {
    await running;
  }
  return running;
}
