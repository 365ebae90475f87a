import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { requestId } from '#database';
import { CandidatePools } from '#engagement';
import { JsonLogger, ProgramLogger } from '#runtime';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { isTracing, meters, OperatorServer, Standings, Tracing } from '#telemetry';
import { Logger } from '@nestjs/common';
import { makeAccount } from '../support/accounts.js';
import { openTestApi, type TestApi } from '../support/api.js';
import { fill, record } from '../support/fill.js';
import { listen, stop } from '../support/json-server.js';
import { PageReader } from '../support/page-reader.js';

const TOKEN = 'a-token-of-operators';

describe('what operators see', () => {
  let api: TestApi;
  let address: string;

  beforeAll(async () => {
    api = await openTestApi({
      BARAZA_OPERATOR_PORT: '0',
      BARAZA_OPERATOR_TOKEN: TOKEN,
      BARAZA_LOG_LEVEL: 'info',
    });
    const server = api.app.get(OperatorServer);
    await server.listen();
    address = server.address ?? '';
    await fill(api.services, 'acacia', [record(1), record(2)]);
    await api.services.jobs.drain();
    await api.app.get(CandidatePools).catchUp();
  });
  afterAll(() => api.close());

  const get = async (path: string, token: string | null = TOKEN) => {
    const headers: Record<string, string> =
      token === null ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(`${address}${path}`, { headers });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  /** The value of one meter, or of the first whose labels are these. */
  const valueOf = async (name: string, labels = ''): Promise<number> => {
    const { text } = await get('/metrics');
    const line = text.split('\n').find((one) => one.startsWith(`${name}${labels}`));
    return Number(line?.split(' ').at(-1) ?? Number.NaN);
  };

  it('is told to nobody without the token, but whether it lives and is ready', async () => {
    for (const token of [null, '', 'a-token-of-operator', `${TOKEN}s`]) {
      for (const path of ['/metrics', '/health']) {
        expect(await get(path, token)).toMatchObject({
          status: 401,
          text: '{"status":"no token"}\n',
        });
      }
    }
    for (const path of ['/live', '/ready']) {
      expect(await get(path, null)).toMatchObject({ status: 200, text: '{"status":"up"}\n' });
    }
    expect((await get('/nothing')).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('is not told at the address of everybody', async () => {
    for (const path of ['/metrics', '/health']) {
      const headers = { authorization: `Bearer ${TOKEN}` };
      expect((await api.app.inject({ url: path, headers })).statusCode).toBe(404);
    }
    for (const path of ['/live', '/ready']) {
      const answer = await api.app.inject(path);
      expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'up' }]);
    }
  });

  it('says how each part stands', async () => {
    const { status, text } = await get('/health');
    expect([status, JSON.parse(text)]).toEqual([
      200,
      {
        status: 'up',
        version: expect.any(String),
        parts: {
          database: expect.objectContaining({ status: 'up', busy: expect.any(Number) }),
          imports: { status: 'up', applying: 0, undoing: 0 },
          jobs: { status: 'up', waiting: 0, givenUp: 0, lateSeconds: 0 },
          mail: expect.objectContaining({ status: 'up', waiting: 0 }),
          pools: expect.objectContaining({ status: 'up', PUBLIC: 2, VETTED: 2 }),
          search: expect.objectContaining({ status: 'up', documents: 4, waiting: 0 }),
          teams: { status: 'up', queued: 0, running: 0 },
          webhooks: { status: 'up', active: 0, failing: 0, waitingSeconds: 0 },
        },
      },
    ]);
  });

  it('tells of a job that nobody does, and of mails and changes that wait', async () => {
    const { database } = api.services;
    await database.transaction((tx) => tx.addJob({ name: 'nobody-does-this' }));
    await database.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() - interval '10 minutes'`,
    );
    try {
      const { text } = await get('/health');
      expect(JSON.parse(text)).toMatchObject({ status: 'late', parts: { jobs: { waiting: 1 } } });
      expect(
        await valueOf('baraza_jobs_late_seconds', '{task="nobody-does-this"}'),
      ).toBeGreaterThanOrEqual(600);
    } finally {
      await database.query('DELETE FROM graphile_worker._private_jobs');
    }
    expect(await valueOf('baraza_jobs_late_seconds', '{task="nobody-does-this"}')).toBeNaN();
  });

  it('counts requests, operations, costs, errors and tries to sign in, and says nothing of whose', async () => {
    const graphql = '{method="POST",route="/graphql",status="200"}';
    const wrong = '{way="password",outcome="wrong"}';
    const before = {
      requests: (await valueOf('baraza_http_request_duration_seconds_count', graphql)) || 0,
      wrong: (await valueOf('baraza_sign_in_tries_total', wrong)) || 0,
      errors: (await valueOf('baraza_graphql_errors_total', '{code="TOO_EXPENSIVE"}')) || 0,
    };
    const { email } = await makeAccount(api.services, { role: 'organizer' });
    const signIn = `mutation ($email: String!, $password: String!) {
      signIn(email: $email, password: $password) { __typename } }`;
    await api.ask(signIn, { email, password: 'MARKER wrong password' });
    await api.ask('{ mediators(search: "MARKER-search", first: 1) { edges { node { name } } } }');
    const dear = Array.from(
      { length: 20 },
      (_, i) => `a${i}: scarcity(date: "2026-09-01") { __typename }`,
    );
    await api.ask(`query MARKER { ${dear.join(' ')} }`);
    await api.app.inject('/MARKER-address?token=MARKER-token');
    await api.app.inject({ method: 'OPTIONS', url: '/MARKER' });

    const { text } = await get('/metrics');
    expect(text).toMatch(/^baraza_http_request_duration_seconds_count\{.*route="none".*\} \d/m);
    expect(text).toMatch(/^baraza_graphql_cost_count\{viewer="anonymous"\} \d/m);
    expect(text).toMatch(
      /^baraza_search_duration_seconds_count\{kind="search",outcome="answered"\} \d/m,
    );
    expect(text).toMatch(/^baraza_up\{part="database"\} 1$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    expect(await valueOf('baraza_http_request_duration_seconds_count', graphql)).toBeGreaterThan(
      before.requests,
    );
    expect(await valueOf('baraza_sign_in_tries_total', wrong)).toBe(before.wrong + 1);
    for (const canary of ['MARKER', email, 'example.org', 'acacia', record(1).displayName]) {
      expect(text.toLowerCase()).not.toContain(String(canary).toLowerCase());
    }
  });

  it('says that a part is down that does not answer in time, and asks it once meanwhile', async () => {
    const { search } = api.services;
    const standings = api.app.get(Standings);
    const { patience } = standings;
    const count = search.count.bind(search);
    let asked = 0;
    let answer = (): void => undefined;
    search.count = async () => {
      asked += 1;
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return count();
    };
    try {
      standings.patience = 500;
      const [first, second] = await Promise.all([standings.all(), standings.all()]);
      expect([first.search, second.search, asked]).toEqual([
        { status: 'down' },
        { status: 'down' },
        1,
      ]);
      expect(await standings.areEssentialsUp()).toBe(true);
    } finally {
      answer();
      search.count = count;
      standings.patience = patience;
    }
  });

  it('has a log of what went on, with the ids of requests, and nothing of whose or what', async () => {
    const lines: string[] = [];
    const context = () => ({ requestId: requestId() ?? '' });
    Logger.overrideLogger(
      new JsonLogger('info', context, { write: (line) => void lines.push(line) }),
    );
    const failing = jest.spyOn(api.services.search, 'search');
    failing.mockRejectedValue(new TypeError('MARKER in an error'));
    try {
      const headers = { 'content-type': 'application/json', 'user-agent': 'MARKER' };
      const failed = await api.app.inject({
        method: 'POST',
        url: '/graphql?MARKER',
        headers: { ...headers, authorization: 'Bearer MARKER-token' },
        payload: '{}',
      });
      expect(failed.statusCode).toBe(401);
      const query = 'query MARKER { MARKERalias: mediators(search: "MARKER") { totalCount } }';
      const broken = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers,
        payload: JSON.stringify({ query, operationName: 'MARKER' }),
      });
      const { email } = await makeAccount(api.services, { role: 'coordinator' });
      const reader = await new PageReader(api).open('/sign-in');
      await reader.submit('/sign-in', { address: email, password: 'MARKER-password' });
      await new PageReader(api).open('/link/sign-in?token=MARKER-token');
      await new PageReader(api).open('/directory?q=MARKER');
      await api.app.inject({ method: 'POST', url: '/imports', headers, payload: '{"MARKER":1}' });
      await api.services.database.transaction((tx) =>
        tx.addJob({ name: 'mail-send', ids: ['MARKER-no-id'] }),
      );
      await api.services.jobs.start();
      while (!lines.join('').includes('Job mail-send')) {
        await new Promise((next) => {
          setTimeout(next, 20);
        });
      }
      await api.services.jobs.stop();

      const log = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      const id = broken.headers['x-request-id'];
      expect(log.filter((line) => line.requestId === id)).toEqual([
        expect.objectContaining({
          level: 'error',
          context: 'GraphQL',
          msg: expect.stringContaining('TypeError at mediators.'),
        }),
        expect.objectContaining({
          level: 'info',
          context: 'HTTP',
          msg: 'request',
          method: 'POST',
          route: '/graphql',
          status: 200,
        }),
      ]);
      expect(log.filter(({ msg }) => msg === 'request').length).toBeGreaterThan(6);
      for (const canary of ['MARKER', email, 'example.org', 'acacia', '127.0.0.1']) {
        expect(lines.join('').toLowerCase()).not.toContain(canary.toLowerCase());
      }
    } finally {
      await api.services.jobs.stop();
      await api.services.database.query('DELETE FROM graphile_worker._private_jobs');
      failing.mockRestore();
      Logger.overrideLogger(new ProgramLogger());
    }
  });

  it('has traces of requests, operations, searches, statements and jobs, and nothing of whose or what', async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = api.app.get(Tracing);
    await api.ask('{ networks(first: 1) { totalCount } }');
    await tracing.start('api', new SimpleSpanProcessor(exporter));
    try {
      const headers = {
        'content-type': 'application/json',
        traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      };
      const query =
        'query MARKER($text: String) { alias: mediators(search: $text) { totalCount } }';
      const answer = await api.app.inject({
        method: 'POST',
        url: '/graphql?MARKER',
        headers,
        payload: JSON.stringify({ query, variables: { text: 'MARKER' } }),
      });
      expect(answer.statusCode).toBe(200);
      await new PageReader(api).open('/link/sign-in?token=MARKER');
      await api.services.database.transaction((tx) =>
        tx.addJob({ name: 'mail-send', ids: ['00000000-0000-4000-8000-000000000000'] }),
      );
      await api.services.jobs.drain();

      const spans = exporter.getFinishedSpans();
      const named = (name: string) => spans.find((span) => span.name === name);
      const request = named('POST /graphql');
      const operation = named('query mediators');
      const search = named('search PostgreSQL');
      expect(request?.attributes).toEqual({
        'http.request.method': 'POST',
        'http.route': '/graphql',
        'http.response.status_code': 200,
        'baraza.request_id': answer.headers['x-request-id'],
      });
      expect(request?.parentSpanContext).toBeUndefined();
      expect(operation?.attributes).toEqual({
        'graphql.operation.type': 'query',
        'baraza.graphql.fields': 'mediators',
      });
      expect(operation?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
      expect(search?.parentSpanContext?.spanId).toBe(operation?.spanContext().spanId);
      const statements = spans.filter(
        (span) => span.parentSpanContext?.spanId === search?.spanContext().spanId,
      );
      expect(statements.map(({ name }) => name)).toContain('sql WITH');
      const job = named('job mail-send');
      expect(
        spans
          .filter((span) => span.parentSpanContext?.spanId === job?.spanContext().spanId)
          .map(({ attributes }) => attributes['db.collection.name']),
      ).toContain('mail_message');
      expect(named('GET /link/sign-in')).toBeDefined();
      const told = JSON.stringify(
        spans.map(({ name, attributes, events, links, status }) => ({
          name,
          attributes,
          events,
          links,
          status,
        })),
      );
      for (const canary of ['MARKER', 'alias', 'acacia', '00000000-0000-4000', 'aaaaaaaa']) {
        expect(told).not.toContain(canary);
      }
      expect(request?.spanContext().traceId).not.toBe('a'.repeat(32));
    } finally {
      await tracing.onApplicationShutdown();
    }
    expect(isTracing()).toBe(false);
  });

  it.each([
    ['takes them', 200],
    ['refuses them', 400],
  ])('sends traces where the setting says, to a collector that %s', async (_name, status) => {
    const taken: string[] = [];
    const collector = await listen((method, path, body) => {
      taken.push(`${method} ${path} ${body}`);
      return { status, text: '{}' };
    });
    try {
      const tracing = new Tracing({ ...api.settings, tracesUrl: `${collector.url}/v1/traces` });
      await tracing.start('worker');
      await api.ask('{ networks(first: 1) { totalCount } }');
      await tracing.onApplicationShutdown();
    } finally {
      await stop(collector.server);
    }
    expect(taken).toEqual([expect.stringContaining('POST /v1/traces {"resourceSpans"')]);
    expect(taken[0]).toContain('"baraza-worker"');
    expect(taken[0]).toContain('"query networks"');
  });

  it('has what to do for each alert in docs/operating.md', async () => {
    const rules = await readFile('docker/monitoring/alerts.yaml', 'utf8');
    const named = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    const page = await readFile('docs/operating.md', 'utf8');
    const lines = [...page.matchAll(/^\| `(Baraza\w+)` \|/gm)].map(([, name]) => name);
    expect(lines).toEqual(named);
  });

  it('has a line for each meter in docs/operating.md', async () => {
    const [, table = ''] =
      /\| meter[^]*?\n((?:\|.*\n)+)/.exec(await readFile('docs/operating.md', 'utf8')) ?? [];
    const known = meters.getMetricsAsArray().map(({ name }) => name);
    const named = new Set(table.match(/\bbaraza_[a-z_]+/g));
    expect([...named].toSorted()).toEqual(
      known.filter((name) => name.startsWith('baraza_')).toSorted(),
    );
  });
});
