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
});
