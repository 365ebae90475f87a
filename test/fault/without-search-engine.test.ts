import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indexSyncJob } from '#search';
import { Standings } from '#telemetry';
import { openTestApi, type TestApi } from '../support/api.js';
import { insertListed } from '../support/listed-mediator.js';
import { makeJobsDue } from '../support/waiting-jobs.js';

/** How the engine is not there: nothing listens, or what listens never answers. */
type Absence = 'refused' | 'silent';

describe.each<Absence>(['refused', 'silent'])('without a search engine (%s)', (absence) => {
  let api: TestApi;
  let server: Server;
  /** What the engine got once it was there. */
  const asked: string[] = [];
  let there = false;
  /** Milliseconds that it takes to answer. */
  let takes = 0;

  beforeAll(async () => {
    let tasks = 0;
    server = createServer((request, response) => {
      request.resume();
      if (!there && absence === 'silent') return;
      const { method = '', url = '' } = request;
      asked.push(`${method} ${url}`);
      const answer = (status: number, body: unknown) =>
        void setTimeout(() => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(body));
        }, takes);
      if (url === '/version') answer(200, { pkgVersion: '1.50.0' });
      else if (url.startsWith('/keys')) answer(200, { results: [], uid: 'u', key: 'k' });
      else if (url.startsWith('/tasks/')) answer(200, { status: 'succeeded' });
      else if (url === '/multi-search') answer(200, { results: [{ hits: [], totalHits: 0 }] });
      else if (url.endsWith('/stats')) answer(200, { numberOfDocuments: 0 });
      else if (method === 'GET' && url.includes('/documents')) answer(200, { results: [] });
      else if (method === 'GET') answer(404, { code: 'index_not_found', message: 'none' });
      else answer(202, { taskUid: tasks++ });
    });
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    const { port } = server.address() as AddressInfo;
    if (absence === 'refused') await close();
    api = await openTestApi({
      MEILISEARCH_URL: `http://127.0.0.1:${port}`,
      MEILISEARCH_KEY: 'a-key',
      MEILISEARCH_DEADLINE_MS: '200',
    });
  });
  afterAll(async () => {
    await api.close();
    await close();
  });

  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((closed) => {
      server.close(closed);
    });
  };
  const unavailable = [
    {
      message: 'The search engine does not answer now: try again.',
      extensions: { code: 'SEARCH_UNAVAILABLE' },
    },
  ];
  const need = (brief: string) => `{ matchCandidates(need: { date: "2026-11-01"${brief},
    soft: { languages: [{ code: "en" }] } }) { ... on MatchConnection { considered } } }`;

  it('the service starts', async () => {
    await api.services.indexHeal.atStart();
    await api.services.jobs.drain();
    const ready = await api.app.inject('/ready');
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'up' }]);
    expect(await api.app.get(Standings).all()).toMatchObject({
      database: { status: 'up' },
      search: { status: 'down' },
    });
  });

  it('searches, and rankings with a brief, say that it does not answer', async () => {
    expect((await api.ask('{ mediators(search: "x") { totalCount } }')).errors).toMatchObject(
      unavailable,
    );
    expect((await api.ask('{ mediators { totalCount } }')).errors).toMatchObject(unavailable);
    expect((await api.ask(need(', brief: "Talks of Obsidian"'))).errors).toMatchObject(unavailable);
  });

  it('all else goes on: writes, rankings without a brief, jobs, sign-in, erasure', async () => {
    const { database, jobs } = api.services;
    const id = await database.transaction(async (tx) => {
      const inserted = await insertListed(tx);
      await tx.addJob(indexSyncJob());
      return inserted;
    });
    await jobs.drain();
    const { data, errors } = await api.ask(need(''));
    expect([data, errors]).toEqual([{ matchCandidates: { considered: 1 } }, undefined]);
    const headers = await api.signedIn({});
    expect((await api.ask('{ networks(first: 1) { totalCount } }', {}, headers)).errors).toBe(
      undefined,
    );
    await database.transaction(async (tx) => {
      await tx.query('DELETE FROM mediator WHERE id = $1', [id]);
      await tx.addJob(indexSyncJob());
      await insertListed(tx, { display_name: 'Remaining' });
    });
    expect(await api.services.indexSync.backlog()).toMatchObject({ waiting: 2, setAside: [] });
  });

  it('and when it is there, it is made ready and filled without a restart', async () => {
    there = true;
    if (absence === 'refused') {
      const { port } = new URL(api.settings.meilisearchUrl ?? '');
      await new Promise<void>((ready) => {
        server.listen(Number(port), '127.0.0.1', ready);
      });
    }
    await makeJobsDue(api.services.database);
    await api.services.jobs.drain();
    expect(asked).toContain('PATCH /indexes/baraza-profiles-public/settings');
    expect(asked).toContain('POST /indexes/baraza-profiles-vetted/documents?primaryKey=id');
    expect(await api.services.indexSync.backlog()).toMatchObject({ waiting: 0, setAside: [] });
    expect((await api.ask('{ mediators { totalCount } }')).errors).toBe(undefined);
    expect(await api.app.get(Standings).all()).toMatchObject({ search: { status: 'up' } });
  });

  it('one that is slow is waited for as long as the setting says, by searches alone', async () => {
    takes = 400;
    try {
      expect((await api.ask('{ mediators { totalCount } }')).errors).toMatchObject(unavailable);
      expect((await api.ask(need(''))).errors).toBeUndefined();
    } finally {
      takes = 0;
    }
    expect((await api.ask('{ mediators { totalCount } }')).errors).toBeUndefined();
  });
});
