import type { Database, Transaction } from '#database';
import { Injectable } from '@nestjs/common';

/** The database for services that all work in one transaction: what each of them does is a part of it. */
@Injectable()
export class OneTransaction implements Pick<Database, 'manager' | 'query' | 'transaction'> {
  private tx: Transaction | null = null;

  /** Runs `work` in a transaction; an error undoes all that was done in it. */
  async within<T>(database: Database, work: () => Promise<T>): Promise<T> {
    return database.transaction(async (tx) => {
      this.tx = tx;
      try {
        return await work();
      } finally {
        this.tx = null;
      }
    });
  }

  get manager(): Transaction['manager'] {
    return this.open.manager;
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.open.query<Row>(sql, parameters);
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return work(this.open);
  }

  private get open(): Transaction {
    if (!this.tx) throw new Error('No transaction is open.');
    return this.tx;
  }
}
