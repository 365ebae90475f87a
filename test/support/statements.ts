import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

const counting = new AsyncLocalStorage<{ statements: number }>();

/** Counts the SQL statements that `work` sends over any connection; not what other parts of the process send meanwhile. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const { query } = prototype;
  const count = { statements: 0 };
  prototype.query = function counted(this: unknown, ...args) {
    if (counting.getStore() === count) count.statements += 1;
    return query.apply(this, args);
  };
  try {
    await counting.run(count, work);
  } finally {
    prototype.query = query;
  }
  return count.statements;
}
