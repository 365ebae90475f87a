import { deadline } from '#database';
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { SearchUnavailableError } from '../errors.js';
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
 * Sends searches over connections that stay open. The official client, which does all else, asks by `fetch`: for a search
 * that took as much of the processor as all the rest of a request.
 */
export class SearchRequests {
  private readonly url: URL;
  private readonly agent: PlainAgent | SecureAgent;

  /** @param patience milliseconds that a search may take */
  constructor(
    url: string,
    private readonly key: string,
    private readonly patience: number,
  ) {
    this.url = new URL('multi-search', url.endsWith('/') ? url : `${url}/`);
    const Agent = this.url.protocol === 'https:' ? SecureAgent : PlainAgent;
    this.agent = new Agent({ keepAlive: true });
  }

  /** Sends all queries at once. @throws SearchUnavailableError, or the reason why the request that asks has ended */
  async search(queries: readonly object[]): Promise<readonly Found[]> {
    const { status, text } = await this.post(JSON.stringify({ queries }));
    const answer = parsed(text) as { results: Found[] } & { code?: string };
    if (status !== 200) throw refusal(answer.code ?? String(status));
    return answer.results;
  }

  /** Gives up when the request that asks has ended, or after so many milliseconds. */
  private async post(body: string): Promise<Answer> {
    const ended = deadline();
    ended?.throwIfAborted();
    const late = new AbortController();
    const giveUp = (): void => late.abort();
    const timer = setTimeout(giveUp, this.patience);
    ended?.addEventListener('abort', giveUp, { once: true });
    try {
      return await this.send(body, late.signal);
    } catch {
      ended?.throwIfAborted();
      throw new SearchUnavailableError('Meilisearch does not answer at MEILISEARCH_URL.', false);
    } finally {
      clearTimeout(timer);
      ended?.removeEventListener('abort', giveUp);
    }
  }

  private async send(body: string, signal: AbortSignal): Promise<Answer> {
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
      sent.on('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: answer.statusCode ?? 0, text });
        });
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server has closed a connection that nobody used, while this search was on its way there.
        const isStale = sent.reusedSocket && error.code === 'ECONNRESET' && !signal.aborted;
        if (isStale) resolve(this.send(body, signal));
        else reject(error);
      });
      sent.end(body);
    });
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SearchUnavailableError('What answers at MEILISEARCH_URL is no Meilisearch.');
  }
}
