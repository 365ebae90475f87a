import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APP_SETTINGS, VERSION, type Settings } from '#config';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { gauge, meters } from './meters.js';
import { Standings } from './standings.js';

type OperatorSettings = Pick<Settings, 'operatorHost' | 'operatorPort' | 'operatorToken'>;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const build = gauge('baraza_build_info', 'Always 1; the version that runs.', ['version', 'node']);
build.set({ version: VERSION, node: process.version }, 1);

/** What Node says of itself (`process_…`, `nodejs_…`); from the first time on that anybody can read it. */
let isProcessMeasured = false;

/**
 * Serves operators at an address of their own: `/metrics` for Prometheus, `/health` with how each part stands, and
 * `/live` and `/ready` for whatever restarts processes and distributes requests. Every process has one, if it is set.
 */
@Injectable()
export class OperatorServer implements OnApplicationShutdown {
  private readonly logger = new Logger('Operators');
  private server: Server | null = null;

  constructor(
    @Inject(APP_SETTINGS) private readonly settings: OperatorSettings,
    private readonly standings: Standings,
  ) {}

  /** Listens where the settings say; does nothing where they name no port. @throws where the port is taken */
  async listen(): Promise<void> {
    const { operatorHost: host, operatorPort: port } = this.settings;
    if (port === null) return;
    if (!isProcessMeasured) collectDefaultMetrics({ register: meters });
    isProcessMeasured = true;
    const server = createServer((request, response) => {
      void this.answer(request)
        .catch((error: unknown) => {
          this.logger.error('The operators could not be answered.', error);
          return json(500, { status: 'failed' });
        })
        .then(({ status, type, body }) => {
          const headers = { 'content-type': type, 'cache-control': 'no-store' };
          const more = status === 503 ? { 'retry-after': '5' } : {};
          response.writeHead(status, { ...headers, ...more }).end(body);
        });
    });
    server.listen(port, host);
    await once(server, 'listening');
    this.server = server;
  }

  /** Where it listens, such as `http://127.0.0.1:9464`; null where it does not. */
  get address(): string | null {
    const found = this.server?.address() as AddressInfo | null | undefined;
    if (!found) return null;
    const host = found.family === 'IPv6' ? `[${found.address}]` : found.address;
    return `http://${host}:${found.port}`;
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    if (request.method !== 'GET') return json(405, { status: 'not allowed' });
    switch (request.url?.split('?')[0]) {
      case '/live':
        return json(200, { status: 'up' });
      case '/ready': {
        const isReady = await this.standings.areEssentialsUp();
        return json(isReady ? 200 : 503, { status: isReady ? 'up' : 'down' });
      }
      case '/health':
        return this.isOperator(request) ? this.health() : json(401, { status: 'no token' });
      case '/metrics':
        if (!this.isOperator(request)) return json(401, { status: 'no token' });
        await this.standings.all();
        return { status: 200, type: meters.contentType, body: await meters.metrics() };
      default:
        return json(404, { status: 'nothing here' });
    }
  }

  private async health(): Promise<Answer> {
    const parts = await this.standings.all();
    const found = Object.values(parts).map(({ status }) => status);
    const status = found.find((one) => one === 'down') ?? found.find((one) => one === 'late');
    return json(200, { status: status ?? 'up', version: VERSION, parts });
  }

  private isOperator({ headers }: IncomingMessage): boolean {
    const { operatorToken: token } = this.settings;
    if (token === null) return true;
    return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
  }
}

function json(status: number, body: unknown): Answer {
  return { status, type: 'application/json', body: `${JSON.stringify(body)}\n` };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
