import { connect, type AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ProfileService } from '#directory';
import { getIntrospectionQuery } from 'graphql';
import { openTestApi, type Answer, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';

/** What every answer says in production. */
const SAID_BY_ALL = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

/** Requests that were seen to harm, slow or open up other GraphQL services (STYLE, "Hostile requests"). */
describe('hostile requests', () => {
  let api: TestApi;
  let production: TestApi;
  /** Of the production server. */
  let port: number;

  beforeAll(async () => {
    api = await openTestApi();
    production = await openTestApi({ NODE_ENV: 'production' });
    await production.app.listen(0, '127.0.0.1');
    ({ port } = production.app.getHttpServer().address() as AddressInfo);
    await fill(api.services, 'acacia', [record(1)]);
  });
  afterAll(async () => {
    await api.close();
    await production.close();
  });

  const codes = ({ errors }: Answer<unknown>): unknown[] =>
    (errors ?? []).map(({ extensions }) => extensions?.code);
  const refusals = ({ data, errors }: Answer<unknown>): string[] => {
    expect(data).toBeUndefined();
    return (errors ?? []).map(({ message }) => message);
  };
  const repeat = (times: number, text: (i: number) => string): string =>
    Array.from({ length: times }, (_, i) => text(i)).join(' ');

  describe('that are too large', () => {
    it.each([
      ['101 aliases of __typename', `{ ${repeat(101, (i) => `a${i}: __typename`)} }`],
      ['101 aliases of a field', `{ ${repeat(101, (i) => `a${i}: mediators { totalCount }`)} }`],
      ['500 repeats of a field', `{ ${repeat(500, () => '__typename')} }`],
      [
        'aliases that hide in a fragment',
        `{ ${repeat(3, (i) => `m${i}: mediators { edges { node { ...f } } }`)} }
         fragment f on Mediator { ${repeat(10, (i) => `a${i}: name`)} }`,
      ],
      [
        'depth that hides in fragments',
        `{ networks { edges { node { ...f0 } } } }
         ${repeat(12, (i) => `fragment f${i} on Network { parent { ...f${i + 1} } }`)}
         fragment f12 on Network { slug }`,
      ],
      [
        'depth in a fragment with the name of a meta field',
        `{ networks { edges { node { ...__schema } } } }
         fragment __schema on Network { ${'parent { '.repeat(12)} slug ${'}'.repeat(12)} }`,
      ],
      [
        'fields that fragments multiply',
        `{ networks { edges { node { ...f0 } } } }
         ${repeat(5, (i) => `fragment f${i} on Network { ...f${i + 1} ...f${i + 1} ...f${i + 1} ...f${i + 1} }`)}
         fragment f5 on Network { slug name }`,
      ],
    ])('%s', async (_name, query) => {
      expect(refusals(await api.ask(query))).toEqual([expect.stringContaining('at most')]);
    });

    it('remember a depth when the fragment is met a second time', async () => {
      const deep = `fragment f on Network { ${'parent { '.repeat(7)} slug ${'}'.repeat(7)} }`;
      const shallow = `{ networks { edges { node { ...f } } } } ${deep}`;
      const deeper = `{ networks { edges { node { ...f parent { parent { parent { ...f } } } } } } } ${deep}`;
      expect((await api.ask(shallow)).errors).toBeUndefined();
      expect(refusals(await api.ask(deeper))).toEqual([expect.stringContaining('too deep')]);
    });

    it('a fragment that spreads itself', async () => {
      const answer = await api.ask(
        '{ networks { edges { node { ...f } } } } fragment f on Network { parent { ...f } }',
      );
      expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    });

    it.each([
      ['5,000 nested braces', `${'{ a '.repeat(5_000)} ${'}'.repeat(5_000)}`],
      [
        '5,000 nested list literals',
        `{ node(id: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { id } }`,
      ],
      ['2,000 inline fragments', `{ ${repeat(2_000, () => '... { __typename }')} }`],
    ])('%s', async (_name, query) => {
      const answer = await api.ask(query);
      expect(codes(answer)).toEqual(['GRAPHQL_PARSE_FAILED']);
      expect(answer.errors?.[0]?.message).toMatch(/^Syntax Error: .*(token|too deep)/);
    });

    it('a page or a list without end', async () => {
      expect(codes(await api.ask('{ mediators(first: 300000) { totalCount } }'))).toEqual([
        'VALIDATION_ERROR',
      ]);
      const territories = Array.from({ length: 1_000 }, () => 'ML');
      // A document that comes often is executed in another way, and as strictly.
      for (let time = 0; time < 12; time++) {
        const answer = await api.ask(
          'query ($f: MediatorFilter) { mediators(filter: $f) { totalCount } }',
          { f: { territories } },
        );
        expect(answer.errors?.[0]?.extensions?.fields).toEqual([
          expect.objectContaining({ path: 'filter.territories', code: 'TOO_MANY' }),
        ]);
      }
    });

    it('a body past the limit, answered in the shape of GraphQL', async () => {
      const response = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ query: `{ __typename } #${'x'.repeat(2_000_000)}` }),
      });
      expect(response.statusCode).toBe(413);
      expect(codes(response.json())).toEqual(['PAYLOAD_TOO_LARGE']);
    });

    it('a name of 90 KB, not repeated whole', async () => {
      const answer = await api.ask(`{ ${'a'.repeat(90_000)} }`);
      expect(codes(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
      expect(JSON.stringify(answer).length).toBeLessThan(1_000);
    });

    it('a thousand wrong variables, of which a few are told', async () => {
      const names = Array.from({ length: 1_000 }, (_, i) => `f${i}`);
      const wrong = Object.fromEntries(names.map((name) => [name, 1]));
      const answer = await api.ask(
        'query ($f: MediatorFilter) { mediators(filter: $f) { totalCount } }',
        { f: wrong },
      );
      expect(answer.errors?.length).toBeLessThanOrEqual(51);
    });

    it('a batch of requests', async () => {
      const response = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
      });
      expect(response.statusCode).toBe(400);
      expect(codes(response.json())).toEqual(['BAD_REQUEST']);
    });
  });

  describe('of odd shape', () => {
    const send = async (headers: Record<string, string>, payload: string | Buffer) =>
      api.app.inject({ method: 'POST', url: '/graphql', headers, payload });

    it.each([
      ['text/plain', '{"query":"{ __typename }"}'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{ __typename }\r\n--x--',
      ],
      ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
      ['application/json; charset=utf-7', '+AHs-'],
      ['application/json', '{"query":'],
      ['application/json', '"{ __typename }"'],
      ['application/json', '{"__proto__":{"query":"{ __typename }"}}'],
      ['application/json', '{"query":5}'],
      ['application/json', '{}'],
    ])('%s %s is refused in the shape of GraphQL', async (contentType, payload) => {
      const response = await send({ 'content-type': contentType }, payload);
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.statusCode).toBeLessThan(500);
      expect(response.json<Answer<unknown>>().errors).toHaveLength(1);
    });

    it('a GET that a foreign page could send is refused', async () => {
      const response = await api.app.inject({
        method: 'GET',
        url: '/graphql?query=%7B__typename%7D',
      });
      expect(response.statusCode).toBe(400);
    });

    it.each([
      ['null byte', 'a\u0000b'],
      ['lone surrogate', 'nobody\ud800here'],
      ['quotes and OR', `' OR 1=1 --`],
      ['operators of a search language', `name:* & !( | <-> \\ "`],
      ['a direction mark', '\u202eabc'],
      ['a template', '{{7*7}}${1}'],
    ])('a %s in a search, filter or id is only text', async (_name, text) => {
      const { data, errors } = await api.ask<{ mediators: { totalCount: number } }>(
        'query ($t: String!) { mediators(search: $t) { totalCount } network(slug: $t) { slug } }',
        { t: text },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({ mediators: { totalCount: 0 }, network: null });
      const filtered = await api.ask(
        'query ($t: String!) { mediators(filter: { networks: [$t] }) { totalCount } }',
        { t: text },
      );
      expect(codes(filtered)).toEqual(['VALIDATION_ERROR']);
      expect(codes(await api.ask('query ($t: ID!) { node(id: $t) { id } }', { t: text }))).toEqual([
        'VALIDATION_ERROR',
      ]);
    });

    it.each(['Network', 'Need', 'User', '__proto__'])(
      'an id of a %s is no mediator',
      async (type) => {
        const id = Buffer.from(`${type}:01900000-0000-7000-8000-000000000001`).toString(
          'base64url',
        );
        expect(
          codes(await api.ask('query ($id: ID!) { mediator(id: $id) { id } }', { id })),
        ).toEqual(['VALIDATION_ERROR']);
      },
    );

    it('a document by its hash is not a way in', async () => {
      const persistedQuery = { version: 1, sha256Hash: 'a'.repeat(64) };
      const response = await send(
        { 'content-type': 'application/json' },
        JSON.stringify({ extensions: { persistedQuery } }),
      );
      expect(codes(response.json())).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
    });
  });

  describe('in production', () => {
    it('a misspelt field or argument is not helped', async () => {
      for (const query of [
        '{ mediator { id } }',
        '{ mediatorz { id } }',
        '{ mediators(sorT: NAME) { totalCount } }',
      ]) {
        const answer = await production.ask(query);
        expect(answer.errors?.length).toBeGreaterThan(0);
        expect(JSON.stringify(answer)).not.toMatch(/did you mean|mediators"/i);
      }
    });

    it('the schema cannot be asked for', async () => {
      const answer = await production.ask(getIntrospectionQuery());
      expect(answer.data).toBeUndefined();
      expect(answer.errors?.length).toBeGreaterThan(0);
      expect(JSON.stringify(answer)).not.toContain('MediatorFilter');
    });

    it('GraphiQL is not there', async () => {
      for (const url of ['/graphiql', '/graphiql/graphiql.js']) {
        expect((await production.app.inject({ url })).statusCode).toBe(404);
        expect((await api.app.inject({ url })).statusCode).toBe(200);
      }
      expect((await api.app.inject({ url: '/graphiql/..%2fpackage.json' })).statusCode).toBe(404);
      expect((await api.app.inject({ url: '/graphiql/constructor' })).statusCode).toBe(404);
    });

    it('tracing is not answered', async () => {
      const response = await production.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', 'apollo-federation-include-trace': 'ftv1' },
        payload: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(response.json()).toEqual({ data: { __typename: 'Query' } });
    });
  });

  it.each([
    '/graphql',
    '/live',
    '/nowhere/at/all',
    '/graphiql',
    '/imports',
    '/sign-in',
    '/vocabulary',
  ])('an answer of %s is taken for nothing else', async (url) => {
    const { headers } = await production.app.inject({ method: 'POST', url, payload: '{' });
    expect(headers).toMatchObject({
      ...SAID_BY_ALL,
      'content-security-policy': expect.stringContaining("default-src 'none'") as unknown,
    });
  });

  it('two Host headers are refused, one of which a proxy may have believed', async () => {
    const answerTo = async (...hosts: string[]): Promise<string> => {
      const socket = connect(port, '127.0.0.1');
      const lines = hosts.map((host) => `Host: ${host}\r\n`).join('');
      socket.end(`GET /live HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`);
      return (await textOf(socket)).split('\r\n')[0] ?? '';
    };
    expect(await answerTo('localhost')).toBe('HTTP/1.1 200 OK');
    expect(await answerTo('localhost', 'elsewhere.example')).toBe('HTTP/1.1 400 Bad Request');
  });

  it.each([
    ['no Host', 'GET /live HTTP/1.1', 400],
    [
      'an address with a host of its own',
      'GET https://MARKER.example/sign-in HTTP/1.1\r\nHost: a',
      400,
    ],
    ['a star for an address', 'OPTIONS * HTTP/1.1\r\nHost: a', 400],
    ['an expectation that nobody meets', 'GET /live HTTP/1.1\r\nHost: a\r\nExpect: MARKER', 417],
  ])('a request with %s is refused as others are, and not repeated', async (_, head, status) => {
    const socket = connect(port, '127.0.0.1');
    socket.end(`${head}\r\nConnection: close\r\n\r\n`);
    const answer = await textOf(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toContain('MARKER');
    // A page has a longer policy.
    const said = { ...SAID_BY_ALL, 'content-security-policy': "default-src 'none'" };
    for (const [name, value] of Object.entries(said)) expect(answer).toContain(`${name}: ${value}`);
  });

  it.each(['/%ff?token=MARKER', `/imports/${'MARKER'.repeat(50)}/rejects`])(
    'an address that is none is answered as others are, and not repeated: %s',
    async (url) => {
      const { headers, statusCode, body } = await production.app.inject({ method: 'GET', url });
      expect(statusCode).toBe(400);
      expect(JSON.parse(body)).toEqual({
        errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
      });
      expect(body).not.toMatch(/MARKER|%ff/);
      expect(headers).toMatchObject(SAID_BY_ALL);
    },
  );

  it.each([
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6', 400],
    ['a length beside chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked', 400],
    ['a space before the colon', 'Transfer-Encoding : chunked', 400],
    ['a NUL', 'X-Text: a\0b', 400],
    ['a folded line', 'X-Text: a\r\n b', 400],
    ['too long a header', `X-Text: ${'MARKER'.repeat(5_000)}`, 431],
  ])(
    'a request with %s ends its connection, once and without a word of it',
    async (_, line, status) => {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: a\r\n${line}\r\n\r\n0\r\n\r\nGET /live HTTP/1.1\r\nHost: a\r\n\r\n`,
      );
      const answer = await textOf(socket);
      expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`]);
      expect(answer).not.toContain('MARKER');
      for (const [name, value] of Object.entries(SAID_BY_ALL)) {
        expect(answer).toContain(`${name}: ${value}\r\n`);
      }
    },
  );

  it('the introspection of a developer is within the limits', async () => {
    const { errors } = await api.ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
  });

  it('an error of the database is masked and can be found in the log by its id', async () => {
    const lines: string[] = [];
    const written = jest.spyOn(process.stderr, 'write');
    written.mockImplementation((chunk) => Boolean(lines.push(String(chunk))));
    const failing = jest.spyOn(ProfileService.prototype, 'prefetchViews');
    failing.mockReturnValue({
      byIds: async () =>
        Promise.reject(
          Object.assign(new Error('Key (email)=(leak@example.org)'), { name: 'QueryFailedError' }),
        ),
    });
    try {
      const response = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ query: '{ mediators { totalCount } }' }),
      });
      expect(response.json()).toEqual({
        data: null,
        errors: [
          {
            message: expect.stringContaining('x-request-id') as unknown,
            path: ['mediators'],
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          },
        ],
      });
      const log = lines.join('');
      expect(log).toContain(`Request ${response.headers['x-request-id'] as string}`);
      expect(log).toContain('QueryFailedError at mediators');
      expect(log + response.body).not.toContain('leak@');
    } finally {
      written.mockRestore();
      failing.mockRestore();
    }
  });
});
