import { openModules } from '../support/services.js';
import { JobRunner } from '#database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { IndexSync, indexSyncJob, toSearchDocument, type ProfileSource } from '#search';
import { openTestApi, type TestApi } from '../support/api.js';
import { describeInEachEngine, removeEngine } from '../support/engines.js';
import { fill, record } from '../support/fill.js';
import { heldTransaction, insertListed, withdrawConsent } from '../support/listed-mediator.js';
import { gate, makeJobsDue, olderTransactionsEnded } from '../support/waiting-jobs.js';
import { breakLock } from '../support/waiting-locks.js';

/**
 * How other systems lost step with their search engine (see docs/search.md): each case once, against
 * the real database and the real adapter.
 */
describeInEachEngine('the search index', (settings) => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi(settings);
    await api.services.networks.create(OPERATOR, {
      slug: 'acacia',
      names: { en: 'Acacia' },
      fictional: true,
    });
    // The queue learns the names of the jobs once; a transaction that is held must not be the first.
    await api.services.jobs.drain();
  });
  afterAll(async () => {
    await api.close();
    await removeEngine(settings);
  });
  beforeEach(async () => {
    const { database, indexSync } = api.services;
    await database.transaction(async (tx) => {
      await tx.query('DELETE FROM mediator');
      await tx.query('DELETE FROM graphile_worker._private_jobs');
    });
    await indexSync.handle();
  });

  /** What the index itself finds, whatever the database says. */
  const inIndex = async (text: string): Promise<string[]> => {
    const result = await api.services.search.search({
      clearance: 'PUBLIC',
      text,
      page: { first: 50 },
    });
    return result.hits.map(({ id }) => id);
  };
  const answered = async (search: string): Promise<unknown> => {
    const { data } = await api.ask<{ mediators: { edges: { node: { name: string } }[] } }>(
      `{ mediators(search: "${search}") { edges { node { name } } } }`,
    );
    return data?.mediators.edges.map(({ node }) => node.name);
  };
  const drain = () => api.services.jobs.drain();
  /** Inserts a listed woman and queues her job, as every write does. */
  const add = async (name: string): Promise<string> =>
    api.services.database.transaction(async (tx) => {
      const id = await insertListed(tx, { display_name: name });
      await tx.addJob(indexSyncJob());
      return id;
    });
  /** An index sync whose walk over all profiles can be held up. */
  const syncFrom = (changes: Partial<ProfileSource>): IndexSync => {
    const { profiles, search, database } = api.services;
    const source: ProfileSource = {
      byIds: (ids) => profiles.byIds(ids),
      all: () => profiles.all(),
      changedSince: (boundary) => profiles.changedSince(boundary),
      ...changes,
    };
    return new IndexSync(search, source, database);
  };

  describe('hears of a change', () => {
    it('only after the commit, and then of the row as it was committed', async () => {
      const held = heldTransaction(api.services.database);
      const id = await held.run(async (tx) => {
        const inserted = await insertListed(tx, { display_name: 'Halfway' });
        await tx.addJob(indexSyncJob());
        await tx.query(`UPDATE mediator SET display_name = 'Complete' WHERE id = $1`, [inserted]);
        return inserted;
      });
      await drain();
      expect(await inIndex('Complete')).toEqual([]);
      await held.commit();
      await drain();
      expect(await inIndex('Complete')).toEqual([id]);
      expect(await inIndex('Halfway')).toEqual([]);
    });

    it('although the process ended between the commit and the job', async () => {
      const id = await add('Orphaned');
      const other = await openModules(api.settings);
      try {
        await other.get(JobRunner).drain();
      } finally {
        await other.close();
      }
      expect(await inIndex('Orphaned')).toEqual([id]);
    });

    it('never, when it was rolled back', async () => {
      await expect(
        api.services.database.transaction(async (tx) => {
          await insertListed(tx, { display_name: 'Rolledback' });
          await tx.addJob(indexSyncJob());
          throw new Error('on the way');
        }),
      ).rejects.toThrow('on the way');
      await drain();
      expect(await inIndex('Rolledback')).toEqual([]);
      expect(await api.services.indexSync.backlog()).toMatchObject({ waiting: 0, setAside: [] });
    });

    it('in whatever order the jobs of one woman run, and however often', async () => {
      const id = await add('Firstname');
      await api.services.database.query(`UPDATE mediator SET display_name = 'Secondname'`);
      const sync = api.services.indexSync;
      await Promise.all([sync.handle(), sync.handle(), drain()]);
      await sync.handle();
      expect(await inIndex('Secondname')).toEqual([id]);
      expect(await inIndex('Firstname')).toEqual([]);
    });

    it('in the newest words, although a process that lost its lock goes on with older ones', async () => {
      const id = await add('Oldername');
      const reading = gate();
      const slow = syncFrom({
        byIds: async (ids) => {
          const read = await api.services.profiles.byIds(ids);
          await reading.pass();
          return read;
        },
      });
      const broken = slow.handle().catch((error: unknown) => error);
      await reading.reached;
      await api.services.database.query(`UPDATE mediator SET display_name = 'Newername'`);
      await breakLock(api, 'search-index-sync');
      await api.services.indexSync.handle();
      reading.open();
      expect(await broken).toMatchObject({ name: 'LockLostError' });
      expect(await inIndex('Newername')).toEqual([id]);
      expect(await inIndex('Oldername')).toEqual([]);
      expect(await api.services.indexSync.heal()).toBe(0);
    });

    it('of a new name of a network, in the documents of all its members', async () => {
      await fill(api.services, 'acacia', [record(1), record(2)]);
      const network = await api.services.networks.bySlug('acacia');
      const { id = '', revision = 0 } = network ?? {};
      const named = (en: string) => ({ names: { en } });
      await api.services.networks.edit(OPERATOR, id, revision, named('Sandalwood'));
      await drain();
      expect(await inIndex('Sandalwood')).toHaveLength(2);
      await api.services.networks.edit(OPERATOR, id, revision + 1, named('Acacia'));
    });
  });

  describe('of a woman who may not be seen any more', () => {
    it('answers nothing at once, although its document is still there, and loses it then', async () => {
      const id = await add('Vanishing');
      await drain();
      expect(await answered('Vanishing')).toEqual(['Vanishing']);
      await api.services.database.transaction(async (tx) => {
        await withdrawConsent(tx, id);
        await tx.addJob(indexSyncJob());
      });
      expect(await api.services.search.count()).toBe(2);
      expect(await inIndex('Vanishing')).toEqual([]);
      expect(await answered('Vanishing')).toEqual([]);
      await drain();
      expect(await api.services.search.count()).toBe(0);
    });

    it('loses the documents of every clearance when she is deleted', async () => {
      const id = await add('Deleted');
      await drain();
      await api.services.database.transaction(async (tx) => {
        await tx.query('DELETE FROM mediator WHERE id = $1', [id]);
        await tx.addJob(indexSyncJob());
      });
      await drain();
      expect(await api.services.search.count()).toBe(0);
    });

    it('loses them all when many are deleted at once', async () => {
      await fill(
        api.services,
        'acacia',
        Array.from({ length: 1_200 }, (_, n) => record(n)),
      );
      expect(await api.services.search.count()).toBe(2_400);
      await api.services.database.transaction(async (tx) => {
        await tx.query('DELETE FROM mediator');
        await tx.addJob(indexSyncJob());
      });
      await drain();
      expect(await api.services.search.count()).toBe(0);
    });

    it('finds her again when she is listed again', async () => {
      const listed = [record(1, { full_name: 'Returning Person' })];
      await fill(api.services, 'acacia', listed);
      await fill(api.services, 'acacia', [{ ...listed[0], consent: '' }]);
      expect(await inIndex('Returning')).toEqual([]);
      await fill(api.services, 'acacia', listed);
      expect(await inIndex('Returning')).toHaveLength(1);
    });
  });

  describe('holds the published', () => {
    it('although a faulty draft of the same woman was sent', async () => {
      await fill(api.services, 'acacia', [record(1, { full_name: 'Standing Person' })]);
      const faulty = fill(api.services, 'acacia', [
        record(1, { full_name: 'Standing Person', years: 'many' }),
      ]);
      await expect(faulty).rejects.toThrow('rejected');
      await drain();
      expect(await inIndex('Standing')).toHaveLength(1);
    });

    it('with nothing but a name', async () => {
      const id = await add('Sparse');
      await drain();
      expect(await inIndex('Sparse')).toEqual([id]);
    });

    it('in the same documents, whether they were changed one by one or built anew', async () => {
      await fill(
        api.services,
        'acacia',
        Array.from({ length: 30 }, (_, n) => record(n, { 'biography:fr': `Médiatrice ${n}` })),
      );
      for (const n of [3, 7, 11]) {
        await fill(api.services, 'acacia', [
          record(n, { languages: 'Arabic (B2); French (native)', 'biography:fr': `Autre ${n}` }),
        ]);
      }
      const facets = ['languages', 'territories', 'expertise', 'years'] as const;
      const everything = async () => {
        const rows = [];
        for (const clearance of ['PUBLIC', 'VETTED'] as const) {
          for (const text of ['', 'Mediatrice', 'Autre', 'Number 7', 'French']) {
            const {
              hits,
              totalCount,
              facets: counts,
            } = await api.services.search.search({
              clearance,
              text,
              sort: 'NAME',
              facets,
              page: { first: 50 },
            });
            rows.push({ hits: hits.map(({ id }) => id), totalCount, counts });
          }
        }
        return rows;
      };
      const changed = await everything();
      await api.services.indexSync.rebuild();
      expect(await everything()).toEqual(changed);
      expect(changed[2]).toMatchObject({ totalCount: 3 });
    });
  });

  describe('that is built anew', () => {
    it('answers all the while', async () => {
      await fill(
        api.services,
        'acacia',
        Array.from({ length: 120 }, (_, n) => record(n)),
      );
      const counts = new Set<number>();
      const building = new AbortController();
      const asking = (async () => {
        while (!building.signal.aborted) {
          const { totalCount } = await api.services.search.search({
            clearance: 'PUBLIC',
            page: { first: 1 },
          });
          counts.add(totalCount);
        }
      })();
      for (let i = 0; i < 3; i++) await api.services.indexSync.rebuild();
      building.abort();
      await asking;
      expect([...counts]).toEqual([120]);
    });

    it('loses nothing that is written meanwhile', async () => {
      const before = await add('Wasthere');
      const gone = await add('Leaving');
      await drain();
      const walking = gate();
      const slow = syncFrom({
        async *all() {
          for await (const batch of api.services.profiles.all()) {
            await walking.pass();
            yield batch;
          }
        },
      });
      const building = slow.rebuild();
      await walking.reached;
      const newcomer = await add('Newcomer');
      await api.services.database.transaction(async (tx) => {
        await tx.query(`UPDATE mediator SET display_name = 'Renamed' WHERE id = $1`, [before]);
        await withdrawConsent(tx, gone);
        await tx.addJob(indexSyncJob());
      });
      // The jobs write to the live index, which is about to be thrown away.
      await drain();
      walking.open();
      await building;
      expect(await inIndex('Newcomer')).toEqual([newcomer]);
      expect(await inIndex('Renamed')).toEqual([before]);
      expect(await inIndex('Leaving')).toEqual([]);
    });

    it('holds what waited for its job, which has nothing left to do then', async () => {
      const id = await add('Waiting');
      await olderTransactionsEnded(api.services.database);
      const again: string[] = [];
      const counting = syncFrom({
        byIds: (ids) => {
          again.push(...ids);
          return api.services.profiles.byIds(ids);
        },
      });
      await counting.rebuild();
      expect(await inIndex('Waiting')).toEqual([id]);
      expect((await counting.backlog()).waiting).toBe(0);
      expect(again).toEqual([]);
    });

    it('sees a change whose transaction began before and ended after', async () => {
      const held = heldTransaction(api.services.database);
      const id = await held.run(async (tx) => {
        const inserted = await insertListed(tx, { display_name: 'Straddling' });
        await tx.addJob(indexSyncJob());
        return inserted;
      });
      await api.services.indexSync.rebuild();
      await held.commit();
      await drain();
      expect(await inIndex('Straddling')).toEqual([id]);
    });

    it('by a process that lost its lock, keeps the newest words and what waits', async () => {
      const id = await add('Oldername');
      await drain();
      const reading = gate();
      const slow = syncFrom({
        async *all() {
          for await (const batch of api.services.profiles.all()) {
            await reading.pass();
            yield batch;
          }
        },
        // What it asks last was answered before the change.
        changedSince: async () => ({ boundary: '9223372036854775807', ids: [] }),
      });
      const broken = slow.rebuild().catch((error: unknown) => error);
      await reading.reached;
      await breakLock(api, 'search-index-rebuild');
      await api.services.database.query(`UPDATE mediator SET display_name = 'Newername'`);
      await api.services.indexSync.handle();
      const waiting = await add('Waiting');
      reading.open();
      expect(await broken).toMatchObject({ name: 'LockLostError' });
      const left = `SELECT FROM pg_tables WHERE schemaname = 'search' AND tablename ~ '_fresh$'`;
      expect(await api.services.database.query(left)).toEqual([]);
      expect(await inIndex('Newername')).toEqual([id]);
      expect(await inIndex('Oldername')).toEqual([]);
      expect((await api.services.indexSync.backlog()).waiting).toBe(1);
      await drain();
      expect(await inIndex('Waiting')).toEqual([waiting]);
    });

    it('and fails, stays as it was', async () => {
      const id = await add('Steady');
      await drain();
      const failing = syncFrom({
        all: () => ({
          [Symbol.asyncIterator]: () => ({
            next: () => Promise.reject(new Error('the database went away')),
          }),
        }),
      });
      await expect(failing.rebuild()).rejects.toThrow('the database went away');
      expect(await inIndex('Steady')).toEqual([id]);
    });
  });

  describe('that is not what it should be', () => {
    const views = async (id: string) => api.services.profiles.byIds([id]);
    const documents = async (id: string) => (await views(id)).map(toSearchDocument);

    it('gets the document it lost back, and nothing when it lost none', async () => {
      const id = await add('Lost');
      await add('Kept');
      await drain();
      expect(await api.services.indexSync.heal()).toBe(0);
      await api.services.search.replace([id], []);
      expect(await inIndex('Lost')).toEqual([]);
      expect(await api.services.indexSync.heal()).toBe(1);
      expect(await inIndex('Lost')).toEqual([id]);
    });

    it('gets the document of one clearance back that it lost alone', async () => {
      const id = await add('Halflost');
      await drain();
      const vetted = (await documents(id)).filter(({ clearance }) => clearance === 'VETTED');
      await api.services.search.replace([id], vetted);
      expect(await api.services.search.count()).toBe(1);
      expect(await api.services.indexSync.heal()).toBe(1);
      expect(await inIndex('Halflost')).toEqual([id]);
    });

    it('loses a stale document, although as many are there as there should be', async () => {
      const id = await add('Presentname');
      const other = await add('Bystander');
      await drain();
      const stale = (await views(id)).map((view) =>
        toSearchDocument({ ...view, name: 'Formername' }),
      );
      await api.services.search.replace([id], stale);
      expect(await inIndex('Formername')).toEqual([id]);
      const written: (readonly string[])[] = [];
      const replace = api.services.search.replace.bind(api.services.search);
      api.services.search.replace = async (ids, sent) => {
        written.push(ids);
        await replace(ids, sent);
      };
      try {
        expect(await api.services.indexSync.heal()).toBe(1);
      } finally {
        api.services.search.replace = replace;
      }
      expect(written).toEqual([[id]]);
      expect(await inIndex('Formername')).toEqual([]);
      expect(await inIndex('Presentname')).toEqual([id]);
      expect(await inIndex('Bystander')).toEqual([other]);
    });

    it('loses the document of somebody who is not there', async () => {
      const id = await add('Standing');
      await drain();
      const [view] = await views(id);
      const nobody = { ...view!, id: '01900000-0000-7000-8000-00000000dead', name: 'Nobody' };
      await api.services.search.replace([nobody.id], [toSearchDocument(nobody)]);
      expect(await inIndex('Nobody')).toEqual([nobody.id]);
      expect(await api.services.indexSync.heal()).toBe(1);
      expect(await inIndex('Nobody')).toEqual([]);
      expect(await inIndex('Standing')).toEqual([id]);
    });

    it('is not healed while changes wait for their job', async () => {
      await add('Settled');
      await drain();
      await api.services.database.transaction((tx) =>
        insertListed(tx, { display_name: 'Waiting' }),
      );
      expect(await api.services.indexSync.backlog()).toMatchObject({ waiting: 1 });
      expect(await api.services.indexSync.heal()).toBe(0);
      expect(await inIndex('Waiting')).toHaveLength(1);
    });

    it('is brought up to date by the timetable although a job was lost', async () => {
      const id = await add('Givenup');
      await api.services.database.query('DELETE FROM graphile_worker._private_jobs');
      await api.services.database.query(
        `SELECT graphile_worker.add_job('search-index-sync', '{"_cron": {"ts": "2026-01-01T00:23:00Z"}}')`,
      );
      await drain();
      expect(await inIndex('Givenup')).toEqual([id]);
      expect(await api.services.indexSync.backlog()).toMatchObject({ waiting: 0, setAside: [] });
    });

    it('is healed by the timetable', async () => {
      const id = await add('Hourly');
      await drain();
      await api.services.search.replace([id], []);
      await api.services.database.query(
        `SELECT graphile_worker.add_job('search-index-heal', '{"_cron": {"ts": "2026-01-01T00:23:00Z"}}')`,
      );
      await drain();
      expect(await inIndex('Hourly')).toEqual([id]);
    });
  });

  it('shows how far it is behind when no worker runs', async () => {
    await add('One');
    await add('Two');
    expect(await api.services.indexSync.backlog()).toMatchObject({ waiting: 2 });
    await makeJobsDue(api.services.database);
    await drain();
    expect(await api.services.indexSync.backlog()).toMatchObject({ waiting: 0, setAside: [] });
  });
});
