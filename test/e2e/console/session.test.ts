import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccount, openSession } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { builtConsole, ConsoleReader, hashOf, signInOnPage } from '../../support/console.js';
import { fill, record } from '../../support/fill.js';

const ME = 'query Me { me { account { email } } }';
const NETWORK = 'query Network($slug: String!) { network(slug: $slug) { slug } }';
const BOTH = 'query One { __typename } query Two { me { vetted } }';
const SIGN_OUT = 'mutation SignOut { signOut { __typename } }';

describe('the session of the console', () => {
  let api: TestApi;
  let email: string;
  let she: ConsoleReader;
  let other: ConsoleReader;

  beforeAll(async () => {
    const operations = [ME, NETWORK, BOTH, SIGN_OUT];
    api = await openTestApi({}, undefined, undefined, await builtConsole(operations));
    await fill(api.services, 'acacia', [record(1)]);
    const account = await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] });
    email = account.email;
    she = ConsoleReader.of(api, (await openSession(api.services, account.id)).refreshToken);
    const stranger = await makeAccount(api.services, { role: 'organizer' });
    other = ConsoleReader.of(api, (await openSession(api.services, stranger.id)).refreshToken);
  });
  afterAll(async () => api.close());

  const me = (answer: { data?: unknown }) =>
    (answer.data as { me: { account: { email: string } } | null } | null)?.me?.account.email;
  const code = ({ errors }: { errors?: { extensions?: { code?: string } }[] }) =>
    errors?.[0]?.extensions?.code;
  const session = (headers: Record<string, string>) =>
    api.app.inject({ method: 'GET', url: '/console/session', headers });

  it('gives its script the token that its requests carry', async () => {
    const { cookie } = she.headers;
    const answer = await session({ cookie: cookie ?? '' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { formToken: she.token }]);
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/json/),
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    for (const headers of [{}, { cookie: 'baraza_page=x' }, { cookie: 'baraza_form=x' }]) {
      const { statusCode, body } = await session(headers as Record<string, string>);
      expect([statusCode, body]).toEqual([401, '{}']);
    }
  });

  it('asks the graph as she does who signed in on a page', async () => {
    const reader = await signInOnPage(api, { email });
    const cookie = reader.cookies.get('baraza_page') ?? '';
    expect(me(await new ConsoleReader(api, cookie).ask(ME))).toBe(email);
    // The cookie is not exchanged: it is good for the next request too.
    expect(me(await new ConsoleReader(api, cookie).ask(ME))).toBe(email);
  });

  it('does nothing with a cookie alone', async () => {
    const { cookie = '' } = she.headers;
    const open = await she.send({ query: ME }, { cookie });
    expect([open.status, open.data]).toEqual([200, { me: null }]);
    const stored = await she.ask(ME, {}, { cookie });
    expect(code(stored)).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    const exported = await api.app.inject({
      method: 'POST',
      url: '/networks/acacia/export',
      headers: { cookie, 'content-type': 'application/json' },
      payload: '{"format":"csv"}',
    });
    expect(exported.statusCode).toBe(401);
    const uploaded = await api.app.inject({ method: 'POST', url: '/imports', headers: { cookie } });
    expect(uploaded.statusCode).toBe(401);
  });

  it('refuses every header that is not that of its own session, always alike', async () => {
    const { headers } = she;
    const answers = await Promise.all(
      [
        { ...headers, 'x-baraza-form': '' },
        { ...headers, 'x-baraza-form': 'x'.repeat(43) },
        { ...headers, 'x-baraza-form': she.cookie },
        { ...headers, 'x-baraza-form': other.token },
        { ...headers, cookie: `baraza_page=${other.cookie}` },
        { ...headers, cookie: `baraza_form=${she.cookie}` },
        { ...headers, cookie: '' },
        { ...new ConsoleReader(api, 'x').headers },
        { ...headers, origin: 'https://evil.example' },
        { ...headers, origin: 'null', 'sec-fetch-site': 'cross-site' },
        { ...headers, 'sec-fetch-site': 'same-site' },
      ].map((sent) => she.ask(ME, {}, sent)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]!.status).toBe(401);
    expect(code(answers[0]!)).toBe('INVALID_TOKEN');
    const fromHere = {
      ...headers,
      origin: api.settings.publicUrl,
      'sec-fetch-site': 'same-origin',
    };
    expect(me(await she.ask(ME, {}, fromHere))).toBe(email);
  });

  it('ends at once, with the sign-out and after an hour without use, which its requests put off', async () => {
    const { id } = await makeAccount(api.services, { role: 'organizer' });
    const reader = ConsoleReader.of(api, (await openSession(api.services, id)).refreshToken);
    const idle = (minutes: number) =>
      api.services.database.query(
        `UPDATE session SET last_used_at = now() - $2 * interval '1 minute' WHERE account_id = $1`,
        [id, minutes],
      );
    await idle(59);
    expect((await reader.ask(ME)).status).toBe(200);
    const [row] = await api.services.database.query<{ recent: boolean }>(
      `SELECT last_used_at > now() - interval '1 minute' AS recent FROM session WHERE account_id = $1`,
      [id],
    );
    expect(row!.recent).toBe(true);
    await idle(61);
    expect((await reader.ask(ME)).status).toBe(401);
    await idle(0);
    expect(code(await reader.ask(SIGN_OUT))).toBeUndefined();
    expect((await reader.ask(ME)).status).toBe(401);
    expect((await session(reader.headers)).statusCode).toBe(401);
    const out = async (cookie = '') => {
      const { headers } = await api.app.inject({ url: '/sign-in?out', headers: { cookie } });
      return String(headers['set-cookie'] ?? '');
    };
    expect(await out(reader.headers.cookie)).toMatch(/baraza_page=;.*Max-Age=0/);
    // Whoever is sent there by another page stays signed in.
    expect(await out(she.headers.cookie)).not.toContain('baraza_page');
    expect(me(await she.ask(ME))).toBe(email);
  });

  it('goes before the token of a program nowhere', async () => {
    const account = await makeAccount(api.services, { role: 'organizer' });
    const { accessToken } = await openSession(api.services, account.id);
    const both = { ...she.headers, authorization: `Bearer ${accessToken}` };
    expect(me(await she.send({ query: ME }, both))).toBe(account.email);
    const wrong = await she.send({ query: ME }, { ...she.headers, authorization: 'Bearer x' });
    expect(wrong.status).toBe(401);
  });

  it('opens files by a link', async () => {
    const { cookie = '' } = she.headers;
    const url = '/imports/SW1wb3J0OjAxOTAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA/rejects';
    const get = async (headers: Record<string, string>) =>
      (await api.app.inject({ method: 'GET', url, headers })).statusCode;
    expect(await get({ cookie })).toBe(404);
    expect(await get(she.headers)).toBe(404);
    expect(await get({})).toBe(401);
    expect(await get({ cookie, 'sec-fetch-site': 'same-site' })).toBe(401);
    expect(await get({ cookie, 'x-baraza-form': other.token })).toBe(401);
    expect(await get({ cookie: 'baraza_page=x' })).toBe(401);
  });

  describe('sends stored operations only', () => {
    const persisted = (hash: unknown, version: unknown = 1) => ({
      extensions: { persistedQuery: { version, sha256Hash: hash } },
    });

    it('with their variables, and by name where a document has several', async () => {
      expect((await she.ask(NETWORK, { slug: 'acacia' })).data).toEqual({
        network: { slug: 'acacia' },
      });
      const named = { ...persisted(hashOf(BOTH)), operationName: 'One', variables: {} };
      expect((await she.send(named)).data).toEqual({ __typename: 'Query' });
      const wrong = await she.ask(NETWORK, {});
      expect([wrong.status, code(wrong)]).toEqual([400, 'BAD_USER_INPUT']);
    });

    it.each<[string, object]>([
      ['a document of her own', { query: ME }],
      ['a document beside a hash', { query: ME, ...persisted(hashOf(ME)) }],
      ['another document beside a hash', { query: '{ me { vetted } }', ...persisted(hashOf(ME)) }],
      ['a hash that is not stored', persisted(hashOf('{ me { vetted } }'))],
      ['a name that every object has', persisted('constructor')],
      ['a hash that is no text', persisted([hashOf(ME)])],
      ['another version', persisted(hashOf(ME), 2)],
      ['no hash', { extensions: { persistedQuery: null } }],
      ['extensions that are none', { extensions: 'x' }],
      ['nothing', {}],
      ['several', [persisted(hashOf(ME))]],
    ])('and not %s', async (_, body) => {
      const answer = await she.send(body);
      expect([answer.status, code(answer)]).toEqual([400, 'OPERATION_NOT_STORED']);
      expect(answer.data).toBeUndefined();
    });

    it('nor by GET', async () => {
      const response = await api.app.inject({
        method: 'GET',
        url: `/graphql?query=${encodeURIComponent(ME)}`,
        headers: { ...she.headers, 'apollo-require-preflight': '1' },
      });
      expect([response.statusCode, code(response.json())]).toEqual([400, 'OPERATION_NOT_STORED']);
    });

    it('while the graph stays open for programs and for nobody in particular', async () => {
      expect((await api.ask('{ me { vetted } }')).data).toEqual({ me: null });
      const headers = await api.signedIn({ role: 'organizer' });
      expect((await api.ask('{ me { vetted } }', {}, headers)).data).toEqual({
        me: { vetted: true },
      });
      const answer = await she.ask(ME, {}, headers);
      expect(code(answer)).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    });
  });
});
