import { Allowances } from '#identity';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '#database';
import { NeedPreparation } from '#engagement';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLField,
} from 'graphql';
import { openTestApi, type Answer, type TestApi, startTestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';

const BRIEF = 'mediation of land disputes between herders and farmers '.repeat(36).slice(0, 2_000);
const MATCH = `matchCandidates(need: { date: "2026-09-01", brief: "${BRIEF}" }) {
  ... on MatchConnection { edges { node { mediator { id } } } }
}`;
const repeat = (times: number, text: (i: number) => string): string =>
  Array.from({ length: times }, (_, i) => text(i)).join(' ');
const code = ({ errors }: Answer<unknown>): unknown => errors?.[0]?.extensions?.code;

describe('cost', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [record(1), record(2)]);
  });
  afterAll(() => api.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    ['by aliases', `{ ${repeat(20, (i) => `a${i}: ${MATCH}`)} }`],
    [
      'in a fragment',
      `{ ...all } fragment all on Query { ${repeat(20, (i) => `a${i}: ${MATCH}`)} }`,
    ],
  ])('refuses twenty rankings with a long brief %s before anything runs', async (_name, query) => {
    const sql = jest.spyOn(Database.prototype, 'query');
    const prepared = jest.spyOn(Database.prototype, 'queryPrepared');
    const transactions = jest.spyOn(Database.prototype, 'transaction');
    const needs = jest.spyOn(NeedPreparation.prototype, 'prepare');
    const searches = jest.spyOn(api.services.search, 'matches');
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query }),
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({
      errors: [
        {
          message: expect.stringMatching(/^The document costs \d+; at most 10000 is allowed\./),
          path: ['a0'],
          locations: [expect.anything()],
          extensions: { code: 'TOO_EXPENSIVE', cost: expect.any(Number), limit: 10_000 },
        },
      ],
    });
    for (const spy of [sql, prepared, transactions, needs, searches]) {
      expect(spy).not.toHaveBeenCalled();
    }
  });

  it('counts what variables and their defaults ask for', async () => {
    const ask = (type: string, variables?: Record<string, unknown>) =>
      api.ask(
        `query ($n: Int${type}) { ${repeat(20, (i) => `a${i}: mediators(first: $n) { edges { node { name languages { code label } } } }`)} }`,
        variables,
      );
    expect(code(await ask('', { n: 100 }))).toBe('TOO_EXPENSIVE');
    expect(code(await ask(' = 100'))).toBe('TOO_EXPENSIVE');
    expect((await ask('', { n: 1 })).errors).toBeUndefined();
  });

  it('gives an account and a program more than a stranger', async () => {
    const query = `{ ${repeat(4, (i) => `a${i}: ${MATCH}`)} }`;
    expect(code(await api.ask(query))).toBe('TOO_EXPENSIVE');
    const organizer = await api.signedIn({ role: 'organizer' });
    expect((await api.ask(query, {}, organizer)).errors).toBeUndefined();
  });

  it('knows what every expensive kind of field costs', () => {
    const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
    const missing: string[] = [];
    const roots = [schema.getQueryType(), schema.getMutationType()];
    for (const root of roots) {
      for (const field of Object.values(root?.getFields() ?? {})) {
        const said = field.extensions.cost as { own?: unknown; items?: unknown } | undefined;
        if (ranks(field) && said?.own === undefined) missing.push(`${field.name}: own`);
        const type = getNullableType(field.type);
        if (getNamedType(type).name === 'JSON' && said?.own === undefined) {
          missing.push(`${field.name}: own`);
        }
        if (isListType(type) && !isLeafType(getNamedType(type)) && said?.items === undefined) {
          missing.push(`${field.name}: items`);
        }
      }
    }
    expect(missing).toEqual([]);
    // A connection is counted by the size of its page, and so can be asked for one.
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const given = getNamedType(field.type);
        if (!isObjectType(given) || !given.name.endsWith('Connection')) continue;
        if (given.getFields().edges === undefined || type.name.endsWith('Report')) continue;
        expect([field.name, field.args.map(({ name }) => name)]).toEqual([
          field.name,
          expect.arrayContaining(['first']),
        ]);
      }
    }
  });
});

/** Whether a field works on a need, and so ranks the whole pool. */
function ranks({ args, name }: GraphQLField<unknown, unknown>): boolean {
  if (name === 'addToShortlist') return true;
  return args.some(({ type }) => getNamedType(type).name === 'NeedInput');
}

describe('how much may be asked at a time', () => {
  const env = {
    BARAZA_ANONYMOUS_COST_PER_MINUTE: '1000',
    BARAZA_ANONYMOUS_PROFILES_PER_HOUR: '100',
    BARAZA_ANONYMOUS_AT_ONCE: '3',
    BARAZA_TRUST_PROXY: '127.0.0.1',
    BARAZA_MAX_BODY_BYTES: '1000000',
  };
  let api: TestApi;
  let other: TestApi['app'];

  beforeAll(async () => {
    // Windows begin with the clock's minute: none begins while these tests run.
    const now = new Date();
    api = await openTestApi(env, undefined, () => now);
    await fill(api.services, 'acacia', [record(1)]);
    other = await startTestApi(api.settings, undefined, () => now);
  });
  afterAll(async () => {
    await other.close();
    await api.close();
  });

  const send = (app: TestApi['app'], query: string, headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ query }),
    });
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const settle = async () => {
    await api.services.identity.allowances.usage.settle();
    await other.get(Allowances).usage.settle();
  };
  const DEAR = `{ ${repeat(9, (i) => `a${i}: mediators(first: 0) { totalCount }`)} }`;

  it('is counted for one client by all processes together, and tells when to come back', async () => {
    const who = from('203.0.113.1');
    expect((await send(api.app, DEAR, who)).json().errors).toBeUndefined();
    await settle();
    // The other process has not heard of this client before: what it asks first is added up.
    expect((await send(other, '{ __typename }', who)).statusCode).toBe(200);
    await settle();
    const refused = await send(other, DEAR, who);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(refused.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining('Too many requests'),
          extensions: {
            code: 'TOO_MANY_REQUESTS',
            seconds: Number(refused.headers['retry-after']),
          },
        },
      ],
    });
  });

  it('tells who asks what it cost, and what is left', async () => {
    const ask = async (query: string, extensions: unknown, headers: Record<string, string>) => {
      const response = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        payload: JSON.stringify({ query, extensions }),
      });
      return response.json<{ extensions?: Record<string, Record<string, unknown>> }>().extensions;
    };
    const page = '{ mediators(first: 5) { edges { node { id } } } }';
    const who = from('203.0.113.7');
    const told = {
      cost: 111,
      limit: 10_000,
      perMinute: { limit: 1_000, left: 889, seconds: expect.any(Number) },
      requestsAtOnce: 3,
      profiles: 5,
      profilesPerHour: { limit: 100, left: 95, seconds: expect.any(Number) },
    };
    expect(await ask(page, { cost: true }, who)).toEqual({ cost: told });
    for (const silent of [undefined, {}, { cost: false }, { cost: 'true' }]) {
      expect(await ask('{ __typename }', silent, who)).toBeUndefined();
    }
    // A document that is refused is told the same, and did not count.
    const refused = await ask(`{ ${MATCH} }`, { cost: true }, who);
    expect(refused?.cost).toMatchObject({ perMinute: { left: 845 } });
    expect(Number(refused?.cost?.cost)).toBeGreaterThan(1_000);
    const organizer = await api.signedIn({ role: 'organizer' });
    const account = await ask(page, { cost: true }, organizer);
    expect(account).toEqual({
      cost: {
        cost: 111,
        limit: 20_000,
        perMinute: { limit: 1_000_000_000, left: 999_999_889, seconds: expect.any(Number) },
        requestsAtOnce: 1_000,
      },
    });
  });

  it('counts what reading a document costs, also of one that is refused', async () => {
    const long = `{ nothing(text: "${'x'.repeat(512 * 1_001)}") }`;
    expect((await send(api.app, long, from('203.0.113.5'))).statusCode).toBe(429);
    expect((await send(api.app, '{ nothing }', from('203.0.113.5'))).statusCode).toBe(400);
  });

  it('reads other documents between long ones', async () => {
    const long = `{ ${repeat(20, (i) => `a${i}: node(id: "${'x'.repeat(1_000)}") { id }`)} }`;
    const answered: string[] = [];
    const ask = async (name: string, query: string, who: string) => {
      await send(api.app, query, from(who));
      answered.push(name);
    };
    await Promise.all([
      ...Array.from({ length: 30 }, (_, i) => ask('long', long, `203.0.114.${i}`)),
      ask('short', '{ __typename }', '203.0.113.6'),
    ]);
    expect(answered.indexOf('short')).toBeLessThan(10);
  });

  it('counts profiles by the hour for who has not signed in', async () => {
    const who = from('203.0.113.2');
    const page = '{ mediators(first: 60) { edges { node { id } } } }';
    expect((await send(api.app, page, who)).statusCode).toBe(200);
    const refused = await send(api.app, page, who);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3_600);
    expect((await send(api.app, '{ __typename }', who)).statusCode).toBe(200);
    const rows = await api.services.database.query<{ subject: Buffer }>(
      'SELECT subject FROM request_usage',
    );
    expect(JSON.stringify(rows)).not.toContain('203.0.113');
  });

  it('locks out nobody else: not by a header that is made up, nor from the same address', async () => {
    const organizer = await api.signedIn({ role: 'organizer' });
    const attacker = from('198.51.100.7');
    let last = await send(api.app, DEAR, attacker);
    for (let i = 0; i < 3 && last.statusCode === 200; i++) {
      last = await send(api.app, DEAR, attacker);
    }
    expect(last.statusCode).toBe(429);
    // The proxy adds who really sent it; what the attacker wrote before that is not believed.
    const forged = from('203.0.113.9, 198.51.100.7');
    expect((await send(api.app, DEAR, forged)).statusCode).toBe(429);
    expect((await send(api.app, DEAR, from('203.0.113.9'))).statusCode).toBe(200);
    expect((await send(api.app, DEAR, { ...attacker, ...organizer })).statusCode).toBe(200);
  });

  it('takes all addresses of one subscriber of IPv6 for one client', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) {
      statuses.push((await send(api.app, DEAR, from(`2001:db8:1:2::${i + 1}`))).statusCode);
    }
    expect(statuses).toContain(429);
  });

  it('lets so many requests be under way at once, and the next ones when they have ended', async () => {
    const who = from('203.0.113.3');
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const search = api.services.search;
    const real = search.search.bind(search);
    const slow = jest.spyOn(search, 'search').mockImplementation(async (query) => {
      await gate;
      return real(query);
    });
    try {
      const query = '{ mediators(first: 0) { totalCount } }';
      const under = [1, 2, 3].map(() => send(api.app, query, who));
      while (slow.mock.calls.length < 3) await new Promise((next) => setImmediate(next));
      const refused = await send(api.app, '{ __typename }', who);
      expect(refused.statusCode).toBe(429);
      expect(refused.headers['retry-after']).toBe('1');
      await settle();
      expect((await send(other, '{ __typename }', who)).statusCode).toBe(200);
      expect((await send(api.app, '{ __typename }', from('203.0.113.4'))).statusCode).toBe(200);
      go();
      for (const answer of await Promise.all(under)) expect(answer.statusCode).toBe(200);
      expect((await send(api.app, '{ __typename }', who)).statusCode).toBe(200);
    } finally {
      go();
      slow.mockRestore();
    }
  });
});
