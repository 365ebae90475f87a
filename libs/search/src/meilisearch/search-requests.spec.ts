import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withinRequest } from '#database';
import { SearchBusyError, SearchUnavailableError } from '../errors.js';
import { AT_ONCE, SearchRequests } from './search-requests.js';

describe('searches that are sent', () => {
  let server: Server;
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  /** Requests to a server that answers so, under a path of its own. */
  const requestsTo = async (answer: RequestListener, patience = 5_000) => {
    server = createServer(answer);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return new SearchRequests(`http://127.0.0.1:${port}/under`, 'the-key', patience);
  };
  const found: RequestListener = (_request, response) =>
    void response.end(JSON.stringify({ results: [{ hits: [], totalHits: 3 }] }));

  it('go below the path of the server, with the key, over a connection that stays open', async () => {
    const seen: unknown[] = [];
    const sockets = new Set<unknown>();
    const requests = await requestsTo((request, response) => {
      seen.push([request.method, request.url, request.headers.authorization]);
      sockets.add(request.socket);
      found(request, response);
    });
    expect(await requests.search([{ indexUid: 'a' }])).toEqual([{ hits: [], totalHits: 3 }]);
    await requests.search([]);
    expect(seen[0]).toEqual(['POST', '/under/multi-search', 'Bearer the-key']);
    expect(sockets.size).toBe(1);
  });

  it('are sent again where the server has just closed a connection that nobody used', async () => {
    let answered = 0;
    const sockets = new Set<unknown>();
    const requests = await requestsTo((request, response) => {
      const isUsed = sockets.has(request.socket);
      sockets.add(request.socket);
      if (isUsed) {
        request.socket.destroy();
        return;
      }
      answered += 1;
      found(request, response);
    });
    await requests.search([]);
    expect(await requests.search([])).toHaveLength(1);
    expect(answered).toBe(2);
  });

  it.each([
    ['breaks off', (request) => void request.socket.destroy(), 'does not answer', false],
    ['is silent', () => undefined, 'does not answer', false],
    [
      'breaks off in the middle of its answer',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{', () => response.destroy());
      },
      'does not answer',
      false,
    ],
    ['is another one', (_request, response) => void response.end('<html>'), 'no Meilisearch', true],
    [
      'refuses the key',
      (_request, response) => void response.writeHead(403).end('{"code":"invalid_api_key"}'),
      'refuses the key',
      true,
    ],
    [
      'refuses the search',
      (_request, response) => void response.writeHead(400).end('{"code":"invalid_search_filter"}'),
      'invalid_search_filter',
      true,
    ],
  ] satisfies [string, RequestListener, string, boolean][])(
    'fail in plain words where the server %s',
    async (_what, answer, message, answered) => {
      const requests = await requestsTo(answer, 200);
      const error = await requests.search([]).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SearchUnavailableError);
      expect(error).toMatchObject({ message: expect.stringContaining(message), answered });
    },
  );

  it('wait here while the engine has as many as it is given at once', async () => {
    const asked = 3 * AT_ONCE;
    const held: (() => void)[] = [];
    let [come, most] = [0, 0];
    const requests = await requestsTo((request, response) => {
      come += 1;
      held.push(() => found(request, response));
      most = Math.max(most, held.length);
      // One after the other is answered, and all who are left when the last has come.
      if (come === asked) for (const answer of held) answer();
      else if (held.length === AT_ONCE) held.shift()?.();
    });
    const all = await Promise.all(Array.from({ length: asked }, () => requests.search([])));
    expect(all).toHaveLength(asked);
    expect(most).toBe(AT_ONCE);
  });

  it('are told apart: those that the engine leaves without an answer, and those that never came to it', async () => {
    const requests = await requestsTo(() => undefined, 50);
    const reasons = await Promise.all(
      Array.from({ length: AT_ONCE + 2 }, () =>
        requests.search([]).catch((reason: unknown) => reason),
      ),
    );
    const busy = reasons.map((reason) => reason instanceof SearchBusyError);
    expect(busy).toEqual([...Array<boolean>(AT_ONCE).fill(false), true, true]);
  });

  it.each([
    ['10', 10],
    ['soon', 5],
  ])(
    'that the engine refuses because it has too many can be tried again (%s)',
    async (said, seconds) => {
      const requests = await requestsTo((_request, response) =>
        response.writeHead(503, { 'retry-after': said }).end('{"code":"too_many_search_requests"}'),
      );
      const error = await requests.search([]).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SearchBusyError);
      expect(error).toMatchObject({ seconds, answered: true });
    },
  );

  it('end with the request that asks', async () => {
    const requests = await requestsTo(() => undefined);
    const ended = new AbortController();
    const search = withinRequest(ended.signal, async () => requests.search([]));
    setImmediate(() => ended.abort(new Error('gone')));
    await expect(search).rejects.toThrow('gone');
  });
});
