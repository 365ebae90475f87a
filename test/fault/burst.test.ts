import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { indexSyncJob, INDEXED_CLEARANCES } from '#search';
import { openTestApi, type TestApi } from '../support/api.js';
import { describeInEachEngine, removeEngine } from '../support/engines.js';
import { insertListed } from '../support/listed-mediator.js';

const WOMEN = 100;
const EDITS = 2_000;

describeInEachEngine('a burst of edits', (settings) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(settings);
  });
  afterAll(async () => {
    await api.close();
    await removeEngine(settings);
  });

  it('reaches the index whole, while two workers follow it', async () => {
    const { database, indexSync, jobs, search } = api.services;
    await indexSync.rebuild();
    const ids: string[] = [];
    await database.transaction(async (tx) => {
      for (let n = 0; n < WOMEN; n++) ids.push(await insertListed(tx, { full_name: `Woman ${n}` }));
    });
    await jobs.start();
    const edit = async (n: number): Promise<void> =>
      database.transaction(async (tx) => {
        await tx.query('UPDATE mediator SET display_name = $2 WHERE id = $1', [
          ids[n % WOMEN],
          `Edit${'abcdefghij'[n % 10]}${n}`,
        ]);
        await tx.addJob(indexSyncJob());
      });
    await Promise.all(Array.from({ length: EDITS }, (_, n) => edit(n)));
    await jobs.stop();
    await jobs.drain();
    expect(await indexSync.backlog()).toMatchObject({ waiting: 0, setAside: [] });
    // Nothing else has made it good: no document differs from what the database says.
    expect(await indexSync.heal()).toBe(0);
    expect(await search.count()).toBe(WOMEN * INDEXED_CLEARANCES.length);
    const rows = await database.query<{ id: string; name: string }>(
      'SELECT id, display_name AS name FROM mediator',
    );
    for (const { id, name } of rows) {
      const { hits } = await search.search({
        clearance: 'PUBLIC',
        text: name,
        page: { first: 50 },
      });
      expect(hits.map((hit) => hit.id)).toContain(id);
    }
  });
});
