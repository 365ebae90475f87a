import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { listen, stop } from './json-server.js';

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly status: number;
  readonly response: unknown;
}

/** Whom the adapter talks to in this run, and under which key. */
export interface MeilisearchUnderTest {
  readonly url: string;
  readonly key: string;
  readonly live: boolean;
  /** What it was asked so far, as `METHOD path`. */
  readonly asked: readonly string[];
  /** Ends it; in a recording run, writes what was said. Throws what was asked and never recorded. */
  close(): Promise<void>;
}

const REPLAY_KEY = 'replayed-key';
const RECORDING = new URL('../fixtures/meilisearch/contract.json', import.meta.url);

/** Whether there is a server, or a recording of one, to test the adapter with. */
export function isMeilisearchTestable(): boolean {
  return Boolean(process.env.MEILISEARCH_URL) || existsSync(RECORDING);
}

/**
 * With MEILISEARCH_URL set, a proxy before the real server, which with MEILISEARCH_RECORD=1 keeps
 * what was said as data. Without, a server that answers as the real one did; a request that it never
 * answered fails the run loudly.
 */
export async function meilisearchUnderTest(): Promise<MeilisearchUnderTest> {
  const target = process.env.MEILISEARCH_URL;
  return target ? proxy(target, process.env.MEILISEARCH_KEY ?? '') : replay();
}

async function proxy(target: string, key: string): Promise<MeilisearchUnderTest> {
  const exchanges: Exchange[] = [];
  const asked: string[] = [];
  const { url, server } = await listen(async (method, path, body, authorization) => {
    asked.push(`${method} ${path}`);
    const answer = await fetch(new URL(path, target), {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.text();
    exchanges.push({
      method,
      path,
      request: parse(body),
      status: answer.status,
      response: parse(text),
    });
    return { status: answer.status, text };
  });
  return {
    url,
    key,
    live: true,
    asked,
    close: async () => {
      await stop(server);
      if (process.env.MEILISEARCH_RECORD === '1') writeRecording(exchanges);
    },
  };
}

async function replay(): Promise<MeilisearchUnderTest> {
  if (!existsSync(RECORDING)) throw new Error('There is no recording of Meilisearch to replay.');
  const waiting = JSON.parse(readFileSync(RECORDING, 'utf8')) as Exchange[];
  const unknown: string[] = [];
  const asked: string[] = [];
  const { url, server } = await listen((method, path, body) => {
    asked.push(`${method} ${path}`);
    const request = JSON.stringify(parse(body));
    const at = waiting.findIndex(
      (exchange) =>
        exchange.method === method &&
        exchange.path === path &&
        JSON.stringify(exchange.request) === request,
    );
    const exchange = waiting[at];
    if (!exchange) {
      unknown.push(`${method} ${path} ${request}`);
      return { status: 501, text: '{"code":"never_recorded","message":"never recorded"}' };
    }
    // A task may be asked after more often than it was.
    if (!path.startsWith('/tasks/')) waiting.splice(at, 1);
    return { status: exchange.status, text: JSON.stringify(exchange.response) };
  });
  return {
    url,
    key: REPLAY_KEY,
    live: false,
    asked,
    close: async () => {
      await stop(server);
      if (unknown.length > 0) throw new Error(`Never recorded:\n${unknown.join('\n')}`);
    },
  };
}

/** One exchange on a line; no key, no moment in time, no answer of a task that was not done yet. */
function writeRecording(exchanges: readonly Exchange[]): void {
  const kept = exchanges.filter(
    ({ path, response }) => !path.startsWith('/tasks/') || isFinal(response),
  );
  const once = kept.filter(
    ({ path }, i) => !path.startsWith('/tasks/') || kept.findIndex((e) => e.path === path) === i,
  );
  const lines = once.map((exchange) => JSON.stringify(exchange, scrubbed));
  writeFileSync(RECORDING, `[\n${lines.join(',\n')}\n]\n`);
}

function isFinal(response: unknown): boolean {
  const { status } = response as { status?: string };
  return status === 'succeeded' || status === 'failed';
}

function scrubbed(name: string, value: unknown): unknown {
  if (name === 'key' && typeof value === 'string') return REPLAY_KEY;
  if (name.endsWith('At') && typeof value === 'string') return '2026-01-01T00:00:00Z';
  if (name === 'processingTimeMs' || name === 'duration') return null;
  return value;
}

function parse(text: string): unknown {
  return text === '' ? null : JSON.parse(text);
}
