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
});
