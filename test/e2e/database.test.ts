import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

describe('database', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(async () => test.drop());

  it('runs a job only when its transaction commits', async () => {
    const boom = test.database.transaction(async (tx) => {
      await tx.addJob({ name: 'never', ids: ['a'] });
      throw new Error('rolled back');
    });
    await expect(boom).rejects.toThrow('rolled back');
    await test.database.transaction((tx) => tx.addJob({ name: 'later', ids: ['b'] }));
    const jobs = await test.database.query(
      'SELECT task_identifier FROM graphile_worker.jobs ORDER BY 1',
    );
    expect(jobs).toEqual([{ task_identifier: 'later' }]);
  });

  it('gives the rows of every kind of statement, inside a transaction and outside', async () => {
    const { database } = test;
    const row = [{ key: 'one' }];
    await database.query('CREATE TABLE search.kept (key text)');
    expect(await database.query(`INSERT INTO search.kept VALUES ('one') RETURNING key`)).toEqual(
      row,
    );
    expect(await database.query('UPDATE search.kept SET key = key RETURNING key')).toEqual(row);
    await database.transaction(async (tx) => {
      expect(await tx.query('SELECT key FROM search.kept')).toEqual(row);
      expect(await tx.query('DELETE FROM search.kept RETURNING key')).toEqual(row);
      expect(await tx.query('DELETE FROM search.kept RETURNING key')).toEqual([]);
    });
    expect(await database.query('DROP TABLE search.kept')).toEqual([]);
  });

  it('has given a lock back when the work under it is over, whatever became of it', async () => {
    const busy = () => new Error('busy');
    const failure = new Error('failed');
    for (let i = 0; i < 100; i++) {
      const done = test.database.exclusively('often', async () => i, busy);
      await expect(done).resolves.toBe(i);
      const failed = test.database.exclusively('often', () => Promise.reject(failure), busy);
      await expect(failed).rejects.toBe(failure);
    }
  });

  it('tells who comes second, and lets who holds the lock go on', async () => {
    const busy = () => new Error('busy');
    await test.database.exclusively('one', async () => {
      const second = test.database.exclusively('one', async () => 'never', busy);
      await expect(second).rejects.toThrow('busy');
    });
    await expect(test.database.exclusively('one', async () => 'free', busy)).resolves.toBe('free');
  });
});
