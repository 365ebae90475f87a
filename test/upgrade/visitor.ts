import { request } from 'node:http';
import type { Answer } from '../support/api.js';

/** The address that people use, whichever process answers: a proxy would stand there. */
export const PUBLIC_URL = 'http://baraza.example.org';

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** As a browser would send them: `name=value; …`. */
  readonly cookies: string;
}

/** One api process, as a proxy that keeps the `Host` header reaches it. */
export class Door {
  constructor(
    /** Which version answers. */
    readonly name: string,
    private readonly origin: string,
  ) {}

  async send(
    method: 'GET' | 'POST',
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body = '',
  ): Promise<Reply> {
    const host = new URL(PUBLIC_URL).host;
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.origin}${path}`,
        { method, headers: { host, 'content-length': Buffer.byteLength(body), ...headers } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          response.once('error', reject).once('end', () => {
            const set = response.headers['set-cookie'] ?? [];
            const cookies = set.map((cookie) => cookie.split(';')[0]).join('; ');
            resolve({ status: response.statusCode ?? 0, text, cookies });
          });
        },
      );
      asked.once('error', reject);
      asked.end(body);
    });
  }

  /** Sends a document; the answer with its errors. */
  async graph<T>(
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T> & { readonly cookies: string }> {
    const { text, cookies, status } = await this.send(
      'POST',
      '/graphql',
      { 'content-type': 'application/json', ...headers },
      JSON.stringify(body),
    );
    try {
      return { ...(JSON.parse(text) as Answer<T>), cookies };
    } catch {
      throw new Error(`${this.name} answered ${status}: ${text.slice(0, 200)}`);
    }
  }

  /** The field that a document asks for. @throws Error with what was answered if that is an error or a refusal */
  async ask<T>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    token?: string,
  ): Promise<T> {
    const { data, errors } = await this.graph<Record<string, T>>(
      { query, variables },
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    );
    const [value] = Object.values(data ?? {});
    const problem = errors?.[0] ?? (isRefusal(value) ? value : null);
    if (problem) {
      throw new Error(`${this.name} answered ${JSON.stringify(problem).slice(0, 400)}`);
    }
    return value as T;
  }
}

/** Refusals of mutations are data with a `code` (docs/graphql.md). */
function isRefusal(value: unknown): boolean {
  return typeof (value as { code?: unknown } | null)?.code === 'string';
}
