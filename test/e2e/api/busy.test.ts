import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { BusyError } from '#identity';
import { openTestApi, type Answer, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { gate } from '../../support/waiting-jobs.js';

const MATCH = 'matchCandidates(need: { date: "2026-09-01", soft: { years: 5 } }) { __typename }';

describe('a server that has too much waiting', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [record(1)]);
  });
  afterAll(() => api.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const ask = async (query: string) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query }),
    });
    const { data, errors } = response.json<Answer<unknown>>();
    return { status: response.statusCode, after: response.headers['retry-after'], data, errors };
  };
  const beBusy = () =>
    jest.spyOn(api.services.matches, 'match').mockRejectedValue(new BusyError(7));

  it('says so as a GraphQL error, and when to try again', async () => {
    beBusy();
    expect(await ask(`{ ${MATCH} }`)).toEqual({
      status: 200,
      after: '7',
      data: null,
      errors: [
        {
          message: 'Too much is waiting at present. Try again in 7 seconds.',
          path: ['matchCandidates'],
          extensions: { code: 'BUSY', key: 'service.busy', seconds: 7 },
        },
      ],
    });
  });

  it('says the same once where every field is refused', async () => {
    beBusy();
    const { status, after, data } = await ask(`{ a: ${MATCH} b: ${MATCH} }`);
    expect({ status, after, data }).toEqual({ status: 200, after: '7', data: null });
  });

  it('says nothing of the kind when it is not', async () => {
    const { status, after, errors } = await ask(`{ ${MATCH} }`);
    expect({ status, after, errors }).toEqual({ status: 200, after: undefined, errors: undefined });
  });
});

describe('a server that is full', () => {
  let api: TestApi;
  let origin: string;
  let listed: jest.SpiedFunction<TestApi['services']['networks']['list']>;

  beforeAll(async () => {
    api = await openTestApi({ BARAZA_REQUESTS_AT_ONCE: '2' });
    await api.app.listen(0, '127.0.0.1');
    origin = await api.app.getUrl();
  });
  afterAll(() => api.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const ask = async (signal?: AbortSignal) =>
    fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ networks { totalCount } }' }),
      ...(signal ? { signal } : {}),
    });
  /** Requests stand at gates of their own, in the order in which they come. */
  const hold = () => {
    const gates = [gate(), gate()] as const;
    let next = 0;
    listed = jest.spyOn(api.services.networks, 'list').mockImplementation(async () => {
      await gates[next++]?.pass();
      return { items: [], totalCount: 0, hasNextPage: false, hasPreviousPage: false };
    });
    return gates;
  };

  it('refuses what comes at once with a code, and does nothing of it; goes on when there is room', async () => {
    const [first, second] = hold();
    const answers = [ask(), ask()];
    await Promise.all([first.reached, second.reached]);
    const refused = await ask();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'OVERLOADED' } }],
    });
    expect(listed).toHaveBeenCalledTimes(2);
    // Whoever asks how the process stands, and whoever reads a page, is told, too.
    expect((await fetch(`${origin}/live`)).status).toBe(200);
    expect((await fetch(`${origin}/ready`)).status).toBe(200);
    for (const path of ['/sign-in', '/directory']) {
      const page = await fetch(`${origin}${path}`);
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await page.text()).toContain('role="alert"');
    }
    first.open();
    second.open();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await ask()).status).toBe(200);
  });

  it('keeps no place for a client that has gone, nor for one that sends slowly', async () => {
    const slow = Array.from({ length: 3 }, () => {
      const request = httpRequest(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': '1000' },
      });
      request.on('error', () => undefined);
      request.write('{');
      return request;
    });
    await Promise.all(
      slow.map(
        (request) =>
          new Promise<void>((resolve) => {
            request.on('socket', (socket) => {
              if (socket.connecting) socket.once('connect', resolve);
              else resolve();
            });
          }),
      ),
    );
    const [first, second] = hold();
    const gone = new AbortController();
    const left = ask(gone.signal).catch(() => 'gone');
    const stays = ask();
    await Promise.all([first.reached, second.reached]);
    gone.abort();
    expect(await left).toBe('gone');
    // The server is told of it by the connection.
    let again = await ask();
    while (again.status === 503) again = await ask();
    expect(again.status).toBe(200);
    first.open();
    second.open();
    expect((await stays).status).toBe(200);
    for (const request of slow) request.destroy();
  });
});
