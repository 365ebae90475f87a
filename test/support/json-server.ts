import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = { status: number; text: string };

/** A server on a free port of this machine that answers JSON with JSON. */
export async function listen(
  answer: (
    method: string,
    path: string,
    body: string,
    authorization: string,
  ) => Promise<Answer> | Answer,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { method = 'GET', url = '/', headers } = request;
      Promise.resolve(answer(method, url, body, headers.authorization ?? ''))
        .catch(() => ({ status: 502, text: '{}' }))
        .then(({ status, text }) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(text);
        })
        .catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Ends it, and whoever still waits for an answer. */
export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}
