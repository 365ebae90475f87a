import { request as httpRequest } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withinRequest } from '#database';
import { createSearchIndex, SearchUnavailableError } from '#search';
import { Client } from 'pg';
import { openTestApi, type TestApi } from '../support/api.js';
import { fill, record } from '../support/fill.js';
import { listen, stop } from '../support/json-server.js';

const NETWORKS = '{ networks { totalCount } }';

describe('a request that takes too long', () => {
  let api: TestApi;
  let locker: Client;

  beforeAll(async () => {
    api = await openTestApi({
      BARAZA_REQUEST_SECONDS: '3',
      BARAZA_DATABASE_POOL: '5',
      BARAZA_MATCHING_THREADS: '1',
    });
    await fill(api.services, 'acacia', [record(1)]);
    locker = new Client({ connectionString: api.settings.databaseUrl ?? '' });
    await locker.connect();
  });
  afterAll(async () => {
    await locker.end();
    await api.close();
  });

  const waiting = async (): Promise<number> => {
    const { rows } = await locker.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rows[0]?.waiting ?? -1;
  };
  const locked = async (work: () => Promise<void>): Promise<void> => {
    await locker.query('BEGIN');
    await locker.query('LOCK TABLE network IN ACCESS EXCLUSIVE MODE');
    try {
      await work();
    } finally {
      await locker.query('ROLLBACK');
    }
  };

  it('has its statements cancelled, all of those that wait, and is told so', async () => {
    await locked(async () => {
      let most = 0;
      const asked = Promise.all(Array.from({ length: 8 }, () => api.ask(NETWORKS)));
      const answered = asked.then(() => true);
      const not = () => setTimeout(10).then(() => false);
      while (!(await Promise.race([answered, not()]))) most = Math.max(most, await waiting());
      expect(most).toBeGreaterThan(0);
      for (const { data, errors } of await asked) {
        expect(data).toBeNull();
        expect(errors?.[0]?.extensions?.code).toBe('TIMEOUT');
      }
      // The answer does not wait until the server has taken note. What is not cancelled waits for the lock.
      while ((await waiting()) > 0) await setTimeout(10);
    });
    expect((await api.ask(NETWORKS)).errors).toBeUndefined();
  });

  it('ends no other request that waits for the same work', async () => {
    await locked(async () => {
      const ended = new AbortController();
      const first = withinRequest(ended.signal, () => api.services.pools.catchUp());
      const second = api.services.pools.catchUp();
      ended.abort(new Error('gone'));
      await expect(first).rejects.toThrow('gone');
      await locker.query('ROLLBACK');
      await expect(second).resolves.toBeUndefined();
    });
  });

  it('has its own deadline on a connection that another request gave back', async () => {
    const { database } = api.services;
    await locker.query('SELECT pg_advisory_lock(1)');
    const [other, own] = [new AbortController(), new AbortController()];
    // They take all connections; the next one waits for the first that is free.
    const holders = Array.from({ length: api.settings.databasePool }, () =>
      withinRequest(other.signal, () => database.apart.query('SELECT 1')),
    );
    const next = withinRequest(own.signal, () =>
      database.apart.query('SELECT pg_advisory_lock(1)'),
    );
    await Promise.all(holders);
    own.abort(new Error('too late'));
    await expect(next).rejects.toThrow('too late');
    await locker.query('SELECT pg_advisory_unlock(1)');
  }, 20_000);

  it('changes nothing that it had begun', async () => {
    const ended = new AbortController();
    const work = withinRequest(ended.signal, () =>
      api.services.database.transaction(async (tx) => {
        await tx.query(`UPDATE network SET slug = 'half' WHERE slug = 'acacia'`);
        ended.abort(new Error('gone'));
        await setImmediate();
      }),
    );
    await expect(work).rejects.toThrow('gone');
    const rows = await api.services.database.query('SELECT FROM network WHERE slug = $1', [
      'acacia',
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is cancelled too when whoever asked has gone', async () => {
    const patient = await openTestApi({ BARAZA_REQUEST_SECONDS: '600' });
    try {
      await patient.app.listen(0, '127.0.0.1');
      const other = new Client({ connectionString: patient.settings.databaseUrl ?? '' });
      await other.connect();
      try {
        await other.query('BEGIN');
        await other.query('LOCK TABLE network IN ACCESS EXCLUSIVE MODE');
        const { port } = patient.app.getHttpServer().address() as { port: number };
        const request = httpRequest({
          host: '127.0.0.1',
          port,
          path: '/graphql',
          method: 'POST',
          headers: { 'content-type': 'application/json' },
        });
        request.on('error', () => undefined);
        request.end(JSON.stringify({ query: NETWORKS }));
        const count = async () =>
          (
            await other.query(
              `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
            )
          ).rowCount;
        while ((await count()) !== 1) await setTimeout(10);
        request.destroy();
        while ((await count()) !== 0) await setTimeout(10);
        expect(await count()).toBe(0);
      } finally {
        await other.end();
      }
    } finally {
      await patient.close();
    }
  });

  it('gives up a search engine that hangs', async () => {
    let hang = (): void => undefined;
    const hanging = new Promise<void>((resolve) => {
      hang = resolve;
    });
    const { url, server } = await listen(async (_method, path) => {
      if (path === '/version') return { status: 200, text: '{"pkgVersion":"1.50.0"}' };
      if (path.startsWith('/keys')) {
        return {
          status: 200,
          text: JSON.stringify({ results: [], uid: UID, key: 'k'.repeat(64) }),
        };
      }
      if (path === '/multi-search') {
        hang();
        return new Promise(() => undefined);
      }
      return path.startsWith('/tasks/')
        ? {
            status: 200,
            text: '{"uid":1,"status":"succeeded","enqueuedAt":"2026-01-01T00:00:00Z"}',
          }
        : {
            status: 202,
            text: '{"taskUid":1,"status":"enqueued","enqueuedAt":"2026-01-01T00:00:00Z"}',
          };
    });
    try {
      const settings = {
        ...api.settings,
        meilisearchUrl: url,
        meilisearchKey: 'key',
        meilisearchIndex: 'test',
      };
      const index = createSearchIndex(settings, api.services.database);
      await index.prepare();
      const ended = new AbortController();
      const search = withinRequest(ended.signal, () =>
        index.search({ clearance: 'PUBLIC', text: 'peace', page: { first: 1 } }),
      );
      await hanging;
      ended.abort(new Error('too late'));
      await expect(search).rejects.toThrow('too late');
      await expect(search).rejects.not.toBeInstanceOf(SearchUnavailableError);
    } finally {
      await stop(server);
    }
  });
});

const UID = '01900000-0000-7000-8000-000000000000';
