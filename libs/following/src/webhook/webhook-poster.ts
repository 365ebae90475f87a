import { APP_SETTINGS, type Settings } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { DeliveryProblem } from './webhook-delivery.entity.js';
import { isReachable, webhookAddressProblems } from './webhook-address.js';

const PATIENCE_MS = 10_000;

/** What came of a message: what was answered, or why nothing was. */
export type Answer =
  | { readonly status: number; readonly problem: null }
  | { readonly status: null; readonly problem: DeliveryProblem };

class AddressRefusedError extends Error {}

/**
 * Sends one message to an address that an account chose. It must not lead into the networks of this machine: every address
 * that the name stands for is judged, and the connection is made to what was judged and to nothing else. Redirections are
 * not followed, and what is answered is not read.
 */
@Injectable()
export class WebhookPoster {
  /** Milliseconds within which a receiver has answered. */
  patienceMs = PATIENCE_MS;

  constructor(
    @Inject(APP_SETTINGS)
    private readonly settings: Pick<Settings, 'environment' | 'webhookNetworks'>,
  ) {}

  /** What a client may choose, and what an address must still be when a message is sent. */
  get rules(): { readonly http: boolean; readonly opened: readonly string[] } {
    const { environment, webhookNetworks } = this.settings;
    return { http: environment !== 'production', opened: webhookNetworks };
  }

  async post(
    address: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<Answer> {
    if (webhookAddressProblems(address, this.rules).length > 0) {
      return { status: null, problem: 'address' };
    }
    try {
      return { status: await this.send(new URL(address), headers, body), problem: null };
    } catch (error) {
      // Nothing of the error is kept: it may hold the address.
      if (error instanceof AddressRefusedError) return { status: null, problem: 'address' };
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { status: null, problem: late ? 'timeout' : 'unreachable' };
    }
  }

  private async send(
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<number> {
    const signal = AbortSignal.timeout(this.patienceMs);
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const sent = request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Baraza',
          ...headers,
        },
        // A connection of its own, so that no other request's is used.
        agent: false,
        lookup: this.lookup,
        signal,
      });
      sent.on('response', (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      });
      sent.on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
      sent.end(body);
    });
  }

  /** Numbers in an address are not looked up; these were judged before. */
  private readonly lookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new Error('no address'), '', 0);
      const { opened } = this.rules;
      if (!found.every(({ address }) => isReachable(address, opened))) {
        return callback(new AddressRefusedError(), '', 0);
      }
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
}
