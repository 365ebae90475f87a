import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccount, openSession } from '../../support/accounts.js';
import { openTestApi, startTestApi, type Answer, type TestApi } from '../../support/api.js';
import { builtConsole, ConsoleReader, hashOf } from '../../support/console.js';
import { fill, record } from '../../support/fill.js';

const NETWORK = 'query Network($slug: String!) { network(slug: $slug) { slug } }';
const TWO = 'query One { __typename } query Two($slug: String!) { network(slug: $slug) { slug } }';
const OTHER = '{ networks(first: 1) { edges { node { slug } } } }';
const OF_CONSOLE = 'query Me { me { account { email } } }';

describe('a graph that is closed to all but trusted documents', () => {
  let folder: string;
  let api: TestApi;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baraza-trusted-'));
    const documents = Object.fromEntries([NETWORK, TWO].map((text) => [hashOf(text), text]));
    await writeFile(join(folder, 'app.json'), JSON.stringify(documents));
    const env = { BARAZA_OPEN_GRAPH: 'off', BARAZA_TRUSTED_DOCUMENTS: folder };
    api = await openTestApi(env, undefined, undefined, await builtConsole([OF_CONSOLE]));
    await fill(api.services, 'acacia', [record(1)]);
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  const send = async (
    body: unknown,
    headers: Record<string, string> = {},
    app: TestApi['app'] = api.app,
  ) => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
    });
    return { status: response.statusCode, ...response.json<Answer<unknown>>() };
  };
  const named = (text: string, variables = {}, more = {}) => ({
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } },
    ...more,
  });
  const slug = { slug: 'acacia' };
  const found = { status: 200, data: { network: slug } };

  it('executes what names one of them by its hash, in either way', async () => {
    expect(await send(named(NETWORK, slug))).toEqual(found);
    const documentId = `sha256:${hashOf(NETWORK)}`;
    expect(await send({ documentId, variables: slug })).toEqual(found);
    expect(await send(named(TWO, slug, { operationName: 'Two' }))).toEqual(found);
  });

  it.each([
    ['the text of another', { query: OTHER }],
    ['the text of one of them', { query: NETWORK, variables: slug }],
    ['a text beside a hash', { ...named(NETWORK, slug), query: OTHER }],
    ['a text beside an id', { documentId: `sha256:${hashOf(NETWORK)}`, query: OTHER }],
    ['a hash that nobody trusts', named(OTHER)],
    ['an operation of the console', named(OF_CONSOLE)],
    ['a hash of another version', { extensions: { persistedQuery: { version: 2 } } }],
    ['an id of another kind', { documentId: `md5:${hashOf(NETWORK)}` }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['nothing', {}],
    ['a list', [named(NETWORK, slug)]],
    ['a name of every object', named('constructor')],
  ])('refuses %s', async (_name, body) => {
    const organizer = await api.signedIn({ role: 'organizer' });
    for (const headers of [{}, organizer]) {
      expect(await send(body, headers)).toEqual({
        status: 400,
        errors: [
          {
            message: expect.stringMatching(/^This service executes trusted documents only\./),
            extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
          },
        ],
      });
    }
  });

  it('executes what the console asks, and nothing else of its session', async () => {
    const account = await makeAccount(api.services, { role: 'organizer' });
    const { refreshToken } = await openSession(api.services, account.id);
    const she = ConsoleReader.of(api, refreshToken);
    expect((await she.ask(OF_CONSOLE)).data).toEqual({ me: { account: { email: account.email } } });
    const other = await she.ask(NETWORK, slug);
    expect(other.errors?.[0]?.extensions?.code).toBe('OPERATION_NOT_STORED');
  });

  it('that is open executes both, so that clients can be changed before it closes', async () => {
    const app = await startTestApi({ ...api.settings, openGraph: true });
    try {
      expect(await send(named(NETWORK, slug), {}, app)).toEqual(found);
      expect((await send({ query: OTHER }, {}, app)).status).toBe(200);
      const documentId = `sha256:${hashOf(OTHER)}`;
      const unknown = await send({ documentId }, {}, app);
      expect(unknown.errors?.[0]?.extensions?.code).toBe('DOCUMENT_NOT_TRUSTED');
      // Clients of automatic persisted queries send the whole document after this.
      const automatic = await send(named(OTHER), {}, app);
      expect(automatic.errors?.[0]?.extensions?.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    } finally {
      await app.close();
    }
  });
});
