import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stop } from './json-server.js';

export interface ReceivedMessage {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A receiver of the test's own, which answers as it is told. */
export class WebhookReceiver {
  readonly received: ReceivedMessage[] = [];
  status: number | 'never' = 204;
  location: string | null = null;
  private server: Server | null = null;
  url = '';

  async open(port = 0): Promise<void> {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        this.received.push({ headers: request.headers, body });
        if (this.status === 'never') return;
        response.writeHead(this.status, this.location ? { location: this.location } : {});
        response.end('x'.repeat(100_000));
      });
    });
    await new Promise<void>((resolve) => {
      this.server!.listen(port, '127.0.0.1', resolve);
    });
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  async close(): Promise<void> {
    if (this.server) await stop(this.server);
    this.server = null;
  }
}
