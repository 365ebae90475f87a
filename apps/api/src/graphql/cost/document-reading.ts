import { setImmediate } from 'node:timers/promises';
import { Allowances, type Client, type Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Characters of a document that cost one unit to parse and to check. */
const CHARACTERS_A_UNIT = 512;

/** Characters from which a document takes a millisecond or more. */
const LONG = 8 * 1_024;

/**
 * What parsing and checking a document costs is paid before it is done, whether the document is executed or refused.
 * Both run on the event loop, so of long documents at most one is read between two of its rounds: many that arrive
 * together do not hold up everybody else.
 */
@Injectable()
export class DocumentReading {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly allowances: Allowances) {}

  /** @throws TooManyRequestsError */
  async admit(viewer: Viewer, client: Client, { body, query }: FastifyRequest): Promise<void> {
    const length = lengthOf(body) ?? lengthOf(query) ?? 0;
    const cost = Math.floor(length / CHARACTERS_A_UNIT);
    if (cost > 0) this.allowances.spend(viewer, client, { cost, profiles: 0 });
    if (length < LONG) return;
    this.last = this.last.then(() => setImmediate());
    await this.last;
  }
}

function lengthOf(body: unknown): number | undefined {
  const { query } = (body ?? {}) as { query?: unknown };
  return typeof query === 'string' ? query.length : undefined;
}
