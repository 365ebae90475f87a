import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createSearchIndex, indexSyncJob, SearchUnavailableError, toSearchDocument } from '#search';
import { Standings } from '#telemetry';
import { openTestApi, type TestApi } from '../support/api.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { listen, stop, type Answer } from '../support/json-server.js';
import { insertListed } from '../support/listed-mediator.js';
import { searchable } from '../support/searchable.js';
import { makeJobsDue } from '../support/waiting-jobs.js';

/** A key that must stand in no message. */
const KEY = 'a-key-nobody-may-read';

/** What a server says to one request; undefined where the fault has nothing of its own to say. */
type Fault = (method: string, path: string) => Answer | undefined;

const json = (status: number, body: unknown): Answer => ({ status, text: JSON.stringify(body) });

/** Answers as a healthy, empty Meilisearch does, save for what the fault says. */
function serverWith(fault: Fault) {
  const asked: { method: string; path: string; body: string }[] = [];
  let tasks = 0;
  const started = listen((method, path, body) => {
    asked.push({ method, path, body });
    return fault(method, path) ?? healthy(method, path);
  });
  const healthy = (method: string, path: string): Answer => {
    if (path === '/version') return json(200, { pkgVersion: '1.50.0' });
    if (path.startsWith('/keys')) return json(200, { results: [], uid: UID, key: 'k'.repeat(64) });
    if (path.startsWith('/tasks/')) return json(200, task(Number(path.slice(7)), 'succeeded'));
    if (path.endsWith('/stats')) return json(200, { numberOfDocuments: 0 });
    if (path.includes('/documents?') && method === 'GET') return json(200, { results: [] });
    if (path === '/multi-search') return json(200, { results: [{ hits: [], totalHits: 0 }] });
    if (method === 'GET') return json(404, { code: 'index_not_found', message: 'none' });
    return json(202, { taskUid: tasks++, status: 'enqueued', enqueuedAt: NOW });
  };
  return { started, asked };
}

const NOW = '2026-01-01T00:00:00Z';
const UID = '01900000-0000-7000-8000-000000000000';
const task = (uid: number, status: string, error: unknown = null) => ({
  uid,
  status,
  error,
  enqueuedAt: NOW,
});

describe('a Meilisearch server', () => {
  let test: TestDatabase;
  const running: Awaited<ReturnType<typeof listen>>['server'][] = [];

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(stop));
  });
  afterAll(() => test.drop());

  const indexOn = async (fault: Fault, deadline = 5_000) => {
    const { started, asked } = serverWith(fault);
    const { url, server } = await started;
    running.push(server);
    const access = {
      meilisearchUrl: url,
      meilisearchKey: KEY,
      meilisearchIndex: 'profiles',
      meilisearchDeadline: deadline,
    };
    return { index: createSearchIndex(access, test.database), asked };
  };
  const refusal = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SearchUnavailableError);
    const { message } = error as Error;
    expect(message).not.toContain(KEY);
    return message;
  };
  const document = toSearchDocument(searchable(1));

  it.each([
    [
      '0.30.5',
      'Meilisearch 0.30.5 answers there: this version of Baraza needs 1.15 or later of version 1.',
    ],
    [
      '1.14.0',
      'Meilisearch 1.14.0 answers there: this version of Baraza needs 1.15 or later of version 1.',
    ],
    [
      '2.0.0',
      'Meilisearch 2.0.0 answers there: this version of Baraza needs 1.15 or later of version 1.',
    ],
  ])('of version %s is refused in a sentence', async (pkgVersion, sentence) => {
    const { index } = await indexOn((_, path) =>
      path === '/version' ? json(200, { pkgVersion }) : undefined,
    );
    expect(await refusal(index.prepare())).toBe(sentence);
  });

  it.each(['invalid_api_key', 'missing_authorization_header'])(
    'that says %s is explained by the setting to change',
    async (code) => {
      const { index } = await indexOn(() =>
        json(403, { code, message: `no ${KEY}`, type: 'auth' }),
      );
      expect(await refusal(index.prepare())).toBe(
        'Meilisearch refuses the key: set MEILISEARCH_KEY to the master key, or to one that may manage indexes, settings and keys.',
      );
    },
  );

  it('that is not there is said not to answer', async () => {
    const { index } = await indexOn(() => undefined);
    await Promise.all(running.splice(0).map(stop));
    expect(await refusal(index.prepare())).toBe('Meilisearch does not answer at MEILISEARCH_URL.');
  });

  it('that answers what is no JSON is said to be none', async () => {
    const { index } = await indexOn(() => ({ status: 200, text: '<html>welcome</html>' }));
    expect(await refusal(index.prepare())).toBe(
      'What answers at MEILISEARCH_URL is no Meilisearch.',
    );
  });

  it('that refuses a brief is named without a word of it', async () => {
    const { index } = await indexOn((_, path) =>
      path === '/multi-search'
        ? json(400, { code: 'invalid_search_q', message: 'No such Obsidian.' })
        : undefined,
    );
    await index.prepare();
    const message = await refusal(index.matches('VETTED', 'Talks of Obsidian', 10));
    expect(message).toBe('Meilisearch refused a request (invalid_search_q).');
  });

  it('that took a task and then failed at it has not done it', async () => {
    const error = { code: 'invalid_document_id', message: 'about a document', type: 'x', link: '' };
    const { index } = await indexOn((_, path) =>
      path.startsWith('/tasks/')
        ? json(200, task(Number(path.slice(7)), 'failed', error))
        : undefined,
    );
    expect(await refusal(index.replace([document.mediatorId], [document]))).toBe(
      'Meilisearch did not do what it was asked (invalid_document_id).',
    );
  });

  it('that does a task late is waited for', async () => {
    let looks = 0;
    const { index } = await indexOn((_, path) =>
      path.startsWith('/tasks/')
        ? json(200, task(Number(path.slice(7)), ++looks < 6 ? 'processing' : 'succeeded'))
        : undefined,
    );
    await index.replace([document.mediatorId], [document]);
    expect(looks).toBeGreaterThanOrEqual(6);
  });

  it('whose task never ends is given up in the end', async () => {
    const { index } = await indexOn((_, path) =>
      path.startsWith('/tasks/') ? json(200, task(Number(path.slice(7)), 'processing')) : undefined,
    );
    let now = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 10 * 60_000));
    try {
      expect(await refusal(index.replace([document.mediatorId], [document]))).toBe(
        'Meilisearch did not do what it was asked (processing).',
      );
    } finally {
      clock.mockRestore();
    }
  });

  it('is sent a whole rebuild before its tasks are waited for, so that it can do them together', async () => {
    const { index, asked } = await indexOn(() => undefined);
    const fresh = await index.beginRebuild();
    const before = asked.length;
    for (let n = 1; n <= 5; n++) await fresh.add([toSearchDocument(searchable(n))]);
    const sent = asked.slice(before).map(({ method, path }) => `${method} ${path}`);
    expect(sent).toEqual(
      Array(5).fill('POST /indexes/profiles-public-fresh/documents?primaryKey=id'),
    );
    expect(await fresh.refused()).toEqual([]);
    await fresh.swap();
    const looks = asked.slice(before + 5).findIndex(({ path }) => path === '/swap-indexes');
    expect(looks).toBeGreaterThanOrEqual(5);
  });

  it('is given the settings and the primary key before any document', async () => {
    const { index, asked } = await indexOn(() => undefined);
    await index.prepare();
    await index.replace([document.mediatorId], [document]);
    const writes = asked.filter(
      ({ method, path }) => method !== 'GET' && !path.startsWith('/keys'),
    );
    const key = expect.stringContaining('"primaryKey":"id"') as unknown;
    expect(writes).toMatchObject([
      { method: 'POST', path: '/indexes', body: key },
      { method: 'PATCH', path: '/indexes/profiles-public/settings' },
      { method: 'POST', path: '/indexes', body: key },
      { method: 'PATCH', path: '/indexes/profiles-vetted/settings' },
      { method: 'POST', path: '/indexes/profiles-public/documents?primaryKey=id' },
      { method: 'POST', path: '/indexes/profiles-vetted/documents/delete-batch' },
    ]);
    // Each of the first was waited for: its task was looked up before the next write.
    const order = asked.map(({ path }) => path);
    expect(order.indexOf('/tasks/0')).toBeLessThan(
      order.indexOf('/indexes/profiles-public/settings'),
    );
    expect(order.indexOf('/tasks/3')).toBeLessThan(
      order.indexOf('/indexes/profiles-public/documents?primaryKey=id'),
    );
  });

  it('loses the one index of all clearances that an older version made, and its key', async () => {
    const old = { uid: UID, key: 'o'.repeat(64), name: 'baraza-search profiles' };
    const { index, asked } = await indexOn((method, path) => {
      if (method === 'GET' && path === '/indexes/profiles') return json(200, { uid: 'profiles' });
      if (method === 'GET' && path.startsWith('/keys')) return json(200, { results: [old] });
      return undefined;
    });
    await index.prepare();
    const removed = asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    expect(removed).toEqual(['/indexes/profiles', `/keys/${UID}`]);
  });

  it('is asked by keys that are good for searches of one clearance alone', async () => {
    const { index, asked } = await indexOn(() => undefined);
    await index.search({ clearance: 'PUBLIC', page: { first: 1 } });
    const made = asked.filter(({ method, path }) => method === 'POST' && path === '/keys');
    expect(made.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        name: 'baraza-search profiles-public',
        description: 'Searches of Baraza at one clearance.',
        actions: ['search'],
        indexes: ['profiles-public'],
        expiresAt: null,
      },
    ]);
    expect(asked.at(-1)).toMatchObject({
      path: '/multi-search',
      body: expect.stringContaining('"indexUid":"profiles-public"') as unknown,
    });
  });

  it('whose key of searches was lost with its files is asked for a new one', async () => {
    let lost = true;
    const { index, asked } = await indexOn((_, path) =>
      lost && path === '/multi-search'
        ? json(403, { code: 'invalid_api_key', message: 'no', type: 'auth' })
        : undefined,
    );
    const search = () => index.search({ clearance: 'VETTED', page: { first: 1 } });
    await refusal(search());
    lost = false;
    expect((await search()).totalCount).toBe(0);
    expect(asked.filter(({ path }) => path === '/keys')).toHaveLength(2);
  });

  it('is asked for totals and facets past its own standard limits', async () => {
    const { index, asked } = await indexOn(() => undefined);
    await index.prepare();
    const settings = asked.find(({ path }) => path.endsWith('/settings'))?.body ?? '{}';
    expect(JSON.parse(settings)).toMatchObject({
      pagination: { maxTotalHits: 1_000_000 },
      faceting: { maxValuesPerFacet: 1_000 },
    });
  });

  it('whose fresh index cannot be filled keeps the live one', async () => {
    const { index, asked } = await indexOn((method, path) =>
      method === 'POST' && path.startsWith('/indexes/profiles-public-fresh/documents')
        ? json(500, { code: 'internal', message: 'disk full', type: 'internal' })
        : undefined,
    );
    const fresh = await index.beginRebuild();
    expect(await refusal(fresh.add([document]))).toBe('Meilisearch refused a request (internal).');
    await fresh.abandon();
    expect(asked.at(-1)?.path).toMatch(/^\/(indexes\/profiles-vetted-fresh|tasks\/\d+)$/);
    expect(asked.filter(({ path }) => path === '/swap-indexes')).toEqual([]);
  });
});

describe('a Meilisearch server that goes away while the service runs', () => {
  let api: TestApi;
  let down = false;
  let full = false;
  let server: Awaited<ReturnType<typeof listen>>['server'];
  const sent: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    const stub = serverWith((method, path) => {
      if (down) return json(503, { code: 'unavailable', message: 'no', type: 'system' });
      if (full && path === '/multi-search') {
        return json(503, { code: 'too_many_search_requests', message: 'no', type: 'system' });
      }
      if (method === 'POST' && path.includes('/documents')) sent.push(path);
      asked.push(path);
      return undefined;
    });
    const started = await stub.started;
    server = started.server;
    api = await openTestApi({ MEILISEARCH_URL: started.url, MEILISEARCH_KEY: KEY });
  });
  afterAll(async () => {
    await api.close();
    await stop(server);
  });

  it('fails no write: the change waits and reaches it when it is back', async () => {
    down = true;
    const { database, jobs, indexSync } = api.services;
    const id = await database.transaction(async (tx) => {
      const inserted = await insertListed(tx);
      await tx.addJob(indexSyncJob());
      return inserted;
    });
    await jobs.drain();
    expect(await indexSync.backlog()).toMatchObject({ waiting: 1 });
    expect(await database.query('SELECT id FROM mediator')).toEqual([{ id }]);
    down = false;
    await makeJobsDue(database);
    await jobs.drain();
    expect(sent.length).toBeGreaterThan(0);
    expect(await indexSync.backlog()).toMatchObject({ waiting: 0, setAside: [] });
  });

  it('is named to whoever searches, without what it said; the rest goes on', async () => {
    down = true;
    const failed = await api.ask('{ mediators(search: "x") { totalCount } }');
    expect(failed.errors).toMatchObject([
      {
        message: 'The search engine does not answer now: try again.',
        extensions: { code: 'SEARCH_UNAVAILABLE' },
      },
    ]);
    expect((await api.ask('{ networks(first: 1) { totalCount } }')).errors).toBeUndefined();
    const ready = await api.app.inject('/ready');
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'up' }]);
    const standings = api.app.get(Standings);
    expect(await standings.all()).toMatchObject({
      database: { status: 'up' },
      jobs: { status: 'up', lateSeconds: 0 },
      search: { status: 'down' },
    });
    down = false;
    expect(await standings.all()).toMatchObject({ search: { status: 'up' } });
  });

  it('is told as busy where it has too many searches to do, and is asked for no key anew', async () => {
    const search = async () =>
      api.app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: '{ mediators(search: "x") { totalCount } }' },
      });
    expect((await search()).json()).toMatchObject({ data: { mediators: { totalCount: 0 } } });
    asked.length = 0;
    full = true;
    const refused = await search();
    full = false;
    expect(refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'BUSY', seconds: 5 } }],
    });
    expect(refused.headers['retry-after']).toBe('5');
    expect((await search()).json()).toMatchObject({ data: { mediators: { totalCount: 0 } } });
    expect(asked.filter((path) => path.startsWith('/keys'))).toEqual([]);
  });
});
