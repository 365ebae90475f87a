import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Standings } from '#telemetry';
import { openTestApi, startTestApi, type Answer, type TestApi } from '../support/api.js';
import { DatabaseFront } from '../support/database-front.js';
import { fill, record } from '../support/fill.js';

const AWAY = {
  code: 'DATABASE_UNAVAILABLE',
  message: expect.stringContaining('The database does not answer now') as unknown,
};

describe('an api whose PostgreSQL goes away and comes back', () => {
  let api: TestApi;
  let front: DatabaseFront;
  let app: TestApi['app'];
  let signedIn: Record<string, string>;

  beforeAll(async () => {
    api = await openTestApi({ BARAZA_REQUEST_SECONDS: '1' });
    await fill(api.services, 'acacia', [record(1)]);
    front = await DatabaseFront.open(() => api.settings.databaseUrl ?? '');
    app = await startTestApi({ ...api.settings, databaseUrl: front.url });
    app.get(Standings).patience = 500;
    signedIn = await api.signedIn({ role: 'organizer' });
  });
  afterEach(() => {
    front.comeBack();
  });
  afterAll(async () => {
    await app.close();
    await front.close();
    await api.close();
  });

  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify({ query }),
    });
    const body = response.json<Answer<Record<string, unknown>>>();
    const [error] = body.errors ?? [];
    return {
      status: response.statusCode,
      after: response.headers['retry-after'],
      keys: Object.keys(body),
      data: body.data,
      error: error && { code: error.extensions?.code, message: error.message },
    };
  };
  const NETWORKS = '{ networks(first: 1) { totalCount } }';
  const recovered = async (headers: Record<string, string> = {}) =>
    expect(await ask(NETWORKS, headers)).toMatchObject({
      status: 200,
      data: { networks: { totalCount: 1 } },
    });

  it('says so with 503 and a code of its own, to who has a token and who has none, and recovers', async () => {
    await recovered(signedIn);
    front.goAway();
    for (const headers of [{}, signedIn]) {
      expect(await ask(NETWORKS, headers)).toEqual({
        status: 503,
        after: '5',
        keys: ['errors'],
        data: undefined,
        error: AWAY,
      });
    }
    const change = 'mutation { requestSignInLink(email: "a@example.org") { __typename } }';
    expect(await ask(change)).toMatchObject({ status: 503, error: AWAY });
    front.comeBack();
    await recovered();
    await recovered(signedIn);
  });

  it('answers what needs no database, and says what is missing beside it', async () => {
    front.goAway();
    expect(await ask('{ vocabulary(kind: TRACK, first: 1) { totalCount } }')).toMatchObject({
      status: 200,
      error: undefined,
    });
    const both =
      '{ vocabulary(kind: TRACK, first: 0) { totalCount } network(slug: "acacia") { slug } }';
    expect(await ask(both)).toMatchObject({
      status: 200,
      data: { vocabulary: { totalCount: expect.any(Number) }, network: null },
      error: AWAY,
    });
  });

  it('says so on pages, at the doors of programs, and to what distributes requests', async () => {
    front.goAway();
    for (const url of ['/networks', '/me', '/directory']) {
      const page = await app.inject({ url, headers: { cookie: `baraza_page=${'x'.repeat(43)}` } });
      expect([url, page.statusCode, page.headers['retry-after']]).toEqual([url, 503, '5']);
      expect(page.body).toContain('Something went wrong on our side. Try again later.');
    }
    const program = await app.inject({ method: 'GET', url: '/me/export.json', headers: signedIn });
    expect([program.statusCode, program.headers['retry-after'], program.json()]).toEqual([
      503,
      '5',
      {
        errors: [
          {
            message: 'The database does not answer now: try again.',
            extensions: { code: 'DATABASE_UNAVAILABLE' },
          },
        ],
      },
    ]);
    const ready = await app.inject('/ready');
    expect([ready.statusCode, ready.headers['retry-after']]).toEqual([503, '5']);
    expect((await app.inject('/live')).statusCode).toBe(200);
    front.comeBack();
    expect((await app.inject('/ready')).statusCode).toBe(200);
  });

  it('ends requests in time while it is frozen, and recovers', async () => {
    front.freeze();
    const [anonymous, organizer, ready] = await Promise.all([
      ask(NETWORKS),
      ask(NETWORKS, signedIn),
      app.inject('/ready'),
    ]);
    for (const { error } of [anonymous, organizer]) {
      expect(['TIMEOUT', 'DATABASE_UNAVAILABLE']).toContain(error?.code);
    }
    expect(ready.statusCode).toBe(503);
    front.comeBack();
    await recovered();
    await recovered(signedIn);
  });

  it('says that it does not know where nobody hears whether a change was made', async () => {
    const save = (name: string) =>
      ask(
        `mutation { saveView(input: { name: "${name}", query: "q=1", screen: "needs" }) { __typename } }`,
        signedIn,
      );
    const made = async () => {
      const rows = await api.services.database.query<{ count: number }>(
        'SELECT count(*)::int FROM saved_view',
      );
      return rows[0]!.count;
    };
    const UNKNOWN = {
      status: 503,
      after: '5',
      error: { code: 'OUTCOME_UNKNOWN', message: expect.stringContaining('Read what you changed') },
    };
    expect(await save('first')).toMatchObject({ status: 200 });
    front.afterCommit();
    expect(await save('frozen')).toMatchObject(UNKNOWN);
    front.comeBack();
    front.afterCommit(() => front.breakAll());
    expect(await save('broken')).toMatchObject(UNKNOWN);
    // It was made.
    expect(await made()).toBe(3);
    await recovered(signedIn);
  });

  it('says that nothing can be saved while its disk is full, and goes on showing what there is', async () => {
    const [change] = await api.asOwner<{ count: number }>('SELECT count(*)::int FROM link_request');
    await api.asOwner(`
      CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE 'could not extend file' USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON attempt EXECUTE FUNCTION full_disk();`);
    try {
      const refused = await ask(
        'mutation { requestSignInLink(email: "a@example.org") { __typename } }',
      );
      expect(refused).toMatchObject({
        status: 503,
        after: '5',
        error: { code: 'DATABASE_FULL', message: expect.stringContaining('nothing was changed') },
      });
      await recovered(signedIn);
    } finally {
      await api.asOwner('DROP FUNCTION full_disk CASCADE');
    }
    expect(await api.asOwner('SELECT count(*)::int FROM link_request')).toEqual([change]);
  });
});
