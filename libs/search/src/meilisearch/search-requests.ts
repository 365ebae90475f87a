import { deadline } from '#database';
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { SearchBusyError, SearchUnavailableError } from '../errors.js';
import { refusal } from './refusal.js';

/** A document as the server gives it. */
export type Stored = Record<string, unknown>;

/** What one query of a search finds. */
export interface Found {
  readonly hits: readonly Stored[];
  readonly totalHits?: number;
  readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * How many searches of one clearance the engine is sent at once. It does as many at a time as it has cores, and refuses
 * those that come when a thousand wait there, of all processes. So they wait here, where they end with their requests.
 */
export const AT_ONCE = 64;
/** What the engine says when a thousand searches wait. */
const TOO_MANY = 'too_many_search_requests';
/** Seconds until a search that it refused may be tried again, where it does not say. */
const PAUSE = 5;

/**
 * Sends searches over connections that stay open. The official client, which does all else, asks by `fetch`: for a search
 * that took as much of the processor as all the rest of a request.
 */
export class SearchRequests {
  private readonly url: URL;
  private readonly agent: PlainAgent | SecureAgent;

  /** @param patience milliseconds that a search may wait here, and as many that the engine may take for it */
  constructor(
    url: string,
    private readonly key: string,
    private readonly patience: number,
  ) {
    this.url = new URL('multi-search', url.endsWith('/') ? url : `${url}/`);
    const Agent = this.url.protocol === 'https:' ? SecureAgent : PlainAgent;
    this.agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  }

  /**
   * Sends all queries at once.
   *
   * @throws SearchUnavailableError; SearchBusyError where the engine has too much to do; or the reason why the request that asks has
   * ended
   */
  async search(queries: readonly object[]): Promise<readonly Found[]> {
    const { status, text, seconds } = await this.post(JSON.stringify({ queries }));
    const answer = parsed(text) as { results: Found[] } & { code?: string };
    if (answer.code === TOO_MANY) throw new SearchBusyError(seconds ?? PAUSE);
    if (status !== 200) throw refusal(answer.code ?? String(status));
    return answer.results;
  }

  /** Gives up when the request that asks has ended, when it has waited here for too long, or the engine has had it for too long. */
  private async post(body: string): Promise<Answer> {
    const ended = deadline();
    ended?.throwIfAborted();
    const late = new AbortController();
    const giveUp = (): void => late.abort();
    let isSent = false;
    let timer = setTimeout(giveUp, this.patience);
    const sending = (): void => {
      if (isSent) return;
      isSent = true;
      clearTimeout(timer);
      timer = setTimeout(giveUp, this.patience);
    };
    ended?.addEventListener('abort', giveUp, { once: true });
    try {
      return await this.send(body, late.signal, sending);
    } catch {
      ended?.throwIfAborted();
      if (!isSent) throw new SearchBusyError(PAUSE);
      throw new SearchUnavailableError('Meilisearch does not answer at MEILISEARCH_URL.', false);
    } finally {
      clearTimeout(timer);
      ended?.removeEventListener('abort', giveUp);
    }
  }

  /** @param sending called when it has a connection: until then, it waits here */
  private async send(body: string, signal: AbortSignal, sending: () => void): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = this.url.protocol === 'https:' ? secureRequest : plainRequest;
      const sent = request(this.url, {
        method: 'POST',
        agent: this.agent,
        signal,
        headers: {
          authorization: `Bearer ${this.key}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      });
      sent.on('socket', sending);
      // One that has no connection yet says nothing of its end.
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      sent.on('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const seconds = Number(answer.headers['retry-after']) || null;
          resolve({ status: answer.statusCode ?? 0, text, seconds });
        });
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server has closed a connection that nobody used, while this search was on its way there.
        const isStale = sent.reusedSocket && error.code === 'ECONNRESET' && !signal.aborted;
        if (isStale) resolve(this.send(body, signal, sending));
        else reject(error);
      });
      sent.end(body);
    });
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** What `Retry-After` says; null where it says nothing. */
  readonly seconds: number | null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SearchUnavailableError('What answers at MEILISEARCH_URL is no Meilisearch.');
  }
}
