import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ConsoleBuild } from '../../apps/api/src/http/console-build.js';
import { formToken } from '../../apps/api/src/http/form-token.js';
import { PASSWORD, type TestAccount } from './accounts.js';
import type { Answer, TestApi } from './api.js';
import { PageReader } from './page-reader.js';

export const SCRIPT = `document.title = '${'x'.repeat(2_000)}';`;
export const PAGE = '<!doctype html><title>Console</title><div id="root"></div>';

export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** A console as the build leaves it, in a folder of the test's own. */
export async function builtConsole(documents: readonly string[]): Promise<ConsoleBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-console-'));
  const assets = join(folder, 'assets');
  await mkdir(assets);
  const operations = Object.fromEntries(documents.map((text) => [hashOf(text), text]));
  await writeFile(join(folder, 'operations.json'), JSON.stringify(operations));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(assets, 'main-B1x_-9.js'), SCRIPT);
  await writeFile(join(assets, 'main-B1x_-9.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(assets, 'main-B1x_-9.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(assets, 'main-C2y.css'), 'body{margin:0}');
  return ConsoleBuild.read(folder);
}

/** A person at the console: the cookie of pages, and the header that its script sends beside it. */
export class ConsoleReader {
  constructor(
    private readonly api: Pick<TestApi, 'app'>,
    /** The cookie of her page session. */
    readonly cookie: string,
  ) {}

  /** As the console's script learns the token of her session. */
  static of(api: Pick<TestApi, 'app'>, refreshToken: string): ConsoleReader {
    return new ConsoleReader(api, refreshToken);
  }

  get token(): string {
    return formToken(this.cookie);
  }

  get headers(): Record<string, string> {
    return { cookie: `baraza_page=${this.cookie}`, 'x-baraza-form': this.token };
  }

  /** Names a stored operation. */
  async ask<T = Record<string, unknown>>(
    document: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = this.headers,
  ): Promise<Answer<T> & { readonly status: number }> {
    const persistedQuery = { version: 1, sha256Hash: hashOf(document) };
    return this.send({ variables, extensions: { persistedQuery } }, headers);
  }

  /** Any body. */
  async send<T = Record<string, unknown>>(
    body: object,
    headers: Record<string, string> = this.headers,
  ): Promise<Answer<T> & { readonly status: number }> {
    const response = await this.api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
    });
    return { status: response.statusCode, ...response.json<Answer<T>>() };
  }
}

/** Signs in on the page. */
export async function signInOnPage(
  api: TestApi,
  { email }: Pick<TestAccount, 'email'>,
  password = PASSWORD,
): Promise<PageReader> {
  const she = await new PageReader(api).open('/sign-in');
  return she.submit('/sign-in', { address: email, password });
}
