import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Clock } from '#config';
import { demoTemplate, openTestApi, type TestApi } from '../api.js';

/** Says which of a test's visitors asks. The service never gets it. */
export const VISITOR_HEADER = 'x-test-visitor';

/** An answer of the service, as a visitor's browser got it. */
export interface SeenAnswer {
  /** As in `GET /me`. */
  readonly request: string;
  readonly status: number;
  /** Its headers and its body, decompressed, as text. */
  readonly text: string;
}

/** The service as `openTestApi` opens it, listening where a browser can ask it. */
export interface TestSite extends TestApi {
  /** As in `http://127.0.0.1:40123`. Links in mails begin with it. */
  readonly origin: string;
  /** What a visitor has been answered so far. What cannot be told to be another's counts as hers. */
  seenBy(visitor: string): readonly SeenAnswer[];
}

/**
 * Opens the service on a database and a port of the test file's own.
 *
 * @param env as of `openTestApi`
 * @param now the time of the service, where it is to stand still or to be moved: pictures need it
 * @param template as of `openTestApi`
 */
export async function openTestSite(
  env: Record<string, string> = {},
  now?: Clock,
  template?: string,
): Promise<TestSite> {
  const answers: (SeenAnswer & { readonly visitor: string | null })[] = [];
  let serve: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  // It listens before the service opens, because the service must know its address from the beginning.
  const front = createServer((request, response) => {
    const visitor = request.headers[VISITOR_HEADER]?.toString() ?? null;
    delete request.headers[VISITOR_HEADER];
    keep(request, response, (answer) => answers.push({ ...answer, visitor }));
    serve(request, response);
  });
  await new Promise<void>((resolve) => {
    front.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => {
      front.close(resolve);
    });
    front.closeAllConnections();
    await closed;
  };
  try {
    const settings = { BARAZA_PUBLIC_URL: origin, ...env };
    const api = await openTestApi(settings, undefined, now, undefined, template);
    const server = api.app.getHttpServer();
    serve = (request, response) => void server.emit('request', request, response);
    return {
      ...api,
      origin,
      seenBy: (visitor) => answers.filter((one) => one.visitor === null || one.visitor === visitor),
      close: async () => {
        await stop();
        await api.close();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The same with the demo as of a day, on which its time stands still. */
export async function openDemoSite(today: Date): Promise<TestSite> {
  return openTestSite({}, () => today, await demoTemplate(today));
}

/** Hands over an answer when it has been sent, or when it was cut off. */
function keep(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  take: (answer: SeenAnswer) => void,
): void {
  const parts: Buffer[] = [];
  type Send = (part?: unknown, encoding?: unknown, ...rest: unknown[]) => unknown;
  /** The same, which gathers what is sent. */
  const gathering =
    (send: Send): Send =>
    (part, encoding, ...rest) => {
      if (typeof part === 'string') parts.push(Buffer.from(part, encodingOf(encoding)));
      else if (part instanceof Uint8Array) parts.push(Buffer.from(part));
      return send(part, encoding, ...rest);
    };
  Object.assign(response, {
    write: gathering(response.write.bind(response) as Send),
    end: gathering(response.end.bind(response) as Send),
  });
  response.once('close', () => {
    const headers = Object.entries(response.getHeaders()).map(
      ([name, value]) => `${name}: ${String(value)}`,
    );
    const body = decompressed(Buffer.concat(parts), response.getHeader('content-encoding'));
    take({
      request: `${method} ${url}`,
      status: response.statusCode,
      text: `${headers.join('\n')}\n\n${body.toString()}`,
    });
  });
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}

function decompressed(body: Buffer, encoding: unknown): Buffer {
  if (body.length === 0) return body;
  if (encoding === 'br') return brotliDecompressSync(body);
  if (encoding === 'gzip') return gunzipSync(body);
  return encoding === 'deflate' ? inflateSync(body) : body;
}
